"""Form fields as other programs expect them, named in the reader's language."""

import re
from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from selectolax.lexbor import LexborHTMLParser

_TICK = "4"  # ZapfDingbats' tick
_FONT = re.compile(r"(/\S+ [\d.]+ Tf)")


def finish_fields(document: pikepdf.Pdf, body_html: str) -> None:
    """Give every field its spoken name, ticks a font every reader has, and groups of choices one owner."""
    form = document.Root.get("/AcroForm")
    if form is None:
        return
    spoken, groups = _spoken(body_html)
    form.NeedAppearances = True
    _add_ticks(document, form)
    kept = [field for field in form.Fields if "/Parent" not in field]
    form.Fields = document.make_indirect(Array(kept))
    for field in kept:
        name = str(field.get("/T", ""))
        field.TU = String(groups.get(name) or spoken.get((name, "")) or str(field.get("/TU", name)))
        _plain_type(field)
        _tick(field)
        for number, kid in enumerate(field.get("/Kids", Array())):
            _finish_choice(kid, spoken, name, str(field.Opt[number]))


def _spoken(body_html: str) -> tuple[Mapping[tuple[str, str], str], Mapping[str, str]]:
    """(name, value of a choice) → its spoken name, and the questions of groups; the form says both."""
    tree = LexborHTMLParser(body_html)
    spoken: dict[tuple[str, str], str] = {}
    groups: dict[str, str] = {}
    for control in tree.css("[data-spoken]"):
        attributes = control.attributes
        name, said = attributes.get("name") or "", attributes.get("data-spoken") or ""
        if attributes.get("type") == "radio":
            spoken[name, attributes.get("value") or ""] = said
            groups.setdefault(name, said.rpartition(": ")[0] or said)
        else:
            spoken[name, ""] = said
    return spoken, groups


def _finish_choice(kid: Any, spoken: Mapping[tuple[str, str], str], name: str, value: str) -> None:
    """One button of a group: the group holds its name and kind."""
    if "/T" in kid:
        del kid.T
    kid.TU = String(spoken.get((name, value), name))
    _tick(kid)


def _plain_type(field: Any) -> None:
    """Black letters of one font: some programs stumble over anything else in a field's appearance."""
    if field.get("/FT") == Name.Tx and (font := _FONT.search(str(field.DA))):
        field.DA = String(f"{font[1]} 0 g")


def _tick(field: Any) -> None:
    if field.get("/FT") == Name.Btn:
        field.DA = String("/ZaDb 0 Tf 0 g")
        if "/MK" in field:
            field.MK.CA = String(_TICK)


def _add_ticks(document: pikepdf.Pdf, form: Any) -> None:
    """The font of ticks is one of those every PDF program has of its own: named, never carried."""
    fonts = form.DR.get("/Font", Dictionary()) if "/DR" in form else Dictionary()
    ticks = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    named = Dictionary({str(name): font for name, font in fonts.items()})
    named.ZaDb = document.make_indirect(ticks)
    form.DR = document.make_indirect(Dictionary(Font=named))
