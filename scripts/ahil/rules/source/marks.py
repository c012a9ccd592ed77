"""``{{ marks }}``: a closed set, each with what it may be asked."""

import re
from collections.abc import Iterator

from ahil.model.spot import Fault
from ahil.model.text import Mark, Prose
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.source.references import coming, existing, nearest
from ahil.rules.source.targets import KINDS

REGISTERS = ("glossary", "sources", "modules", "paths", "contacts", "facts", "prints", "briefing", "tools")
MARKS = ("fact", "term", "minutes", "help", "contact", "register", *KINDS)
ALONE = ("help", "register")
"""Marks that become whole blocks."""

_LOOSE = re.compile(r"\{\{|\}\}")
_WHOLE = re.compile(r"\{\{\s*[\w-]+\s*[^}]*?\s*\}\}")


def _arguments(ground: Ground, name: str) -> list[str]:
    curriculum = ground.curriculum
    asked = {
        "fact": curriculum.facts,
        "term": curriculum.terms,
        "contact": curriculum.contacts,
        "register": REGISTERS,
        "minutes": (*curriculum.modules, *curriculum.coming),
        "help": ("",),
    }
    return list(asked[name]) if name in asked else existing(curriculum, name)


@rule("LK313", "LK314", "LK315")
def mark_wrong(ground: Ground) -> Iterator[Fault]:
    """A mark is none of the closed set (LK313), asks for something that does not exist (LK314), or for
    something planned and not written yet (LK315, for information).

    It would reach readers as braces. Bad: ``{{ facts F09 }}``, ``{{ term mahala }}``. Good: ``{{ fact F09
    }}``, ``{{ term makhalla }}``.
    """
    for _, prose in ground.prose():
        for mark in prose.marks:
            if mark.name not in MARKS:
                yield Fault("LK313", mark.spot, {"name": mark.name, "near": nearest(mark.name, MARKS)})
                continue
            known = _arguments(ground, mark.name)
            if mark.argument not in known:
                later = coming(ground, mark.name) if mark.name in KINDS else []
                soon = mark.argument in later
                near = "" if soon else nearest(mark.argument, [*known, *later])
                gaps = {"name": mark.name, "argument": mark.argument, "near": near}
                yield Fault("LK315" if soon else "LK314", mark.spot, gaps)


@rule("LK316")
def mark_in_line(ground: Ground) -> Iterator[Fault]:
    """``{{ help }}`` or ``{{ register … }}`` stands among other words.

    It becomes a whole block, which would tear the sentence, list or table it stands in. Give it a line of
    its own with an empty line before and after.
    """
    for _, prose in ground.prose():
        for mark in prose.marks:
            if mark.name in ALONE and not _alone(mark, prose):
                yield Fault("LK316", mark.spot, {"name": mark.name})


def _alone(mark: Mark, prose: Prose) -> bool:
    number = mark.spot.line
    around = [prose.lines[n].strip() for n in (number - 2, number) if 0 <= n < len(prose.lines)]
    whole = _WHOLE.fullmatch(prose.lines[number - 1].strip())
    return bool(whole) and all(not line or line.startswith("///") for line in around)


@rule("LK317")
def brace_loose(ground: Ground) -> Iterator[Fault]:
    """Two braces stand here that make no mark.

    The reader would see them. Close the mark on the same line. Bad: ``{{ fact F09 }``. Good: ``{{ fact F09
    }}``.
    """
    for _, prose in ground.prose():
        for number, line in enumerate(prose.lines[prose.body :], prose.body + 1):
            if "{{" in line or "}}" in line:
                rest = re.sub(r"`[^`]*`", lambda code: " " * len(code[0]), line)
                rest = _WHOLE.sub(lambda mark: " " * len(mark[0]), rest)
                if found := _LOOSE.search(rest):
                    spot = prose.places.spot().at(number, found.start() + 1)
                    yield Fault("LK317", spot, {"sign": found[0]})
