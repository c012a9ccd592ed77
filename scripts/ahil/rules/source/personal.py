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


@rule("SA612")
def privacy_missing(ground: Ground) -> Iterator[Fault]:
    """A worksheet handles personal data and does not say where it is kept, who sees it and when it is
    destroyed (S12).

    Write ``privacy`` in three languages, or set ``personal: false`` and take the fields out.
    """
    for sheet in ground.curriculum.worksheets.values():
        if sheet.facts.personal and not sheet.facts.privacy:
            yield Fault("SA612", sheet.places.spot("personal"), {})
