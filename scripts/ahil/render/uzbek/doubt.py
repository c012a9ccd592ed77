"""Words whose Cyrillic nobody can tell from their Latin letters: a person confirms them, once."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ahil.render.uzbek.text import words_of
from ahil.render.uzbek.words import Speller

_STRANGE = re.compile(
    r"[\u00c0-\u024fw]|c(?!h)"  # a foreign name: is it kept?
    r"|ts(?!a|in(?!t)|iz|ang|am|ak|iya|io)"  # ц or т + с; -sa, -sin and -siz are endings, -tsiya is settled
    r"|[knprl]s(?:iya|io|ia)"  # aksiya has ц, pensiya has с
    r"|[bdfghjklmnpqrstvxz]ye|[aeou]ye[rv]"  # ъ, ь or nothing; й or nothing
    r"|[ln]yo(?!q)|[ao]yo[nr]|^yo[dgt]"  # й or ь before о
    r"|[aeiou]l(?:b|f|p|t|v)[aeiou]|[aeiou]lm[eou]"  # ль
    r"|^(?:[bfgkp][lr]|dr|tr|vl|vr|s[klmnpt]|sh[knptl]|kv|ps)[aeiou].*[lr](?![aeiou])"  # ль, рь in a loanword
    r"|shch"
)


class Doubt(NamedTuple):
    """A word nobody has confirmed, with its place in the text and what the rules would make of it."""

    word: str
    start: int
    proposal: str


def doubts(text: str, speller: Speller) -> Iterator[Doubt]:
    """Every unconfirmed word of a text."""
    for found in words_of(text):
        word = found[0]
        if is_doubtful(word) and speller.known(word) is None:
            yield Doubt(word, found.start(), speller.word(word))


def is_doubtful(word: str) -> bool:
    """Whether the rules alone may be wrong about a word."""
    return bool(_STRANGE.search(word.lower()))
