"""What a page is made of, in one language: sections of blocks, blocks of parts; every value knows its line.

``kind``, ``detail``, ``depth`` and ``inside`` are the structure of a block, which translations share; the parts carry
its words. A table row has a part for each cell, every other block has one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ahil.model.spot import Fault, Spot


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image; ``line`` counts from the first line of its part, ``title`` shows when it is pointed at."""

    target: str
    words: str
    line: int = 0
    bare: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, date, time or phone: any of ``readings`` may be meant, because languages write decimals differently."""

    kind: str
    readings: frozenset[object]
    said: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words with what stands in it; ``plain`` is what a reader sees, ``words`` lacks quoted other languages."""  # noqa: E501

    raw: str = ""
    plain: str = ""
    words: str = ""
    tokens: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Link, ...] = ()
    codes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    attrs: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    strong: int = 0
    loose: tuple[str, ...] = ()
    rich: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, item, row, admonition …: see ``ahil.load.blocks`` for the kinds."""

    kind: str
    line: int
    parts: tuple[Part, ...] = ()
    detail: str = ""
    depth: int = 0
    inside: tuple[str, ...] = ()
    id: str = ""
    last: int = 0

    @property
    def raw(self) -> str:
        """The text as written, cells joined by bars."""
        return self.parts[0].raw if len(self.parts) == 1 else " | ".join(part.raw for part in self.parts)

    @property
    def plain(self) -> str:
        """The text as read."""
        return self.parts[0].plain if len(self.parts) == 1 else " | ".join(part.plain for part in self.parts)

    @property
    def place(self) -> tuple[str, int, tuple[str, ...]]:
        """What must be equal for two blocks to be translations of each other."""
        return self.kind, self.depth, self.inside


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows until the next one; the words before the first heading are a section too."""

    key: str
    line: int
    blocks: tuple[Block, ...]
    level: int = 0
    id: str = ""

    @property
    def title(self) -> str:
        """The words of its heading."""
        return self.blocks[0].plain.strip() if self.level and self.blocks else ""

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks under the heading."""
        return self.blocks[1:] if self.level else self.blocks


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of front matter under its dotted route; ``said`` is the scalar as typed."""

    route: str
    said: str
    line: int
    part: Part = Part()


@dataclass(frozen=True, slots=True)
class Off:
    """A rule switched off by an author: for the lines ``first``–``last``, with a reason."""

    code: str
    reason: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page in one language."""

    path: str
    name: str
    lang: str
    sections: tuple[Section, ...] = ()
    front: tuple[Entry, ...] = ()
    shared: tuple[Block, ...] = ()
    troubles: tuple[Fault, ...] = ()
    offs: tuple[Off, ...] = ()
    size: int = 0
    readable: bool = True
    labels: bool = False

    @property
    def meta(self) -> Mapping[str, str]:
        """Front matter as typed, by route."""
        return {entry.route: entry.said for entry in self.front}

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in order."""
        return tuple(block for section in self.sections for block in section.blocks) + self.shared

    def spot(self, line: int = 1, column: int = 1) -> Spot:
        """A place on this page."""
        return Spot(self.path, max(1, line), column)
