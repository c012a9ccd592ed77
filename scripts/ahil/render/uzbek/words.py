"""One word: its confirmed spelling if it has one, the rules otherwise."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ahil.model.alphabet import Spelling, Spellings
from ahil.render.uzbek.endings import is_ending
from ahil.render.uzbek.kept import kept
from ahil.render.uzbek.letters import by_rule

FOREIGN = "À-ÖØ-öø-ɏ"
"""Letters of other Latin alphabets: a word with one is a name, and stays."""

_WORD = re.compile(rf"[A-Za-z{FOREIGN}](?:[A-Za-z{FOREIGN}ʻʼ]|['’‘`](?=[A-Za-z]))*")
_SOFT = "ь"


class Speller:
    """Latin words → Cyrillic with the exceptions it was given."""

    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings
        self._longest = max(map(len, spellings.by_latin), default=0)
        self._kept = kept(line.latin for line in spellings if " " in line.latin)
        self.word = lru_cache(maxsize=None)(self._word)

    def words_of(self, text: str) -> Iterator[re.Match[str]]:
        """Every Latin word of a text that is no address, code, numeral or kept phrase."""
        at = 0
        for found in () if text.strip() == "I" else self._kept.finditer(text):  # a letter of the index, no numeral
            yield from _WORD.finditer(text, at, found.start())
            at = found.end()
        yield from _WORD.finditer(text, at)

    def known(self, word: str) -> Spelling | None:
        """The line that decides about a word."""
        small = word.lower()
        for length in range(min(len(small), self._longest), 1, -1):
            line = self._spellings.get(small[:length])
            if line and (line.open or is_ending(small[length:])):
                return line
        return None

    def _word(self, word: str) -> str:
        line = self.known(word)
        if line is None or not (line.cyrillic or line.kept):
            return by_rule(word)
        end = len(line.latin)
        stem = word[:end] if line.kept else _cased(line.cyrillic, word[:end])
        if end < len(word) and not line.open and stem.lower().endswith(_SOFT):
            stem = stem[:-1]  # модуль, модуллар; июль, июлда
        return stem + by_rule(word, end)


def _cased(cyrillic: str, latin: str) -> str:
    if len(latin) > 1 and latin.isupper():
        return cyrillic.upper()
    return cyrillic[:1].upper() + cyrillic[1:] if latin[:1].isupper() else cyrillic
