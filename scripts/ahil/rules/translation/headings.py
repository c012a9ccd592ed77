"""Sections and their ids are the same in every language, or links and staleness lose their hold."""

from collections.abc import Iterator

from ahil.model.blocks import Section, Sheet
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault, short


def sections(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA101 a section is missing, PA102 one has no counterpart, PA107 they stand in another order."""
    last, highest = 1, 0
    for one, two in pair.sections:
        if one and not two and (one.level or _says(one)):
            yield fault(pair, "PA101", one.line, last, title=_name(one))
        elif two and not one and (two.level or _says(two)):
            yield fault(pair, "PA102", None, two.line, title=_name(two))
        elif one and two:
            if one.line < highest and one.level:
                yield fault(pair, "PA107", one.line, two.line, title=_name(two))
            highest = max(highest, one.line)
        last = two.line if two else last


def _says(section: Section) -> bool:
    return any(any(sign.isalpha() for sign in block.plain) for block in section.blocks)


def _name(section: Section) -> str:
    return short(section.title) + (f" #{section.id}" if section.id else "") if section.level else "…"


def ids(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA103 another level, PA104 another id, PA105 no id."""
    for one, two in pair.sections:
        if not (one and two and one.level):
            continue
        if one.level != two.level:
            yield fault(pair, "PA103", one.line, two.line, want="#" * one.level, have="#" * two.level)
        if one.id and not two.id:
            yield fault(pair, "PA105", one.line, two.line, want=one.id, title=short(two.title))
        elif two.id and one.id != two.id:
            yield fault(pair, "PA104", one.line, two.line, want=one.id or "–", have=two.id)


def twins(sheet: Sheet, knowledge: Knowledge) -> Iterator[Fault]:
    """PA106 two headings with one id."""
    seen: dict[str, int] = {}
    for section in sheet.sections:
        if section.id and section.id in seen:
            yield Fault("PA106", sheet.spot(section.line), {"id": section.id}, sheet.spot(seen[section.id]))
        elif section.id:
            seen[section.id] = section.line
