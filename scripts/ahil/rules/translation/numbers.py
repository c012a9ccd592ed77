"""Numbers, units, dates, times, phones and addresses say the same; how they are written is each language's own."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from ahil.model.blocks import Block, Part, Quantity
from ahil.model.lexicon import Knowledge, Known
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault
from ahil.rules.translation.marks import COUNT

_CODES = {"date": "PA703", "time": "PA704", "phone": "PA705", "version": "PA701", "number": "PA701"}
_WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ’'`‘-][^\W\d_]+)*")
_ROMAN = re.compile(r"\b(?=[IVXLC]{1,7}\b)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
_ROUGH = re.compile(
    r"seconds?|thirds?|pairs?|both|twice|dozens?|hundreds|thousands|(?:пар|об|втор|трет|дюжин|сотн|тысяч|дважд|дву|juft)\w*|\w+(?:lab|ala|inchi\w*|nchi\w*)"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def quantities(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA701 a number, PA703 a date, PA704 a time, PA705 a phone differs; PA702 its unit does."""
    for one, two, ours, theirs in pair.parts:
        if ours.quantities or theirs.quantities:
            yield from _compare(pair, (one, two), (ours, theirs), knowledge)


def _compare(
    pair: Pair, blocks: tuple[Block, Block], parts: tuple[Part, Part], knowledge: Knowledge
) -> Iterator[Fault]:
    lost, found, units = _match(parts[0].quantities, parts[1].quantities)
    for was, now in units:
        yield _told(pair, "PA702", blocks, was, now)
    if not lost and not found:
        return
    lost = [each for each in lost if not _said_otherwise(each, parts[1], found, knowledge)]
    found = [each for each in found if not _said_otherwise(each, parts[0], lost, knowledge)]
    for at in range(max(len(lost), len(found))):
        gone, come = (each[at] if at < len(each) else None for each in (lost, found))
        kind = gone.kind if gone else found[at].kind
        yield _told(pair, _CODES[kind], blocks, gone, come)


def _told(pair: Pair, code: str, blocks: tuple[Block, Block], was: Quantity | None, now: Quantity | None) -> Fault:
    raw = blocks[1].raw
    at = raw.find(now.said.strip()) if now else -1
    line = blocks[1].line + (raw.count("\n", 0, at) if at > 0 else 0)
    want, have = (f"{each.said.strip()} {_shown(each)}".strip() if each else "–" for each in (was, now))
    return fault(pair, code, blocks[0], line, want=want, have=have)


def _shown(quantity: Quantity) -> str:
    return f"({quantity.unit})" if quantity.unit else ""


Matched = tuple[list[Quantity], list[Quantity], list[tuple[Quantity, Quantity]]]


def _match(ones: Sequence[Quantity], twos: Sequence[Quantity]) -> Matched:
    """What is only in one, what is only in the other, and what differs in its unit alone."""
    lost, found, units = [], list(twos), []
    for one in ones:
        same = [two for two in found if _equal(one, two)]
        if not same:
            lost.append(one)
            continue
        best = next((two for two in same if two.unit == one.unit), same[0])
        found.remove(best)
        if _other_unit(one, best):
            units.append((one, best))
    return lost, found, units


_HARD = {"percent", "usd", "sum", "euro", "rouble", "km", "kg", "celsius", "hectare", "m", "cm", "mm"}


def _other_unit(one: Quantity, two: Quantity) -> bool:
    if one.unit and two.unit:
        return one.unit != two.unit
    return one.unit in _HARD and not two.unit and one.unit in ("percent", "usd", "euro", "celsius")


def _equal(one: Quantity, two: Quantity) -> bool:
    if one.kind != two.kind:
        return False
    if one.kind == "phone":
        ours, theirs = str(next(iter(one.readings))), str(next(iter(two.readings)))
        return ours.endswith(theirs) or theirs.endswith(ours)
    return not one.readings.isdisjoint(two.readings)


def _said_otherwise(quantity: Quantity, other: Part, rest: Sequence[Quantity], knowledge: Knowledge) -> bool:
    """A number in words, in Roman numerals, inside a date, or a time written with a full stop."""
    if quantity.kind == "number":
        if any(isinstance(value, float) and value in _values_in(other, knowledge) for value in quantity.readings):
            return True
        return any(
            _within(value, each)
            for value in quantity.readings
            for each in other.quantities
            if each.kind in ("date", "time")
        )
    if quantity.kind == "time":
        numbers = {value for each in other.quantities if each.kind == "number" for value in each.readings}
        return any(_hour(reading) & numbers for reading in quantity.readings)
    if quantity.kind == "date":
        numbers = {value for each in other.quantities if each.kind == "number" for value in each.readings}
        others = any(each.kind == "date" for each in rest)
        return not others and any(
            _numbers_of(reading) <= numbers and _numbers_of(reading) for reading in quantity.readings
        )
    return False


def _hour(reading: object) -> set[object]:
    hour, minute = reading if isinstance(reading, tuple) else (0, 0)
    hours = {hour, hour % 12 or 12}
    return {float(f"{each}.{minute:02}") for each in hours} | ({float(each) for each in hours} if not minute else set())


def _numbers_of(reading: object) -> set[object]:
    year, _, day = reading if isinstance(reading, tuple) else (0, 0, 0)
    return {float(value) for value in (year, day) if value}


def _within(value: object, each: Quantity) -> bool:
    """A number that a date or time of the other language holds, such as the year beside a day and a month."""
    if each.kind == "time":
        return any(value in _hour(reading) for reading in each.readings)
    return any(value in _numbers_of(reading) for reading in each.readings)


def _values_in(part: Part, knowledge: Knowledge) -> set[float]:
    """The numbers a text says in words."""
    words = [word.lower() for word in _WORD.findall(part.plain)]
    pairs = [f"{one} {two}" for one, two in itertools.pairwise(words)]
    values = {float(str(value)) for word in words + pairs for value in knowledge.lexicon.numbers(word)}
    for word in words:
        for piece in word.split("-") if "-" in word else ():
            values |= {float(str(value)) for value in knowledge.lexicon.numbers(piece)}
    values |= {ten + one for ten in values for one in values if ten in range(20, 100, 10) and one < 10}
    values |= {float(_roman(match[0])) for match in _ROMAN.finditer(part.plain)}
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


def mails(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA706 an e-mail address differs."""
    for one, two, ours, theirs in pair.rich:
        if sorted(ours.mails) != sorted(theirs.mails):
            lost = [mail for mail in ours.mails if mail not in theirs.mails]
            found = [mail for mail in theirs.mails if mail not in ours.mails]
            if lost or found:
                yield fault(pair, "PA706", one, two, want=" ".join(lost) or "–", have=" ".join(found) or "–")
