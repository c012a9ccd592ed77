"""The body of one Markdown file → the body of a staged page: blocks named, links and marks expanded."""

import re
from collections.abc import Iterator

from ahil.model.text import Prose
from ahil.render.edition import kept_lines
from ahil.render.marks import Setting, expanded

_BLOCK = re.compile(r"^(/{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$")
_FOR_EDITORS = re.compile(r"<!--\s*(?:check:off|allow-term)\b.*?-->")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")


def staged_lines(prose: Prose, setting: Setting) -> Iterator[tuple[int, list[str]]]:
    """Each kept line of the author's as (its number, the lines it becomes)."""
    fenced = ""
    for number, line in kept_lines(prose, trainer=setting.trainer):
        fence = _FENCE.match(line)
        if fence and (not fenced or fence[1].startswith(fenced)):
            fenced = "" if fenced else fence[1]
        if fenced or fence:
            yield number, [line]
        elif block := _BLOCK.match(line):
            yield number, _opened(block, setting)
        else:
            yield number, [expanded(_FOR_EDITORS.sub("", line), setting)]


def _opened(block: re.Match[str], setting: Setting) -> list[str]:
    """``/// say | Title`` → an admonition any reader of pymdownx.blocks knows, its kind in words."""
    kind = setting.interface.say(f"block.{block[2]}")
    title = f"{kind}: {expanded(block[3], setting)}" if block[3] else kind
    return [f"{block[1]} admonition | {title}", f"    type: {block[2]}", ""]


def staged_body(prose: Prose, setting: Setting) -> str:
    """The whole body of a page."""
    return "\n".join(line for _, lines in staged_lines(prose, setting) for line in lines).strip("\n")
