"""The words inside any value of the model, with their places."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from ahil.model.lang import Lang
from ahil.model.spot import Spot
from ahil.model.text import Places
from ahil.model.worksheet import Field

Route = tuple[str | int, ...]
_TYPED = {"first": "from", "last": "to"}


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of a dataclass as (name, as typed in YAML)."""
    if not is_dataclass(kind):
        return ()
    typed = _TYPED if kind is Field else {}
    return tuple((field.name, typed.get(field.name, field.name)) for field in fields(kind))


def words_in(value: Any, route: Route = ()) -> Iterator[tuple[Route, Mapping[Lang, str]]]:
    """Every text in languages that stands anywhere in ``value``, with the keys that lead to it."""
    if isinstance(value, str | int | date | None):
        return
    if names := _names(type(value)):  # type: ignore[arg-type]  # a class can be hashed
        for name, typed in names:
            yield from words_in(getattr(value, name), (*route, typed))
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
