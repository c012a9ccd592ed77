"""A page of the knowledge base."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from ahil.model.lang import Lang
from ahil.model.text import STRICT, Prose

PageGroup = StrEnum("PageGroup", ["start", "learn", "challenges", "act", "tools", "about"])


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """An entry of ``data/pages.yml``: what is the same in every language; its order is the navigation."""

    id: str
    group: PageGroup
    review_by: date
    sensitive: bool = False
    legal: bool = False
    briefing: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``docs/<lang>/<name>.md`` in each language that has it; ``facts`` is None where pages.yml is silent."""

    name: str
    facts: PageFacts | None
    words: Mapping[Lang, Prose]
