"""Words that stand side by side in YAML (``{en: …, ru: …, uz: …}``) as sheets, one a language, so that one set of rules reads all."""  # noqa: E501

from collections.abc import Iterator
from typing import Any

import yaml

from ahil.load.scan import Inline
from ahil.model.blocks import Block, Entry, Section, Sheet
from ahil.model.spot import Fault, Spot

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LANGS = ("uz", "ru", "en")
Label = tuple[str, dict[str, yaml.ScalarNode]]


def read_labels(path: str, text: str, inline: Inline) -> dict[str, Sheet]:
    """The labels of a file by language; nothing if it has none."""
    name = path.rsplit(".", 1)[0]
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        fault = Fault("TR204", Spot(path, mark.line + 1 if mark else 1))
        return {"en": Sheet(path, name, "en", troubles=(fault,), labels=True)}
    groups = list(_groups(node)) if node else []
    if not any(labels for _, labels in groups):
        return {}
    front = (Entry("source", source, 1),) if (source := _source(node)) else ()
    return {
        lang: Sheet(path, name, lang, tuple(_sections(groups, lang, inline)), front, size=1, labels=True)
        for lang in _LANGS
    }


def _source(node: yaml.Node | None) -> str:
    if isinstance(node, yaml.MappingNode):
        return next((str(value.value) for key, value in node.value if key.value == "source"), "")
    return ""


def _groups(node: yaml.Node) -> Iterator[tuple[str, list[Label]]]:
    """The labels by what stands at the top of the file: an entry of a list, or a key."""
    if isinstance(node, yaml.SequenceNode):
        for at, child in enumerate(node.value):
            name = _identity(child) or str(at)
            yield name, list(_labels(child, name))
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield str(key.value), list(_labels(child, str(key.value)))


def _identity(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return next((str(value.value) for key, value in node.value if key.value == "id"), "")
    return ""


def _labels(node: yaml.Node, route: str) -> Iterator[Label]:
    if isinstance(node, yaml.SequenceNode):
        for at, child in enumerate(node.value):
            yield from _labels(child, f"{route}.{_identity(child) or at}")
    elif isinstance(node, yaml.MappingNode):
        keys = {str(key.value): value for key, value in node.value}
        if keys and keys.keys() <= set(_LANGS) and all(isinstance(value, yaml.ScalarNode) for value in keys.values()):
            yield route, {lang: value for lang, value in keys.items() if isinstance(value, yaml.ScalarNode)}
            return
        for key, child in keys.items():
            yield from _labels(child, f"{route}.{key}")


def _sections(groups: list[tuple[str, list[Label]]], lang: str, inline: Inline) -> Iterator[Section]:
    for name, labels in groups:
        blocks = tuple(
            Block("label", node.start_mark.line + 1, (inline(_said(node), lang, None),), route, id=route)
            for route, words in labels
            if (node := words.get(lang)) is not None
        )
        if blocks:
            yield Section(name, blocks[0].line, blocks, id=name)


def _said(node: yaml.ScalarNode) -> str:
    return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)
