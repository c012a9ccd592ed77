"""Letters: the right apostrophes, one alphabet a word, nothing unseen."""

import re
import unicodedata
from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.passage import Passage

_WRONG = "'`‘’´ʹ′ʽ‛＇"
_LETTER = r"[^\W\d_]"
_INSIDE = re.compile(rf"{_LETTER}[{_WRONG}]+(?={_LETTER})|[oOgG][{_WRONG}](?!\w)")
_MISPLACED = re.compile(rf"[^oOgG\W]ʻ|(?<!\w)ʻ(?=\w)|[oOgG]ʼ(?={_LETTER})")
_WORD = re.compile(rf"\w+(?:[{_WRONG}]+\w+)*[{_WRONG}]?")
_CYRILLIC = "Ѐ-ԯ"
_ANY_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_MIXED = re.compile(rf"[A-Za-zÀ-ɏ][{_CYRILLIC}]|[{_CYRILLIC}][A-Za-zÀ-ɏ]")
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffd\ue000-\uf8ff"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)
_TWINS = dict(zip("aceopxykABCEHKMOPTXYiI", "асеорхукАВСЕНКМОРТХУіІ", strict=True))
_LATIN_ALONE = re.compile(
    rf"(?<=[{_CYRILLIC},;:–—\u00a0 ] )[aceoyk](?=[ \u00a0][«]?[{_CYRILLIC}])"
    rf"|(?<![^\n.!?…«“(>|-] )(?<!\w)[ACOKY](?= [{_CYRILLIC}])"
)
_CYRILLIC_ALONE = re.compile(rf"(?<![\w{_CYRILLIC}])[аеосурхАЕОСУРХ](?= [A-Za-z])")


def mended(word: str) -> str:
    """An Uzbek word with the apostrophes it should have."""
    word = re.sub(rf"(?<=[oOgG])[{_WRONG}ʼ]", "ʻ", word)
    return re.sub(rf"[{_WRONG}]|(?<=[^oOgG\W])ʻ", "ʼ", word)


def _in(ground: Ground, *langs: Lang) -> Iterator[Passage]:
    return (passage for passage in ground.passages if passage.lang in langs)


def _around(text: str, at: int) -> re.Match[str] | None:
    """The word an offset stands in."""
    start = max(text.rfind(sign, 0, at) for sign in " \n\u00a0(") + 1
    found = _WORD.search(text, start)
    while found and found.end() <= at:
        found = _WORD.search(text, found.end())
    return found


@rule("WO401", "WO402")
def apostrophe_wrong(ground: Ground) -> Iterator[Fault]:
    """An Uzbek word is written with a quotation mark instead of its letter (WO401), or with the other of the
    two letters (WO402).

    Search does not find it, hyphenation breaks it, a screen reader reads it in two. Write ʻ (U+02BB) after o
    and g, ʼ (U+02BC) elsewhere. Bad: ``o'zgarish``, ``ma’lumot``, ``maʻlumot``. Good: ``oʻzgarish``, ``maʼlumot``.
    """
    for passage in _in(ground, Lang.UZ):
        for code, pattern in (("WO401", _INSIDE), ("WO402", _MISPLACED)):
            seen = -1
            for match in pattern.finditer(passage.text):
                word = _around(passage.text, match.start())
                if word and word.start() != seen and mended(word[0]) != word[0]:
                    seen = word.start()
                    yield Fault(code, passage.spot(seen), {"word": word[0], "right": mended(word[0])})


@rule("WO403")
def alphabets_mixed(ground: Ground) -> Iterator[Fault]:
    """Letters of two alphabets stand in one word.

    It looks right and cannot be found, sorted or read aloud. Type the word again in one alphabet. Bad:
    ``Cрок`` with a Latin C. Good: ``Срок``.
    """
    for passage in ground.passages:
        seen = -1
        for match in _MIXED.finditer(passage.text):
            word = _around(passage.text, match.start())
            if word and word.start() != seen:
                seen = word.start()
                latin = [sign for sign in word[0] if "LATIN" in unicodedata.name(sign, "")]
                other = [sign for sign in word[0] if "CYRILLIC" in unicodedata.name(sign, "")]
                signs = "".join(latin if len(latin) <= len(other) else other)
                yield Fault("WO403", passage.spot(seen), {"word": word[0], "signs": signs})


@rule("WO404")
def sign_unseen(ground: Ground) -> Iterator[Fault]:
    """A sign stands here that nobody sees: of no width, turning the direction of writing, or a lost letter.

    Words break at it, are not found, or say something else than they show. Delete it.
    """
    for passage in ground.passages:
        if passage.text.isascii():
            continue
        for match in _UNSEEN.finditer(passage.text):
            gaps = {"point": f"U+{ord(match[0]):04X}", "name": unicodedata.name(match[0], "?")}
            yield Fault("WO404", passage.spot(match.start()), gaps)


@rule("WO405")
def letter_alike(ground: Ground) -> Iterator[Fault]:
    """A word of one letter is typed in the other alphabet.

    A Latin c looks like the Russian с and is none. Type it again. Bad: “вместе c соседями” with a Latin c.
    """
    for passage in _in(ground, Lang.RU):
        for match in _LATIN_ALONE.finditer(passage.text):
            yield Fault("WO405", passage.spot(match.start()), {"sign": match[0], "right": _TWINS[match[0]]})
    back = {twin: sign for sign, twin in _TWINS.items()}
    for passage in _in(ground, Lang.UZ, Lang.EN):
        if passage.text.isascii() or not _ANY_CYRILLIC.search(passage.text):
            continue
        for match in _CYRILLIC_ALONE.finditer(passage.text):
            yield Fault("WO405", passage.spot(match.start()), {"sign": match[0], "right": back.get(match[0], "?")})
