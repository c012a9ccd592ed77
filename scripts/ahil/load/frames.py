"""Blocks that hold others: lists, admonitions, tabs, our own blocks, quotes, definitions; and notes kept for the page."""  # noqa: E501

import re
from dataclasses import replace

from ahil.load.lines import Line
from ahil.load.scan import INTERRUPTS, Scan, dedent, indented

_ITEM = re.compile(r"( {0,3})([-*+]|\d{1,9}\.)( +)(?:\[([ xX])\](?:\s+|$))?(.*)$")
_NESTED = re.compile(r" {4,}(?:[-*+]|\d{1,9}\.) +")
_ADMONITION = re.compile(r" {0,3}(!!!|\?\?\?\+?) ?([\w-]+(?: +[\w-]+)*)?(?: *\"(.*)\")? *$")
_TAB = re.compile(r" {0,3}={3}([+!]*) +\"(.*)\" *$")
_OPEN = re.compile(r" {0,3}(/{3,})\s*([\w-]+)\s*(?:\|\s*(.*?))?\s*$")
_SHUT = re.compile(r" {0,3}(/{3,})\s*$")
_QUOTE = re.compile(r" {0,3}> ?(.*)$")
_DEFINED = re.compile(r" {0,3}: {1,3}(.*)$")
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]]+)\]: ?(.*)$")
_SHORT = re.compile(r" {0,3}\*\[([^\]]+)\]: ?(.*)$")
_NAME = re.compile(r" {0,3}\[([^\]^][^\]]*)\]:\s*<?([^\s>]+)>?(?:\s+[\"'(].*[\"')])?\s*$")
Inside = tuple[str, ...]


def item(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """A list item with what is nested in it; its marker kind and task state are its detail."""
    found = _ITEM.match(lines[at][1])
    if not found:
        return at
    end = _item_end(lines, at)
    body = [(lines[at][0], found[5]), *dedent(lines[at + 1 : end])]
    own = 1
    while own < len(body) and body[own][1].strip() and not _starts(lines[at + own][1]):
        own += 1
    detail = ("1." if found[2][0].isdigit() else "-") + (f"[{found[4].lower()}]" if found[4] else "")
    scan.add("item", body[:own], depth, inside, detail)
    scan.run(body[own:], depth + 1, inside)
    return end


def _starts(text: str) -> bool:
    return bool(_NESTED.match(text) or INTERRUPTS.match(text[min(4, len(text) - len(text.lstrip(" "))) :]))


def _item_end(lines: list[Line], at: int) -> int:
    end, blank = at + 1, False
    while end < len(lines):
        text = lines[end][1]
        if not text.strip():
            blank = True
        elif text.startswith("    "):
            blank = False
        elif blank or _ITEM.match(text) or INTERRUPTS.match(text):
            break
        end += 1
    while not lines[end - 1][1].strip():
        end -= 1
    return end


def admonition(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """``!!! type "title"`` and ``???``, with their indented body."""
    found = _ADMONITION.match(lines[at][1])
    if not found or not (found[2] or found[3] is not None):
        return at
    return _frame(scan, lines, at, (f"{found[1]} {found[2] or ''}".strip(), found[3]), (depth, inside, "!!!"))


def tab(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """``=== "label"`` with its indented body."""
    found = _TAB.match(lines[at][1])
    if not found:
        return at
    return _frame(scan, lines, at, (f"==={found[1]}", found[2]), (depth, inside, "==="))


def _frame(scan: Scan, lines: list[Line], at: int, head: tuple[str, str | None], place: tuple[int, Inside, str]) -> int:
    depth, inside, sign = place
    end = indented(lines, at + 1)
    title = head[1] if head[1] is not None else ""
    block = scan.block("tab" if sign == "===" else "admonition", title, lines[at][0], depth, inside, head[0])
    scan.blocks.append(replace(block, id=block.id or ("titled" if head[1] else "")))
    scan.run(dedent(lines[at + 1 : end]), depth, (*inside, sign))
    return max(end, at + 1)


def ours(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """``/// type | title`` up to the same number of slashes."""
    found = _OPEN.match(lines[at][1])
    if not found:
        if stray := _SHUT.match(lines[at][1]):
            scan.trouble("PA402", lines[at][0], sign=stray[1])
            return at + 1
        return at
    end = at + 1
    while end < len(lines) and not ((shut := _SHUT.match(lines[end][1])) and shut[1] == found[1]):
        end += 1
    if end == len(lines):
        scan.trouble("PA401", lines[at][0], sign=f"{found[1]} {found[2]}")
    body = lines[at + 1 : end]
    options = 0
    while options < len(body) and re.match(r" {4}[\w-]+:", body[options][1]):
        options += 1
    detail = " ".join([f"/// {found[2]}", *(text.strip() for _, text in body[:options])])
    block = scan.block("frame", found[3] or "", lines[at][0], depth, inside, detail)
    scan.blocks.append(replace(block, id=block.id or ("titled" if found[3] else "")))
    scan.run(body[options:], depth, (*inside, "///"))
    return end + 1


def quote(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """Lines after ``>``, and the lazy ones that follow without a blank line."""
    if not _QUOTE.match(lines[at][1]):
        return at
    body, end = [], at
    while end < len(lines) and lines[end][1].strip():
        found = _QUOTE.match(lines[end][1])
        if not found and INTERRUPTS.match(lines[end][1]):
            break
        body.append((lines[end][0], found[1] if found else lines[end][1]))
        end += 1
    scan.run(body, depth, (*inside, ">"))
    return end


def definition(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """``:   words`` under a paragraph, which so becomes a term."""
    found = _DEFINED.match(lines[at][1])
    if not found or not scan.blocks or scan.blocks[-1].kind not in ("paragraph", "definition", "term"):
        return at
    if scan.blocks[-1].kind == "paragraph":
        scan.blocks[-1] = replace(scan.blocks[-1], kind="term")
    end = at + 1
    while end < len(lines) and lines[end][1].strip() and not INTERRUPTS.match(lines[end][1]):
        end += 1
    scan.add("definition", [(lines[at][0], found[1]), *lines[at + 1 : end]], depth, inside)
    more = indented(lines, end)
    scan.run(dedent(lines[end:more]), depth, (*inside, ":"))
    return max(end, more)


def footnote(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """``[^id]: words``; the place of its definition is layout, so it is kept for the page."""
    found = _FOOTNOTE.match(lines[at][1])
    if not found:
        return at
    end = at + 1
    while end < len(lines) and lines[end][1].strip() and not INTERRUPTS.match(lines[end][1]):
        end += 1
    end = max(end, indented(lines, end))
    raw = "\n".join([found[2], *(text.strip() for _, text in lines[at + 1 : end])])
    scan.shared.append(replace(scan.block("footnote", raw, lines[at][0], 0, (), found[1]), id=found[1]))
    return end


def short(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """``*[short form]: words``."""
    found = _SHORT.match(lines[at][1])
    if not found:
        return at
    scan.shared.append(replace(scan.block("abbreviation", found[2], lines[at][0], 0, (), found[1]), id=found[1]))
    return at + 1


def name(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """``[name]: target``; already known, so it is only passed over."""
    found = _NAME.match(lines[at][1])
    return at + 1 if found and found[1].lower() in scan.names else at


def link_names(lines: list[Line]) -> dict[str, str]:
    """The targets of links by name, wherever they stand."""
    return {found[1].lower(): found[2] for _, text in lines if "]:" in text and (found := _NAME.match(text))}
