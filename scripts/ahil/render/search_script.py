"""The search data of a site as plain scripts: browsers refuse ``fetch`` to pages opened from a folder.

``search/<lang>.js`` is the index, loaded when the box is first used; ``search/<lang>-trainer.js`` adds to it what
only trainers may find. ``search/<lang>/<page>.js`` holds the words of one page, for the extract under a hit.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.outlet import Outlet
from ahil.render.search import Found, searched
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
    index = {
        "home": "" if lang is outlet.home else f"{lang}/",
        "pages": [_page(page, about, [[one.anchor, one.heading] for one in page.places]) for page in learners],
        **_packed([[forms(place.text) for place in page.places] for page in learners]),
        "same": same_words(curriculum, lang),
        **said(interface),
    }
    yield f"search/{lang}.js", _script("index", str(lang), index)
    yield from _texts(learners, f"search/{lang}")
    if outlet.trainers:
        trainers = searched(pages, lang, outlet, trainer=True)
        yield (
            f"search/{lang}-trainer.js",
            _script("index", f"{lang}-trainer", trainers_index(trainers, learners, about)),
        )
        yield from _texts(trainers, f"search/{lang}-trainer")


def trainers_index(trainers: Sequence[Found], learners: Sequence[Found], about: Mapping[str, Fits]) -> dict[str, Any]:
    """Trainers' pages in what they say more than the learners' page does; an empty heading is the same as there."""
    said_to_all = {page.url: {one.anchor: one for one in page.places} for page in learners}
    rows, words = [], []
    for page in trainers:
        known = said_to_all.get(page.twin, {})
        same = {one.anchor for one in page.places if one.anchor in known and one.heading == known[one.anchor].heading}
        rows.append(
            _page(page, about, [[one.anchor, "" if one.anchor in same else one.heading] for one in page.places])
            | {"of": page.twin}
        )
        words.append(
            [
                sorted(set(forms(one.text)) - set(forms(known[one.anchor].text if one.anchor in known else "")))
                for one in page.places
            ]
        )
    return {"pages": rows, **_packed(words)}


def _page(page: Found, about: Mapping[str, Fits], places: list[list[str]]) -> dict[str, Any]:
    fit = about.get(page.staged.replace("/trainer.md", "/index.md"), Fits())
    kind = "module" if page.kind == "trainer" else page.kind if page.kind in KINDS else "page"
    row = {"url": page.url, "title": page.title, "kind": kind, "for": " ".join(fit.audiences), "min": fit.minutes}
    return {key: value for key, value in row.items() if value} | {"places": places}


def _packed(pages: Sequence[Sequence[Sequence[str]]]) -> dict[str, str]:
    places = [place for page in pages for place in page]
    found = telling(standing(places), len(places))
    words = sorted(found)
    return {"words": pack_words(words), "standing": pack_numbers([found[word] for word in words])}


def _texts(pages: Sequence[Found], folder: str) -> Iterator[tuple[str, str]]:
    for page in pages:
        name = page.staged.removesuffix(".md").replace("/", "-")
        yield f"{folder}/{name}.js", _script("texts", page.url, [place.text for place in page.places])


def _script(room: str, key: str, value: object) -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(ahil.{room} ??= {{}})[{json.dumps(key)}] = {data};\n"
