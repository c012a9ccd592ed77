"""The search data of a site as plain scripts: browsers refuse ``fetch`` to pages opened from a folder.

``search/<lang>.js`` is the index: which words stand where, folded, the same for every alphabet of a language.
``search/<lang>-names.js`` has what a reader sees of it: titles, headings, words of the box. ``search/<lang>/<page>.js``
holds the words of one page, for the extract under a hit. The same with ``<lang>-trainer`` adds what only trainers
may find. An edition in another alphabet has names and words of pages of its own, beside its pages.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.outlet import Outlet
from ahil.render.search import Found, Place, searched
from ahil.render.search_filters import Fits, fits
from ahil.render.search_pack import forms, pack_numbers, pack_words, standing, telling
from ahil.render.search_words import KINDS, said, same_words
from ahil.render.staged import Staged


def search_files(
    pages: Sequence[Staged], curriculum: Curriculum, interface: Interface, outlet: Outlet
) -> Iterator[tuple[str, str]]:
    """(path, text) of every script of one language."""
    lang = interface.lang
    learners = searched(pages, lang, outlet, trainer=False)
    about = fits(curriculum)
    names = {
        "home": "" if lang is outlet.home else f"{lang}/",
        "pages": [_page(page, about, [one.heading for one in page.places]) for page in learners],
        **said(interface),
    }
    index = {
        **_packed([[forms(place.text) for place in page.places] for page in learners]),
        "same": same_words(curriculum, lang),
        "skip": interface.say("find.skip").split(),
    }
    yield f"search/{lang}.js", _script("index", str(lang), index)
    yield f"search/{lang}-names.js", _script("names", str(lang), names)
    yield from _texts(learners, f"search/{lang}")
    if outlet.trainers:
        trainers = searched(pages, lang, outlet, trainer=True)
        names, index = trainers_index(trainers, learners, about)
        yield f"search/{lang}-trainer.js", _script("index", f"{lang}-trainer", index)
        yield f"search/{lang}-trainer-names.js", _script("names", f"{lang}-trainer", names)
        yield from _texts(trainers, f"search/{lang}-trainer")


def trainers_index(
    trainers: Sequence[Found], learners: Sequence[Found], about: Mapping[str, Fits]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """(names, index) of what trainers' pages say more than their twins do; an empty heading is the same as there."""
    said_to_all = {page.url: {one.anchor: one for one in page.places} for page in learners}
    rows, words = [], []
    for page in trainers:
        known = said_to_all.get(page.twin, {})
        headings = [one.heading if _heading(known.get(one.anchor)) != one.heading else "" for one in page.places]
        rows.append(_page(page, about, headings) | {"of": page.twin})
        words.append([_more(one.text, known.get(one.anchor)) for one in page.places])
    return {"pages": rows}, _packed(words)


def _heading(place: Place | None) -> str:
    return place.heading if place else ""


def _more(text: str, known: Place | None) -> list[str]:
    return sorted(set(forms(text)) - set(forms(known.text if known else "")))


def _page(page: Found, about: Mapping[str, Fits], headings: list[str]) -> dict[str, Any]:
    fit = about.get(page.staged.replace("/trainer.md", "/index.md"), Fits())
    kind = "module" if page.kind == "trainer" else page.kind if page.kind in KINDS else "page"
    row = {"url": page.url, "title": page.title, "kind": kind, "for": " ".join(fit.audiences), "min": fit.minutes}
    shown = {key: value for key, value in row.items() if value}
    return shown | {"anchors": [one.anchor for one in page.places], "headings": headings}


def _packed(pages: Sequence[Sequence[Sequence[str]]]) -> dict[str, str]:
    places = [place for page in pages for place in page]
    found = telling(standing(places), len(places))
    words = sorted(found)
    return {"words": pack_words(words), "standing": pack_numbers([found[word] for word in words])}


def _texts(pages: Sequence[Found], folder: str) -> Iterator[tuple[str, str]]:
    for page in pages:
        name = page.staged.removesuffix(".md").replace("/", "-")
        yield f"{folder}/{name}.js", _script("texts", name, [place.text for place in page.places])


def _script(room: str, key: str, value: object) -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(ahil.{room} ??= {{}})[{json.dumps(key)}] = {data};\n"
