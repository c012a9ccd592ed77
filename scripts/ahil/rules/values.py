"""The words inside any value of the model, with their places."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from ahil.model.lang import Lang
from ahil.model.spot import Spot
from ahil.model.text import Places
from ahil.model.worksheet import Field

Route = tuple[str | int, ...]
_TYPED = {"first": "from", "last": "to"}


def words_in(value: Any, route: Route = ()) -> Iterator[tuple[Route, Mapping[Lang, str]]]:
    """Every text in languages that stands anywhere in ``value``, with the keys that lead to it."""
    if is_dataclass(value):
        for field in fields(value):
            name = _TYPED.get(field.name, field.name) if isinstance(value, Field) else field.name
            yield from words_in(getattr(value, field.name), (*route, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from words_in(inner, (*route, index))
    elif isinstance(value, Mapping) and value and _is_words(value):
        yield route, value


def _is_words(value: Mapping[Any, Any]) -> bool:
    return all(isinstance(key, Lang) and isinstance(text, str) for key, text in value.items())


def spoken_values(value: Any, places: Places, route: Route = ()) -> Iterator[tuple[Lang, Spot, str]]:
    """The same text by text."""
    for inner, words in words_in(value, route):
        for lang, text in words.items():
            yield lang, places.spot(*inner, lang), text
