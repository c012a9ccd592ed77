"""One page of Markdown as a sheet: front matter, sections, blocks, and what its author switched off.

Kinds of blocks: heading paragraph item table row code snippet rule math html admonition tab frame term definition;
kept for the page, because their place is layout: footnote abbreviation.
"""

import re
from collections.abc import Iterator

from ahil.load import frames, leaves
from ahil.load.front import Front, body, read_front
from ahil.load.lines import Comment, split_lines, without_comments
from ahil.load.scan import Inline, Scan, Taker
from ahil.model.blocks import Block, Entry, Off, Section, Sheet
from ahil.model.spot import Fault, Spot

_LIST: tuple[Taker, ...] = (leaves.rule, leaves.snippet, frames.item)
_STARTS: dict[str, tuple[Taker, ...]] = {
    "#": (leaves.heading,),
    " ": (leaves.indented_code,),
    "`": (leaves.fence,),
    "~": (leaves.fence,),
    "!": (frames.admonition,),
    "?": (frames.admonition,),
    "=": (frames.tab,),
    "/": (frames.ours,),
    ">": (frames.quote,),
    "-": _LIST,
    "*": (frames.short, *_LIST),
    "+": _LIST,
    "_": (leaves.rule,),
    ";": (leaves.snippet,),
    "[": (frames.footnote, frames.name),
    "<": (leaves.html,),
    ":": (frames.definition,),
    "$": (leaves.math,),
    **dict.fromkeys("0123456789", (frames.item,)),
}


class _Starts(dict[str, tuple[Taker, ...]]):
    """Any other character may begin a table or an underlined title; so may those above, after their own."""

    def __missing__(self, first: str) -> tuple[Taker, ...]:
        self[first] = (*_STARTS.get(first, ()), leaves.table, leaves.underlined)
        return self[first]

    def get(self, first: str, default: object = None) -> tuple[Taker, ...]:
        return self[first]


_ALL = _Starts()


def read_sheet(path: str, name: str, lang: str, text: str, inline: Inline) -> Sheet:
    """Turn the text of a page into a sheet; what cannot be read as meant is in its troubles."""
    raw = split_lines(text)
    front = read_front(raw, lang, inline)
    comments: list[Comment] = []
    lines = body(raw, front)
    if "<!--" in text:
        lines, comments = without_comments(lines)
    scan = Scan(path, lang, inline, _ALL, frames.link_names(lines))
    scan.run(lines)
    sections = tuple(_sections(scan.blocks, front.end + 1))
    faults = [*_front_faults(path, front), *_tabs(path, text), *scan.troubles]
    offs = (*_offs(comments, sections, len(raw)), *_front_offs(front.entries, len(raw)))
    return Sheet(
        path,
        name,
        lang,
        sections,
        tuple(front.entries),
        tuple(scan.shared),
        tuple(faults),
        offs,
        len(text.strip()),
    )


def _front_faults(path: str, front: Front) -> Iterator[Fault]:
    for code, line, gaps in front.faults:
        yield Fault(code, Spot(path, line), gaps)


def _tabs(path: str, text: str) -> Iterator[Fault]:
    """YAML takes no tabs at the beginning of a line; we read them as spaces, MkDocs does not read on."""
    head = text.split("\n---", 1)[0] if text.startswith("---") else ""
    for number, line in enumerate(head.split("\n") if "\t" in head else (), 1):
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield Fault("TR204", Spot(path, number))


def _sections(blocks: list[Block], line: int) -> Iterator[Section]:
    starts = [at for at, block in enumerate(blocks) if block.kind == "heading" and not block.inside and not block.depth]
    taken: dict[str, int] = {}
    if not starts or starts[0]:
        yield Section("top", line, tuple(blocks[: starts[0]] if starts else blocks))
    for at, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        head = blocks[at]
        key = head.id or "~" + _slug(head.plain)
        taken[key] = taken.get(key, 0) + 1
        key = key if taken[key] == 1 else f"{key}_{taken[key]}"
        yield Section(key, head.line, tuple(blocks[at:end]), int(head.detail), head.id)


def _slug(title: str) -> str:
    return "-".join(re.findall(r"\w+", title.lower()))[:60]


def _offs(comments: list[Comment], sections: tuple[Section, ...], end: int) -> Iterator[Off]:
    """A switch holds for the block after it; before a heading, for its section."""
    for comment in comments:
        last = end
        for section in sections:
            for block in section.blocks:
                if block.line >= comment.line or block.last >= comment.line:
                    whole = block.kind == "heading"
                    last = min(last, max(part.last for part in section.blocks) if whole else _extent(block, section))
        yield Off(comment.code, comment.reason, comment.line, last)


def _extent(block: Block, section: Section) -> int:
    """Up to the last block of the same frame or list."""
    last = max(block.last, block.line)
    at = section.blocks.index(block)
    for other in section.blocks[at + 1 :]:
        deeper = other.depth > block.depth or len(other.inside) > len(block.inside)
        together = block.kind in ("item", "row", "table") and other.kind in ("item", "row")
        if not (deeper or together):
            break
        last = max(last, other.last, other.line)
    return last


def _front_offs(entries: list[Entry], end: int) -> Iterator[Off]:
    """``checks: {CODE: {off: true, reason: …}}`` holds for the whole page."""
    found: dict[str, dict[str, str]] = {}
    for entry in entries:
        if entry.route.startswith("checks.") and entry.route.count(".") == 2:
            _, code, key = entry.route.split(".")
            found.setdefault(code.upper(), {})[key] = entry.said
    for code, said in found.items():
        if said.get("off", "").lower() in ("true", "yes", "on"):
            yield Off(code, said.get("reason", ""), 1, end)
