"""Each worksheet as a Word file, to change it or to fill it in where a PDF cannot be."""

import re
import tempfile
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from ahil.model.lang import Lang
from ahil.model.worksheet import Orientation, Paper, Worksheet
from ahil.publish.packs.room import Artefact, Missing, PackRoom
from ahil.publish.packs.zipped import zipped
from ahil.publish.staging import edition_code
from ahil.render.packs.form import form_for_word

TAGS = {Lang.UZ: "uz-Latn-UZ", Lang.RU: "ru-RU", Lang.EN: "en-GB"}
DAY = b"2026-01-01T00:00:00Z"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_SHEET = re.compile(rb"<w:pgSz [^>]*/>")
_COLUMN = re.compile(rb'<w:gridCol w:w="(\d+)"')
MARGIN, PANDOCS = 794, 7920
"""The margins of the reference document, and how wide pandoc takes every text to be."""
_SIZES = {Paper.A4: (11906, 16838), Paper.A3: (16838, 23811)}
"""Sheets in twentieths of a point."""


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``docx/w02.docx`` and so on."""
    try:
        pandoc = import_module("pypandoc")
    except ImportError as error:
        raise Missing("docx") from error
    interface = room.interface(lang)
    for sheet in room.curriculum.worksheets.values():
        if room.only and not room.only & set(sheet.facts.modules):
            continue
        body = form_for_word(sheet, interface, "", draft=False)
        edition = edition_code("", body)
        html = form_for_word(sheet, interface, edition, draft=lang is not Lang.EN)
        content = _word(pandoc, html, sheet, lang, room.theme / "packs" / "reference.docx")
        yield Artefact(f"docx/{sheet.code}.docx", content, edition)


def _word(pandoc: Any, html: str, sheet: Worksheet, lang: Lang, reference: Path) -> bytes:
    """What pandoc makes of it, on the sheet's own paper, and the same bytes for the same words."""
    told = {"lang": TAGS[lang], "title-meta": sheet.facts.title[lang]}
    options = ["--quiet", f"--reference-doc={reference}", *(f"--metadata={key}={value}" for key, value in told.items())]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "sheet.docx")
        pandoc.convert_text(html, "docx", format="html", outputfile=str(place), extra_args=options)
        with zipfile.ZipFile(place) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    files["docProps/core.xml"] = _DATES.sub(rb"\g<1>" + DAY, files["docProps/core.xml"])
    files["word/document.xml"] = _on_its_paper(files["word/document.xml"], sheet)
    return zipped(files)


def _on_its_paper(document: bytes, sheet: Worksheet) -> bytes:
    """The sheet's size and direction, and columns as wide as it gives: pandoc knows neither."""
    size = _SIZES[sheet.facts.paper]
    held = ' w:orient="landscape"' if sheet.facts.orientation is Orientation.LANDSCAPE else ""
    width, height = reversed(size) if held else size
    whole = width - 2 * MARGIN
    document = _COLUMN.sub(lambda found: b'<w:gridCol w:w="%d"' % (int(found[1]) * whole // PANDOCS), document)
    return _SHEET.sub(f'<w:pgSz w:w="{width}" w:h="{height}"{held}/>'.encode(), document)
