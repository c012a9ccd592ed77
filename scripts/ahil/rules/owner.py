"""What a Markdown file belongs to: a page, a module or a handout, in one shape."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ahil.model.curriculum import Curriculum
from ahil.model.handout import Handout
from ahil.model.lang import Lang
from ahil.model.module import Module
from ahil.model.page import Page
from ahil.model.spot import Spot
from ahil.model.text import Places, Prose


@dataclass(frozen=True)
class Owner:
    """``route`` leads to its facts in ``places``; a page not in ``data/pages.yml`` is not ``listed``."""

    kind: str
    slug: str
    code: str
    words: Mapping[Lang, Prose]
    places: Places
    route: tuple[str | int, ...] = ()
    sensitive: bool = False
    source: Lang = Lang.EN
    sources: tuple[str, ...] = ()
    briefing: tuple[str, ...] = ()
    review_by: date | None = None
    listed: bool = True

    def spot(self, *keys: str | int) -> Spot:
        """Where one of its facts stands."""
        return self.places.spot(*self.route, *keys)


def owners(curriculum: Curriculum, row: Callable[[str, str], int]) -> Iterator[Owner]:
    """Everything that has words of its own; ``row`` finds an entry in its list."""
    places = curriculum.places.get("data/pages.yml", Places("data/pages.yml", {}))
    for page in curriculum.pages.values():
        yield _page(page, places, row("pages", page.name))
    yield from (_module(module) for module in curriculum.modules.values())
    yield from (_handout(handout) for handout in curriculum.handouts.values())


def _page(page: Page, places: Places, row: int) -> Owner:
    facts = page.facts
    source = next((prose.front.source for prose in page.words.values() if prose.front.source), Lang.EN)
    if facts is None:
        return Owner("page", page.name, "", page.words, places, source=source, listed=False)
    return Owner(
        "page", page.name, "", page.words, places, (row,), facts.sensitive, source,
        facts.sources, facts.briefing, facts.review_by,
    )  # fmt: skip


def _module(module: Module) -> Owner:
    facts = module.facts
    return Owner(
        "module", module.slug, facts.id, module.words, module.places, (), facts.sensitive, facts.source,
        facts.sources, facts.covers.briefing, facts.review_by,
    )  # fmt: skip


def _handout(handout: Handout) -> Owner:
    facts = handout.facts
    return Owner(
        "handout", handout.slug, facts.id, handout.words, handout.places, (), facts.sensitive, facts.source,
        facts.sources, review_by=facts.review_by,
    )  # fmt: skip
