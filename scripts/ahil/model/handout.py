"""A handout: one page to take away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from ahil.model.lang import Lang
from ahil.model.text import STRICT, Places, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutFacts:
    """``handout.yml``: what is the same in every language. ``pocket`` also prints it as cards, four to a page."""

    id: str
    modules: tuple[str, ...]
    review_by: date
    sources: tuple[str, ...] = ()
    source: Lang = Lang.EN
    sensitive: bool = False
    legal: bool = False
    pocket: bool = False
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A one-page handout: its facts once, its words in each language that has them."""

    slug: str
    facts: HandoutFacts
    places: Places
    words: Mapping[Lang, Prose]

    @property
    def code(self) -> str:
        """The short neutral name of files and PDFs: ``h03``."""
        return self.facts.id.lower()
