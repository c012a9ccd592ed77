"""The tree on disk → everything a run knows, read once."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ahil.load.curriculum import load
from ahil.load.interface import read_interface
from ahil.load.yaml_text import read_yaml
from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.spot import Fault
from ahil.model.translation import Coverage
from ahil.publish.translations import coverage
from ahil.publish.tree import read_tree
from ahil.publish.wording import our_data


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at one moment, and what could not be."""

    root: Path
    curriculum: Curriculum
    interfaces: dict[Lang, Interface]
    faults: list[Fault]
    coverage: Coverage | None = None


def today() -> date:
    """The day the run counts from: ``SOURCE_DATE_EPOCH`` where it is set, so that builds can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def read(root: Path, day: date | None = None, *, compared: bool = False) -> Reading:
    """Read all content below ``root``; the interface words are the project's own, or those of the package.

    ``compared`` adds how far the translations are, which takes as long again.
    """
    files, faults = read_tree(root)
    curriculum, more = load(files, day or today())
    return Reading(root, curriculum, interfaces(root), faults + more, coverage(root) if compared else None)


def interfaces(root: Path) -> dict[Lang, Interface]:
    """The words of the interface in each language."""
    beside = root / "data" / "words.yml"
    return read_interface((beside if beside.is_file() else our_data() / "words.yml").read_text("utf-8"))


def edition_day(root: Path) -> date | None:
    """The day printed on papers as that of the edition: ``data/edition.yml``, changed by hand at a release."""
    path = root / "data" / "edition.yml"
    data, _, _ = read_yaml("data/edition.yml", path.read_text("utf-8")) if path.is_file() else (None, None, None)
    return date.fromisoformat(data["date"]) if data else None
