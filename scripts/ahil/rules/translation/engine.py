"""Every rule of this family, run over a pair of pages or over one page; what an author switched off is set aside."""

from collections.abc import Callable, Iterable, Iterator

from ahil.model.blocks import Off, Sheet
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation import (
    apostrophes,
    code,
    counted,
    front,
    headings,
    language,
    letters,
    links,
    notes,
    numbers,
    structure,
    terms,
    wording,
)

PairRule = Callable[[Pair, Knowledge], Iterator[Fault]]
SheetRule = Callable[[Sheet, Knowledge], Iterator[Fault]]

STRUCTURE: tuple[PairRule, ...] = (
    headings.sections, headings.ids, structure.lost_and_found, structure.nesting, structure.items,
    structure.empty, structure.tables, structure.boxes, notes.kept,
)  # fmt: skip
CONTENT: tuple[PairRule, ...] = (
    links.links, links.language_left, links.words_of_links, links.images, links.raw_images, notes.calls, notes.short_forms,  # noqa: E501
    notes.snippets, code.code, code.inline_code, code.marks, code.tags, code.attributes, code.signs, code.strong, code.loose,  # noqa: E501
    numbers.quantities, counted.in_words, numbers.mails, front.keys, front.values, front.numbers, language.passages, language.code_titles,  # noqa: E501
    wording.translator_notes, wording.doubled_words, wording.cut, wording.sentences_lost, wording.endings, wording.doubled_blocks, wording.brackets,  # noqa: E501
    wording.repeated,
)  # fmt: skip
ALONE: tuple[SheetRule, ...] = (
    headings.twins,
    notes.own,
    letters.letters,
    apostrophes.apostrophes,
    wording.leftovers,
)


def examine_pair(pair: Pair, knowledge: Knowledge) -> tuple[list[Fault], list[Fault]]:
    """What is wrong in structure, and what is wrong besides."""
    if pair.source.labels:
        shape = [*structure.lost_and_found(pair, knowledge), *structure.empty(pair, knowledge)]
    else:
        shape = [fault for rule in STRUCTURE for fault in rule(pair, knowledge)]
    content = [fault for rule in CONTENT for fault in rule(pair, knowledge)]
    if not pair.source.labels:
        content += language.whole_page(pair.target, knowledge)
    return shape, content + list(terms.forbidden(pair.target, pair, knowledge))


def examine_sheet(sheet: Sheet, knowledge: Knowledge, *, source: bool) -> Iterator[Fault]:
    """What is wrong with a page by itself, as a source or as a translation."""
    for rule in ALONE:
        yield from rule(sheet, knowledge)
    if source and not sheet.labels:
        yield from language.own_language(sheet, knowledge)
        yield from terms.forbidden(sheet, None, knowledge)
        yield from language.whole_page(sheet, knowledge)
    for off in sheet.offs:
        if not off.code or not off.reason:
            yield Fault("TR207", sheet.spot(off.first), {"code": off.code or "–"})


def set_aside(faults: Iterable[Fault], sheets: Iterable[Sheet]) -> tuple[list[Fault], list[tuple[Fault, Off]]]:
    """Part the faults into those that stand and those an author switched off with a reason."""
    offs = {sheet.path: [off for off in sheet.offs if off.code and off.reason] for sheet in sheets if sheet.offs}
    if not offs:
        return list(faults), []
    stand, aside = [], []
    for fault in faults:
        off = next(
            (
                off
                for spot in (fault.spot, fault.other)
                if spot
                for off in offs.get(spot.path, ())
                if _holds(off, fault, spot.line)
            ),
            None,
        )
        if off:
            aside.append((fault, off))
        else:
            stand.append(fault)
    return stand, aside


def _holds(off: Off, fault: Fault, line: int) -> bool:
    return off.first <= line <= off.last and (
        off.code == fault.code
        or (
            fault.code.startswith(off.code.rstrip("*X"))
            and len(off.code) >= 2
            and (len(off.code) == 2 or off.code.endswith("*"))
        )
    )
