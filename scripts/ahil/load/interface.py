"""``data/words.yml`` → the words of the interface."""

from typing import Any

from ahil.load.yaml_text import read_yaml
from ahil.model.interface import Interface
from ahil.model.lang import Lang


def read_interface(text: str) -> dict[Lang, Interface]:
    """One interface a language; every entry has all three."""
    data, _, _ = read_yaml("data/words.yml", text)
    entries = dict(_flat(data or {}, ()))
    return {lang: Interface(lang, entries) for lang in Lang}


def _flat(node: Any, route: tuple[str, ...]) -> Any:
    if set(node) == set(Lang):
        yield ".".join(route), {lang: node[lang] for lang in Lang}
        return
    for key, inner in node.items():
        yield from _flat(inner, (*route, key))
