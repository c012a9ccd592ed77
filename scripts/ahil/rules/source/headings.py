"""Headings and their ids, and the blocks between them."""

from collections.abc import Iterator
from difflib import get_close_matches

from ahil.model.module import BLOCKS, SECTIONS
from ahil.model.spot import Fault, Spot
from ahil.model.text import Heading, Prose
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.owner import Owner


@rule("ST110", "ST111", "ST112")
def heading_wrong(ground: Ground) -> Iterator[Fault]:
    """A heading has no id (ST110), an id of another heading (ST111), or the level of the title (ST112).

    Links, translations and the teach view find a heading by its id, and the title comes from the front
    matter. Bad: ``# Steps``. Good: ``## Steps { #steps }``, once a page.
    """
    for _, prose in ground.prose():
        seen: dict[str, Heading] = {}
        for heading in prose.headings:
            if heading.level == 1:
                yield Fault("ST112", heading.spot, {"title": heading.title})
            if not heading.id:
                yield Fault("ST110", heading.spot, {"title": heading.title})
            elif heading.id in seen:
                yield Fault("ST111", heading.spot, {"id": heading.id}, seen[heading.id].spot)
            seen.setdefault(heading.id, heading)


@rule("ST113", "ST114")
def ids_differ(ground: Ground) -> Iterator[Fault]:
    """A translation lacks a heading of its source (ST113) or has one more (ST114); both places are named.

    A link into the page, the language switch and the state of the translation go by these ids. Give the
    same headings the same ids in every language. The sections, steps and questions of a module have rules
    of their own.
    """
    for owner in ground.owners:
        source = owner.words.get(owner.source) or next(iter(owner.words.values()), None)
        for prose in owner.words.values():
            if source and prose is not source and not prose.broken and not source.broken:
                yield from _differ(owner, source, prose)


def _differ(owner: Owner, source: Prose, prose: Prose) -> Iterator[Fault]:
    fixed = set(SECTIONS) | _own_rules(source) | _own_rules(prose) if owner.kind == "module" else set()
    there = {heading.id: heading for heading in prose.headings}
    last = Spot(prose.path)
    for heading in source.headings:
        if heading.id in there:
            last = there[heading.id].spot
        elif heading.id and heading.id not in fixed:
            yield Fault("ST113", last, {"id": heading.id, "lang": source.lang}, heading.spot)
    known = {heading.id for heading in source.headings}
    for heading in prose.headings:
        if heading.id and heading.id not in known | fixed:
            near = get_close_matches(heading.id, sorted(known - set(there)), n=1)
            gaps = {"id": heading.id, "lang": source.lang, "near": "".join(near) or "…"}
            yield Fault("ST114", heading.spot, gaps, Spot(source.path))


def _own_rules(prose: Prose) -> set[str]:
    """The ids under *Steps* and *Check*."""
    section, found = "", set()
    for heading in prose.headings:
        section = heading.id if heading.level == 2 else section
        if section in ("steps", "check"):
            found.add(heading.id)
    return found


@rule("ST115")
def block_unknown(ground: Ground) -> Iterator[Fault]:
    """A ``///`` block has a name that no edition knows.

    It would reach readers as slashes, or a trainer's words would reach learners. Use one of the closed set.
    Bad: ``/// tip``. Good: ``/// trainer``.
    """
    for _, prose in ground.prose():
        for block in prose.blocks:
            if block.name not in BLOCKS:
                near = get_close_matches(block.name, sorted(BLOCKS), n=1) or sorted(BLOCKS)
                yield Fault("ST115", block.spot, {"name": block.name, "near": ", ".join(near)})


@rule("ST116")
def page_unlisted(ground: Ground) -> Iterator[Fault]:
    """A page stands in ``docs/`` and not in ``data/pages.yml``.

    No menu leads to it, and nobody knows when it must be read again. Add its entry to ``data/pages.yml``.
    """
    for owner in ground.owners:
        if not owner.listed:
            prose = next(iter(owner.words.values()))
            yield Fault("ST116", Spot(prose.path), {"name": owner.slug})


@rule("ST117", "ST118", "ST119")
def taken_twice(ground: Ground) -> Iterator[Fault]:
    """Two things have the same id (ST117) or the same order (ST118), or an id stands twice inside a module
    (ST119).

    Files and PDFs are named by id, menus are sorted by order, steps are found by id. Give each its own.
    """
    curriculum = ground.curriculum
    for kind in (curriculum.modules, curriculum.handouts, curriculum.worksheets):
        yield from _twice("ST117", "id", [(one.facts.id, one.places.spot("id")) for one in kind.values()])
    orders = [(str(one.facts.order), one.places.spot("order")) for one in curriculum.modules.values()]
    yield from _twice("ST118", "order", orders)
    for module in curriculum.modules.values():
        for key, ids in (
            ("objectives", [one.id for one in module.facts.objectives]),
            ("steps", [one.id for one in module.facts.steps]),
            ("quiz", list(module.facts.quiz)),
        ):
            yield from _twice("ST119", key, [(one, module.places.spot(key, n)) for n, one in enumerate(ids)])


def _twice(code: str, key: str, ids: list[tuple[str, Spot]]) -> Iterator[Fault]:
    seen: dict[str, Spot] = {}
    for one, spot in ids:
        if one in seen:
            yield Fault(code, spot, {"key": key, "id": one}, seen[one])
        seen.setdefault(one, spot)
