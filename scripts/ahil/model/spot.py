"""Where something stands, and what is wrong there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file: lines and columns count from 1; the path is relative to the root, with ``/``."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def at(self, line: int, column: int = 1) -> Self:
        """Keep the file, change the place."""
        return replace(self, line=line, column=column)


class Gravity(StrEnum):
    """How much a problem weighs: errors and warnings are findings, information never fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found, without words: its sentences stand under ``code`` in ``data/messages/``.

    ``gaps`` fill the braces of those sentences; ``other`` is the place it is compared with (the source of a
    translation, the first of two twins).
    """

    code: str
    spot: Spot
    gaps: Mapping[str, object] = field(default_factory=dict)
    other: Spot | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault as a person meets it: the place, the code, what is so, and what to do."""

    spot: Spot
    code: str
    what: str
    do: str
    gravity: Gravity = Gravity.ERROR
    other: Spot | None = None

    def __lt__(self, other: "Problem") -> bool:
        return (self.spot, self.code, self.what) < (other.spot, other.code, other.what)
