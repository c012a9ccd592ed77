"""``data/uzbek/*.tsv`` → spellings. A line is ``latin<TAB>cyrillic``; a comment begins with ``#``.

``=`` as Cyrillic: looked at, the rules are right. ``-`` as Cyrillic: a name that stays Latin, which may be several
words. ``*`` after the Latin: a stem that anything may follow; without it only the endings of Uzbek may.
"""

import re
from collections.abc import Iterator, Mapping

from ahil.model.alphabet import Spelling, Spellings
from ahil.model.spot import Fault, Spot

FILES = ("loanwords.tsv", "exceptions.tsv")
"""In the order in which they are read: what is said later holds."""

_LINE = re.compile(
    r"(?P<latin>[A-Za-zʻʼ]+(?:[,;]?[ -][A-Za-zʻʼ]+)*)(?P<open>\*?)\t(?P<cyrillic>=|-|[\u0400-\u04ff-]+)\s*(?:#.*)?"
)


def read_spellings(texts: Mapping[str, str]) -> tuple[Spellings, list[Fault]]:
    """The lines of several files, by path; a line that is none is a fault and hides no other."""
    found: dict[str, Spelling] = {}
    faults: list[Fault] = []
    for path, text in texts.items():
        for number, line in _lines(text):
            told = _LINE.fullmatch(line)
            if told:
                found[told["latin"].lower()] = _spelling(told)
            else:
                faults.append(Fault("WO407", Spot(path, number), {"line": line.replace("\t", " ")}))
    return Spellings(found), faults


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _spelling(told: re.Match[str]) -> Spelling:
    said = told["cyrillic"]
    return Spelling(
        told["latin"].lower(), "" if said in "=-" else said.lower(), open=bool(told["open"]), kept=said == "-"
    )
