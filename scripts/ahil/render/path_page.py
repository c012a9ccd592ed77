"""A path → its page: days with clock times and breaks, what to print, what to know before."""

from dataclasses import dataclass, replace

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.module import Module, Step
from ahil.model.path import Path, PathBlock, PathDay
from ahil.render.address import find, spoken
from ahil.render.timetable import linked

LONGEST_STRETCH = 95
"""Minutes people can work without a break."""

SHORTEST_STRETCH = 45
"""No break sooner than this after the last one."""

LUNCH = 12 * 60 + 40
"""Lunch and prayer come at the first pause whose next piece would reach well past this."""

WHOLE_DAY = 300
"""A day of fewer minutes has no lunch."""

LUNCH_MINUTES = 60
TEA_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Slot:
    """A line of the agenda. ``start`` counts minutes from midnight; a break of ours has no block.

    ``part`` counts from 1 where a break divides a module; 0 where it runs in one piece.
    """

    start: int
    minutes: int
    block: PathBlock | None
    pause: str = ""
    part: int = 0


def minutes_of(block: PathBlock, curriculum: Curriculum) -> int:
    """Teaching time of a block; of a module still to come, what the plan says."""
    return sum(pieces(block, curriculum))


def pieces(block: PathBlock, curriculum: Curriculum) -> list[int]:
    """The minutes of a block, one number for each step between which a break can come."""
    module = curriculum.modules.get(block.module or "")
    if module is None:
        coming = curriculum.coming.get(block.module or "")
        if block.minutes is not None or coming is None:
            return [block.minutes or 0]
        return [coming.minutes.core if block.cut == "core" else coming.minutes.full]
    return [step.minutes for step in steps_of(block, module)]


def steps_of(block: PathBlock, module: Module) -> list[Step]:
    """The steps of a module that a block takes."""
    named = [step for step in module.facts.steps if step.id in block.steps or not block.steps]
    return [step for step in named if step.core or block.cut != "core"]


def agenda(day: PathDay, path: Path, curriculum: Curriculum) -> list[Slot]:
    """Blocks in clock time, with tea before a stretch grows too long, and lunch on a whole day.

    A break comes between two blocks or two steps, never inside one. Evenings and half-days keep the breaks their
    authors wrote and get no others.
    """
    time, stretch = clock(path.start), 0
    lunched = day.minutes < WHOLE_DAY or time > LUNCH
    slots: list[Slot] = []
    for block in day.blocks:
        for minutes in pieces(block, curriculum):
            pause = _pause(time, stretch, minutes, lunched) if path.unit == "day" and not block.pause else ""
            if pause:
                length = LUNCH_MINUTES if pause == "lunch" else TEA_MINUTES
                slots.append(Slot(time, length, None, pause))
                time, stretch, lunched = time + length, 0, lunched or pause == "lunch"
            slots.append(Slot(time, minutes, block))
            time += minutes
            stretch = 0 if block.pause else stretch + minutes
    return _joined(slots)


def _pause(time: int, stretch: int, minutes: int, lunched: bool) -> str:
    """Which break should come before the next piece, if any."""
    if stretch and not lunched and time + minutes // 2 > LUNCH:
        return "lunch"
    return "tea" if stretch >= SHORTEST_STRETCH and stretch + minutes > LONGEST_STRETCH else ""


def _joined(slots: list[Slot]) -> list[Slot]:
    """Neighbouring pieces of one block as one line; the lines of a divided block are numbered."""
    lines: list[Slot] = []
    for slot in slots:
        if lines and slot.block is not None and lines[-1].block is slot.block:
            lines[-1] = replace(lines[-1], minutes=lines[-1].minutes + slot.minutes)
        else:
            lines.append(slot)
    parts = {id(slot.block): [one for one in lines if one.block is slot.block] for slot in lines if slot.block}
    return [
        replace(slot, part=next(n for n, one in enumerate(parts[id(slot.block)], 1) if one is slot))
        if slot.block and len(parts[id(slot.block)]) > 1
        else slot
        for slot in lines
    ]


def clock(start: str) -> int:
    """``HH:MM`` as minutes from midnight."""
    hours, _, minutes = start.partition(":")
    return int(hours) * 60 + int(minutes)


def path_body(path: Path, curriculum: Curriculum, interface: Interface, here: str) -> str:
    """The whole page in Markdown."""
    say = interface.say
    out = [_facts(path, interface), ""]
    if path.before:
        out += [f"## {say('path.before')} {{ #before }}", "", spoken(path.before, interface.lang), ""]
    for day in path.days:
        title = spoken(day.title, interface.lang)
        out += [f"## {title} {{ #{day.id} }}", "", day_table(day, path, curriculum, interface, here), ""]
        out += [_papers(day, curriculum, interface, here), ""]
    if path.unit == "evening":
        out += [say("path.no-breaks"), ""]
    if path.bridges:
        out += [f"## {say('path.bridges')} {{ #bridges }}", ""]
        for bridge in path.bridges:
            link = linked("module", bridge.module, curriculum, interface, here)
            out.append(f"- {link}: {spoken(bridge.by, interface.lang)}")
    return "\n".join(out)


def _facts(path: Path, interface: Interface) -> str:
    say, group = interface.say, path.group
    rows = [
        (say("module.audiences"), say(f"audience.{path.audience}")),
        (say("path.group"), say("module.group-size", min=group.min, max=group.max, trainers=group.trainers)),
        (say("path.total"), say("module.min", n=path.minutes)),
    ]
    return f'<dl class="facts">{"".join(f"<div><dt>{term}</dt><dd>{words}</dd></div>" for term, words in rows)}</dl>'


def day_table(day: PathDay, path: Path, curriculum: Curriculum, interface: Interface, here: str) -> str:
    """A day as a table of clock times; the sum is teaching time without the breaks added here."""
    say = interface.say
    head = "".join(f'<th scope="col">{say(f"path.{key}")}</th>' for key in ("time", "what", "minutes"))
    rows = "".join(_row(slot, curriculum, interface, here) for slot in agenda(day, path, curriculum))
    total = sum(minutes_of(block, curriculum) for block in day.blocks)
    foot = f'<tr><td></td><th scope="row">{say("path.total")}</th><td>{total}</td></tr>'
    inside = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody><tfoot>{foot}</tfoot>"
    return f'<table class="timetable agenda">{inside}</table>'


def _row(slot: Slot, curriculum: Curriculum, interface: Interface, here: str) -> str:
    what = (
        interface.say(f"path.{slot.pause}") if slot.block is None else _named(slot.block, curriculum, interface, here)
    )
    what += f" · {interface.say('path.part', n=slot.part)}" if slot.part else ""
    kind = ' class="pause"' if slot.block is None or slot.block.pause else ""
    end = slot.start + slot.minutes
    time = f"{slot.start // 60:02}:{slot.start % 60:02}–{end // 60:02}:{end % 60:02}"
    return f"<tr{kind}><td>{time}</td><td>{what}</td><td>{slot.minutes}</td></tr>"


def _named(block: PathBlock, curriculum: Curriculum, interface: Interface, here: str) -> str:
    if block.module is None:
        return spoken(block.title or {}, interface.lang)
    link = linked("module", block.module, curriculum, interface, here)
    cut = interface.say(f"path.{block.cut or 'full'}")
    module = curriculum.modules.get(block.module)
    if not block.steps or module is None:
        return f"{link} ({cut})"
    prose = module.words.get(interface.lang) or next(iter(module.words.values()))
    titles = {heading.id: heading.title for heading in prose.headings}
    steps = ", ".join(titles.get(step, step) for step in block.steps)
    return f"{link} ({interface.say('path.steps', steps=steps)})"


def papers(day: PathDay, curriculum: Curriculum) -> list[tuple[str, str]]:
    """What a day needs on paper, each once, as (kind, slug)."""
    found: dict[tuple[str, str], None] = {}
    for block in day.blocks:
        module = curriculum.modules.get(block.module or "")
        users: list[PathBlock | Step] = [block, *(steps_of(block, module) if module else [])]
        found |= {("handout", slug): None for one in users for slug in one.handouts}
        found |= {("worksheet", slug): None for one in users for slug in one.worksheets}
    return [paper for paper in found if find(curriculum, *paper, Lang.EN) is not None]


def _papers(day: PathDay, curriculum: Curriculum, interface: Interface, here: str) -> str:
    links = [linked(kind, slug, curriculum, interface, here) for kind, slug in papers(day, curriculum)]
    return f"**{interface.say('path.print')}:** {', '.join(links)}" if links else ""
