"""A worksheet: a form to print, to fill in on a screen, or to fill in on the page."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from ahil.model.lang import Lang
from ahil.model.module import GroupForm
from ahil.model.text import STRICT, Places, Words

FieldKind = StrEnum(
    "FieldKind", ["line", "lines", "table", "boxes", "scale", "area", "date", "signature", "heading", "note"]
)


class Paper(StrEnum):
    """The sheets our readers' printers and copy shops have."""

    A4 = "A4"
    A3 = "A3"


class Orientation(StrEnum):
    """Which way the sheet is held."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


def _as_typed(name: str) -> str:
    """``from`` and ``to`` in the YAML: the first of them is a word of Python's own."""
    return {"first": "from", "last": "to"}.get(name, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose."""

    id: str
    label: Words
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table; ``width`` is its share of the line, ``options`` make it a choice."""

    id: str
    label: Words
    width: int = 1
    options: tuple[Option, ...] = ()
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing to fill in, or to read. Which of the optional parts count depends on ``kind``.

    lines: ``rows`` · table: ``columns`` and either ``rows`` or ``row_labels`` (printed in the first column) ·
    boxes: ``options``, ``many`` · scale: ``first`` to ``last``, ``low``, ``high`` · area: ``height`` in mm.
    """

    id: str
    kind: FieldKind
    label: Words
    hint: Words | None = None
    rows: int | None = None
    columns: tuple[Column, ...] = ()
    row_labels: tuple[Words, ...] = ()
    many: bool = False
    options: tuple[Option, ...] = ()
    first: int | None = None
    last: int | None = None
    low: Words | None = None
    high: Words | None = None
    height: int | None = None
    __pydantic_config__: ClassVar[Any] = {**STRICT, "alias_generator": _as_typed, "populate_by_name": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetFacts:
    """``worksheets/<slug>.yml``: the fields once, each label in every language side by side.

    ``each`` says who fills in one, where that is not the group of the step that uses it.
    ``personal`` says that personal data is handled; ``privacy`` then says where the sheet is kept, who
    sees it and when it is destroyed. ``sensitive`` says that being seen with it can put somebody at risk.
    """

    id: str
    title: Words
    filled_by: Words
    how: Words
    safety: Words
    never: Words
    modules: tuple[str, ...]
    review_by: date
    fields: tuple[Field, ...]
    source: Lang = Lang.EN
    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.PORTRAIT
    each: GroupForm | None = None
    personal: bool = False
    sensitive: bool = False
    privacy: Words | None = None
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """A form and its name."""

    slug: str
    facts: WorksheetFacts
    places: Places

    @property
    def code(self) -> str:
        """The short neutral name of files and PDFs: ``w02``."""
        return self.facts.id.lower()

    @property
    def private(self) -> bool:
        """What is typed into it is never kept on a device, which others may use too."""
        return self.facts.personal or self.facts.sensitive
