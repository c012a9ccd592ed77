"""Which lines of a page belong to whom: the learner's edition is made here, by leaving lines out."""

from collections.abc import Iterator

from ahil.model.module import TRAINER_BLOCKS, TRAINER_SECTIONS
from ahil.model.text import Prose


def kept_lines(prose: Prose, *, trainer: bool) -> Iterator[tuple[int, str]]:
    """The lines of the body as (number, line); without trainers' blocks and sections unless ``trainer``."""
    dropped = frozenset() if trainer else _trainers_lines(prose)
    for number in range(prose.body + 1, len(prose.lines) + 1):
        if number not in dropped:
            yield number, prose.lines[number - 1]


def _trainers_lines(prose: Prose) -> frozenset[int]:
    blocks = [range(block.first, block.last + 1) for block in prose.blocks if block.name in TRAINER_BLOCKS]
    return frozenset(number for span in [*blocks, *_sections(prose)] for number in span)


def _sections(prose: Prose) -> Iterator[range]:
    tops = [heading for heading in prose.headings if heading.level <= 2]
    ends = [heading.spot.line for heading in tops[1:]] + [len(prose.lines) + 1]
    for heading, end in zip(tops, ends, strict=False):
        if heading.id in TRAINER_SECTIONS:
            yield range(heading.spot.line, end)
