"""Worksheets and registers: every label in every language, every field with what its kind needs."""

from collections.abc import Iterator
from typing import Any

from ahil.model.lang import Lang
from ahil.model.spot import Fault
from ahil.model.worksheet import Field, FieldKind
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.values import words_in

REGISTERS = ("glossary", "facts", "contacts", "sources", "paths", "coming", "labels")


@rule("ST132")
def label_language(ground: Ground) -> Iterator[Fault]:
    """A label of a worksheet, a text of a register or a word of a drawing lacks a language or is empty.

    Readers of that language meet a gap or a foreign word. Write all three side by side.
    Bad: ``{en: Date, ru: Дата}``. Good: ``{en: Date, ru: Дата, uz: Sana}``.
    """
    for sheet in ground.curriculum.worksheets.values():
        for route, words in words_in(sheet.facts):
            for lang in _gone(words):
                yield Fault("ST132", sheet.places.spot(*route), {"key": _key(route), "lang": lang})
    for name in REGISTERS:
        for key, value in _register(ground, name).items():
            for route, words in words_in(value):
                for lang in _gone(words):
                    spot = ground.entry(name, key, *route)
                    yield Fault("ST132", spot, {"key": _key(route), "lang": lang})


def _register(ground: Ground, name: str) -> Any:
    curriculum = ground.curriculum
    return curriculum.terms if name == "glossary" else getattr(curriculum, name)


def _gone(words: Any) -> Iterator[Lang]:
    return (lang for lang in Lang if not str(words.get(lang, "")).strip())


def _key(route: tuple[str | int, ...]) -> str:
    return str(next((step for step in reversed(route) if isinstance(step, str)), ""))


_NEEDS: dict[FieldKind, tuple[str, ...]] = {
    FieldKind.lines: ("rows",),
    FieldKind.table: ("columns",),
    FieldKind.boxes: ("options",),
    FieldKind.scale: ("first", "last"),
    FieldKind.area: ("height",),
}


@rule("ST133")
def field_incomplete(ground: Ground) -> Iterator[Fault]:
    """A field of a worksheet lacks what its kind needs, or its id stands twice.

    ``lines`` needs ``rows``; ``table`` needs ``columns`` and ``rows`` or ``row_labels``; ``boxes`` needs
    ``options``; ``scale`` needs ``from`` and ``to``; ``area`` needs ``height``. Without it nothing can be
    printed to write on.
    """
    for sheet in ground.curriculum.worksheets.values():
        seen: set[str] = set()
        for number, one in enumerate(sheet.facts.fields):
            spot = sheet.places.spot("fields", number)
            missing = [*_missing(one), *(["id ≠"] if one.id in seen else [])]
            seen.add(one.id)
            for key in missing:
                yield Fault("ST133", spot, {"id": one.id, "kind": one.kind, "key": key})


def _missing(field: Field) -> Iterator[str]:
    for name in _NEEDS.get(field.kind, ()):
        if getattr(field, name) in (None, ()):
            yield {"first": "from", "last": "to"}.get(name, name)
    if field.kind is FieldKind.table and not field.rows and not field.row_labels:
        yield "rows"
