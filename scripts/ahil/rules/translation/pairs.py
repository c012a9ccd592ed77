"""Which section answers which, and which block: by id first, then by order and by what stands in them."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ahil.model.blocks import Block, Entry, Section, Sheet
from ahil.model.translation import Pair, Parts

Thing = TypeVar("Thing", Block, Section, Entry)
Couples = list[tuple[Thing | None, Thing | None]]


def pair_up(source: Sheet, target: Sheet) -> Pair:
    """Put a page beside its source."""
    sections = _sections(source.sections, target.sections)
    blocks: Couples[Block] = []
    for one, two in sections:
        if one and two:
            couples: Couples[Block] = align(one.blocks, two.blocks, _alike)
            blocks += couples
    if source.labels:
        blocks = _by_id(source.blocks, target.blocks)
    blocks += _by_id(source.shared, target.shared)
    both = tuple((one, two) for one, two in blocks if one is not None and two is not None)
    parts = tuple(_parts(both))
    rich = tuple(four for four in parts if four[2].rich or four[3].rich)
    return Pair(source, target, tuple(sections), tuple(blocks), tuple(_entries(source, target)), both, parts, rich)


def _parts(both: Sequence[tuple[Block, Block]]) -> Iterator[Parts]:
    for one, two in both:
        if one.kind not in ("code", "math", "snippet", "rule", "table") and len(one.parts) == len(two.parts):
            for ours, theirs in zip(one.parts, two.parts, strict=True):
                yield one, two, ours, theirs


def _sections(ones: Sequence[Section], twos: Sequence[Section]) -> Couples[Section]:
    if [(one.id, one.level) for one in ones] == [(two.id, two.level) for two in twos]:
        return list(zip(ones, twos, strict=True))
    couples: Couples[Section] = align(ones, twos, _same_section)
    lost = {one.id: one for one, two in couples if one and not two and one.id}
    moved = {two.id: two for one, two in couples if two and not one and two.id in lost}
    rest = [couple for couple in couples if all(couple) or not any(each and each.id in moved for each in couple)]
    return [*rest, *((lost[key], two) for key, two in moved.items())]


def _same_section(one: Section, two: Section) -> float:
    if one.id and one.id == two.id:
        return 20
    level = 0.0 if one.level == two.level else -1.5
    if (one.level == 0) != (two.level == 0):
        return 0.1 if not (one.body and two.body) else -1
    likeness = 0.0
    kinds, others = [block.place for block in one.blocks], [block.place for block in two.blocks]
    if kinds == others:
        likeness = 2
    elif abs(len(kinds) - len(others)) <= 1 + len(kinds) // 4:
        likeness = 1
    shared = len(set(_signature(one.blocks)) & set(_signature(two.blocks)))
    if one.id and two.id:
        return 0.2 + level + likeness + min(3, shared)
    return 2.5 + level + likeness + min(3, shared)


def _signature(blocks: Sequence[Block]) -> list[object]:
    found: list[object] = []
    for block in blocks:
        for part in block.parts:
            found += [reading for quantity in part.quantities for reading in quantity.readings]
            found += [link.target for link in part.links] + [*part.codes, *part.marks]
            found += [image.target for image in part.images]
    return found


def _alike(one: Block, two: Block) -> float:
    """More than nothing: they may answer each other."""
    if one.kind == "heading" or two.kind == "heading":
        return 20 if one.kind == two.kind else -1
    if "|" in (one.inside[-1:] or ("",))[0] + (two.inside[-1:] or ("",))[0] and one.kind != two.kind:
        return -1
    score = 4.0 if one.place == two.place else (2.0 if one.kind == two.kind else 0.5)
    ours, theirs = set(_signature([one])), set(_signature([two]))
    if ours or theirs:
        score += 2 * len(ours & theirs) / len(ours | theirs) - 0.5
    if one.detail == two.detail:
        score += 0.2
    longer = max(len(one.raw), len(two.raw), 1)
    return max(0.2, score + 0.8 * min(len(one.raw), len(two.raw)) / longer - 0.4)


def align(ones: Sequence[Thing], twos: Sequence[Thing], score: Callable[[Thing, Thing], float]) -> Couples[Thing]:
    """The best way to lay two sequences side by side without crossing."""
    if len(ones) == len(twos) and _plainly(ones, twos):
        return list(zip(ones, twos, strict=True))
    best = [[0.0] * (len(twos) + 1) for _ in range(len(ones) + 1)]
    gains = [[score(one, two) for two in twos] for one in ones]
    for i in range(len(ones) - 1, -1, -1):
        for j in range(len(twos) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], gains[i][j] + best[i + 1][j + 1])
    return _walk(ones, twos, best, gains)


def _plainly(ones: Sequence[Thing], twos: Sequence[Thing]) -> bool:
    return all(
        isinstance(one, Block) and isinstance(two, Block) and one.place == two.place
        for one, two in zip(ones, twos, strict=True)
    )


def _walk(
    ones: Sequence[Thing], twos: Sequence[Thing], best: list[list[float]], gains: list[list[float]]
) -> Couples[Thing]:
    couples: Couples[Thing] = []
    i = j = 0
    while i < len(ones) and j < len(twos):
        if best[i][j] == gains[i][j] + best[i + 1][j + 1] and gains[i][j] > 0:
            couples.append((ones[i], twos[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            couples.append((ones[i], None))
            i += 1
        else:
            couples.append((None, twos[j]))
            j += 1
    return couples + [(one, None) for one in ones[i:]] + [(None, two) for two in twos[j:]]


def _by_id(ones: Sequence[Block], twos: Sequence[Block]) -> Couples[Block]:
    theirs = {(two.kind, two.id): two for two in twos}
    couples: Couples[Block] = [(one, theirs.pop((one.kind, one.id), None)) for one in ones]
    left = [one for one, two in couples if two is None and one]
    if left and [one.kind for one in left] == [two.kind for two in theirs.values()]:
        answers = dict(zip([id(one) for one in left], theirs.values(), strict=True))
        return [(one, two or answers.get(id(one))) for one, two in couples]
    return couples + [(None, two) for two in theirs.values()]


def _entries(source: Sheet, target: Sheet) -> Couples[Entry]:
    theirs = {entry.route: entry for entry in target.front}
    couples: Couples[Entry] = [(entry, theirs.pop(entry.route, None)) for entry in source.front]
    return couples + [(None, entry) for entry in theirs.values()]
