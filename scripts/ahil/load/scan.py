"""The walk over the lines of a page: each kind of block is a function that takes what is its own.

MkDocs' Markdown (Python-Markdown with pymdown extensions) is not CommonMark: four spaces nest, a list needs a blank
line before it, ``!!!`` and ``===`` open blocks. A CommonMark parser reads those as paragraphs and takes longer
for it than all our checks together, so the lines are read here.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ahil.load.lines import Line
from ahil.model.blocks import Block, Part
from ahil.model.spot import Fault, Spot

Inline = Callable[[str, str, Mapping[str, str] | None], Part]
_ID = re.compile(r"\{:?[^{}]*?#([\w:.-]+)[^{}]*\}\s*$")
INTERRUPTS = re.compile(
    r" {0,3}(?:#{1,6}\s*\S|`{3,}|~{3,}|>|\[\^[^\]]+\]:|\*\[[^\]]+\]:|: {1,3}\S|([-*_])(?: {0,2}\1){2,}\s*$)"
    r"|(?:!!! ?|\?\?\?\+? ?)[\w\"-]|={3}[+!]* +\"|/{3,}\s*[\w|]|/{3,}\s*$|-+8<-+|\$\$"
)


@dataclass(slots=True)
class Scan:
    """What grows while a page is read."""

    path: str
    lang: str
    inline: Inline
    starts: Mapping[str, tuple["Taker", ...]]
    names: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    shared: list[Block] = field(default_factory=list)
    troubles: list[Fault] = field(default_factory=list)

    def run(self, lines: list[Line], depth: int = 0, inside: tuple[str, ...] = ()) -> None:
        """Read blocks until the lines end."""
        at = 0
        while at < len(lines):
            text = lines[at][1]
            if not text or text.isspace():
                at += 1
                continue
            at = self._take(lines, at, depth, inside)

    def _take(self, lines: list[Line], at: int, depth: int, inside: tuple[str, ...]) -> int:
        text = lines[at][1]
        first = " " if text.startswith("    ") else text.lstrip(" ")[0]
        for taker in self.starts.get(first, ()):
            if (after := taker(self, lines, at, depth, inside)) > at:
                return after
        return self.paragraph(lines, at, depth, inside)

    def paragraph(self, lines: list[Line], at: int, depth: int, inside: tuple[str, ...]) -> int:
        """Lines until a blank one or the start of another block."""
        end = at + 1
        while end < len(lines) and (text := lines[end][1]).strip() and not INTERRUPTS.match(text):
            end += 1
        self.add("paragraph", lines[at:end], depth, inside)
        return end

    def add(self, kind: str, lines: list[Line], depth: int, inside: tuple[str, ...], detail: str = "") -> None:
        """Append a block of one part."""
        raw = "\n".join(text.strip() for _, text in lines)
        self.blocks.append(self.block(kind, raw, lines[0][0], depth, inside, detail, lines[-1][0]))

    def block(
        self,
        kind: str,
        raw: str,
        line: int,
        depth: int,
        inside: tuple[str, ...],
        detail: str = "",
        last: int = 0,
    ) -> Block:
        """A block of one part; an id in braces at its end is its id."""
        named = _ID.search(raw) if "#" in raw and raw.endswith("}") else None
        part = self.inline(raw, self.lang, self.names)
        return Block(kind, line, (part,), detail, depth, inside, named[1] if named else "", last or line)

    def trouble(self, code: str, line: int, **gaps: object) -> None:
        """Note what cannot be read as meant."""
        self.troubles.append(Fault(code, Spot(self.path, line), gaps))


Taker = Callable[[Scan, list[Line], int, int, tuple[str, ...]], int]


def indent(text: str) -> int:
    """How many spaces a line starts with."""
    return len(text) - len(text.lstrip(" "))


def indented(lines: list[Line], at: int) -> int:
    """The end of the lines from ``at`` on that are blank or stand four spaces in, without blank ones at the end."""
    end = last = at
    while end < len(lines):
        text = lines[end][1]
        if text.strip():
            if not text.startswith("    "):
                break
            last = end + 1
        end += 1
    return last


def dedent(lines: list[Line], by: int = 4) -> list[Line]:
    """Take up to ``by`` spaces from each line."""
    return [(number, text[min(by, indent(text)) :]) for number, text in lines]
