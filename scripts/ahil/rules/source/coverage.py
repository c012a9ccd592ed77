"""S19: everything the briefing says is used somewhere, and what we promise is there."""

from collections import Counter
from collections.abc import Iterator

from ahil.model.spot import Fault, Spot
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.source.references import coming, existing, nearest
from ahil.rules.source.targets import KINDS


@rule("RE710", "RE711", "RE712", "RE713")
def item_unused(ground: Ground) -> Iterator[Fault]:
    """An item of the briefing is used nowhere (RE710), its target is of no known kind (RE711), does not
    exist (RE712), or is planned and not written yet (RE713, for information) (S19).

    What partners learned would be lost. Name under ``used_in`` where it stands, as in a link:
    ``module:dialogue``.
    """
    for item in ground.curriculum.briefing.values():
        if not item.used_in:
            yield Fault("RE710", ground.entry("briefing", item.id), {"id": item.id})
        for number, target in enumerate(item.used_in):
            spot = ground.entry("briefing", item.id, "used_in", number)
            kind, _, name = target.partition(":")
            if kind not in KINDS:
                yield Fault("RE711", spot, {"kind": kind, "near": nearest(kind, KINDS)})
            elif name not in existing(ground.curriculum, kind):
                later = coming(ground, kind)
                known = [*existing(ground.curriculum, kind), *later]
                near = "" if name in later else nearest(name, known)
                yield Fault("RE713" if name in later else "RE712", spot, {"target": target, "near": near})


@rule("RE714")
def both_sides(ground: Ground) -> Iterator[Fault]:
    """A module or page and the register of the briefing do not agree on which items it uses.

    One of the two was changed alone. Add the item to ``briefing`` here, or this target to ``used_in`` there.
    """
    items = ground.curriculum.briefing
    for owner in ground.owners:
        if owner.kind == "handout" or not owner.listed:
            continue
        target = f"{owner.kind}:{owner.slug}"
        keys = ("covers", "briefing") if owner.kind == "module" else ("briefing",)
        for number, one in enumerate(owner.briefing):
            if one in items and target not in items[one].used_in:
                gaps = {"id": one, "target": target}
                yield Fault("RE714", owner.spot(*keys, number), gaps, ground.entry("briefing", one))
        for item in items.values():
            if target in item.used_in and item.id not in owner.briefing:
                gaps = {"id": item.id, "target": target}
                yield Fault("RE714", ground.entry("briefing", item.id, "used_in"), gaps, owner.spot(*keys))


@rule("RE715")
def recommendation_thin(ground: Ground) -> Iterator[Fault]:
    """A recommendation of the briefing is answered by fewer than two modules (S19).

    Counted once every module of the plan is written. Add it to ``covers`` of a module that works on it.
    """
    modules = ground.curriculum.modules
    if not modules or coming(ground, "module"):
        return
    counted = Counter(one for module in modules.values() for one in module.facts.covers.recommendations)
    for one in ground.watch.planned("recommendations"):
        if counted[one] < 2:
            yield Fault("RE715", Spot("modules"), {"id": one, "n": counted[one]})


@rule("RE717")
def challenge_untaught(ground: Ground) -> Iterator[Fault]:
    """A challenge of the briefing is taught in no module (S19).

    Counted once every module of the plan is written. Add it to ``covers`` of a module that works on it.
    """
    modules = ground.curriculum.modules
    if not modules or coming(ground, "module"):
        return
    taught = {one for module in modules.values() for one in module.facts.covers.challenges}
    for one in ground.watch.planned("challenges"):
        if one not in taught:
            yield Fault("RE717", Spot("modules"), {"id": one})


@rule("RE716")
def challenge_without_way(ground: Ground) -> Iterator[Fault]:
    """A page about a challenge leads to no module or to no worksheet (S19).

    A reader who has found her problem must find what to do. Link one of each.
    """
    for owner, prose in ground.prose():
        if owner.kind == "page" and owner.slug.startswith("challenges/"):
            used = {link.target.partition(":")[0] for link in prose.links} | {mark.name for mark in prose.marks}
            for kind in ("module", "worksheet"):
                if kind not in used:
                    yield Fault("RE716", Spot(prose.path), {"kind": kind})
