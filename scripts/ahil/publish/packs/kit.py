"""Everything to print for a module and a group in one file: the guide, and each paper as often as it is needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ahil.model.lang import Lang
from ahil.model.module import Module
from ahil.model.print import PrintEdition, PrintJob, PrintKind
from ahil.model.worksheet import Paper
from ahil.publish.packs.paper_file import Part, bound, page_count
from ahil.publish.packs.room import Artefact, PackRoom
from ahil.publish.staging import edition_code
from ahil.render.packs.kit import Row, Supply, list_body, pages, row, supplies


@dataclass(frozen=True, slots=True)
class _Wanted:
    supply: Supply | None
    job: PrintJob
    copies: int


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``kit/m03-20-trainer.pdf`` and so on, where the number says for how many people it is."""
    kits = [(module, list(_wanted(room, module, lang))) for module, _ in room.wanted(lang)]
    printed = room.printed(list({one.job.name: one.job for _, kit in kits for one in kit}.values()))
    for module, kit in kits:
        there = [one for one in kit if one.job.name in printed]
        if there:
            content = _kit(room, lang, there, printed)
            yield Artefact(f"kit/{module.code}-{room.group}-trainer.pdf", content, there[0].job.edition_code)


def _wanted(room: PackRoom, module: Module, lang: Lang) -> Iterator[_Wanted]:
    """The guide first, A4 in the order of the steps, and larger paper last: it is printed separately."""
    guide = room.paper(module.facts.id, lang, PrintEdition.TRAINER)
    if guide:
        yield _Wanted(None, guide, 1)
    papers = []
    for supply in supplies(module, room.curriculum, room.group):
        job = room.paper(supply.code, lang)
        papers += [_Wanted(supply, job, supply.copies)] if job else []
    yield from sorted(papers, key=lambda one: one.job.paper is not Paper.A4)


def _kit(room: PackRoom, lang: Lang, kit: Sequence[_Wanted], printed: Mapping[str, bytes]) -> bytes:
    """The list says on which pages things are, and takes pages itself: it is made again until both agree."""
    taken = 1
    while True:
        cover = _list(room, lang, kit, printed, _even(taken) + 1)
        if (needed := page_count(cover)) == taken:
            break
        taken = needed
    parts = [Part(room.interface(lang).say("print.list"), cover, 1)]
    parts += [Part(f"{one.job.code} {one.job.title}", printed[one.job.name], one.copies) for one in kit]
    return bound(parts, kit[0].job.title, lang.tag)


def _list(room: PackRoom, lang: Lang, kit: Sequence[_Wanted], printed: Mapping[str, bytes], first: int) -> bytes:
    interface = room.interface(lang)
    rows: list[Row] = []
    large: list[str] = []
    for one in kit:
        last = first + _even(page_count(printed[one.job.name])) * one.copies - 1
        if one.supply:
            rows.append(row(one.supply, room.curriculum, interface, first, last))
        else:
            title = f"{one.job.code} {interface.say('module.trainer-edition')}"
            rows.append(Row(title, interface.say("kit.each-trainer"), 1, first, last))
        if one.job.paper is not Paper.A4:
            large.append(pages(first, last))
        first = last + 1
    body = list_body(rows, interface, room.group, (first - 1) // 2, ", ".join(large))
    job = replace(
        kit[0].job,
        kind=PrintKind.LIST,
        edition=PrintEdition.TRAINER,
        body_html=body,
        figures={},
        paper=Paper.A4,
        edition_code=edition_code(kit[0].job.title, body),
    )
    return room.printed([job])[job.name]


def _even(count: int) -> int:
    """Pages with the empty back of the last sheet."""
    return count + count % 2
