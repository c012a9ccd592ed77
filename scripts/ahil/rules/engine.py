"""Rules: each is one function under a code, its docstring is its documentation."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from inspect import getdoc

from ahil.model.curriculum import Curriculum
from ahil.model.spot import Fault, Spot
from ahil.model.watch import Watch
from ahil.rules.ground import Ground

Check = Callable[[Ground], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of the content and the codes it may give."""

    codes: tuple[str, ...]
    check: Check

    @property
    def story(self) -> str:
        """What is wrong, whom it hurts, what to do: shown by ``ahil explain``."""
        return getdoc(self.check) or ""


RULES: dict[str, Rule] = {}
"""Every rule by each of its codes; filled when the families are imported."""

FAMILIES = (
    "structure",
    "headings",
    "objectives",
    "references",
    "forms",
    "timing",
    "courses",
    "targets",
    "addresses",
    "marks",
    "drawings",
    "words",
    "alphabets",
    "quiz",
    "sensitive",
    "registry",
    "identity",
    "wording",
    "personal",
    "handouts",
    "copying",
    "registers",
    "coverage",
    "untrusted",
    "sketches",
)
"""The files of ``ahil.rules.source``."""


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


def examine(
    curriculum: Curriculum,
    watch: Watch | None = None,
    sources: Mapping[str, str] | None = None,
    sizes: Mapping[str, int] | None = None,
) -> Iterator[Fault]:
    """All rules on the whole content; a rule that breaks is a fault itself and stops no other."""
    ground = Ground(curriculum, watch or Watch(), sources or {}, sizes or {})
    for one in all_rules():
        try:
            yield from one.check(ground)
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
            yield Fault("CK002", Spot("."), {"code": one.codes[0], "error": said})
