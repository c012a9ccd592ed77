"""A day of a course → clock times: its blocks, with breaks between steps where people need them."""

from dataclasses import dataclass, replace

from ahil.model.curriculum import Curriculum
from ahil.model.module import Module, Step
from ahil.model.path import Path, PathBlock, PathDay

LONGEST_STRETCH = 95
"""Minutes people can work without a break."""

SHORTEST_STRETCH = 45
"""No break sooner than this after the last one."""

SHORTEST_START = 15
"""A break does not cut off fewer minutes than this from the beginning of a module: it comes before."""

LUNCH = 12 * 60 + 40
"""Lunch and prayer come at the first pause whose next piece would reach well past this; or for tea just before it."""

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
        for minutes, ahead in _with_ahead(pieces(block, curriculum)):
            pause = _pause(time, stretch, ahead, lunched) if path.unit == "day" and not block.pause else ""
            if pause:
                length = LUNCH_MINUTES if pause == "lunch" else TEA_MINUTES
                slots.append(Slot(time, length, None, pause))
                time, stretch, lunched = time + length, 0, lunched or pause == "lunch"
            slots.append(Slot(time, minutes, block))
            time += minutes
            stretch = 0 if block.pause else stretch + minutes
    return _joined(slots)


def _with_ahead(minutes: list[int]) -> list[tuple[int, int]]:
    """Each piece with the minutes to have in view before it: a short first piece is not left without the second."""
    short = len(minutes) > 1 and minutes[0] < SHORTEST_START
    return [(one, one + minutes[1] if short and not number else one) for number, one in enumerate(minutes)]


def _pause(time: int, stretch: int, ahead: int, lunched: bool) -> str:
    """Which break should come before the next piece, if any."""
    if stretch and not lunched and time + ahead // 2 > LUNCH:
        return "lunch"
    if stretch < SHORTEST_STRETCH or stretch + ahead <= LONGEST_STRETCH:
        return ""
    return "lunch" if not lunched and time + SHORTEST_STRETCH > LUNCH else "tea"


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
