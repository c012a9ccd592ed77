"""How a page came out: what WeasyPrint laid where, which it tells nobody but itself."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_HOLDS_SOMETHING = frozenset({"p", "li", "dt", "dd", "h1", "h2", "h3", "td", "th", "input", "textarea", "img", "label"})


@dataclass(frozen=True, slots=True)
class LaidPage:
    """``empty`` is the share below its last line; ``tables`` are the forms' tables that stand on it."""

    empty: float
    tables: frozenset[Any]

    @classmethod
    def of(cls, page: Any) -> "LaidPage":
        """A page of a rendered document."""
        sheet = page._page_box  # no public way leads to the boxes
        boxes = [box for box in sheet.descendants() if box.element is not None]
        ends = [box.position_y + box.margin_height() for box in boxes if box.element_tag in _HOLDS_SOMETHING]
        room = sheet.margin_top + sheet.height
        used = max(ends, default=sheet.margin_top) - sheet.margin_top
        tables = frozenset(box.element for box in boxes if "sheet-table" in box.element.get("class", "").split())
        return cls(max(0.0, 1 - used / (room - sheet.margin_top)), tables)


def broken_tables(pages: Iterable[LaidPage]) -> int:
    """How many tables stand on more than one page."""
    return sum(count > 1 for count in Counter(table for page in pages for table in page.tables).values())
