"""Words whose Cyrillic nobody can tell from their Latin letters: a person confirms them, once."""

import re
from collections.abc import Iterator

from ahil.model.alphabet import Doubt
from ahil.render.uzbek.text import with_proper_signs
from ahil.render.uzbek.words import FOREIGN, Speller

_STRANGE = re.compile(
    rf"[{FOREIGN}w]|c(?!h)"  # a foreign name: is it kept?
    r"|ts(?!a|in(?!t)|iz|ang|am|ak|iya|io)"  # ц or т + с; -sa, -sin and -siz are endings, -tsiya is settled
    r"|[knprl]s(?:iya|io|ia)"  # aksiya has ц, pensiya has с
    r"|[bdfghjklmnpqrstvxz]ye|[aeou]ye[rv]"  # ъ, ь or nothing; й or nothing
    r"|[ln]yo(?!q)|[ao]yo[nr]|^yo[dgt]"  # й or ь before о
    r"|[aeiou]l(?:b|f|p|t|v)[aeiou]|[aeiou]lm[eou](?!q)"  # ль
    r"|^(?:[bfgkp][lr]|dr|tr|vl|vr|s[klmnpt]|sh[knptl]|kv|ps)[aeiou].*[lr](?![aeiou])"  # ль, рь in a loanword
    r"|shch"
)


def doubts(text: str, speller: Speller) -> Iterator[Doubt]:
    """Every unconfirmed word of a text."""
    for found in speller.words_of(text):
        word = found[0]
        if is_doubtful(word) and speller.known(with_proper_signs(word)) is None:
            yield Doubt(word, found.start(), speller.word(with_proper_signs(word)))


def is_doubtful(word: str) -> bool:
    """Whether the rules alone may be wrong about a word."""
    return bool(_STRANGE.search(word.lower()))
