"""What a module or handout names must exist, and both sides must agree."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from ahil.model.curriculum import Curriculum
from ahil.model.handout import Handout
from ahil.model.module import CHALLENGES, Module
from ahil.model.spot import Fault, Spot
from ahil.model.worksheet import Worksheet
from ahil.rules.engine import rule
from ahil.rules.ground import Ground

Named = tuple[str, str, Spot]
"""(kind, name, where it is named)."""


def existing(curriculum: Curriculum, kind: str) -> list[str]:
    """What is written, by the kinds of links."""
    return list(
        {
            "page": curriculum.pages,
            "module": curriculum.modules,
            "handout": curriculum.handouts,
            "worksheet": curriculum.worksheets,
            "path": curriculum.paths,
            "source": curriculum.sources,
            "briefing": curriculum.briefing,
        }.get(kind, {})
    )


def coming(ground: Ground, kind: str) -> list[str]:
    """What is planned and not written yet."""
    planned = [*ground.watch.planned(f"{kind}s"), *(ground.curriculum.coming if kind == "module" else ())]
    return [name for name in planned if name not in existing(ground.curriculum, kind)]


def nearest(name: str, known: Iterable[str]) -> str:
    """The name that was meant, or all there are."""
    known = list(known)
    return ", ".join(get_close_matches(name, known, n=1, cutoff=0.5) or known[:12]) or "…"


@rule("ST126", "ST127")
def name_unknown(ground: Ground) -> Iterator[Fault]:
    """A list names something that does not exist (ST126) or is planned and not written yet (ST127, for
    information).

    Worksheets, handouts, prerequisites, sources, briefing items, challenges, recommendations, tests. A
    reader would look for paper that is not there. Correct the name. Bad: ``worksheets: [conflict-trees]``.
    Good: ``[conflict-tree]``.
    """
    fixed = {"challenge": CHALLENGES, "recommendation": ground.watch.planned("recommendations")}
    for kind, name, spot in _named(ground):
        known = fixed.get(kind) or existing(ground.curriculum, kind)
        if name in known:
            continue
        later = coming(ground, kind)
        gaps = {"kind": kind, "name": name, "near": "" if name in later else nearest(name, [*known, *later])}
        yield Fault("ST127" if name in later else "ST126", spot, gaps)


def _named(ground: Ground) -> Iterator[Named]:
    for module in ground.curriculum.modules.values():
        yield from _in_module(module)
    for owner in ground.owners:
        for number, one in enumerate(owner.sources):
            yield "source", one, owner.spot("sources", number)
        keys = ("covers", "briefing") if owner.kind == "module" else ("briefing",)
        for number, one in enumerate(owner.briefing):
            yield "briefing", one, owner.spot(*keys, number)
    sheets: tuple[Worksheet | Handout, ...] = (
        *ground.curriculum.worksheets.values(),
        *ground.curriculum.handouts.values(),
    )
    for sheet in sheets:
        for number, one in enumerate(sheet.facts.modules):
            yield "module", one, sheet.places.spot("modules", number)


def _in_module(module: Module) -> Iterator[Named]:
    facts, spot = module.facts, module.places.spot
    for kind, key, names in (
        ("module", "prerequisites", facts.prerequisites),
        ("worksheet", "worksheets", facts.worksheets),
        ("handout", "handouts", facts.handouts),
    ):
        yield from ((kind, one, spot(key, n)) for n, one in enumerate(names))
    yield from (("challenge", one, spot("covers", "challenges", n)) for n, one in enumerate(facts.covers.challenges))
    for number, one in enumerate(facts.covers.recommendations):
        yield "recommendation", one, spot("covers", "recommendations", number)


@rule("ST128")
def test_unknown(ground: Ground) -> Iterator[Fault]:
    """A step says it practises an objective the module does not have.

    Use an id of ``objectives``.
    """
    for module in ground.curriculum.modules.values():
        ids = [one.id for one in module.facts.objectives]
        for row, step in enumerate(module.facts.steps):
            for number, one in enumerate(step.tests):
                if one not in ids:
                    spot = module.places.spot("steps", row, "tests", number)
                    yield Fault("ST128", spot, {"id": one, "near": nearest(one, ids)})


@rule("ST129", "ST130")
def used_or_listed(ground: Ground) -> Iterator[Fault]:
    """A step uses a worksheet or handout the module does not list (ST129), or the module lists one nothing
    uses (ST130).

    The list is what a trainer prints. A link or mark in the words counts as use.
    """
    for module in ground.curriculum.modules.values():
        facts, spot = module.facts, module.places.spot
        for key, listed in (("worksheets", facts.worksheets), ("handouts", facts.handouts)):
            used = set(_linked(module, key[:-1]))
            for row, step in enumerate(facts.steps):
                for number, one in enumerate(getattr(step, key)):
                    used.add(one)
                    if one not in listed:
                        gaps = {"name": one, "key": key}
                        yield Fault("ST129", spot("steps", row, key, number), gaps, spot(key))
            for number, one in enumerate(listed):
                if one not in used:
                    yield Fault("ST130", spot(key, number), {"name": one, "key": key})


def _linked(module: Module, kind: str) -> Iterator[str]:
    for prose in module.words.values():
        yield from (mark.argument for mark in prose.marks if mark.name == kind)
        for link in prose.links:
            scheme, _, name = link.target.partition(":")
            if scheme == kind:
                yield name.partition("#")[0]


@rule("ST131")
def not_used_by(ground: Ground) -> Iterator[Fault]:
    """A worksheet or handout says that a module uses it, and the module does not list it.

    The page of the sheet would send its reader to a session where it is not used. Correct ``modules`` of
    the sheet or the list of the module.
    """
    curriculum = ground.curriculum
    for key, sheets in (("worksheets", curriculum.worksheets), ("handouts", curriculum.handouts)):
        for sheet in sheets.values():
            for number, one in enumerate(sheet.facts.modules):
                module = curriculum.modules.get(one)
                if module and sheet.slug not in getattr(module.facts, key):
                    gaps = {"name": sheet.slug, "module": one, "key": key}
                    yield Fault("ST131", sheet.places.spot("modules", number), gaps, module.places.spot(key))
