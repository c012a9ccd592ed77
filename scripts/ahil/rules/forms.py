"""Words of a list found in a text: whole words, any capitals, endings where a ``*`` allows them."""

import re
from collections.abc import Iterator
from functools import cache

from ahil.model.watch import Forms
from ahil.rules.passage import Passage, folded

_NUMBER = r"\d+(?:[.,\s\u00a0]\d+)*"
_WORD = re.compile(r"[^\W\d_]+\*?")


@cache
def pattern(form: str, *, capitals: bool = False) -> re.Pattern[str]:
    """One form as a pattern: ``*`` any ending, ``#`` any number, a space any space, е also ё."""
    parts = {"*": r"\w*", "#": _NUMBER, " ": r"[\s\u00a0]+", "ё": "[её]", "е": "[её]", "’": "[’'ʼ]"}
    body = "".join(parts.get(sign, re.escape(sign)) for sign in (form if capitals else form.lower()))
    return re.compile(rf"(?<!\w){body}(?!\w)", re.NOFLAG if capitals else re.IGNORECASE)


@cache
def _key(form: str) -> tuple[str, bool]:
    """The longest word of a form, and whether it is only a beginning: looked up before matching."""
    words = _WORD.findall(folded(form))
    word = max(words, key=len, default="")
    return word.rstrip("*"), word.endswith("*")


def matches(forms: Forms, passage: Passage) -> Iterator[tuple[str, re.Match[str]]]:
    """(the form as listed, its match), form by form."""
    for form in forms:
        word, beginning = _key(form)
        if not word or passage.has(word, beginning=beginning):
            yield from ((form, match) for match in pattern(form).finditer(passage.text))


def named(forms: Forms, passage: Passage) -> Iterator[re.Match[str]]:
    """Names: their capitals count, because many are also words."""
    for form in dict.fromkeys(forms):
        word, beginning = _key(form)
        if passage.has(word, beginning=beginning):
            yield from pattern(form, capitals=True).finditer(passage.text)


def says(forms: Forms, text: str) -> bool:
    """Whether a short text holds one of the forms."""
    return any(pattern(form).search(text) for form in forms)
