"""All papers of a course day in one file, for whoever prints them: put together from the PDFs of the site."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path as FilePath
from typing import NamedTuple

import pikepdf

from ahil.model.curriculum import Curriculum
from ahil.model.lang import Lang
from ahil.model.path import Path, PathDay
from ahil.publish.alphabets import Alphabets
from ahil.publish.packs.paper_file import Part, bound
from ahil.render.address import find, spoken
from ahil.render.path_page import pack_of, papers

A4_LONG = 850
"""Points a little longer than the long edge of A4."""


class Shelf(NamedTuple):
    """The papers of a language, and of an alphabet: their folder, tag, and what turns a title into it."""

    lang: Lang
    folder: FilePath
    tag: str
    convert: Callable[[str], str]


def _shelves(site: FilePath, alphabets: Alphabets | None) -> Iterator[Shelf]:
    for lang in Lang:
        if lang is Lang.UZ and alphabets:
            for one in alphabets.editions:
                yield Shelf(lang, site / "print" / one.papers, one.alphabet.tag, alphabets.convert[one.alphabet])
        else:
            yield Shelf(lang, site / "print" / lang, lang.tag, str)


def lay_day_packs(curriculum: Curriculum, site: FilePath, alphabets: Alphabets | None = None) -> int:
    """Write ``print/<lang>/<path>-<day>-trainer.pdf`` for every day that needs papers; how many there are."""
    written = 0
    for lang, folder, tag, convert in _shelves(site, alphabets):
        for path in curriculum.paths.values():
            for day in path.days:
                parts = _parts(day, curriculum, lang, folder)
                if parts:
                    pack = bound(parts, convert(_title(path, day, lang)), tag)
                    (folder / f"{pack_of(day, path)}.pdf").write_bytes(pack)
                    written += 1
    return written


def _parts(day: PathDay, curriculum: Curriculum, lang: Lang, folder: FilePath) -> list[Part]:
    """The papers in the order in which they are needed, what is larger than A4 last: it needs another printer."""
    found = []
    for kind, slug in papers(day, curriculum):
        target = find(curriculum, kind, slug, lang)
        pdf = folder / f"{FilePath(target.path).stem}.pdf" if target else folder
        if pdf.is_file():  # one that could not be printed has been reported
            found.append(_part(pdf.read_bytes()))
    return [part for _, part in sorted(found, key=lambda one: one[0])]


def _part(pdf: bytes) -> tuple[bool, Part]:
    """(whether it is larger than A4, the paper as it calls itself)."""
    with pikepdf.open(BytesIO(pdf)) as document:
        large = max(float(edge) for edge in document.pages[0].mediabox) > A4_LONG
        return large, Part(str(document.docinfo.get("/Title", "")), pdf, 1)


def _title(path: Path, day: PathDay, lang: Lang) -> str:
    return f"{spoken(path.title, lang)} · {spoken(day.title, lang)}"
