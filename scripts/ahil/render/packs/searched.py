"""Words as people type them: an archive for Kiwix finds them only if they stand in its index as typed."""

import re
from collections.abc import Callable
from html import unescape
from unicodedata import combining, normalize

from selectolax.lexbor import LexborHTMLParser

_WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ'’‘`][^\W\d_]*)+")
_SIGNS = re.compile(r"[ʻʼ'’‘`]")
_BLOCK = re.compile(r"(</?(?:p|li|td|th|h\d|div|tr|dt|dd|caption)\b)")


def plain(body: str) -> str:
    """The words of a page."""
    return " ".join(unescape(LexborHTMLParser(_BLOCK.sub(r" \1", body)).text()).split())


def as_typed(text: str, convert: Callable[[str], str] | None = None) -> str:
    """The text, every word with an apostrophe as other keyboards write it, and all in the other alphabet, if any.

    A search engine takes ``'`` and ``’`` for a part of the word and ``‘`` for its end; some people type none at all.
    """
    more: dict[str, None] = {}
    for word in dict.fromkeys(_WORD.findall(text)):
        more |= dict.fromkeys(_SIGNS.sub(sign, word) for sign in ("ʻ", "ʼ", "'", "", " "))
        more.pop(word, None)
    parts = [text, " ".join(more)]
    if convert:
        parts.append(bare(convert(text)))
    return "\n".join(part for part in parts if part)


def bare(text: str) -> str:
    """Letters without the marks over them, as the search engine compares them."""
    return "".join(letter for letter in normalize("NFD", text) if not combining(letter))
