"""S11, S12: what a worksheet may ask about people."""

import re
from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.model.spot import Fault
from ahil.model.text import Words
from ahil.model.worksheet import FieldKind, Worksheet
from ahil.rules.engine import rule
from ahil.rules.forms import pattern, says
from ahil.rules.ground import Ground
from ahil.rules.passage import folded

MAY_ASK = frozenset({"consent-form", "story-consent"})
"""Forms of consent: a person signs for herself."""
MAY_SIGN = MAY_ASK | {"group-charter", "action-plan", "budget-table"}
"""Papers that bind somebody: a mark of the person who agrees, or of an office."""


@rule("SA611")
def name_asked(ground: Ground) -> Iterator[Fault]:
    """A field of a worksheet asks for the name, number or address of a person (S11).

    A sheet is lost, photographed, found. Ask for a role. Bad: “Name of the participant”. Good: “Role (no
    name)”.
    """
    for sheet in ground.curriculum.worksheets.values():
        if sheet.slug in MAY_ASK:
            continue
        for spot, words in _labels(sheet):
            for lang, text in words.items():
                if _asks(ground, lang, text):
                    yield Fault("SA611", sheet.places.spot(*spot, lang), {"label": text})


def _asks(ground: Ground, lang: Lang, text: str) -> bool:
    whole = re.sub(r"[\s:?.…]+$", "", text.strip())
    bare = any(pattern(folded(form)).fullmatch(folded(whole)) for form in ground.watch.said("name-label", lang))
    of_person = says(ground.watch.said("name-of-person", lang), text)
    return (bare or of_person) and not says(ground.watch.said("no", lang), text)


def _labels(sheet: Worksheet) -> Iterator[tuple[tuple[str | int, ...], Words]]:
    for number, field in enumerate(sheet.facts.fields):
        if field.kind not in (FieldKind.heading, FieldKind.note, FieldKind.signature):
            yield ("fields", number, "label"), field.label
            for row, column in enumerate(field.columns):
                yield ("fields", number, "columns", row, "label"), column.label
            for row, label in enumerate(field.row_labels):
                yield ("fields", number, "row_labels", row), label


@rule("SA636")
def signature_asked(ground: Ground) -> Iterator[Fault]:
    """A worksheet asks for a signature, and is none of the few papers that bind somebody (S11).

    A signature is a name. Bad: a signature under a map of concerns. Good: “Approved by (role)”, a line.
    """
    for sheet in ground.curriculum.worksheets.values():
        for number, field in enumerate(sheet.facts.fields):
            if field.kind is FieldKind.signature and sheet.slug not in MAY_SIGN:
                yield Fault("SA636", sheet.places.spot("fields", number), {"id": field.id})


@rule("SA612")
def privacy_missing(ground: Ground) -> Iterator[Fault]:
    """A worksheet handles personal data, or being seen with it can hurt, and it does not say where it is kept,
    who sees it and when it is destroyed (S12).

    Write ``privacy`` in three languages, or set ``personal: false`` and take the fields out.
    """
    for sheet in ground.curriculum.worksheets.values():
        if sheet.private and not sheet.facts.privacy:
            yield Fault("SA612", sheet.places.spot("personal" if sheet.facts.personal else "sensitive"), {})


@rule("SA637")
def never_destroyed(ground: Ground) -> Iterator[Fault]:
    """The line ``privacy`` of a worksheet does not say that the sheet is destroyed (S12).

    What is kept for ever is found one day. Say when: “It is destroyed when the group ends.” The words are
    those of ``destroyed`` in ``data/phrases.yml``.
    """
    for sheet in ground.curriculum.worksheets.values():
        for lang, text in (sheet.facts.privacy or {}).items():
            if not says(ground.watch.said("destroyed", lang), text):
                yield Fault("SA637", sheet.places.spot("privacy", lang), {"lang": lang})
