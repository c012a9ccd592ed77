"""What looks like letters and is no Uzbek word: addresses, file names, codes, Roman numerals."""

import re
from collections.abc import Iterable

_LAST = (
    "uz|ru|com|org|net|int|edu|gov|info|io|example|html?|pdf|md|ya?ml|svg|png|zip|txt|csv|docx|xlsx|json|tsv|py|js|css"
)
ADDRESS = (
    r"(?:https?|mailto|tel|ftp):[^\s<>“”»]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@])@[A-Za-z]\w{3,}"
    rf"|\b[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:{_LAST})\b(?:/[^\s<>“”»]*)?"
    r"|\{\{[^}\n]*\}\}|\{\w+\}"  # a mark; a gap of a sentence that a script fills
    r"|\b(?:docs|modules|handouts|worksheets|data)/[\w/.-]+"  # a file of the tree
)
CODE = r"\b[A-Z]{1,3}\d+[A-Za-z]?\b|(?<=\()[A-Z](?=\))|\b[CW]\b"
ROMAN = (
    r"(?<![A-Za-zʻʼ-])"
    r"(?:L?X{1,3}(?:IX|IV|V?I{0,3})|L(?:IX|IV|V?I{0,3})|XL(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})"
    r"(?![A-Za-zʻʼ'’])"
)


def kept(phrases: Iterable[str]) -> re.Pattern[str]:
    """What stays as it is; ``phrases`` are names of several words, in any case."""
    names = "|".join(rf"(?i:\b{re.escape(phrase)}\b)" for phrase in phrases)
    return re.compile("|".join(filter(None, (names, ADDRESS, CODE, ROMAN))))
