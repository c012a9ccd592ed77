"""S15: the paths: their sums, their blocks, the order of their modules."""

from collections.abc import Iterator

from ahil.model.curriculum import Curriculum
from ahil.model.path import Path, PathBlock, PathDay
from ahil.model.spot import Fault, Spot
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.source.references import nearest

Row = tuple[Path, PathDay, PathBlock, Spot]


def _blocks(ground: Ground) -> Iterator[Row]:
    for path in ground.curriculum.paths.values():
        for number, day in enumerate(path.days):
            for row, block in enumerate(day.blocks):
                yield path, day, block, ground.entry("paths", path.id, "days", number, "blocks", row)


def minutes_of(block: PathBlock, curriculum: Curriculum) -> int | None:
    """Teaching time of a block; None where nobody can know it yet."""
    module = curriculum.modules.get(block.module or "")
    if module:
        steps = [step for step in module.facts.steps if step.id in block.steps or not block.steps]
        return sum(step.minutes for step in steps if step.core or block.cut != "core")
    plan = curriculum.coming.get(block.module or "")
    if block.minutes is not None or plan is None or block.steps:
        return block.minutes
    return plan.minutes.core if block.cut == "core" else plan.minutes.full


@rule("TI204", "TI205")
def sums_wrong(ground: Ground) -> Iterator[Fault]:
    """The blocks of a day do not add up to its minutes (TI204), or the days to those of the path (TI205).

    People go home when the paper says so. Correct the blocks or the sum. A day with named steps of a module
    that is still to come is not added up yet.
    """
    for path in ground.curriculum.paths.values():
        for number, day in enumerate(path.days):
            minutes = [minutes_of(block, ground.curriculum) for block in day.blocks]
            known = [one for one in minutes if one is not None]
            if len(known) == len(minutes) and sum(known) != day.minutes:
                spot = ground.entry("paths", path.id, "days", number, "minutes")
                yield Fault("TI204", spot, {"id": day.id, "said": day.minutes, "sum": sum(known)})
        total = sum(day.minutes for day in path.days)
        if total != path.minutes:
            spot = ground.entry("paths", path.id, "minutes")
            yield Fault("TI205", spot, {"id": path.id, "said": path.minutes, "sum": total})


@rule("TI206", "TI207", "TI208", "TI209")
def block_wrong(ground: Ground) -> Iterator[Fault]:
    """A block of a path names no module (TI206) or a step that is not there (TI207), says other minutes
    than the module (TI208), or has neither module nor minutes (TI209).

    The timetable of the course would be wrong. Use a slug of ``modules/``, ids of its steps, and leave its
    minutes out.
    """
    known = [*ground.curriculum.modules, *ground.curriculum.coming]
    for _, _, block, spot in _blocks(ground):
        if block.module and block.module not in known:
            yield Fault("TI206", spot, {"name": block.module, "near": nearest(block.module, known)})
        elif block.module:
            yield from _of_module(ground, block, spot)
        elif not block.minutes or block.minutes < 0:
            yield Fault("TI209", spot, {"id": block.id or "…"})


def _of_module(ground: Ground, block: PathBlock, spot: Spot) -> Iterator[Fault]:
    module = ground.curriculum.modules.get(block.module or "")
    if module is None:
        return
    steps = {step.id: step for step in module.facts.steps}
    for one in block.steps:
        if one not in steps or (block.cut == "core" and not steps[one].core):
            near = nearest(one, steps)
            yield Fault("TI207", spot, {"id": one, "module": module.slug, "near": near}, module.places.spot("steps"))
    real = minutes_of(block, ground.curriculum)
    if block.minutes is not None and block.minutes != real:
        gaps: dict[str, object] = {"module": block.module, "said": block.minutes, "real": real}
        yield Fault("TI208", spot, gaps, module.places.spot("steps"))


@rule("TI210")
def prerequisite_skipped(ground: Ground) -> Iterator[Fault]:
    """A module comes in a path before what it builds on, and no bridge makes up for it.

    Learners would meet words and rules nobody gave them. Move the module, or write under ``bridges`` how it
    is made up for.
    """
    modules, plans = ground.curriculum.modules, ground.curriculum.coming
    before: dict[str, set[str]] = {}
    for path, _, block, spot in _blocks(ground):
        had = before.setdefault(path.id, {bridge.module for bridge in path.bridges})
        name = block.module or ""
        needed = (
            modules[name].facts.prerequisites if name in modules else plans[name].prerequisites if name in plans else ()
        )
        for one in needed:
            if one not in had:
                yield Fault("TI210", spot, {"module": name, "needs": one, "path": path.id})
        had |= {name, *needed}


@rule("TI211")
def bridge_unknown(ground: Ground) -> Iterator[Fault]:
    """A bridge of a path names a module that does not exist.

    Use a slug of ``modules/`` or ``data/coming.yml``.
    """
    known = [*ground.curriculum.modules, *ground.curriculum.coming]
    for path in ground.curriculum.paths.values():
        for number, bridge in enumerate(path.bridges):
            if bridge.module not in known:
                spot = ground.entry("paths", path.id, "bridges", number)
                yield Fault("TI211", spot, {"name": bridge.module, "near": nearest(bridge.module, known)})
