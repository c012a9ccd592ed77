"""The Uzbek pages of a built site, once more in each other alphabet; what has no words is linked, not copied."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ahil.model.alphabet import Alphabet, Edition, Spellings
from ahil.render.uzbek.markup import Convert, converted
from ahil.render.uzbek.page import Ways, agenda_in, page_in, search_in
from ahil.render.uzbek.text import conversion

_DATA = re.compile(r"agenda/uz\.js|search/uz(?:-trainer)?(?:-names\.js|/.+\.js)")
"""Scripts that hold words; the index itself, ``search/uz.js``, is the same for every alphabet."""

_ALONE = frozenset({"404.html", "exit.html"})
"""Pages that serve all languages from the root."""


class Alphabets:
    """The editions of a site and what turns words into each; it remembers words from build to build."""

    def __init__(self, editions: Sequence[Edition], spellings: Spellings) -> None:
        self.editions = tuple(editions)
        self.convert: dict[Alphabet, Convert] = {one.alphabet: conversion(one.alphabet, spellings) for one in editions}

    def lay(self, site: Path, others: Sequence[str] = (), site_url: str = "") -> None:
        """Write every edition; ``others`` are the folders of other languages."""
        texts = {path: (site / path).read_text("utf-8") for path in _uzbek(site, others)}
        first, *rest = self.editions
        own = frozenset(texts)
        for edition in (*rest, first):
            if edition.folder or edition.alphabet is not Alphabet.LATIN:
                self._write(site, edition, Ways(edition, first, own, site_url), texts)

    def _write(self, site: Path, edition: Edition, ways: Ways, texts: dict[str, str]) -> None:
        convert = self.convert[edition.alphabet]
        for path, text in texts.items():
            target = site / edition.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_made(path)(text, path, ways, convert), "utf-8", newline="\n")


def _uzbek(site: Path, others: Sequence[str]) -> Iterator[str]:
    """Pages, drawings with words, and data with words, by their path at the root."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        head = name.split("/")[0]
        if head in others or head in ("assets", "vendor", "print") or name in _ALONE:
            continue
        if (
            name.endswith(".html")
            or _DATA.fullmatch(name)
            or (name.endswith(".svg") and "<text" in path.read_text("utf-8"))
        ):
            yield name


def _made(path: str) -> Callable[[str, str, Ways, Convert], str]:
    if path.endswith(".html"):
        return page_in
    if path.endswith(".svg"):
        return lambda text, _, ways, convert: _drawing(text, ways, convert)
    make = search_in if path.startswith("search/") else agenda_in
    return lambda text, _, ways, convert: make(text, ways, convert)


def _drawing(text: str, ways: Ways, convert: Convert) -> str:
    made = converted(text, convert)
    return made.replace('lang="uz"', f'lang="{ways.edition.tag}"', 1)
