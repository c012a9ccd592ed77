"""Where Uzbek words may be broken, as Liang patterns: odd digits allow, even ones forbid, the greater wins.

One consonant goes with the vowel that follows it; two vowels part; after the tutuq belgisi a syllable begins.
Letters written with two signs stay whole, and so does n + g, which is often one sound; n + gʻ is always two.
"""

from collections.abc import Iterable, Iterator

LATIN_VOWELS = "aeiou"  # oʻ begins with o, and ʻ never begins a line
LATIN_CONSONANTS = [
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "q",
    "r",
    "s",
    "t",
    "v",
    "x",
    "y",
    "z",
]
LATIN_CONSONANTS += ["c", "w"]  # in names and loanwords
LATIN_PAIRS = ["sh", "ch", "gʻ"]

CYRILLIC_VOWELS = "аэиоуўеёюя"
CYRILLIC_CONSONANTS = list("бвгджзйклмнпрстфхцчшқғҳщ")


def latin() -> list[str]:
    """Patterns for the alphabet we write in."""
    kept_whole = ["s2h", "c2h", "g2ʻ", "o2ʻ", "n2g", "n3gʻ", "2ʼ"]
    return sorted(
        {
            *_before(LATIN_CONSONANTS + LATIN_PAIRS, LATIN_VOWELS),
            *_between(LATIN_VOWELS),
            *(f"oʻ1{vowel}" for vowel in LATIN_VOWELS),
            *_after_sign("ʼ", [*LATIN_CONSONANTS, *LATIN_VOWELS]),
            *kept_whole,
        }
    )


def cyrillic() -> list[str]:
    """Patterns for the older alphabet; ъ and ь close their syllable."""
    kept_whole = ["н2г", "2ъ", "2ь"]
    return sorted(
        {
            *_before(CYRILLIC_CONSONANTS, CYRILLIC_VOWELS),
            *_between(CYRILLIC_VOWELS),
            *_after_sign("ъ", [*CYRILLIC_CONSONANTS, *CYRILLIC_VOWELS]),
            *_after_sign("ь", CYRILLIC_VOWELS),
            *kept_whole,
        }
    )


def dictionary(patterns: Iterable[str]) -> str:
    """The text of a ``.dic`` file."""
    return "\n".join(("UTF-8", *patterns)) + "\n"


def _before(consonants: Iterable[str], vowels: str) -> Iterator[str]:
    return (f"1{consonant}{vowel}" for consonant in consonants for vowel in vowels)


def _between(vowels: str) -> Iterator[str]:
    return (f"{one}1{other}" for one in vowels for other in vowels)


def _after_sign(sign: str, letters: Iterable[str]) -> Iterator[str]:
    return (f"{sign}1{letter}" for letter in letters)
