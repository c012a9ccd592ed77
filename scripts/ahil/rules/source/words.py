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
_INSIDE = re.compile(rf"(?<![\w’'])[^\W\d_]+(?:[{_WRONG}ʻʼ]+[^\W\d_]+)+|(?<!\w)\w*[oOgG][{_WRONG}](?!\w)")
_MISPLACED = re.compile(r"\w*(?:[^oOgG\W]ʻ|(?<!\w)ʻ|[oOgG]ʼ(?=[^\W\d_]))\w*")
_SUFFIX = re.compile(rf"[{_WRONG}](?=[^\W\d_])")
_CYRILLIC = "Ѐ-ԯ"
_MIXED = re.compile(rf"(?=\w*[{_CYRILLIC}])(?=\w*[A-Za-zÀ-ɏ])[^\W_]+")
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


@rule("WO401")
def apostrophe_wrong(ground: Ground) -> Iterator[Fault]:
    """An Uzbek word is written with a quotation mark or a key of the keyboard instead of its letter.

    Search does not find it, hyphenation breaks it, a screen reader reads it in two. Write ʻ (U+02BB) after
    o and g, ʼ (U+02BC) elsewhere. Bad: ``o'zgarish``, ``ma’lumot``. Good: ``oʻzgarish``, ``maʼlumot``.
    """
    for passage in _in(ground, Lang.UZ):
        for match in _INSIDE.finditer(passage.text):
            word = match[0]
            if any(sign in word for sign in _WRONG) and mended(word) != word:
                yield Fault("WO401", passage.spot(match.start()), {"word": word, "right": mended(word)})


@rule("WO402")
def apostrophe_misplaced(ground: Ground) -> Iterator[Fault]:
    """ʻ (U+02BB) stands after another letter than o or g, or ʼ (U+02BC) after o or g.

    The two look alike and are different letters. Bad: ``maʻlumot``, ``oʼzbek``. Good: ``maʼlumot``,
    ``oʻzbek``.
    """
    for passage in _in(ground, Lang.UZ):
        for match in _MISPLACED.finditer(passage.text):
            if mended(match[0]) != match[0]:
                yield Fault(
                    "WO402", passage.spot(match.start()), {"word": match[0], "right": mended(match[0])}
                )


@rule("WO403")
def alphabets_mixed(ground: Ground) -> Iterator[Fault]:
    """Letters of two alphabets stand in one word.

    It looks right and cannot be found, sorted or read aloud. Type the word again in one alphabet. Bad:
    ``Cрок`` with a Latin C. Good: ``Срок``.
    """
    for passage in ground.passages:
        for match in _MIXED.finditer(passage.text):
            word = match[0]
            latin = [sign for sign in word if "LATIN" in unicodedata.name(sign, "")]
            other = [sign for sign in word if "CYRILLIC" in unicodedata.name(sign, "")]
            signs = "".join(latin if len(latin) <= len(other) else other)
            yield Fault("WO403", passage.spot(match.start()), {"word": word, "signs": signs})


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
        for match in _CYRILLIC_ALONE.finditer(passage.text):
            yield Fault(
                "WO405", passage.spot(match.start()), {"sign": match[0], "right": back.get(match[0], "?")}
            )
