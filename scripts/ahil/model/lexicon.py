"""What the checks know about the three languages; read from ``data/language/lexicon.yml``."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
    month: str
    function_words: Mapping[str, frozenset[str]]
    english: frozenset[str]
    leftovers: tuple[re.Pattern[str], ...]
    apostrophe_lost: Mapping[str, str]
    names: frozenset[str]
