"""Which word stands in which place, in as few bytes as a packed script can hold; ``assets/find.js`` reads it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

APOSTROPHES = "'’‘`´ʻʼʹ′‛"
_DROPPED = str.maketrans("", "", APOSTROPHES)
_WORD = re.compile(r"[^\W_]+")

_DIGITS = [chr(code) for code in range(33, 127) if chr(code) not in '"\\']
_SINGLE = 64
"""Steps up to here take one letter, longer ones two."""

_LONGEST_SHARED = 25
_SHARED_BY_TOO_MANY = 0.12


def forms(text: str) -> list[str]:
    """The words of a text as ``ahilFold.tokens`` sees them: small, without apostrophes."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower().translate(_DROPPED))


def standing(places: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Word → numbers of the places it stands in; ``places`` holds the words of each."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(places):
        for word in set(words):
            if len(word) > 1:
                found[word].append(number)
    return found


def telling(found: Mapping[str, Sequence[int]], places: int) -> dict[str, Sequence[int]]:
    """Without the words that stand in one place of eight: they tell none of them apart."""
    most = max(8, places * _SHARED_BY_TOO_MANY)
    return {word: numbers for word, numbers in found.items() if len(numbers) <= most}


def pack_words(words: Sequence[str]) -> str:
    """Sorted words, each as a capital that says how many letters it shares with the one before, and the rest."""
    out, last = [], ""
    for word in words:
        shared = 0
        while shared < min(len(last), len(word), _LONGEST_SHARED) and last[shared] == word[shared]:
            shared += 1
        out.append(chr(ord("A") + shared) + word[shared:])
        last = word
    return "".join(out)


def pack_numbers(lists: Iterable[Sequence[int]]) -> str:
    """Rising numbers as the steps between them, a letter or two each; a space ends a list."""
    return " ".join("".join(map(_digit, _steps(numbers))) for numbers in lists)


def _steps(numbers: Sequence[int]) -> list[int]:
    return [number - before - 1 for before, number in zip((-1, *numbers), numbers, strict=False)]


def _digit(step: int) -> str:
    if step < _SINGLE:
        return _DIGITS[step]
    high, low = divmod(step - _SINGLE, len(_DIGITS))
    return _DIGITS[_SINGLE + high] + _DIGITS[low]
