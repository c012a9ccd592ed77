"""S16: what learners can do afterwards: few, observable, practised."""

from collections.abc import Iterator
from difflib import get_close_matches

from ahil.model.lang import Lang
from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.source.structure import modules_in_words


@rule("ST120", "ST121")
def objective_words(ground: Ground) -> Iterator[Fault]:
    """The front matter lacks the words of an objective (ST120) or has words for one that does not exist
    (ST121).

    A trainer would read an id instead of an aim. Write ``objectives`` in each language with the ids of
    ``module.yml``.
    """
    for module, prose in modules_in_words(ground):
        words = prose.front.objectives or {}
        ids = [objective.id for objective in module.facts.objectives]
        for number, one in enumerate(ids):
            if one not in words:
                spot = prose.places.spot("objectives")
                yield Fault("ST120", spot, {"id": one}, module.places.spot("objectives", number))
        for one in words:
            if one not in ids:
                gaps = {"id": one, "known": ", ".join(ids)}
                yield Fault("ST121", prose.places.spot("objectives", one), gaps, module.places.spot("objectives"))


@rule("ST122")
def objective_number(ground: Ground) -> Iterator[Fault]:
    """A module has fewer than three or more than five objectives.

    Nobody keeps eight aims in mind, and one is not worth an evening. Join or divide them.
    """
    for module in ground.curriculum.modules.values():
        if not 3 <= len(module.facts.objectives) <= 5:
            yield Fault("ST122", module.places.spot("objectives"), {"n": len(module.facts.objectives)})


@rule("ST123", "ST124")
def objective_verb(ground: Ground) -> Iterator[Fault]:
    """The verb of an objective cannot be observed (ST123), or its English words begin with another verb
    (ST124).

    “Understand” cannot be seen in a room; “draw” can. Take a verb of ``data/plan.yml``. Bad: ``verb:
    know``. Good: ``verb: map`` and “Map stakeholders …”.
    """
    allowed = ground.watch.planned("verbs")
    for module in ground.curriculum.modules.values():
        for number, one in enumerate(module.facts.objectives):
            if one.verb not in allowed:
                near = get_close_matches(one.verb, allowed, n=3) or ["map", "compare", "draft"]
                spot = module.places.spot("objectives", number, "verb")
                yield Fault("ST123", spot, {"verb": one.verb, "near": ", ".join(near)})
        prose = module.words.get(Lang.EN)
        if prose and not prose.broken:
            for number, one in enumerate(module.facts.objectives):
                text = (prose.front.objectives or {}).get(one.id, "")
                if text and text.split()[0].lower() != one.verb.lower():
                    gaps = {"id": one.id, "verb": one.verb, "word": text.split()[0]}
                    other = module.places.spot("objectives", number, "verb")
                    yield Fault("ST124", prose.places.spot("objectives", one.id), gaps, other)


@rule("ST125")
def objective_untested(ground: Ground) -> Iterator[Fault]:
    """No step practises an objective.

    What nobody does in the session, nobody can do after it. Name the objective under ``tests`` of a step.
    """
    for module in ground.curriculum.modules.values():
        tested = {one for step in module.facts.steps for one in step.tests}
        for number, one in enumerate(module.facts.objectives):
            if one.id not in tested:
                yield Fault("ST125", module.places.spot("objectives", number), {"id": one.id})
