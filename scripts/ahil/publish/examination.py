"""Everything ``ahil check`` finds, in words, without what was set aside for a reason."""

from collections.abc import Iterable

from ahil.model.lang import Lang
from ahil.model.spot import Fault, Problem
from ahil.publish.inventory import data_texts, sizes, watch
from ahil.publish.reading import Reading
from ahil.publish.wording import put_into_words
from ahil.rules.engine import examine
from ahil.rules.suppression import SetAside, set_aside


def findings(reading: Reading, lang: Lang = Lang.EN) -> list[Problem]:
    """What could not be read and what the rules found, sorted by place."""
    return put_into_words(faults(reading), lang)


def faults(reading: Reading) -> Iterable[Fault]:
    """The same without words."""
    return examined(reading)[0]


def examined(reading: Reading) -> tuple[list[Fault], list[SetAside]]:
    """(what was found, what its authors set aside)."""
    files = sizes(reading.root)
    texts = data_texts(reading.root, files)
    watched, more = watch(reading.root)
    found = examine(reading.curriculum, watched, texts, files)
    return set_aside(_once([*reading.faults, *more, *found]), reading.curriculum, texts)


def _once(found: Iterable[Fault]) -> list[Fault]:
    seen: dict[tuple[object, ...], Fault] = {}
    for fault in found:
        seen.setdefault((fault.code, fault.spot, tuple(fault.gaps.items())), fault)
    return list(seen.values())
