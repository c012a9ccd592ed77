"""A run of text: its words are converted, what is kept stays, and nothing else moves."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ahil.model.alphabet import Alphabet, Spellings
from ahil.render.uzbek.dates import apart
from ahil.render.uzbek.kept import KEPT
from ahil.render.uzbek.words import Speller

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f](?:[A-Za-z\u00c0-\u024fʻʼ]|['’‘`](?=[A-Za-z]))*")
_FOREIGN = re.compile(r"[\u00c0-\u024f]")
_TURNED = re.compile(r"(?<=[OoGg])['’‘`ʼ]")
_RAISED = re.compile(r"['’‘`]")


def words_of(text: str) -> Iterator[re.Match[str]]:
    """Every Latin word that is no address, code or numeral."""
    at = 0
    for kept in KEPT.finditer(text):
        yield from _WORD.finditer(text, at, kept.start())
        at = kept.end()
    yield from _WORD.finditer(text, at)


def with_proper_signs(word: str) -> str:
    """A word typed with the apostrophes of a cheap keyboard, with the right ones."""
    return _RAISED.sub("ʼ", _TURNED.sub("ʻ", word))


class Conversion:
    """Latin text → text in another alphabet; what a word becomes is said by each alphabet."""

    alphabet: Alphabet

    def __init__(self, spellings: Spellings) -> None:
        self.speller = Speller(spellings)
        self.word = lru_cache(maxsize=None)(self._word)

    def __call__(self, text: str) -> str:
        """Convert what a reader sees, without markup."""
        parts, at = [], 0
        for found in words_of(text):
            parts += [text[at : found.start()], self.word(found[0])]
            at = found.end()
        return "".join([*parts, text[at:]])

    def _word(self, word: str) -> str:
        raise NotImplementedError


class Cyrillic(Conversion):
    """The alphabet elders read."""

    alphabet = Alphabet.CYRILLIC

    def __call__(self, text: str) -> str:
        """Dates lose their hyphens, then every word changes its letters."""
        return super().__call__(apart(text))

    def _word(self, word: str) -> str:
        return word if _FOREIGN.search(word) else self.speller.word(with_proper_signs(word))


class NewLatin(Conversion):
    """The alphabet in which oʻ gʻ sh ch are ö ğ ş ç."""

    alphabet = Alphabet.NEW

    def _word(self, word: str) -> str:
        word = with_proper_signs(word)
        line = self.speller.known(word)
        start = len(line.latin) if line and line.kept else 0
        return word[:start] + _DOUBLE.sub(_new_letter, word[start:])


_DOUBLE = re.compile("oʻ|gʻ|sh|ch", re.IGNORECASE)
_NEW = {"oʻ": "ö", "gʻ": "ğ", "sh": "ş", "ch": "ç"}


def _new_letter(found: re.Match[str]) -> str:
    letter = _NEW[found[0].lower()]
    return letter.upper() if found[0][0].isupper() else letter
