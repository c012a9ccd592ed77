"""What the checks watch for: names, phrases, and the size of the whole plan."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ahil.model.alphabet import Doubt
from ahil.model.lang import Lang
from ahil.model.text import STRICT

Forms = tuple[str, ...]
"""Ways to say something: whole words; a final ``*`` stands for any ending, ``#`` for any number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of a person or a place, and the only pages on which it may stand (``data/names.yml``)."""

    id: str
    kind: Literal["person", "place"]
    en: Forms
    ru: Forms
    uz: Forms
    pages: Forms
    __pydantic_config__: ClassVar[Any] = STRICT

    @property
    def forms(self) -> Forms:
        """All spellings: a name may stand in another alphabet than its page."""
        return (*self.en, *self.ru, *self.uz)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words by which a check recognises what a text is about (``data/phrases.yml``)."""

    id: str
    en: Forms = ()
    ru: Forms = ()
    uz: Forms = ()
    note: str = ""
    __pydantic_config__: ClassVar[Any] = STRICT

    def said(self, lang: Lang) -> Forms:
        """The forms of one language."""
        return {Lang.EN: self.en, Lang.RU: self.ru, Lang.UZ: self.uz}[lang]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A kind of thing and the names all of them will have when everything is written (``data/plan.yml``)."""

    id: str
    names: Forms
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True)
class Watch:
    """The word lists of a run.

    ``runs`` are fingerprints of sentences that must not be copied; ``doubts`` finds the words of a text whose
    Cyrillic nobody has confirmed.
    """

    names: Mapping[str, Name] = field(default_factory=dict)
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    plan: Mapping[str, Planned] = field(default_factory=dict)
    runs: frozenset[str] = frozenset()
    doubts: Callable[[str], Iterable[Doubt]] = lambda text: ()

    def said(self, phrase: str, lang: Lang) -> Forms:
        """The forms of a phrase in a language; nothing for a phrase nobody wrote down."""
        found = self.phrases.get(phrase)
        return found.said(lang) if found else ()

    def planned(self, kind: str) -> Forms:
        """The names of a kind that exist or are still to come."""
        found = self.plan.get(kind)
        return found.names if found else ()
