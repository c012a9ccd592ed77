"""What is remarkable about a word, worked out once for each word: whole texts are then judged by looking words up.

Half a million words of a large tree are some twenty thousand different ones.
"""

import re

from ahil.model.lexicon import Lexicon
from ahil.rules.translation.apostrophes import right_lost, right_word

CYRILLIC, LATIN, MIXED, UZ_CYRILLIC = 1, 2, 4, 8
EN_SMALL, UZ_SMALL, UZBEK, ENGLISH = 16, 32, 64, 128
NAME, ODD, APOSTROPHE, HINT = 256, 512, 1024, 2048
COUNT, LONE_LATIN, SHORT_CYRILLIC = 4096, 8192, 16384
ROMAN, FRACTION = 32768, 65536

_CYR = re.compile("[Ѐ-ԯ]")
_LAT = re.compile("[A-Za-zÀ-ɏ]")
_UZ_CYR = re.compile("[ўқғҳЎҚҒҲ]")
_ODD = re.compile("[іїєґІЇЄҐјљњћђџѕЅӘәіңҢөӨұҰүҮһҺѓќЉЊЌЋЏђѝ]|[öğşçıÖĞŞÇİəñÐÑÃÂâ]|[а-яё][А-ЯЁ][а-яё]*[А-ЯЁ]")


class Marks(dict[str | tuple[str, ...], int]):
    """The remarks on a word, or all those on some words, as bits; what was not met before is looked at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str | tuple[str, ...]) -> int:
        if isinstance(word, tuple):
            found = 0
            for each in word:
                found |= self[each]
            self[word] = found
            return found
        found = self._letters(word) | self._meaning(word.lower(), word)
        self[word] = found
        return found

    def _letters(self, word: str) -> int:
        pieces = word.split("-") if "-" in word else [word]
        both = any(_CYR.search(piece) and _LAT.search(piece) for piece in pieces)
        cyrillic, latin = _CYR.search(word) is not None, _LAT.search(word) is not None
        bits = CYRILLIC * cyrillic | LATIN * latin | MIXED * both
        bits |= LONE_LATIN * (latin and len(word) == 1) | SHORT_CYRILLIC * (cyrillic and len(word) <= 3)
        bits |= UZ_CYRILLIC * (_UZ_CYR.search(word) is not None) | ODD * (_ODD.search(word) is not None)
        return bits

    def _meaning(self, low: str, word: str) -> int:
        lexicon = self._lexicon
        uzbek = self._uzbek(low)
        bits = UZBEK * uzbek | ENGLISH * (not uzbek and self._english(low))
        bits |= UZ_SMALL * (low in lexicon.function_words["uz"]) | NAME * (low in lexicon.names)
        bits |= EN_SMALL * (low in lexicon.function_words["en"] and low not in lexicon.function_words["uz"])
        bits |= APOSTROPHE * (
            right_lost(low, lexicon.apostrophe_lost) != ""
            or ((not word.isalpha() or "ʼ" in word or "ʻ" in word) and right_word(word) != word)
        )
        bits |= ROMAN * (len(word) > 1 and not set(word) - set("IVXLC")) | FRACTION * bool(lexicon.fractions(low))
        bits |= HINT * low.startswith(lexicon.hints)
        pieces = [low, *low.split("-")] if "-" in low else [low]
        told = any(known(piece) for piece in pieces for known in (lexicon.weekdays, lexicon.months)) or any(
            values and not values & {0, 1, 0.5, 0.25} for values in map(lexicon.numbers, pieces)
        )
        return bits | COUNT * told

    def _uzbek(self, word: str) -> bool:
        ending = len(word) >= 6 and word.endswith(self._lexicon.endings["uz"]) and word not in self._lexicon.english
        return (
            (ending and not word.endswith("ning"))
            or "ʻ" in word
            or "ʼ" in word
            or re.search("q(?!u)", word) is not None
        )

    def _english(self, word: str) -> bool:
        lexicon = self._lexicon
        if word in lexicon.shared or _CYR.search(word):
            return False
        if word in lexicon.english or (len(word) >= 5 and word.removesuffix("s") in lexicon.english):
            return True
        stem = word[:-3] if word.endswith("ing") else ""
        if stem and lexicon.english & {stem, stem + "e", stem[:-1]}:  # Uzbek asks people with -ing too
            return True
        return (len(word) >= 5 and word.endswith(lexicon.endings["en"])) or (
            len(word) >= 4 and re.search("w|c(?!h)", word) is not None
        )
