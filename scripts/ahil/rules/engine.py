"""Rules: each is one function under a code, its docstring is its documentation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from inspect import getdoc

from ahil.model.curriculum import Curriculum
from ahil.model.spot import Fault

Check = Callable[[Curriculum], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of the curriculum and the codes it may give."""

    codes: tuple[str, ...]
    check: Check

    @property
    def story(self) -> str:
        """What is wrong, whom it hurts, what to do: shown by ``ahil explain``."""
        return getdoc(self.check) or ""


RULES: dict[str, Rule] = {}
"""Every rule by each of its codes; filled when the families are imported."""

FAMILIES = ("structure", "timing", "links", "words", "quiz", "safety", "registers", "untrusted")


def rule(*codes: str) -> Callable[[Check], Check]:
    """Enter a function as the rule of these codes; a code is never given twice."""

    def enter(check: Check) -> Check:
        for code in codes:
            if code in RULES:
                raise ValueError(f"{code} is taken")
            RULES[code] = Rule(codes, check)
        return check

    return enter


def all_rules() -> list[Rule]:
    """Every rule once, in the order of its first code."""
    for family in FAMILIES:
        import_module(f"ahil.rules.source.{family}")
    return [RULES[code] for code in sorted(RULES) if RULES[code].codes[0] == code]


def examine(curriculum: Curriculum) -> Iterator[Fault]:
    """All rules on the whole curriculum."""
    for one in all_rules():
        yield from one.check(curriculum)
