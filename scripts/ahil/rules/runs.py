"""Runs of twelve words as fingerprints: they tell that a sentence was copied and do not hold it."""

import re
from collections.abc import Iterator
from hashlib import blake2b

LENGTH = 12
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[tuple[str, int]]:
    """(word in lower case, its offset); signs, digits’ separators and line breaks do not count."""
    return [(match[0].lower(), match.start()) for match in _WORD.finditer(text)]


def fingerprints(text: str) -> Iterator[tuple[str, int]]:
    """(fingerprint of twelve hexadecimal digits, number of its first word) of every run in a text."""
    words = [word.encode() for word, _ in words_of(text)]
    ends, end = [], -1
    for word in words:
        end += len(word) + 1
        ends.append(end)
    whole = b" ".join(words)
    for at in range(len(words) - LENGTH + 1):
        run = whole[ends[at - 1] + 1 if at else 0 : ends[at + LENGTH - 1]]
        yield blake2b(run, digest_size=6).hexdigest(), at


def of_paragraphs(text: str) -> set[str]:
    """The runs inside the paragraphs of a text, none across two of them."""
    return {run for part in re.split(r"\n\s*\n", text) for run, _ in fingerprints(part)}
