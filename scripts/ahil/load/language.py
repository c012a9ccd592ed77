"""Two slow readers that are imported only when a sentence is suspicious."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any


def identify(text: str) -> str:
    """Which language a text is in, as a two-letter code."""
    return str(_identifier()(text)[0])


@cache
def _identifier() -> Callable[[str], Any]:
    import py3langid

    py3langid.set_languages(["en", "ru", "uz"])
    return py3langid.classify  # type: ignore[no-any-return]


@lru_cache(maxsize=20_000)
def lemmas(word: str) -> frozenset[str]:
    """The dictionary forms a Russian word may have."""
    return frozenset(parse.normal_form.replace("ё", "е") for parse in _analyzer().parse(word.lower()))


@cache
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()
