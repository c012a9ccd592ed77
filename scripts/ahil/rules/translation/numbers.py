"""Numbers, units, dates, times, phones and addresses say the same; how they are written is each language's own."""

from collections.abc import Iterator, Sequence

from ahil.model.blocks import Block, Part, Quantity
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.counted import values_in
from ahil.rules.translation.fault import fault

_CODES = {"date": "PA703", "time": "PA704", "phone": "PA705", "version": "PA701", "number": "PA701"}


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
        if not now.unit and _unit_elsewhere(was.unit, blocks[1], parts[1], knowledge):
            continue
        yield _told(pair, "PA702", blocks, was, now)
    if not lost and not found:
        return
    lost = [each for each in lost if not _said_otherwise(each, parts[1], found, knowledge)]
    found = [each for each in found if not _said_otherwise(each, parts[0], lost, knowledge)]
    spans = [(one, two) for one in lost for two in found if _same_span(one, two)]
    lost = [each for each in lost if not any(each is one for one, _ in spans)]
    found = [each for each in found if not any(each is two for _, two in spans)]
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


_HARD = {"percent", "usd", "sum", "euro", "rouble", "km", "kg", "celsius", "hectare"}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}


def _same_span(one: Quantity, two: Quantity) -> bool:
    """Ninety minutes are an hour and a half."""
    if one.unit not in _SECONDS or two.unit not in _SECONDS:
        return False
    ours, theirs = ({float(str(value)) * _SECONDS[each.unit] for value in each.readings} for each in (one, two))
    return not ours.isdisjoint(theirs)


def _unit_elsewhere(unit: str, block: Block, part: Part, knowledge: Knowledge) -> bool:
    """The unit stands in the head of the table, or once for several numbers."""
    soft = unit not in ("percent", "usd", "euro", "celsius")
    return (soft and block.kind == "row") or any(unit in knowledge.lexicon.units(word.lower()) for word in part.tokens)


def _other_unit(one: Quantity, two: Quantity) -> bool:
    if one.unit and two.unit:
        return one.unit != two.unit
    return one.unit in _HARD and not two.unit


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
        said = values_in(other, knowledge)
        parts = {value / 100 for value in quantity.readings if isinstance(value, float) and quantity.unit == "percent"}
        if any(isinstance(value, float) and value in said for value in quantity.readings) or parts & said:
            return True
        return any(
            _within(value, each)
            for value in quantity.readings
            for each in other.quantities
            if each.kind in ("date", "time")
        )
    if quantity.kind == "time":
        numbers = {value for each in other.quantities if each.kind == "number" for value in each.readings}
        named = {hour for word in other.tokens for hour in knowledge.lexicon.hours(word.lower())}
        return any(
            _hour(reading) & numbers or reading in {(hour, 0) for hour in named} for reading in quantity.readings
        )
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


def mails(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA706 an e-mail address differs."""
    for one, two, ours, theirs in pair.rich:
        if sorted(ours.mails) != sorted(theirs.mails):
            lost = [mail for mail in ours.mails if mail not in theirs.mails]
            found = [mail for mail in theirs.mails if mail not in ours.mails]
            if lost or found:
                yield fault(pair, "PA706", one, two, want=" ".join(lost) or "–", have=" ".join(found) or "–")
