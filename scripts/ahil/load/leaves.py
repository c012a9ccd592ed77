"""Blocks that hold no others: headings, code, tables, snippets, rules, math, raw HTML."""

import re

from ahil.load.lines import Line
from ahil.load.scan import Scan, dedent, indented
from ahil.model.blocks import Block, Part

_HEADING = re.compile(r" {0,3}(#{1,6})\s*(.+?)\s*(?<!\\)#*\s*$")
_UNDER = re.compile(r" {0,3}(=+|-+)\s*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*([^`]*)$")
_RULE = re.compile(r" {0,3}([-*_])(?: {0,2}\1){2,}\s*$")
_SPLIT = re.compile(r" {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_SNIPPET = re.compile(r"\s*;?-+8<-+\s*[\"']?([^\"']*)[\"']?\s*$")
_HTML = re.compile(
    r" {0,3}</?(?:address|article|aside|audio|center|details|dialog|div|dl|dd|dt|fieldset|figcaption|figure|footer|form|h[1-6]"  # noqa: E501
    r"|header|hr|iframe|li|main|menu|nav|object|ol|p|picture|pre|script|section|style|summary|svg|table|tbody|td|tfoot|th|thead|tr|ul|video)\b",
    re.I,
)
_LONE = re.compile(r"\s*</?\w[^<>]*>\s*$")
_WHOLE = re.compile(r" {0,3}<(script|style|pre|svg)\b", re.I)
_CELL = re.compile(r"((?:\\.|`[^`]*`|[^|\\`]|`)*)(\||$)")
Inside = tuple[str, ...]


def heading(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """``## Title { #id }``."""
    found = _HEADING.match(lines[at][1])
    if not found:
        return at
    _heading(scan, found[2], len(found[1]), lines[at][0], depth, inside)
    return at + 1


def underlined(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """A title over a line of ``=`` or ``-``."""
    if at + 1 >= len(lines) or not (found := _UNDER.match(lines[at + 1][1])):
        return at
    _heading(scan, lines[at][1].strip(), 1 if found[1][0] == "=" else 2, lines[at][0], depth, inside)
    return at + 2


def _heading(scan: Scan, words: str, level: int, line: int, depth: int, inside: Inside) -> None:
    scan.blocks.append(scan.block("heading", words, line, depth, inside, str(level)))


def fence(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """Code between fences; its language and options are its detail, its title may be translated."""
    found = _FENCE.match(lines[at][1])
    if not found:
        return at
    end = at + 1
    closing = re.compile(rf" {{0,3}}{re.escape(found[1][0])}{{{len(found[1])},}}\s*$")
    while end < len(lines) and not closing.match(lines[end][1]):
        end += 1
    if end == len(lines):
        scan.trouble("PA601", lines[at][0], sign=found[1])
    _code(scan, found[2].strip(), lines[at + 1 : end], lines[at][0], (depth, inside))
    return end + 1


def _code(scan: Scan, info: str, body: list[Line], line: int, place: tuple[int, Inside]) -> None:
    title = re.search(r"title=\"([^\"]*)\"", info)
    info = info.replace(title[0], "") if title else info
    raw = "\n".join(text.rstrip() for _, text in body).strip("\n")
    part = Part(raw=raw, plain="", words=title[1] if title else "")
    last = body[-1][0] + 1 if body else line
    scan.blocks.append(Block("code", line, (part,), " ".join(info.split()), *place, title[1] if title else "", last))


def indented_code(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """Code by four spaces."""
    end = indented(lines, at)
    _code(scan, "", dedent(lines[at:end]), lines[at][0], (depth, inside))
    return max(end, at + 1)


def rule(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """A line across the page."""
    if not _RULE.match(lines[at][1]):
        return at
    scan.blocks.append(Block("rule", lines[at][0], (Part(),), "", depth, inside))
    return at + 1


def snippet(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """``--8<-- "file"``, or several files between two such lines."""
    found = _SNIPPET.match(lines[at][1])
    if not found:
        return at
    end, paths = at + 1, [found[1].strip()] if found[1].strip() else []
    if not paths:
        while end < len(lines) and not _SNIPPET.match(lines[end][1]):
            paths.append(lines[end][1].strip())
            end += 1
        end += 1
    for path in paths:
        scan.blocks.append(Block("snippet", lines[at][0], (Part(raw=path),), path, depth, inside))
    return end


def math(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """A formula between double dollars."""
    if not lines[at][1].lstrip().startswith("$$"):
        return at
    end = at
    while end < len(lines) and "$$" not in (lines[end][1].lstrip()[2:] if end == at else lines[end][1]):
        end += 1
    raw = "\n".join(text.strip() for _, text in lines[at : end + 1])
    scan.blocks.append(Block("math", lines[at][0], (Part(raw=raw),), "", depth, inside))
    return end + 1


def table(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """A pipe table: its alignment is the detail of the table, each row has a part for each cell."""
    if "|" not in lines[at][1] or at + 1 >= len(lines):
        return at
    split = lines[at + 1][1]
    if not _SPLIT.match(split) or not ("|" in split or lines[at][1].strip().startswith("|")):
        return at
    columns = [f"{'l' if cell.startswith(':') else ''}{'r' if cell.endswith(':') else ''}-" for cell in _cells(split)]
    scan.blocks.append(Block("table", lines[at][0], (Part(),), " ".join(columns), depth, inside))
    end = at
    while end < len(lines) and "|" in lines[end][1]:
        if end != at + 1:
            _row(scan, lines[end], depth, inside)
        end += 1
    return end


def _row(scan: Scan, line: Line, depth: int, inside: Inside) -> None:
    parts = tuple(scan.inline(cell, scan.lang, scan.names) for cell in _cells(line[1]))
    scan.blocks.append(Block("row", line[0], parts, str(len(parts)), depth, (*inside, "|")))


def _cells(text: str) -> list[str]:
    text = text.strip().removeprefix("|")
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    if "\\" not in text and "`" not in text:
        return [cell.strip() for cell in text.split("|")]
    found = list(_CELL.finditer(text))
    ends = next((at for at, match in enumerate(found) if not match[2]), len(found) - 1)
    return [match[1].strip() for match in found[: ends + 1]]


def html(scan: Scan, lines: list[Line], at: int, depth: int, inside: Inside) -> int:
    """Raw HTML, to the next blank line or to the end of what must not be read."""
    if not _HTML.match(lines[at][1]):
        return at
    whole, end = _WHOLE.match(lines[at][1]), at + 1
    if whole and f"</{whole[1].lower()}" not in lines[at][1].lower():
        while end < len(lines) and f"</{whole[1].lower()}" not in lines[end][1].lower():
            end += 1
        end += 1
    elif not whole and not _LONE.match(lines[at][1]):
        while end < len(lines) and lines[end][1].strip() and not _LONE.match(lines[end][1]):
            end += 1
    raw = "\n".join(text.strip() for _, text in lines[at:end])
    if whole:
        scan.blocks.append(Block("code", lines[at][0], (Part(raw=raw),), whole[1].lower(), depth, inside))
    else:
        scan.blocks.append(scan.block("html", raw, lines[at][0], depth, inside))
    return end
