"""How far each translation is: a state per section, rolled up to page and language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ahil.model.blocks import Block, Entry, Part, Section, Sheet


class State(StrEnum):
    """From worst to best; a page is as good as its worst section."""

    MISSING = "missing"
    EMPTY = "empty"
    UNTRANSLATED = "untranslated"
    STALE = "stale"
    DIFFERS = "differs"
    DRAFT = "draft"
    CURRENT = "current"
    NOT_NEEDED = "not-needed"

    @property
    def rank(self) -> int:
        """Place in the order from worst to best."""
        return list(State).index(self)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A section of the source as it was when its translation was accepted: fingerprints and the text behind them."""

    key: str
    prints: tuple[str, ...]
    texts: tuple[str, ...]
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A block of the source that changed since: the accepted words, today's words, the translator's words."""

    old: str
    new: str
    reply: str
    line: int
    reply_line: int


@dataclass(frozen=True, slots=True)
class SectionState:
    """One section of one translation."""

    key: str
    title: str
    state: State
    line: int
    source_line: int
    source_title: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def anchor(self) -> str:
        """``#id`` of the section on its page, or nothing where its heading has no id or it has no heading."""
        return "" if self.key.startswith("~") or self.key in ("front", "top") else f"#{self.key}"


@dataclass(frozen=True, slots=True)
class PageState:
    """One page in one language."""

    name: str
    lang: str
    source: str
    path: str
    source_path: str
    state: State
    sections: tuple[SectionState, ...] = ()
    title: str = ""

    @property
    def stale(self) -> tuple[SectionState, ...]:
        """The sections whose source changed since they were accepted."""
        return tuple(section for section in self.sections if section.state is State.STALE)

    @property
    def share(self) -> float:
        """The part of the sections that is translated and not outdated, from 0 to 1."""
        counted = [section for section in self.sections if section.state is not State.NOT_NEEDED]
        done = [section for section in counted if section.state in (State.CURRENT, State.DRAFT, State.DIFFERS)]
        return len(done) / len(counted) if counted else float(self.state.rank >= State.DRAFT.rank)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every page in every language; the one source of all numbers on the site and in the terminal."""

    pages: tuple[PageState, ...] = ()

    def page(self, name: str, lang: str) -> PageState | None:
        """The state of one page, by its name without language and suffix."""
        return next((page for page in self.pages if (page.name, page.lang) == (name, lang)), None)

    def of(self, lang: str) -> tuple[PageState, ...]:
        """The translations into one language, in the order of pages."""
        return tuple(page for page in self.pages if page.lang == lang)

    def counts(self, lang: str) -> Mapping[State, int]:
        """How many sections of a language are in each state."""
        states = [section.state for page in self.of(lang) for section in page.sections]
        return {state: states.count(state) for state in State}

    def share(self, lang: str) -> float:
        """The part of all sections of a language that is translated and not outdated, from 0 to 1."""
        counts = self.counts(lang)
        whole = sum(counts.values()) - counts[State.NOT_NEEDED]
        done = counts[State.CURRENT] + counts[State.DRAFT] + counts[State.DIFFERS]
        return done / whole if whole else 1.0


Parts = tuple[Block, Block, Part, Part]
"""A block and a part of the source, each with its answer in the order source, target, source, target."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A page beside its source: sections and blocks that answer each other; ``None`` where one has no answer.

    ``both``, ``parts`` and ``rich`` follow from ``blocks``: those with an answer, their words, and the words in
    which something else stands too.
    """

    source: Sheet
    target: Sheet
    sections: tuple[tuple[Section | None, Section | None], ...]
    blocks: tuple[tuple[Block | None, Block | None], ...]
    front: tuple[tuple[Entry | None, Entry | None], ...] = ()
    both: tuple[tuple[Block, Block], ...] = ()
    parts: tuple[Parts, ...] = ()
    rich: tuple[Parts, ...] = ()
