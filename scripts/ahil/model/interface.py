"""The words of the interface in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ahil.model.lang import Lang
from ahil.model.text import Words


@dataclass(frozen=True, slots=True)
class Interface:
    """``data/words.yml`` for one reader: ``section.key`` → words."""

    lang: Lang
    entries: Mapping[str, Words]

    def say(self, key: str, **gaps: object) -> str:
        """The words of ``key`` with its gaps filled; a KeyError is a fault of the program, never of content."""
        words = self.entries[key][self.lang]
        return words.format(**gaps) if gaps else words

    def date(self, day: date) -> str:
        """A date as people write it: 15 August 2022, 2022-yil 15-avgust."""
        return self.say("date.long", day=day.day, month=self.say(f"month.{day.month}"), year=day.year)
