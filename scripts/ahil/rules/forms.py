"""Words of a list found in a text: whole words, any capitals, endings where a ``*`` allows them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahil.model.watch import Forms
from ahil.rules.passage import Passage, folded

_NUMBER = r"\d+(?:[.,\s\u00a0]\d+)*"
_PARTS = {"*": r"\w*", "#": _NUMBER, " ": r"[\s\u00a0]+", "’": "[’'ʼ]"}
_LITERAL = re.compile(r"[^*# ’]+")
_WORD = re.compile(r"[^\W\d_]+\*?")


class Hit(NamedTuple):
    """Where a text says one of the forms, and how."""

    start: int
    end: int
    said: str


@cache
def pattern(form: str) -> re.Pattern[str]:
    """One form as a pattern: ``*`` any letters, ``#`` any number, a space any space.

    What may not stand before it is looked at after its first letters: so the search jumps from one to the next.
    """
    body = "".join(_PARTS.get(sign, re.escape(sign)) for sign in form.lstrip("*"))
    if literal := _LITERAL.match(form):
        first = re.escape(literal[0])
        body = f"{first}(?<!\\w{first}){body[len(first) :]}"
    elif form.startswith("#"):
        body = r"\d(?<!\w\d)" + body.replace(r"\d+", r"\d*", 1)
    return re.compile(body + r"(?!\w)")


@cache
def _key(form: str) -> tuple[str, bool]:
    """The longest word of a form, and whether it is only a beginning: looked up before matching."""
    words = _WORD.findall(folded(form))
    word = max(words, key=len, default="")
    return word.rstrip("*"), word.endswith("*") or form.startswith("*")


def matches(forms: Forms, passage: Passage) -> Iterator[Hit]:
    """Every place, none inside another; capitals do not count, ё is as е."""
    return _hits((folded(form) for form in forms), passage, passage.low)


def named(forms: Forms, passage: Passage) -> Iterator[Hit]:
    """Names: their capitals count, because many are also words."""
    return _hits(dict.fromkeys(forms), passage, passage.text)


def _hits(forms: Iterator[str] | dict[str, None], passage: Passage, text: str) -> Iterator[Hit]:
    found: list[tuple[int, int]] = []
    for form in forms:
        word, beginning = _key(form)
        if not word or passage.has(word, beginning=beginning):
            found += ((match.start(), -match.end()) for match in pattern(form).finditer(text))
    last = 0
    for start, end in sorted(found):
        if start >= last:
            last = -end
            yield Hit(start, last, passage.text[start:last])


def says(forms: Forms, text: str) -> bool:
    """Whether a text holds one of the forms."""
    low = folded(text)
    return any(pattern(folded(form)).search(low) for form in forms)
