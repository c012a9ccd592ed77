"""A run of text: its words are converted, what is kept stays, and nothing else moves."""

import re
from functools import lru_cache

from ahil.model.alphabet import Alphabet, Spellings
from ahil.render.uzbek.dates import apart
from ahil.render.uzbek.words import FOREIGN, Speller

_FOREIGN = re.compile(f"[{FOREIGN}]")
_TURNED = re.compile(r"(?<=[OoGg])['’‘`ʼ]")
_RAISED = re.compile(r"['’‘`]")


def with_proper_signs(word: str) -> str:
    """A word typed with the apostrophes of a cheap keyboard, with the right ones."""
    return _RAISED.sub("ʼ", _TURNED.sub("ʻ", word))


class Conversion:
    """Latin text → text in another alphabet; what a word becomes is said by each alphabet."""

    alphabet: Alphabet

    def __init__(self, spellings: Spellings) -> None:
        self.speller = Speller(spellings)
        self.word = lru_cache(maxsize=None)(self._word)
        self._said = lru_cache(maxsize=50_000)(self._text)

    def __call__(self, text: str) -> str:
        """Convert what a reader sees, without markup; menus say the same on every page, so it is remembered."""
        return self._said(text)

    def _text(self, text: str) -> str:
        parts, at = [], 0
        for found in self.speller.words_of(text):
            parts += [text[at : found.start()], self.word(found[0])]
            at = found.end()
        return "".join([*parts, text[at:]])

    def _word(self, word: str) -> str:
        raise NotImplementedError


class Cyrillic(Conversion):
    """The alphabet elders read."""

    alphabet = Alphabet.CYRILLIC

    def _text(self, text: str) -> str:
        """Dates lose their hyphens, then every word changes its letters."""
        return super()._text(apart(text))

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


class Latin(Conversion):
    """The alphabet authors write in: nothing changes."""

    def _text(self, text: str) -> str:
        return text


def conversion(alphabet: Alphabet, spellings: Spellings) -> Conversion:
    """What turns authored text into an alphabet."""
    kinds: dict[Alphabet, type[Conversion]] = {Alphabet.CYRILLIC: Cyrillic, Alphabet.NEW: NewLatin}
    return kinds.get(alphabet, Latin)(spellings)


_DOUBLE = re.compile("oʻ|gʻ|sh|ch", re.IGNORECASE)
_NEW = {"oʻ": "ö", "gʻ": "ğ", "sh": "ş", "ch": "ç"}


def _new_letter(found: re.Match[str]) -> str:
    letter = _NEW[found[0].lower()]
    return letter.upper() if found[0][0].isupper() else letter
