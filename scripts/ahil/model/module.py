"""A module, its steps, and the modules still to come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from ahil.model.lang import Lang
from ahil.model.text import STRICT, Places, Prose, Words

Audience = StrEnum("Audience", ["police", "makhalla", "cso", "officials", "media"])
Phase = StrEnum("Phase", ["open", "activity", "discussion", "input", "deepening", "practice", "synthesis", "close"])
GroupForm = StrEnum("GroupForm", ["all", "individual", "pairs", "trios", "fours", "fives", "groups"])
Material = StrEnum(
    "Material",
    "flipchart markers cards tape string watch dots pens paper scissors chairs bell bag stones chalk envelopes",
)
CHALLENGES = [
    "understanding",
    "border",
    "domestic-violence",
    "norms",
    "girls-education",
    "media-literacy",
    "legal-literacy",
    "celebrations",
    "unemployment",
    "migration",
    "widows-divorced",
    "reintegration",
    "violent-groups",
    "covid",
]

SECTIONS = [
    "in-one-minute",
    "for-whom",
    "you-need",
    "safety",
    "steps",
    "short",
    "variations",
    "check",
    "notes",
    "sources",
]
"""The ids of the ``##`` sections every module has, in this order."""

TRAINER_SECTIONS = frozenset({"you-need", "short", "variations", "notes"})
"""Sections that stand in the trainer's edition only."""

TRAINER_BLOCKS = frozenset({"trainer", "answer"})
"""Blocks that stand in the trainer's edition only."""

BLOCKS = frozenset({"activity", "cards", "say", "draw", "safety", "discuss", "case", "key"}) | TRAINER_BLOCKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """For how many people a module is made, and by how many trainers it is run."""

    min: int
    max: int
    trainers: int = 2
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What a learner can do afterwards; the words stand under ``objectives`` in each language file."""

    id: str
    verb: str
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A part of a session. ``minutes`` is teaching time; ``core`` steps make the short version.

    ``tests`` names the objectives the step practises.
    """

    id: str
    minutes: int
    phase: Phase
    core: bool
    group: GroupForm = GroupForm.all
    worksheets: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    materials: tuple[Material, ...] = ()
    tests: tuple[str, ...] = ()
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Covers:
    """What of the briefing a module answers."""

    recommendations: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    briefing: tuple[str, ...] = ()
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleFacts:
    """``module.yml``: what is the same in every language."""

    id: str
    order: int
    audiences: tuple[Audience, ...]
    group: Group
    objectives: tuple[Objective, ...]
    steps: tuple[Step, ...]
    quiz: tuple[str, ...]
    sources: tuple[str, ...]
    review_by: date
    source: Lang = Lang.EN
    sensitive: bool = False
    legal: bool = False
    prerequisites: tuple[str, ...] = ()
    worksheets: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    covers: Covers = Covers()
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A teachable unit: its facts once, its words in each language that has them."""

    slug: str
    facts: ModuleFacts
    places: Places
    words: Mapping[Lang, Prose]

    @property
    def minutes(self) -> int:
        """Teaching time of all steps, without breaks."""
        return sum(step.minutes for step in self.facts.steps)

    @property
    def core_minutes(self) -> int:
        """Teaching time of the core cut."""
        return sum(step.minutes for step in self.facts.steps if step.core)

    @property
    def code(self) -> str:
        """The short neutral name of files and PDFs: ``m03``."""
        return self.facts.id.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Planned teaching time of a module that is not written yet."""

    full: int
    core: int
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A module of the plan; it is shown as coming until its folder exists."""

    id: str
    slug: str
    title: Words
    minutes: Minutes
    audiences: tuple[Audience, ...]
    prerequisites: tuple[str, ...] = ()
    sensitive: bool = False
    __pydantic_config__: ClassVar[Any] = STRICT
