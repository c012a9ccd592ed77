"""The word lists of the language checks, from YAML to compiled patterns."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from ahil.model.lexicon import Known, Lexicon


def read_lexicon(text: str, more_english: str = "", apostrophes: str = "") -> Lexicon:
    """Compile ``data/language/lexicon.yml`` with the lists of English words and of Uzbek words with apostrophes."""
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Lexicon(
        months=_known(data["months"]),
        weekdays=_known(data["weekdays"]),
        numbers=_known(data["numbers"], data["free_numbers"]),
        scales=_known(data["scales"]),
        units=_known(data["units"]),
        fractions=_known(data["fractions"]),
        hours=_known(data["hours"]),
        polite=re.compile(data["polite"]),
        closed=tuple(data["closed"]),
        real_pairs=frozenset(map(str, data["real_pairs"])),
        month="|".join(sorted((form for forms in data["months"].values() for form in forms), key=len, reverse=True)),
        function_words={lang: frozenset(map(str, words)) for lang, words in data["function_words"].items()},
        english=frozenset([*map(str, [*data["english"], *data["function_words"]["en"]]), *more_english.split()]),
        leftovers=tuple(re.compile(pattern) for pattern in data["leftovers"]),
        translator_notes=tuple(re.compile(pattern) for pattern in data["translator_notes"]),
        apostrophe_lost={re.sub("[ʻʼ]", "", word): word for word in apostrophes.split()} | data["apostrophe_lost"],
        hints=tuple(map(str, data["hints"])),
        shared=frozenset(map(str, data["shared"])),
        endings={lang: tuple(endings) for lang, endings in data["endings"].items()},
        names=frozenset(str(name).lower() for name in data["names"]),
    )


def _known(*tables: Mapping[object, list[str]]) -> Known:
    """Forms are tried by their first letter: most words have nothing to try."""
    forms = [(value, str(form)) for table in tables for value, forms in table.items() for form in forms]
    first: dict[str, list[tuple[object, re.Pattern[str]]]] = {}
    for value, form in forms:
        first.setdefault(form[0] if form[0].isalpha() else "", []).append((value, re.compile(form)))
    rest = first.pop("", [])

    @cache
    def known(word: str) -> frozenset[object]:
        tried = first.get(word[:1], []) + rest
        return frozenset(value for value, pattern in tried if pattern.fullmatch(word))

    return known
