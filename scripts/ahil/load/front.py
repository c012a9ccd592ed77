"""Front matter: values by dotted route, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ahil.load.lines import Line
from ahil.load.scan import Inline
from ahil.model.blocks import Entry

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY = re.compile(r"[\w.-]+\s*:(\s|$)")


@dataclass(slots=True)
class Front:
    """What stood between the two lines of dashes, and what is wrong there."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[tuple[str, int, dict[str, object]]] = field(default_factory=list)
    end: int = 0


def read_front(lines: list[str], lang: str, inline: Inline) -> Front:
    """Read the front matter, if there is any; ``end`` is the number of lines it takes."""
    front = Front()
    if not lines or lines[0].rstrip() != "---":
        return front
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if not end:
        if len(lines) > 1 and _KEY.match(lines[1]):
            front.faults.append(("TR203", 1, {}))
            front.end = next(
                (at for at, line in enumerate(lines) if not line.strip() or line.startswith("#")), len(lines)
            )
        return front
    front.end = end + 1
    _parse("\n".join(lines[1:end]), front, lang, inline)
    return front


def _parse(text: str, front: Front, lang: str, inline: Inline) -> None:
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        front.faults.append(("TR204", mark.line + 2 if mark else 1, {}))
        return
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        front.faults.append(("TR204", 2, {}))
        return
    for route, scalar in scalars(node, "", front):
        line = scalar.start_mark.line + 2
        front.entries.append(Entry(route, scalar.value, line, inline(scalar.value, lang, None)))


def scalars(node: yaml.Node, route: str, front: Front) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Every scalar with its route; a key given twice is a fault."""
    if isinstance(node, yaml.ScalarNode):
        yield route, node
    elif isinstance(node, yaml.SequenceNode):
        for at, child in enumerate(node.value):
            yield from scalars(child, f"{route}[{at}]", front)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, child in node.value:
            name = f"{route}.{key.value}" if route else str(key.value)
            if name in seen:
                front.faults.append(("TR205", key.start_mark.line + 2, {"key": key.value}))
            seen.add(name)
            yield from scalars(child, name, front)


def body(lines: list[str], front: Front) -> list[Line]:
    """The numbered lines after the front matter."""
    return list(enumerate(lines[front.end :], front.end + 1))
