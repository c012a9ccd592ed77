"""Words in three languages, and the text of one Markdown file as a value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, TypeAlias

from ahil.model.lang import Lang
from ahil.model.spot import Spot

Words: TypeAlias = Mapping[Lang, str]
"""One text in every language it exists in."""

PLACEHOLDER = re.compile(r"\{\{\s*([\w-]+)\s*\}\}")

STRICT: dict[str, str] = {"extra": "forbid"}
"""For the reader of YAML: a key nobody declared is a fault."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the keys of one file stand: route of keys → (line, column)."""

    path: str
    at: Mapping[tuple[str | int, ...], tuple[int, int]]

    def spot(self, *route: str | int) -> Spot:
        """The place of the last key on the route that exists."""
        while route and route not in self.at:
            route = route[:-1]
        return Spot(self.path, *self.at.get(route, (1, 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A native reader's signature under a translation: a role, never a name."""

    by: str
    on: date
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The front matter of a page, a module's words or a handout's words.

    ``objectives`` belongs to modules; ``source`` to pages (modules and handouts say it in their .yml).
    """

    title: str
    summary: str = ""
    objectives: Mapping[str, str] | None = None
    source: Lang | None = None
    reviewed: Review | None = None
    checks: Mapping[str, Any] | None = None
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True)
class Heading:
    """``## Title { #id }``; ``id`` is empty where the author gave none."""

    spot: Spot
    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image as written; ``text`` is its plain text or alt text."""

    spot: Spot
    target: str
    text: str
    image: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """``{{ name argument }}``."""

    spot: Spot
    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class Block:
    """``/// name | title`` to its closing line; lines count from 1, ``last`` is the closing line."""

    spot: Spot
    name: str
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sketch of ours: SVG with ``{{ word }}`` where words stand, and those words."""

    svg: str
    words: Mapping[str, Words]

    def in_language(self, lang: Lang) -> str:
        """The SVG text with its words in ``lang``."""
        return PLACEHOLDER.sub(lambda match: self.words.get(match[1], {}).get(lang, match[1]), self.svg)


@dataclass(frozen=True, slots=True)
class QuizItem:
    """A question under ``### … { #quiz-id }``: options as (text, right).

    ``first`` is the line of its heading, ``last`` the last line before the next one, ``answer`` the line of its
    ``/// answer`` (0 when there is none); ``question`` are the lines above the options.
    """

    spot: Spot
    id: str
    options: tuple[tuple[str, bool], ...]
    question: tuple[str, ...]
    first: int
    last: int
    answer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """One Markdown file: its front matter, its lines, and what stands in them.

    ``lines`` are the lines of the whole file, front matter included, so that ``lines[n - 1]`` is line n. Of a
    ``broken`` page something could not be read: it is shown as being repaired, if it is shown at all.
    """

    path: str
    lang: Lang
    front: Front
    places: Places
    lines: tuple[str, ...]
    body: int
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    marks: tuple[Mark, ...]
    blocks: tuple[Block, ...]
    quiz: tuple[QuizItem, ...]
    broken: bool = False

    @property
    def draft(self) -> bool:
        """No native reader has signed yet; English, the working language, needs no signature."""
        return self.front.reviewed is None and self.lang is not Lang.EN
