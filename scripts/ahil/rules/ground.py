"""All a rule may ask: the curriculum, the word lists, the files, and what several rules derive from them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ahil.model.curriculum import Curriculum
from ahil.model.lang import Lang
from ahil.model.spot import Spot
from ahil.model.text import Prose
from ahil.model.watch import Watch
from ahil.rules.owner import Owner, owners
from ahil.rules.passage import Passage, of_prose, of_values
from ahil.rules.values import spoken_values

_ID = re.compile(r"(?:id|slug):\s*[\"']?([\w-]+)")
SPOKEN = ("coming", "paths", "glossary")
"""The registers whose words readers meet and which are not themselves lists of what must not be said."""


@dataclass(frozen=True)
class Ground:
    """``sources`` are the texts of YAML files, ``sizes`` the bytes of every file of the content, by path."""

    curriculum: Curriculum
    watch: Watch = field(default_factory=Watch)
    sources: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def owners(self) -> tuple[Owner, ...]:
        """Pages, modules and handouts in one shape."""
        return tuple(owners(self.curriculum, self.row))

    def prose(self) -> Iterator[tuple[Owner, Prose]]:
        """Every Markdown file that could be read whole, with what it belongs to."""
        for owner in self.owners:
            for prose in owner.words.values():
                if not getattr(prose, "broken", False):
                    yield owner, prose

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The words of every Markdown file, worksheet, drawing and spoken register, by file and language."""
        prose = (of_prose(prose, owner.kind, owner.slug, owner.code) for owner, prose in self.prose())
        return (*prose, *self._of_worksheets(), *self._of_drawings(), *self._of_registers())

    def _of_worksheets(self) -> Iterator[Passage]:
        for sheet in self.curriculum.worksheets.values():
            values = list(spoken_values(sheet.facts, sheet.places))
            for lang in Lang:
                said = [(spot, text) for one, spot, text in values if one is lang]
                yield of_values(sheet.places.path, lang, ("worksheet", sheet.slug, sheet.facts.id), said)

    def _of_drawings(self) -> Iterator[Passage]:
        seen = set()
        for path, drawing in self.curriculum.figures.items():
            words = path.rsplit("/", 1)[0] + "/words.yml"
            if words not in self.curriculum.places or words in seen:
                continue
            seen.add(words)
            places = self.curriculum.places[words]
            for lang in Lang:
                said = [(places.spot(key, lang), text[lang]) for key, text in drawing.words.items() if lang in text]
                yield of_values(words, lang, ("drawing", path.split("/")[1], ""), said)

    def _of_registers(self) -> Iterator[Passage]:
        for name in SPOKEN:
            register = {
                "coming": self.curriculum.coming,
                "paths": self.curriculum.paths,
                "glossary": self.curriculum.terms,
            }[name]
            path = f"data/{name}.yml"
            places = self.curriculum.places.get(path)
            if places is None:
                continue
            rows = [(value, self.row(name, key)) for key, value in register.items()]
            values = [one for value, row in rows for one in spoken_values(value, places, (row,))]
            for lang in Lang:
                said = [(spot, text) for one, spot, text in values if one is lang]
                yield of_values(path, lang, (name, "", ""), said)

    def row(self, register: str, key: str) -> int:
        """The place of an entry in its list; entries that could not be read are counted too."""
        return self._rows.get(register, {}).get(key, 0)

    def entry(self, register: str, key: str, *route: str | int) -> Spot:
        """Where an entry of ``data/<register>.yml`` stands, or one of its keys."""
        places = self.curriculum.places.get(f"data/{register}.yml")
        return places.spot(self.row(register, key), *route) if places else Spot(f"data/{register}.yml")

    @cached_property
    def _rows(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for path, places in self.curriculum.places.items():
            text = self.sources.get(path)
            if not path.startswith("data/") or text is None:
                continue
            lines, rows = text.split("\n"), found.setdefault(path[5:].removesuffix(".yml"), {})
            for route, (line, column) in places.at.items():
                if len(route) != 2 or route[1] not in ("id", "slug") or line > len(lines):
                    continue
                if match := _ID.match(lines[line - 1], column - 1):
                    rows[match[1]] = int(route[0])
        return found
