"""The one value of a run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ahil.model.handout import Handout
from ahil.model.module import Coming, Module
from ahil.model.page import Page
from ahil.model.path import Path
from ahil.model.register import BriefingItem, Contact, Fact, Label, Recommendation, Source, Synonyms, Term
from ahil.model.text import Drawing, Places, Prose
from ahil.model.worksheet import Worksheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Curriculum:
    """Everything that was read, as it stood at one moment.

    The mappings are keyed by slug (modules, handouts, worksheets), name (pages) or id (registers), in reading order.
    ``places`` finds the lines of the data files; ``figures`` are the drawings by path;
    ``today`` decides what a reader may still be shown.
    """

    today: date
    modules: Mapping[str, Module]
    coming: Mapping[str, Coming]
    handouts: Mapping[str, Handout]
    worksheets: Mapping[str, Worksheet]
    pages: Mapping[str, Page]
    terms: Mapping[str, Term]
    facts: Mapping[str, Fact]
    contacts: Mapping[str, Contact]
    sources: Mapping[str, Source]
    paths: Mapping[str, Path]
    briefing: Mapping[str, BriefingItem]
    labels: Mapping[str, Label]
    recommendations: Mapping[str, Recommendation]
    synonyms: Mapping[str, Synonyms]
    figures: Mapping[str, Drawing]
    places: Mapping[str, Places]

    def prose(self) -> Iterator[Prose]:
        """Every Markdown file there is."""
        for owners in (self.pages, self.modules, self.handouts):
            for owner in owners.values():
                yield from owner.words.values()
