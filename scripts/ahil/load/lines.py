"""A file as numbered lines, without its comments; what the comments switch off is kept."""

import re
from dataclasses import dataclass

Line = tuple[int, str]

_BREAK = re.compile(r"\r\n|\r|\n")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_OFF = re.compile(r"check:off\s+([A-Za-z]{2}[\dA-Za-z*]*)?\s*(.*)", re.S)


@dataclass(frozen=True, slots=True)
class Comment:
    """``<!-- check:off CODE reason -->``: what it says and after which line it stands."""

    code: str
    reason: str
    line: int


def split_lines(text: str) -> list[str]:
    """Lines as an editor counts them, tabs as four spaces, without a byte-order mark."""
    text = text.removeprefix("\ufeff")
    return _BREAK.split(text.expandtabs(4) if "\t" in text else text)


def without_comments(lines: list[Line]) -> tuple[list[Line], list[Comment]]:
    """Drop comments outside of code; a line that was only a comment goes altogether."""
    kept: list[Line] = []
    comments: list[Comment] = []
    fence, opened = "", None
    for number, line in lines:
        text = line
        if opened is None and (mark := _FENCE.match(text)):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if not fence or opened is not None:
            text, opened = _strip(text, number, opened, comments)
        if text.strip() or not line.strip() or fence:
            kept.append((number, text))
    return kept, comments


def _strip(text: str, number: int, opened: list[str] | None, comments: list[Comment]) -> tuple[str, list[str] | None]:
    left = ""
    while text:
        if opened is None:
            before, sign, text = _cut(text)
            left += before
            opened = [] if sign else None
        else:
            inner, sign, text = text.partition("-->")
            opened.append(inner)
            if sign:
                _note("\n".join(opened), number, comments)
                opened = None
    return left, opened


def _cut(text: str) -> tuple[str, str, str]:
    """Up to the next comment that does not stand in inline code."""
    before, sign, after = text.partition("<!--")
    if before.count("`") % 2 and "`" in after:
        inner, tick, rest = after.partition("`")
        more, sign, tail = _cut(rest)
        return before + "<!--" + inner + tick + more, sign, tail
    return before, sign, after


def _note(comment: str, number: int, comments: list[Comment]) -> None:
    if found := _OFF.match(comment.strip()):
        comments.append(Comment((found[1] or "").upper(), " ".join(found[2].split()), number))
