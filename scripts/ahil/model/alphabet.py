"""The alphabets Uzbek is read in: one is written by authors, the others are made of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Alphabet(StrEnum):
    """An edition of the Uzbek text, named as its folder is."""

    LATIN = "uz"
    CYRILLIC = "uz-cyrl"
    NEW = "uz-new"

    @property
    def tag(self) -> str:
        """The BCP 47 tag; the new Latin has no registered one, so it is a private variant of ``uz-Latn``."""
        return {"uz": "uz-Latn", "uz-cyrl": "uz-Cyrl", "uz-new": "uz-Latn-x-new"}[self.value]

    @property
    def label(self) -> str:
        """What stands in the switch."""
        return {"uz": "Oʻz", "uz-cyrl": "Ўз", "uz-new": "Öz"}[self.value]

    @property
    def called(self) -> str:
        """What the language calls itself in this alphabet; the two Latin ones must be told apart by ear."""
        return {"uz": "Oʻzbekcha", "uz-cyrl": "Ўзбекча", "uz-new": "Özbekça (yangi alifbo)"}[self.value]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One line of ``data/uzbek/*.tsv``: how a word is written in Cyrillic.

    ``open`` stems may be followed by anything; others stand alone or before known endings. ``kept`` is a name
    that stays in Latin letters. ``cyrillic`` is empty for a word that follows the rules and was looked at.
    """

    latin: str
    cyrillic: str = ""
    open: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Spellings:
    """Every confirmed word by its Latin letters, small."""

    by_latin: Mapping[str, Spelling] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Spelling]:
        return iter(self.by_latin.values())

    def get(self, latin: str) -> Spelling | None:
        """The line of a word or stem."""
        return self.by_latin.get(latin)


class Doubt(NamedTuple):
    """A word nobody has confirmed, with its place in the text and what the rules would make of it."""

    word: str
    start: int
    proposal: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Uzbek pages in one alphabet: those at the root have no ``folder``."""

    alphabet: Alphabet
    folder: str = ""

    @property
    def tag(self) -> str:
        """What ``lang`` and ``hreflang`` say; Latin at the root is plain ``uz``, which browsers ask for."""
        plain = not self.folder and self.alphabet is not Alphabet.CYRILLIC
        return "uz" if plain else self.alphabet.tag

    @property
    def papers(self) -> str:
        """The folder of its PDFs below ``print/``."""
        return self.folder or Alphabet.LATIN.value


def editions(shown: Iterable[Alphabet], first: Alphabet = Alphabet.LATIN) -> tuple[Edition, ...]:
    """The editions of a site: ``first`` stands at the root, the others in folders beside it."""
    wanted = frozenset(shown)
    others = [alphabet for alphabet in Alphabet if alphabet in wanted and alphabet is not first]
    folders = {Alphabet.LATIN: "uz-latn"}
    return Edition(first), *(Edition(one, folders.get(one, one.value)) for one in others)
