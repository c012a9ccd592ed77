"""The agreed words: a forbidden one is an error, an absent one is only information."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ahil.model.blocks import Block, Sheet
from ahil.model.lexicon import Knowledge, Term
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault
from ahil.rules.translation.tongue import words_of

_UZ_SUFFIX = re.compile(
    r"(?:lar|lari|larni|ni|ning|ga|ka|qa|da|dan|gacha|dagi|niki|i|si|im|ing|imiz|ingiz|ingizni|lik|lar|chi|cha|mi|dir|ham|u|ga|siz|li|day|dek|lash|gi|n|m|ng|miz|ngiz)*$"
)


def forbidden(sheet: Sheet, pair: Pair | None, knowledge: Knowledge) -> Iterator[Fault]:
    """TE101 a word that must not stand for a term."""
    terms = [term for term in knowledge.terms if term.forbidden.get(sheet.lang)]
    if not terms:
        return
    answers = {id(two): one for one, two in pair.blocks if two} if pair else {}
    quick = _quick(tuple(sorted({variant for term in terms for variant, _ in term.forbidden[sheet.lang]})), sheet.lang)
    for block in sheet.blocks:
        if block.kind not in ("code", "math", "snippet", "table", "rule") and quick.search(
            block.raw.lower().replace("ё", "е")
        ):
            yield from _in_block(sheet, block, (answers.get(id(block)), pair), knowledge)
    for entry in sheet.front:
        if any(sign.isalpha() for sign in entry.said):
            yield from _in_block(sheet, Block("front", entry.line, (entry.part,)), (None, None), knowledge)


@lru_cache(maxsize=64)
def _quick(variants: tuple[str, ...], lang: str) -> re.Pattern[str]:
    """The beginnings of all words to avoid, to pass over most texts at once."""
    starts = set()
    for variant in variants:
        first = _phrase(variant)[0]
        starts.add(first.rstrip("*") if first.endswith("*") or lang == "en" else first[: max(2, len(first) - 3)])
    starts = {re.split("[ʻ-]", start)[0] or start for start in starts}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(starts))) + ")")


def _in_block(
    sheet: Sheet, block: Block, beside: tuple[Block | None, Pair | None], knowledge: Knowledge
) -> Iterator[Fault]:
    words = words_of(block.plain + " " + " ".join(image.words for part in block.parts for image in part.images))
    if not words:
        return
    folded = [fold(word) for word in words]
    for term in knowledge.terms:
        for variant, instead in term.forbidden.get(sheet.lang, ()):
            at = find(folded, variant, sheet.lang, knowledge)
            if at < 0 or _meant(term, variant, (folded, at), (sheet.lang, beside), knowledge):
                continue
            said = " ".join(words[at : at + len(variant.split())])
            use = instead or ", ".join(term.words.get(sheet.lang, ())) or "–"
            one, pair = beside
            other = pair.source.spot(one.line) if one and pair else None
            yield Fault("TE101", sheet.spot(_line(block, said)), {"have": said, "use": use}, other)
            break


def _line(block: Block, said: str) -> int:
    at = block.raw.find(said.split()[0]) if said else -1
    return block.line + (block.raw.count("\n", 0, at) if at > 0 and block.kind != "row" else 0)


def _meant(
    term: Term,
    variant: str,
    found: tuple[list[str], int],
    where: tuple[str, tuple[Block | None, Pair | None]],
    knowledge: Knowledge,
) -> bool:
    """The words are right here: part of a longer agreed term, or the agreed term for something the source does say."""
    folded, at = found
    lang, (one, pair) = where
    size = len(variant.split())
    for other in knowledge.terms:
        for agreed in other.words.get(lang, ()):
            length = len(agreed.split())
            if other.id == term.id and length == size == 1 and _shared_form(folded[at], fold(agreed), fold(variant)):
                return True
            if agreed == variant and other.id == term.id:
                return False
            around = folded[max(0, at - length + 1) : at + size + length - 1]
            if length < size or find(around, agreed, lang, knowledge) < 0:
                continue
            if length > size and find([fold(word) for word in words_of(agreed)], variant, lang, knowledge) >= 0:
                return True
            if (
                length == size
                and find([folded[at]] if size == 1 else folded[at : at + size], agreed, lang, knowledge) >= 0
            ) and (other.id == term.id or (one and pair and _says(one, other, pair.source.lang, knowledge))):
                return True
    return False


def _shared_form(word: str, agreed: str, variant: str) -> bool:
    """A form both words have, as «махалле» of махалля and of what must not be written."""
    stem = agreed[:-1]
    return word != variant and len(stem) >= 4 and variant.startswith(stem) and word == stem + "е"


def _says(block: Block, term: Term, lang: str, knowledge: Knowledge) -> bool:
    words = [fold(word) for word in words_of(block.plain)]
    return any(find(words, agreed, lang, knowledge) >= 0 for agreed in term.words.get(lang, ()))


def absent(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """TE102 the source has a term, the translation has another word for it."""
    ours, theirs = pair.source.lang, pair.target.lang
    for one, two in pair.both:
        if one.kind in ("code", "math", "snippet"):
            continue
        words = [fold(word) for word in words_of(one.plain)]
        answer = [fold(word) for word in words_of(two.plain)]
        for term in knowledge.terms:
            if not term.words.get(ours) or not term.words.get(theirs) or not answer:
                continue
            if any(find(words, word, ours, knowledge) >= 0 for word in term.words[ours]) and not any(
                find(answer, word, theirs, knowledge) >= 0 for word in term.words[theirs]
            ):
                yield fault(pair, "TE102", one, two, term=term.words[ours][0], want=", ".join(term.words[theirs]))


def fold(word: str) -> str:
    """Lower case, е for ё, one kind of apostrophe."""
    return re.sub("[’'‘`ʼ]", "ʻ", word.lower()).replace("ё", "е")


def find(words: list[str], phrase: str, lang: str, knowledge: Knowledge) -> int:
    """Where a phrase stands in any of its forms, or -1."""
    wanted = _phrase(phrase)
    for at in range(len(words) - len(wanted) + 1):
        if words[at][:2] == wanted[0][:2] and all(
            _same(word, want, lang, at_ == len(wanted) - 1, knowledge)
            for at_, (word, want) in enumerate(zip(words[at : at + len(wanted)], wanted, strict=True))
        ):
            return at
    return -1


@lru_cache(maxsize=5_000)
def _phrase(phrase: str) -> tuple[str, ...]:
    words = tuple(fold(word) for word in words_of(phrase)) or ("\0",)
    return (*words[:-1], words[-1] + "*") if phrase.endswith("*") else words


def _same(word: str, want: str, lang: str, last: bool, knowledge: Knowledge) -> bool:
    if word == want or (want.endswith("*") and word.startswith(want[:-1])):
        return True
    if want.endswith("*"):
        return False
    if lang == "ru":
        near = word[: max(2, len(want) - 3)] == want[: max(2, len(want) - 3)] and abs(len(word) - len(want)) <= 4
        return near and not knowledge.lemmas(word).isdisjoint(knowledge.lemmas(want))
    if lang == "uz":
        return _same_uzbek(word, want)
    return word in (
        want + "s",
        want + "es",
        want + "ʻs",
        want.removesuffix("y") + "ies",
        want + "ed",
        want + "ing",
    )


@lru_cache(maxsize=20_000)
def _same_uzbek(word: str, want: str) -> bool:
    """The same stem with a chain of suffixes; k and q soften before them, a possessive ending falls."""
    stems = {want}
    if len(want) > 4 and want.endswith("si"):
        stems.add(want[:-2])
    elif len(want) > 4 and want.endswith("i"):
        stems.add(want[:-1])
    if want.endswith(("k", "q")):
        stems.add(want[:-1] + ("g" if want.endswith("k") else "gʻ"))
    return any(word.startswith(stem) and _UZ_SUFFIX.fullmatch(word[len(stem) :]) for stem in stems)
