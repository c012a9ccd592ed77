"""A path: modules in an order, for one audience, in days or evenings."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ahil.model.module import Group
from ahil.model.text import STRICT, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PathBlock:
    """Either a module (whole, its core, or named steps of it) or a block of the path's own."""

    module: str | None = None
    cut: Literal["full", "core"] | None = None
    steps: tuple[str, ...] = ()
    id: str | None = None
    minutes: int | None = None
    title: Words | None = None
    worksheets: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    pause: bool = False
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class PathDay:
    """A day or an evening; ``minutes`` is what its blocks must add up to."""

    id: str
    title: Words
    minutes: int
    blocks: tuple[PathBlock, ...]
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """How a skipped prerequisite is made up for."""

    module: str
    by: Words
    __pydantic_config__: ClassVar[Any] = STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A course made of modules. ``start`` is the clock time at which a day begins, ``HH:MM``."""

    id: str
    title: Words
    audience: str
    summary: Words
    group: Group
    unit: Literal["day", "evening", "half-day"]
    minutes: int
    start: str
    days: tuple[PathDay, ...]
    bridges: tuple[Bridge, ...] = ()
    before: Words | None = None
    __pydantic_config__: ClassVar[Any] = STRICT
