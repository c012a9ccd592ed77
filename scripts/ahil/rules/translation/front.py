"""Front matter has the same keys; what machines read is equal, what people read is translated."""

from collections.abc import Iterator

from ahil.model.blocks import Entry
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault, short
from ahil.rules.translation.language import foreign
from ahil.rules.translation.links import neutral
from ahil.rules.translation.tongue import same_and_foreign

_OWN = (
    "source",
    "checks",
    "translate",
    "lang",
    "translator",
    "translated",
    "reviewed",
    "reviewer",
    "review",
    "status",
)
_LISTED = ("tags", "keywords", "categories")
_READ = ("title", "summary", "description", "subtitle", "objectives", "nav_title", "heading", "caption")


def keys(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA801 a key is missing, PA802 one is too many, PA805 its value is empty."""
    for one, two in pair.front:
        entry = one or two
        if entry is None or _root(entry) in _OWN:
            continue
        if one and not two:
            yield fault(pair, "PA801", one.line, 1, key=one.route)
        elif two and not one:
            yield fault(pair, "PA802", None, two.line, key=two.route)
        elif one and two and one.said.strip() and (not two.said.strip() or (_read(one) and _wordless(one, two))):
            yield fault(pair, "PA805", one.line, two.line, key=two.route)


def values(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA803 a value for machines differs, PA804 one for people is not translated, LA203 it is in a third language."""
    for one, two in pair.front:
        if not (one and two) or _root(one) in _OWN:
            continue
        if _technical(one) and neutral(one.said) != neutral(two.said) and two.said.strip():
            yield fault(pair, "PA803", one.line, two.line, key=two.route, want=short(one.said), have=short(two.said))
        elif not _technical(one) and same_and_foreign(one.part, two.part, pair, knowledge):
            yield fault(pair, "PA804", one.line, two.line, key=two.route, have=short(two.said))
        elif _read(one) and (found := foreign(one.part, two.part, pair, knowledge)):
            yield fault(pair, "LA203", one.line, two.line, lang=pair.target.lang, text=short(found))


def _read(entry: Entry) -> bool:
    return _root(entry) in _READ or _root(entry) in _LISTED


def _wordless(one: Entry, two: Entry) -> bool:
    """Words in the source; ``~``, a number or a dash here."""
    said = two.said.strip().lower()
    return bool(one.part.tokens) and (not two.part.tokens or said == "null")


def _root(entry: Entry) -> str:
    return entry.route.split(".")[0].split("[")[0]


def _technical(entry: Entry) -> bool:
    """A value without spaces under a key that is not for people: a date, a number, a switch, a file."""
    if _root(entry) in _READ:
        return False
    said = entry.said.strip()
    if not any(sign.isalpha() for sign in said) or said in (
        "true",
        "false",
        "yes",
        "no",
        "on",
        "off",
        "null",
    ):
        return True
    machine = _root(entry) in (
        "id",
        "icon",
        "template",
        "hide",
        "layout",
        "slug",
        "image",
        "date",
        "order",
        "category_id",
        "type",
        "audiences",
    )
    return machine or ("/" in said and " " not in said) or ("." in said[1:-1] and " " not in said)


def numbers(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA806 a title or summary has another number or mark."""
    for one, two in pair.front:
        if not (one and two) or _technical(one) or _root(one) in _OWN:
            continue
        ours = {value for each in one.part.quantities for value in each.readings}
        theirs = {value for each in two.part.quantities for value in each.readings}
        if (bool(ours) and bool(theirs) and ours.isdisjoint(theirs)) or sorted(one.part.marks) != sorted(
            two.part.marks
        ):
            yield fault(pair, "PA806", one.line, two.line, key=two.route, want=short(one.said), have=short(two.said))
