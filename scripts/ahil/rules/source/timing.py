"""S15: the minutes of a module."""

from collections.abc import Iterator

from ahil.model.module import Phase
from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.ground import Ground

LONGEST_INPUT = 40


@rule("TI201")
def minutes_positive(ground: Ground) -> Iterator[Fault]:
    """A step takes no time.

    The timetable adds up what is written here. Write whole minutes above zero. Bad: ``minutes: 0``. Good:
    ``minutes: 15``.
    """
    for module in ground.curriculum.modules.values():
        for number, step in enumerate(module.facts.steps):
            if step.minutes <= 0:
                spot = module.places.spot("steps", number, "minutes")
                yield Fault("TI201", spot, {"id": step.id, "minutes": step.minutes})


@rule("TI202")
def core_half(ground: Ground) -> Iterator[Fault]:
    """The core steps do not take exactly half of the time.

    Paths and evenings are planned on it. Change the minutes, or which steps are ``core: true``.
    """
    for module in ground.curriculum.modules.values():
        full, core = module.minutes, module.core_minutes
        if core * 2 != full:
            yield Fault("TI202", module.places.spot("steps"), {"core": core, "full": full, "half": full / 2})


@rule("TI203")
def input_long(ground: Ground) -> Iterator[Fault]:
    """People listen to one voice for more than forty minutes.

    After that they hear nothing. Divide the step, or put an activity in between.
    """
    for module in ground.curriculum.modules.values():
        for number, step in enumerate(module.facts.steps):
            if step.phase is Phase.input and step.minutes > LONGEST_INPUT:
                spot = module.places.spot("steps", number, "minutes")
                yield Fault("TI203", spot, {"id": step.id, "minutes": step.minutes, "most": LONGEST_INPUT})
