"""What the search box says, and which words it takes for one another."""

from collections.abc import Iterator
from typing import Any

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.register import Synonyms, Term

KINDS = ("module", "handout", "worksheet", "path", "page")
AUDIENCES = ("police", "makhalla", "cso", "officials", "media", "shelter")
MINUTES = (45, 60, 90, 120)
SAID = (
    "found",
    "none",
    "results",
    "kind",
    "audience",
    "minutes",
    "any",
    "more",
    "meant",
    "try",
    "glossary",
    "index",
    "other",
    "filters",
    "min",
)


def said(interface: Interface) -> dict[str, Any]:
    """Words of the box that are needed once it is open."""
    say = interface.say
    return {
        "said": {key: say(f"find.{key}") for key in SAID},
        "kinds": {key: say(f"find.kind-{key}") for key in KINDS},
        "audiences": {key: say(f"audience.{key}") for key in AUDIENCES},
        "minutes": {str(most): say("find.at-most", n=most) for most in MINUTES},
    }


def same_words(curriculum: Curriculum, lang: Lang) -> list[list[list[str]]]:
    """[words of this language, words of the others]: whoever types one of either is shown the first as well."""
    return [
        [list(names[lang]), [name for other in Lang if other is not lang for name in names[other]]]
        for names in _groups(curriculum)
        if names[lang]
    ]


def _groups(curriculum: Curriculum) -> Iterator[dict[Lang, tuple[str, ...]]]:
    for term in curriculum.terms.values():
        yield {lang: _names(term, lang) for lang in Lang}
    for one in curriculum.synonyms.values():
        yield {lang: _typed(one, lang) for lang in Lang}


def _names(term: Term, lang: Lang) -> tuple[str, ...]:
    return (term.named(lang), *(term.also or {}).get(lang, ()))


def _typed(one: Synonyms, lang: Lang) -> tuple[str, ...]:
    return {Lang.EN: one.en, Lang.RU: one.ru, Lang.UZ: one.uz}[lang]
