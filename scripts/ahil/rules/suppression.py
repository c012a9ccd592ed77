"""A finding set aside by its author: ``<!-- check:off CODE reason -->`` above, or ``checks`` in front matter.

A comment holds for its own line and for what follows it: a paragraph, list, table or block; above a
heading, for the section. ``<!-- allow-term: reason -->`` is the same for SA609. In a data file the comment
is ``# check:off CODE reason`` and holds for its line and the next. A reason is compulsory; ``ahil check
--set-aside`` lists them all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahil.model.curriculum import Curriculum
from ahil.model.spot import Fault, Spot
from ahil.model.text import Prose

_COMMENT = re.compile(r"<!--\s*(?:check:off\s+(?P<code>[A-Z]{2}\d{3})\b|allow-term:)\s*(?P<reason>.*?)\s*-->")
_IN_DATA = re.compile(r"(?:^|\s)#\s*check:off\s+(?P<code>[A-Z]{2}\d{3})\b[ \t]*(?P<reason>.*?)\s*$", re.MULTILINE)
_TERMS = "SA609"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A fault its author wants passed over, and why."""

    fault: Fault
    reason: str


@dataclass(frozen=True, slots=True)
class Switch:
    """A code switched off from line ``first`` to line ``last``."""

    code: str
    reason: str
    first: int
    last: int


def set_aside(
    faults: Iterable[Fault], curriculum: Curriculum, sources: Mapping[str, str] | None = None
) -> tuple[list[Fault], list[SetAside]]:
    """(what is left, what was set aside). A switch without a reason is itself a fault, ``CK001``."""
    switches = {prose.path: [*_in_prose(prose), *_in_front(prose)] for prose in curriculum.prose()}
    for path, text in (sources or {}).items():
        if "check:off" in text:
            switches[path] = list(_in_data(text))
    kept: list[Fault] = []
    aside: list[SetAside] = []
    for fault in faults:
        reason = _reason(fault, switches.get(fault.spot.path, ()))
        if reason:
            aside.append(SetAside(fault, reason))
        else:
            kept.append(fault)
    kept += [
        Fault("CK001", Spot(path, switch.first), {"code": switch.code})
        for path, found in switches.items()
        for switch in found
        if not switch.reason
    ]
    return kept, aside


def _reason(fault: Fault, switches: Iterable[Switch]) -> str:
    for switch in switches:
        if switch.code == fault.code and switch.first <= fault.spot.line <= switch.last:
            return switch.reason
    return ""


def _in_prose(prose: Prose) -> Iterator[Switch]:
    for number, line in enumerate(prose.lines, 1):
        if "<!--" in line:
            for match in _COMMENT.finditer(line):
                yield Switch(match["code"] or _TERMS, match["reason"], number, _extent(prose, number))


def _extent(prose: Prose, number: int) -> int:
    """The last line of what follows line ``number``."""
    lines = prose.lines
    first = next((n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()), number)
    for heading in prose.headings:
        if heading.spot.line == first:
            after = (one for one in prose.headings if one.spot.line > first and one.level <= heading.level)
            return next((one.spot.line - 1 for one in after), len(lines))
    block = next((block for block in prose.blocks if block.first == first), None)
    if block:
        return block.last
    end = first
    while end < len(lines) and lines[end].strip():
        end += 1
    return end


def _in_front(prose: Prose) -> Iterator[Switch]:
    for code, entry in (prose.front.checks or {}).items():
        reason = str(entry.get("reason") or "") if isinstance(entry, Mapping) else ""
        line = prose.places.spot("checks", code).line
        if reason:
            yield Switch(code, reason, 1, len(prose.lines))
        else:
            yield Switch(code, "", line, line)


def _in_data(text: str) -> Iterator[Switch]:
    for match in _IN_DATA.finditer(text):
        line = text.count("\n", 0, match.start("code")) + 1
        yield Switch(match["code"], match["reason"], line, line + 1)
