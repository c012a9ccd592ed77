"""JSON Schemas of everything written in YAML, so that editors complete and underline."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ahil.load.curriculum import REGISTERS
from ahil.load.shape import adapter
from ahil.load.watch import LISTS
from ahil.model.handout import HandoutFacts
from ahil.model.module import CHALLENGES, ModuleFacts
from ahil.model.watch import Watch
from ahil.model.worksheet import WorksheetFacts

FOLDER = "data/schemas"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas(watch: Watch) -> dict[str, str]:
    """File name → text. A register is a list of what it holds; closed lists of names become choices."""
    whole = {"module": ModuleFacts, "handout": HandoutFacts, "worksheet": WorksheetFacts}
    found = {name: _closed(adapter(kind).json_schema(), watch) for name, kind in whole.items()}
    for name, kind in {**REGISTERS, **LISTS}.items():
        found[name] = _closed(adapter(tuple[kind, ...]).json_schema(), watch)  # type: ignore[valid-type]
    return {f"{name}.json": _written(schema) for name, schema in sorted(found.items())}


def _written(schema: Mapping[str, Any]) -> str:
    return json.dumps({"$schema": _DRAFT, **schema}, ensure_ascii=False, indent=1) + "\n"


def _closed(schema: dict[str, Any], watch: Watch) -> dict[str, Any]:
    """Name what may be chosen where the model only says text."""
    parts = {**schema.get("$defs", {}), "": schema}
    closed = {
        ("Objective", "verb"): watch.planned("verbs"),
        ("Covers", "challenges"): tuple(CHALLENGES),
        ("Covers", "recommendations"): watch.planned("recommendations"),
    }
    for (part, key), names in closed.items():
        if part in parts and names:
            value = parts[part]["properties"][key]
            (value["items"] if value["type"] == "array" else value)["enum"] = list(names)
    return schema


def write_schemas(root: Path, watch: Watch) -> list[str]:
    """Write what changed; the names of those files."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name, text in schemas(watch).items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            changed.append(f"{FOLDER}/{name}")
    return changed
