"""Blocks answer each other: nothing lost, nothing added, the same kinds, lists, tables and boxes."""

import re
from collections.abc import Iterator

from ahil.model.blocks import Block, Part
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault, short, sign

_HOLLOW = re.compile(r"<(\w+)\b[^<>]*>\s*</\1>")
_BOXES = ("admonition", "frame", "tab")


def lost_and_found(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA201 a block of the source is missing, PA202 one is not in the source, PA203 it is of another kind."""
    last = 1
    for one, two in pair.blocks:
        if one and not two and one.kind not in ("heading", "footnote", "abbreviation"):
            yield fault(pair, "PA201", one, last, sign=sign(one), text=short(one.raw))
        elif two and not one and two.kind not in ("heading", "footnote", "abbreviation"):
            yield fault(pair, "PA202", None, two, sign=sign(two), text=short(two.raw))
        elif one and two and one.kind != two.kind:
            yield fault(pair, "PA203", one, two, want=sign(one), have=sign(two), text=short(two.raw))
        last = two.line if two else last


def nesting(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA204 deeper or less deep in a list, PA205 in or out of a box."""
    for one, two in pair.both:
        if one.kind != two.kind or one.kind in ("footnote", "abbreviation"):
            continue
        if one.inside != two.inside:
            want, have = " ".join(one.inside) or "–", " ".join(two.inside) or "–"
            yield fault(pair, "PA205", one, two, want=want, have=have, text=short(two.raw))
        elif one.depth != two.depth:
            yield fault(pair, "PA204", one, two, want=one.depth + 1, have=two.depth + 1, text=short(two.raw))


def items(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA206 numbers became bullets or bullets numbers, PA207 a task is ticked differently."""
    for one, two in pair.both:
        if one.kind == two.kind == "item" and one.detail != two.detail:
            code = "PA206" if one.detail.split("[")[0] != two.detail.split("[")[0] else "PA207"
            yield fault(pair, code, one, two, want=_shown(one), have=_shown(two), text=short(two.raw))


def _shown(block: Block) -> str:
    return block.detail.replace("[", " [") if "[" in block.detail else block.detail


def empty(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA208 words in the source, nothing here."""
    for one, two in pair.both:
        if one.kind in ("admonition", "frame", "tab") or len(one.parts) != len(two.parts):
            continue
        for ours, theirs in zip(one.parts, two.parts, strict=True):
            lost = ours.raw.strip() and not theirs.raw.strip() and (one.kind == "row" or ours.plain.strip())
            if lost or (ours.plain.strip() and not _says(theirs)) or _hollow(theirs) > _hollow(ours):
                yield fault(pair, "PA208", one, two, sign=sign(two), text=short(ours.raw))


def _hollow(part: Part) -> int:
    """How many elements of raw HTML hold nothing."""
    return len(_HOLLOW.findall(part.raw)) if part.tags else 0


def _says(part: Part) -> bool:
    """A part that holds nothing a reader would see, though an id or a tag may be left."""
    held = part.codes or part.marks or part.images or part.links or part.notes or part.signs
    return bool(part.plain.strip() or held) or " lang=" in part.raw


def tables(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA301 a row has another number of cells, PA302 columns are aligned differently."""
    for one, two in pair.both:
        if one.kind == two.kind == "row" and one.detail != two.detail:
            yield fault(pair, "PA301", one, two, want=one.detail, have=two.detail)
        if one.kind == two.kind == "table" and one.detail != two.detail:
            if len(one.detail.split()) != len(two.detail.split()):
                yield fault(pair, "PA301", one, two, want=len(one.detail.split()), have=len(two.detail.split()))
            else:
                yield fault(pair, "PA302", one, two, want=_marks(one.detail), have=_marks(two.detail))


def _marks(detail: str) -> str:
    shown = {"-": "---", "l-": ":--", "r-": "--:", "lr-": ":-:"}
    return "|" + "|".join(shown.get(column, column) for column in detail.split()) + "|"


def boxes(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA403 a box of another type, PA404 its title is missing, PA405 it has a title the source has not."""
    for one, two in pair.both:
        if one.kind != two.kind or one.kind not in _BOXES:
            continue
        if one.detail != two.detail:
            yield fault(pair, "PA403", one, two, want=one.detail, have=two.detail)
        if one.plain.strip() and not two.plain.strip():
            yield fault(pair, "PA404", one, two, want=short(one.raw), sign=two.detail)
        elif two.plain.strip() and not one.plain.strip():
            yield fault(pair, "PA405", one, two, have=short(two.raw), sign=two.detail)
