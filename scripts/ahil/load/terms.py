"""The glossary as terms, in whichever of the usual shapes it is written.

A list of entries, or a mapping of them by id, at the top or under a key; words under ``en``, ``ru``, ``uz`` (also
``uz_latn``, ``uz-Latn``), directly or under ``term``, ``terms``, ``translations`` or ``words``, each a string, a list or
a mapping with ``term``; words to avoid under any of several names, as a string, a list of strings, a list of
``{text, use}``, or by language.
"""  # noqa: E501

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from ahil.model.lexicon import Term

_LANGS = {
    "en": "en",
    "ru": "ru",
    "uz": "uz",
    "uz_latn": "uz",
    "uz-latn": "uz",
    "uz_latin": "uz",
    "en_gb": "en",
    "en-gb": "en",
}
_AVOID = ("forbidden", "avoid", "forbid", "not", "wrong", "never", "deprecated", "banned", "forbidden_terms", "bad", "prohibited", "do_not_use", "incorrect", "variants_forbidden")  # fmt: skip  # noqa: E501
_WORDS = (
    "term",
    "terms",
    "translations",
    "translation",
    "words",
    "preferred",
    "names",
    "labels",
    "approved",
    "expected",
    "use",
    "also",
    "synonyms",
    "allowed",
)
_TEXT = (
    "text",
    "term",
    "word",
    "variant",
    "wrong",
    "form",
    "value",
    "name",
    "avoid",
    "forbidden",
    "preferred",
    "bad",
)
_USE = ("use", "instead", "replacement", "replace", "right", "correct", "suggest", "better", "good")


def read_terms(text: str) -> tuple[Term, ...]:
    """Every term found; an entry that has no words in any language is passed over."""
    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return ()
    return tuple(term for name, entry in _entries(data) if (term := _term(name, entry)))


def _entries(data: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(data, list):
        for at, entry in enumerate(data):
            if isinstance(entry, dict):
                yield str(entry.get("id", at)), entry
    elif isinstance(data, dict):
        if _by_language(data) or any(key in data for key in _AVOID):
            yield str(data.get("id", "")), data
            return
        for key, entry in data.items():
            if isinstance(entry, dict) and (
                _by_language(entry) or any(isinstance(entry.get(word), dict) for word in _WORDS)
            ):
                yield str(key), entry
            elif isinstance(entry, list | dict):
                yield from _entries(entry)


def _by_language(entry: Mapping[Any, Any]) -> dict[str, Any]:
    return {_LANGS[str(key).lower()]: value for key, value in entry.items() if str(key).lower() in _LANGS}


def _term(name: str, entry: Mapping[str, Any]) -> Term | None:
    words: dict[str, tuple[str, ...]] = {}
    forbidden: dict[str, list[tuple[str, str]]] = {}
    for holder in (entry, *(entry[key] for key in _WORDS if isinstance(entry.get(key), dict))):
        for lang, said in _by_language(holder).items():
            words[lang] = words.get(lang, ()) + tuple(_said(said))
            if isinstance(said, dict):
                for key in _AVOID:
                    forbidden.setdefault(lang, []).extend(_avoided(said.get(key)))
    for key in _AVOID:
        for lang, variant in _avoid(entry.get(key), words):
            forbidden.setdefault(lang, []).append(variant)
    for key, value in entry.items():
        found = re.fullmatch(
            rf"(?:({'|'.join(_AVOID)})_(en|ru|uz)\w*|(en|ru|uz)\w*_({'|'.join(_AVOID)}))", str(key).lower()
        )
        if found:
            forbidden.setdefault(found[2] or found[3], []).extend(_avoided(value))
    clean = {
        lang: tuple(v for v in variants if v[0] and v[0].lower() not in map(str.lower, words.get(lang, ())))
        for lang, variants in forbidden.items()
    }
    return Term(name, words, clean) if words or any(clean.values()) else None


def _said(value: Any) -> Iterator[str]:
    """The words of a term; what stands in brackets is a remark, and commas or slashes part equals."""
    if isinstance(value, str):
        for piece in re.split(r"\s+/\s+|;|,\s", re.sub(r"\([^)]*\)", "", value)):
            if piece.strip(" «»“”"):
                yield piece.strip(" «»“”")
    elif isinstance(value, list):
        for each in value:
            yield from _said(each)
    elif isinstance(value, dict):
        for key in _TEXT + _WORDS:
            if isinstance(value.get(key), str | list) and key not in ("avoid", "forbidden", "wrong", "bad"):
                yield from _said(value[key])
                return


def _avoided(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield from ((piece.strip(), "") for piece in re.split(r";|,\s|\s/\s", value) if piece.strip())
    elif isinstance(value, list):
        for each in value:
            yield from _avoided(each)
    elif isinstance(value, dict):
        text = next((str(value[key]) for key in _TEXT if isinstance(value.get(key), str)), "")
        use = next((str(value[key]) for key in _USE if isinstance(value.get(key), str)), "")
        if text:
            yield text.strip(), use.strip()
        else:
            yield from (
                (str(key).strip(), str(said or "").strip())
                for key, said in value.items()
                if isinstance(said, str | None)
            )


def _avoid(value: Any, words: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, str]]]:
    if isinstance(value, dict) and (by_language := _by_language(value)):
        for lang, each in by_language.items():
            yield from ((lang, variant) for variant in _avoided(each))
    elif isinstance(value, list) and any(isinstance(each, dict) and each.get("lang") for each in value):
        for each in value:
            for variant in _avoided(each):
                yield _LANGS.get(str(each.get("lang", "")).lower(), "en"), variant
    else:
        for variant in _avoided(value):
            yield from ((lang, variant) for lang in _languages(variant[0], words))


def _languages(variant: str, words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Of which language a word to avoid is when the glossary does not say; where nothing tells, of both Latin ones."""
    if re.search("[А-Яа-яЁё]", variant):
        return ("ru",)
    for lang, other in (("uz", "en"), ("en", "uz")):
        if variant.lower() in map(str.lower, words.get(lang, ())):
            return (other,)
    if re.search("[ʻʼ]|[oOgG]['’‘`]|q(?!u)|x|(?:lik|lar|lari|ligi|chi|ish|iy|ning)(?: |$)", variant):
        return ("uz",)
    english = re.search(r"w|c(?!h)|th|tion|ing\b|ed\b|ee|oo|y\b", variant)
    return ("en",) if english else ("en", "uz")
