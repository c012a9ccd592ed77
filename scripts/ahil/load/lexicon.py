"""The word lists of the language checks, from YAML to compiled patterns."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

from ahil.model.lexicon import Known, Lexicon


def read_lexicon(text: str) -> Lexicon:
    """Compile ``data/language/lexicon.yml``."""
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Lexicon(
        months=_known(data["months"]),
        weekdays=_known(data["weekdays"]),
        numbers=_known(data["numbers"], data["free_numbers"]),
        scales=_known(data["scales"]),
        units=_known(data["units"]),
        month="|".join(
            sorted((form for forms in data["months"].values() for form in forms), key=len, reverse=True)
        ),
        function_words={lang: frozenset(map(str, words)) for lang, words in data["function_words"].items()},
        english=frozenset(map(str, data["english"])) | frozenset(map(str, data["function_words"]["en"])),
        leftovers=tuple(re.compile(pattern) for pattern in data["leftovers"]),
        translator_notes=tuple(re.compile(pattern) for pattern in data["translator_notes"]),
        apostrophe_lost=data["apostrophe_lost"],
        hints=tuple(map(str, data["hints"])),
        shared=frozenset(map(str, data["shared"])),
        endings={lang: tuple(endings) for lang, endings in data["endings"].items()},
        names=frozenset(str(name).lower() for name in data["names"]),
    )


def _known(*tables: Mapping[object, list[str]]) -> Known:
    patterns = [
        (value, re.compile("|".join(str(form) for form in forms)))
        for table in tables
        for value, forms in table.items()
    ]

    either = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in patterns))

    @lru_cache(maxsize=None)
    def known(word: str) -> frozenset[object]:
        if not either.fullmatch(word):
            return frozenset()
        return frozenset(value for value, pattern in patterns if pattern.fullmatch(word))

    return known
