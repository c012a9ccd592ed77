"""Faults become sentences in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ahil.model.lang import Lang
from ahil.model.spot import Fault, Gravity, Problem


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of ``data/messages/*.yml``: ``what`` is so and what to ``do``, by language."""

    gravity: Gravity
    what: dict[str, str]
    do: dict[str, str]


def our_data() -> Path:
    """Where our own words are: beside the package when installed, in ``data/`` of a checkout."""
    beside = Path(__file__).resolve().parent.parent / "data"
    return beside if beside.is_dir() else Path(__file__).resolve().parents[3] / "data"


@cache
def messages() -> dict[str, Message]:
    """Every message by its code."""
    found: dict[str, Message] = {}
    for path in sorted((our_data() / "messages").glob("*.yml")):
        entries: dict[str, Any] = yaml.safe_load(path.read_text("utf-8")) or {}
        for code, entry in entries.items():
            found[code] = Message(Gravity(entry.get("gravity", "error")), entry["what"], entry["do"])
    return found


def put_into_words(faults: Iterable[Fault], lang: Lang = Lang.EN) -> list[Problem]:
    """Fill each fault's gaps into its sentences; sorted by place."""
    return sorted(_worded(fault, lang) for fault in faults)


def _worded(fault: Fault, lang: Lang) -> Problem:
    message = messages()[fault.code]
    gaps = {name: str(value) for name, value in fault.gaps.items()}
    return Problem(
        spot=fault.spot,
        code=fault.code,
        what=message.what[lang].format_map(gaps),
        do=message.do[lang].format_map(gaps),
        gravity=message.gravity,
        other=fault.other,
    )
