"""The registers: terms, facts, contacts, sources, briefing items and labels, each said once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from ahil.model.lang import Lang
from ahil.model.text import STRICT, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """A variant that must not be written, and what to write."""

    text: str
    use: str
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the term base. ``status``: law = fixed by a law, usage = seen in use, proposed = ours."""

    id: str
    en: str
    ru: str
    uz: str
    meaning: Words
    status: Literal["law", "usage", "proposed"] = "proposed"
    also: Mapping[Lang, tuple[str, ...]] | None = None
    forbidden: Mapping[Lang, tuple[Forbidden, ...]] | None = None
    note: str = ""
    source: str = ""
    __pydantic_config__: ClassVar[Any] = STRICT

    def named(self, lang: Lang) -> str:
        """The preferred form."""
        return {Lang.EN: self.en, Lang.RU: self.ru, Lang.UZ: self.uz}[lang]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where something was read."""

    url: str
    title: str = ""
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A dated statement about law or figures; where sources differ, ``local`` says what to check."""

    id: str
    text: Words
    status: Literal["seen", "conflict", "briefing"]
    sources: tuple[Reference, ...]
    seen_on: date
    expires: date
    law: bool = False
    conflict: bool = False
    local: Words | None = None
    reviewer: str | None = None
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A help service; shown only while ``verified_on`` is at most 90 days old."""

    id: str
    service: Words
    number: str
    kind: Literal["emergency", "helpline", "office"]
    source: Reference
    seen_on: date
    hours: Words | None = None
    cost: Words | None = None
    languages: Words | None = None
    verified_on: date | None = None
    verified_by: str | None = None
    expires: date | None = None
    __pydantic_config__: ClassVar[Any] = STRICT

    def fresh(self, today: date) -> bool:
        """Whether a reader may be shown the number today."""
        if self.verified_on is None or (self.expires is not None and today > self.expires):
            return False
        return 0 <= (today - self.verified_on).days <= 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A work we learned from, and how we used it."""

    id: str
    title: str
    used_for: Words
    author: str = ""
    year: str = ""
    url: str = ""
    licence: str = ""
    seen_on: date | None = None
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One of the briefing's recommendations, in a sentence of ours."""

    id: str
    text: Words
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingItem:
    """One item of the briefing's inventory, and where it is used."""

    id: str
    group: str
    text: str
    lines: str
    used_in: tuple[str, ...]
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A wording that harms, by language, with what to say instead."""

    id: str
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    uz: tuple[str, ...] = ()
    use: Words
    why: Words
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """Words people type for one thing, by language; whoever types one is led to the others too."""

    id: str
    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    uz: tuple[str, ...] = ()
    __pydantic_config__: ClassVar[Any] = STRICT
