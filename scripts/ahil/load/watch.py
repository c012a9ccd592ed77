"""``data/names.yml``, ``phrases.yml``, ``plan.yml`` and ``briefing-runs.txt`` → what the checks watch for."""

from collections.abc import Mapping
from typing import Any

from ahil.load.shape import shaped
from ahil.load.yaml_text import read_yaml
from ahil.model.spot import Fault
from ahil.model.watch import Name, Phrase, Planned, Watch

LISTS: Mapping[str, type] = {"names": Name, "phrases": Phrase, "plan": Planned}
"""The lists in ``data/<name>.yml`` and what each of their items is."""

RUNS = "briefing-runs.txt"


def read_watch(texts: Mapping[str, str]) -> tuple[Watch, list[Fault]]:
    """``texts`` are the files of ``data/`` by name; a bad entry is a fault and hides no other."""
    faults: list[Fault] = []
    names, phrases, plan = (_entries(name, texts.get(f"{name}.yml", ""), faults) for name in LISTS)
    lines = texts.get(RUNS, "").splitlines()
    runs = frozenset(line for line in lines if line and not line.startswith("#"))
    return Watch(names, phrases, plan, runs), faults


def _entries(name: str, text: str, faults: list[Fault]) -> dict[str, Any]:
    data, places, more = read_yaml(f"data/{name}.yml", text)
    faults += more
    found: dict[str, Any] = {}
    for index, item in enumerate(data if isinstance(data, list) else ()):
        value, more = shaped(LISTS[name], item, places, (index,))
        faults += more
        if value is not None:
            found[value.id] = value
    return found
