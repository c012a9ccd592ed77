"""One Markdown file → its front matter, lines, headings, links, marks, blocks and quiz items."""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ahil.load.shape import shaped
from ahil.load.yaml_text import read_yaml
from ahil.model.lang import Lang
from ahil.model.spot import Fault, Spot
from ahil.model.text import Block, Front, Heading, Link, Mark, Places, Prose, QuizItem

_MARKDOWN = MarkdownIt("zero").enable(
    ["heading", "fence", "table", "link", "image", "backticks", "escape", "autolink", "newline"]
)
"""What is not asked for here (lists, emphasis …) is not parsed: half of the time of a check."""
_HEADING_ID = re.compile(r"\s*\{\s*#([\w-]+)[^}]*\}\s*$")
_MARK = re.compile(r"\{\{\s*([\w-]+)\s*([^}]*?)\s*\}\}")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_BLOCK = re.compile(r"^(/{3,})[ \t]*([A-Za-z][\w-]*)?[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$")
_TASK = re.compile(r"^[-*+] \[([ xX])\] +(.+?)\s*$")


def read_prose(path: str, lang: Lang, text: str) -> tuple[Prose, list[Fault]]:
    """Read a page; what cannot be read is a fault, and the rest is still there."""
    lines = tuple(text.split("\n"))
    front, places, body, faults = _front(path, lines)
    blocks, block_faults = _blocks(path, lines, body)
    tokens = _MARKDOWN.parse("\n".join(lines[body:]))
    headings = tuple(_headings(path, tokens, body))
    prose = Prose(
        path=path,
        lang=lang,
        front=front,
        places=places,
        lines=lines,
        body=body,
        headings=headings,
        links=tuple(_links(path, tokens, body)),
        marks=tuple(_marks(path, lines, body)),
        blocks=tuple(blocks),
        quiz=tuple(_quiz(path, lines, headings, blocks)),
    )
    return prose, faults + block_faults


def _front(path: str, lines: tuple[str, ...]) -> tuple[Front, Places, int, list[Fault]]:
    empty = Front(title=""), Places(path, {})
    if lines[0].rstrip() != "---":
        return *empty, 0, [Fault("LO010", Spot(path), {})]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return *empty, 0, [Fault("LO009", Spot(path), {})]
    data, places, faults = read_yaml(path, "\n".join(lines[1:end]) + "\n", offset=1)
    if faults and data is None:
        return empty[0], places, end + 1, faults
    front, more = shaped(Front, data if data is not None else {}, places)
    return front or empty[0], places, end + 1, faults + more


def outside_fences(lines: tuple[str, ...], start: int = 0) -> Iterator[tuple[int, str]]:
    """The lines that are not code, as (number from 1, line)."""
    fence = ""
    for number, line in enumerate(lines[start:], start + 1):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield number, line


def _blocks(path: str, lines: tuple[str, ...], body: int) -> tuple[list[Block], list[Fault]]:
    found: list[Block] = []
    faults: list[Fault] = []
    waiting: list[tuple[str, str, str, int]] = []
    for number, line in outside_fences(lines, body):
        match = _BLOCK.match(line)
        if not match:
            continue
        slashes, name, title = match[1], match[2], match[3] or ""
        if name:
            waiting.append((slashes, name, title, number))
        elif waiting and waiting[-1][0] == slashes:
            _, name, title, first = waiting.pop()
            found.append(Block(Spot(path, first), name, title, first, number))
        else:
            faults.append(Fault("LO018", Spot(path, number), {}))
    faults += [Fault("LO017", Spot(path, first), {"name": name}) for _, name, _, first in waiting]
    return sorted(found, key=lambda block: block.first), faults


def _marks(path: str, lines: tuple[str, ...], body: int) -> Iterator[Mark]:
    for number, line in outside_fences(lines, body):
        for match in _MARK.finditer(re.sub(r"`[^`]*`", lambda m: " " * len(m[0]), line)):
            yield Mark(Spot(path, number, match.start() + 1), match[1], match[2])


def _headings(path: str, tokens: list[Token], body: int) -> Iterator[Heading]:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.map:
            match = _HEADING_ID.search(inline.content)
            title = _HEADING_ID.sub("", inline.content)
            spot = Spot(path, opening.map[0] + 1 + body)
            yield Heading(spot, int(opening.tag[1]), match[1] if match else "", title)


def _links(path: str, tokens: list[Token], body: int) -> Iterator[Link]:
    for token in tokens:
        if token.type == "inline" and token.map:
            yield from _inline_links(path, token, token.map[0] + 1 + body)


def _inline_links(path: str, inline: Token, line: int) -> Iterator[Link]:
    opened: list[tuple[Spot, str, list[str]]] = []
    for child in inline.children or ():
        match child.type:
            case "softbreak" | "hardbreak":
                line += 1
            case "link_open":
                opened.append((Spot(path, line), str(child.attrs["href"]), []))
            case "link_close":
                spot, target, text = opened.pop()
                yield Link(spot, target, "".join(text))
            case "image":
                yield Link(Spot(path, line), str(child.attrs["src"]), child.content, image=True)
            case _:
                for _, _, text in opened:
                    text.append(child.content)


def _quiz(path: str, lines: tuple[str, ...], headings: tuple[Heading, ...], blocks: list[Block]) -> Iterator[QuizItem]:
    starts = [*(heading.spot.line for heading in headings), len(lines) + 1]
    for heading, end in zip(headings, starts[1:], strict=True):
        if heading.id.startswith("quiz-"):
            yield _item(lines, heading, end - 1, blocks)


def _item(lines: tuple[str, ...], heading: Heading, last: int, blocks: list[Block]) -> QuizItem:
    first = heading.spot.line
    answer = next((block.first for block in blocks if block.name == "answer" and first < block.first <= last), 0)
    tasks = {n: match for n in range(first, last) if (match := _TASK.match(lines[n]))}
    until = min([*tasks, *([answer - 1] if answer else []), last])
    return QuizItem(
        spot=heading.spot,
        id=heading.id.removeprefix("quiz-"),
        options=tuple((match[2], match[1] != " ") for match in tasks.values()),
        question=tuple(line for line in lines[first:until] if line.strip()),
        first=first,
        last=last,
        answer=answer,
    )
