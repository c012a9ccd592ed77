"""Everything ``ahil check`` finds, in words, without what was set aside for a reason."""

from collections.abc import Iterable

from ahil.model.lang import Lang
from ahil.model.spot import Fault, Problem
from ahil.publish.reading import Reading
from ahil.publish.wording import put_into_words
from ahil.rules.engine import examine
from ahil.rules.suppression import set_aside


def findings(reading: Reading, lang: Lang = Lang.EN) -> list[Problem]:
    """What could not be read and what the rules found, sorted by place."""
    return put_into_words(faults(reading), lang)


def faults(reading: Reading) -> Iterable[Fault]:
    """The same without words."""
    kept, _ = set_aside([*reading.faults, *examine(reading.curriculum)], reading.curriculum)
    return kept
