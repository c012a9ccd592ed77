"""Words and sentences of running text, counted the same in every language."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:[-’ʼʻ'][^\W_]+)*")
_UNIT = re.compile(r"\n(?=[ \t]*(?:\n|[-*+] |\d+\. |#|\||/{3,}))")
_NOT_RUNNING = re.compile(r"\s*(?:\||#|/{3})")
_LIST_SIGN = re.compile(r"^\s*(?:[-*+]|\d+\.)\s")
_END = re.compile(r"(?<=[.!?…])[”“»\")*]*\s+")


def count_words(text: str) -> int:
    """How many words stand in a text; *oʻzgarish* and *well-known* are one each."""
    return len(_WORD.findall(text))


def sentence_lengths(text: str) -> Iterator[int]:
    """The words of each sentence of blanked Markdown; headings, tables and single words are none."""
    for unit in _UNIT.split(text):
        if not _NOT_RUNNING.match(unit):
            lengths = (count_words(_LIST_SIGN.sub("", sentence)) for sentence in _END.split(unit))
            yield from (length for length in lengths if length > 1)
