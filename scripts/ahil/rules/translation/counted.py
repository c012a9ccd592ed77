"""Numbers in words: “three”, “twice”, a weekday, a century in Roman numerals, a half."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping

from ahil.model.blocks import Part
from ahil.model.lexicon import Knowledge, Known
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault
from ahil.rules.translation.marks import COUNT, FRACTION, ROMAN

_WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ’'`‘-][^\W\d_]+)*")
_ROMAN = re.compile(r"\b(?=[IVXLC]{1,7}\b)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
_ROUGH = re.compile(
    r"seconds?|thirds?|pairs?|both|dozens?|hundreds|thousands|(?:пар|об|втор|трет|дюжин|сотн|тысяч|дву|juft)\w*|\w+(?:lab|ala|inchi\w*|nchi\w*)"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
Reader = Callable[[Part, Knowledge], dict[float, str]]


def values_in(part: Part, knowledge: Knowledge, *, roman: bool = True) -> set[float]:
    """The numbers a text says in words."""
    words = [word.lower() for word in _WORD.findall(part.plain)]
    pairs = [f"{one} {two}" for one, two in itertools.pairwise(words)]
    values = {float(str(value)) for word in words + pairs for value in knowledge.lexicon.numbers(word)}
    for word in words:
        for piece in word.split("-") if "-" in word else ():
            values |= {float(str(value)) for value in knowledge.lexicon.numbers(piece)}
    values |= {ten + one for ten in values for one in values if ten in range(20, 100, 10) and one < 10}
    values |= {float(_roman(match[0])) for match in _ROMAN.finditer(part.plain)} if roman else set()
    return values | {value * 1000 for value in values} if 1000.0 in values else values


def _roman(numeral: str) -> int:
    digits = [_VALUES[sign] for sign in numeral]
    return sum(-one if one < two else one for one, two in zip(digits, [*digits[1:], 0], strict=True))


def in_words(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA707 “three” became “five”, PA708 a weekday, a month or a century became another."""
    for one, two, ours, theirs in pair.parts:
        if _told_any(ours, knowledge) and _told_any(theirs, knowledge):
            for code, want, have in _other_words(ours, theirs, pair, knowledge):
                yield fault(pair, code, one, two, want=want, have=have)
        for bit, read in ((ROMAN, _numerals), (FRACTION, _fractions)):
            if knowledge.marks[ours.tokens] & bit:
                for want, have in _other_values((ours, theirs), read, knowledge):
                    yield fault(pair, "PA707", one, two, want=want, have=have)


def _other_values(parts: tuple[Part, Part], read: Reader, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    before, after = (read(part, knowledge) for part in parts)
    lost = before.keys() - after.keys() - _figures(parts[1], knowledge)
    found = after.keys() - before.keys() - _figures(parts[0], knowledge)
    if lost and found:
        yield ", ".join(before[value] for value in sorted(lost)), ", ".join(after[value] for value in sorted(found))


def _figures(part: Part, knowledge: Knowledge) -> set[float]:
    """The numbers of a text, also as parts of a hundred and as minutes of an hour."""
    said = {float(str(value)) for each in part.quantities if each.kind == "number" for value in each.readings}
    return (
        said
        | {value / 100 for value in said}
        | {value / 60 for value in said}
        | values_in(part, knowledge, roman=False)
    )


def _numerals(part: Part, knowledge: Knowledge) -> dict[float, str]:
    return {float(_roman(match[0])): match[0] for match in _ROMAN.finditer(part.plain) if len(match[0]) > 1}


def _fractions(part: Part, knowledge: Knowledge) -> dict[float, str]:
    """A half, a third, a quarter; “uchdan bir” is a third."""
    words = [word.lower() for word in part.tokens]
    found = {float(str(value)): word for word in words for value in knowledge.lexicon.fractions(word)}
    for one, two in itertools.pairwise(words):
        whole = [value for value in knowledge.lexicon.numbers(one.removesuffix("dan")) if isinstance(value, int)]
        if one.endswith("dan") and two.startswith("bir") and whole and whole[0] > 1:
            found[round(1 / whole[0], 3)] = f"{one} {two}"
    return found


def _told_any(part: Part, knowledge: Knowledge) -> bool:
    return knowledge.marks[part.tokens] & COUNT != 0


def _other_words(ours: Part, theirs: Part, pair: Pair, knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    lexicon = knowledge.lexicon
    for code, known in (("PA708", lexicon.weekdays), ("PA708", lexicon.months), ("PA707", lexicon.numbers)):
        if not all(
            any(known(word.lower()) for word in part.tokens if knowledge.marks[word] & COUNT) for part in (ours, theirs)
        ):
            continue
        one, two = (
            _meanings(part, lang, (known, code), knowledge.marks)
            for part, lang in ((ours, pair.source.lang), (theirs, pair.target.lang))
        )
        lost = [word for word, values in one if not _covered(values, two, theirs, code)]
        found = [word for word, values in two if not _covered(values, one, ours, code)]
        if lost and found:
            yield code, ", ".join(lost), ", ".join(found)


def _meanings(
    part: Part, lang: str, told: tuple[Known, str], marks: Mapping[str | tuple[str, ...], int]
) -> list[tuple[str, frozenset[object]]]:
    found = []
    known, code = told
    words = part.tokens
    if any("-" in word for word in words):
        words = tuple(piece for word in words for piece in word.split("-"))
    skip = -1
    for at, word in enumerate(words):
        values = known(word.lower()) if at != skip and marks[word] & COUNT else None
        if not values or (lang == "en" and code == "PA708" and (word.islower() or word == "May")):
            continue
        if both := _both(word, words[at + 1] if at + 1 < len(words) else "", values, known):
            found.append((f"{word} {words[at + 1]}", both))
            skip = at + 1
        elif not (code == "PA707" and values & {0, 1, 0.5, 0.25}) and not _excused(word.lower()):
            found.append((word, values))
    return found


def _both(one: str, two: str, values: frozenset[object], known: Known) -> frozenset[object]:
    tens = [ten for ten in values if isinstance(ten, int) and ten in range(20, 100, 10)]
    ones = [each for each in known(two.lower()) if isinstance(each, int) and each < 10]
    if not two:
        return frozenset()
    return known(f"{one} {two}".lower()) or frozenset(ten + each for ten in tens for each in ones)


def _excused(word: str) -> bool:
    """Words that look like a number and mostly mean something else: ordinals, pairs, rough amounts."""
    return _ROUGH.fullmatch(word) is not None


def _covered(values: frozenset[object], others: list[tuple[str, frozenset[object]]], part: Part, code: str) -> bool:
    if any(values & theirs for _, theirs in others):
        return True
    if code == "PA708":
        dates = [reading for each in part.quantities if each.kind == "date" for reading in each.readings]
        return any(isinstance(reading, tuple) and reading[1] in values for reading in dates)
    numbers = {value for each in part.quantities for value in each.readings}
    return any(float(str(value)) in numbers for value in values)
