"""YAML as the author typed it: every scalar stays text until a schema says what it is, every key keeps its place."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from ahil.model.spot import Fault, Spot
from ahil.model.text import Places

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}


@dataclass(slots=True)
class _Reading:
    path: str
    offset: int
    places: dict[tuple[str | int, ...], tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def spot(self, mark: Any) -> Spot:
        return Spot(self.path, mark.line + 1 + self.offset, mark.column + 1)

    def fault(self, code: str, mark: Any, **gaps: object) -> None:
        self.faults.append(Fault(code, self.spot(mark), gaps))


def read_yaml(path: str, text: str, offset: int = 0) -> tuple[Any, Places, list[Fault]]:
    """Text → (plain data whose leaves are ``str`` or ``None``, places, faults).

    ``offset`` is the number of lines above the text in its file. Data is ``None`` where nothing could be read.
    """
    reading = _Reading(path, offset)
    data = None
    try:
        _refuse_aliases(text, reading)
        node = yaml.compose(text, Loader=_Loader)
        data = _plain(node, (), reading) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reading.faults.append(Fault("LO002", reading.spot(mark), {"problem": error.problem or error.context}))
    except yaml.YAMLError:
        reading.faults.append(Fault("LO014", Spot(path, 1 + offset), {}))
    return data, Places(path, reading.places), reading.faults


def _refuse_aliases(text: str, reading: _Reading) -> None:
    """An anchor lets a change in one place act in another, unseen: each is a fault."""
    if "&" not in text and "*" not in text:
        return
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            reading.fault("LO004", event.start_mark, name=getattr(event, "anchor", ""))


def _plain(node: yaml.Node, route: tuple[str | int, ...], reading: _Reading) -> Any:
    reading.places.setdefault(route, (node.start_mark.line + 1 + reading.offset, node.start_mark.column + 1))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, route, reading)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*route, index), reading) for index, child in enumerate(node.value)]
    if not getattr(node, "style", None) and node.value in _NOTHING:
        return None
    return node.value


def _mapping(node: yaml.MappingNode, route: tuple[str | int, ...], reading: _Reading) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in found:
            first = reading.places[(*route, key)][0]
            reading.fault("LO003", key_node.start_mark, key=key, first=first)
            continue
        mark = key_node.start_mark
        reading.places[(*route, key)] = (mark.line + 1 + reading.offset, mark.column + 1)
        found[key] = _plain(value_node, (*route, key), reading)
    return found
