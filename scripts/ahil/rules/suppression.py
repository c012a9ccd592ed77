"""A finding set aside by its author: ``<!-- check:off CODE reason -->`` on the line above, or ``checks`` in front matter.

A reason is compulsory; what is set aside is listed by ``ahil check --set-aside``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahil.model.curriculum import Curriculum
from ahil.model.spot import Fault, Spot
from ahil.model.text import Prose

_COMMENT = re.compile(r"<!--\s*check:off\s+([A-Z]{2}\d{3})\b\s*(.*?)\s*-->")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A fault its author wants passed over, and why."""

    fault: Fault
    reason: str


def set_aside(faults: Iterable[Fault], curriculum: Curriculum) -> tuple[list[Fault], list[SetAside]]:
    """(what is left, what was set aside). A suppression without a reason is itself a fault, ``CK001``."""
    pages = {prose.path: prose for prose in curriculum.prose()}
    comments = {path: dict(_comments(prose)) for path, prose in pages.items()}
    kept: list[Fault] = []
    aside: list[SetAside] = []
    for fault in faults:
        prose = pages.get(fault.spot.path)
        reason = _reason(fault, prose, comments.get(fault.spot.path, {})) if prose else None
        if reason:
            aside.append(SetAside(fault, reason))
        else:
            kept.append(fault)
    kept += [
        Fault("CK001", Spot(path, line), {"code": code})
        for path, found in comments.items()
        for (code, line), reason in found.items()
        if not reason
    ]
    return kept, aside


def _comments(prose: Prose) -> Iterable[tuple[tuple[str, int], str]]:
    for number, line in enumerate(prose.lines, 1):
        for match in _COMMENT.finditer(line):
            yield (match[1], number), match[2]


def _reason(fault: Fault, prose: Prose, comments: Mapping[tuple[str, int], str]) -> str | None:
    for line in (fault.spot.line, fault.spot.line - 1, fault.spot.line - 2):
        if reason := comments.get((fault.code, line)):
            return reason
    whole = (prose.front.checks or {}).get(fault.code)
    return str(whole.get("reason") or "") if isinstance(whole, Mapping) else None
