"""What the checks know about the three languages; read from ``data/language/lexicon.yml``."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Known = Callable[[str], frozenset[object]]
"""What a word means: the months, numbers or units it may stand for."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by meaning and by language; each pattern matches a whole word in lower case."""

    months: Known
    weekdays: Known
    numbers: Known
    scales: Known
    units: Known
    fractions: Known
    hours: Known
    polite: re.Pattern[str]
    real_pairs: frozenset[str]
    closed: tuple[str, ...]
    month: str
    function_words: Mapping[str, frozenset[str]]
    english: frozenset[str]
    leftovers: tuple[re.Pattern[str], ...]
    translator_notes: tuple[re.Pattern[str], ...]
    apostrophe_lost: Mapping[str, str]
    names: frozenset[str]
    shared: frozenset[str]
    hints: tuple[str, ...]
    endings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """A concept with its agreed word in each language, and the words that must not stand for it."""

    id: str
    words: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[tuple[str, str], ...]]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All a rule may ask: words, agreed terms, and two slow readers that are woken only by a suspicion."""

    lexicon: Lexicon
    terms: tuple[Term, ...] = ()
    identify: Callable[[str], str] = lambda text: ""
    lemmas: Callable[[str], frozenset[str]] = lambda word: frozenset([word])
    files: frozenset[str] = frozenset()
    marks: Mapping[str | tuple[str, ...], int] = field(default_factory=dict)
    apostrophes: Mapping[str, str] = field(default_factory=dict)
