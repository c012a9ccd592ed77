"""An archive for Kiwix: what a learner reads in one language, with a search that knows every keyboard."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from ahil.model.lang import Lang
from ahil.publish.inventory import spellings
from ahil.publish.packs.epub import library
from ahil.publish.packs.room import Artefact, Missing, PackRoom
from ahil.publish.staging import edition_code
from ahil.render.packs.chapter import Chapter
from ahil.render.packs.searched import as_typed, plain
from ahil.render.packs.shelf import Shelf
from ahil.render.packs.zim import chapter_page, front_page, icon
from ahil.render.uzbek.text import Cyrillic

CODES = {Lang.UZ: "uzb", Lang.RU: "rus", Lang.EN: "eng"}
FRONT = "index.html"


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``zim/ahil-uz.zim``; every archive gets a number of its own, so no two runs give the same bytes."""
    try:
        writer = import_module("libzim.writer")
    except ImportError as error:
        raise Missing("zim") from error
    parts = library(room, lang)
    edition = edition_code("", "".join(chapter.edition for _, chapters in parts for chapter in chapters))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "ahil.zim")
        _write(writer, place, room, lang, parts, edition)
        yield Artefact(f"zim/ahil-{lang}.zim", place.read_bytes(), edition)


def _write(
    writer: Any, place: Path, room: PackRoom, lang: Lang, parts: list[tuple[str, list[Chapter]]], edition: str
) -> None:
    interface = room.interface(lang)
    chapters = [chapter for _, some in parts for chapter in some]
    shelf = Shelf(chapters, lambda chapter: f"{chapter.file}.html", room.web)
    convert = Cyrillic(spellings(room.printing.reading.root)[0]) if lang is Lang.UZ else None
    with _silence(), writer.Creator(str(place)).config_indexing(True, CODES[lang]) as archive:
        archive.set_mainpath(FRONT)
        archive.add_illustration(48, icon())
        for name, value in _about(room, lang, edition).items():
            archive.add_metadata(name, value)
        add = _adder(writer, archive)
        add("book.css", "", "text/css", room.dress("book.css"), None)
        add(FRONT, interface.say("book.title"), "text/html", front_page(parts, interface, edition), None)
        for chapter in chapters:
            page = chapter_page(chapter, interface, shelf)
            words = as_typed(f"{chapter.title} {chapter.summary} {plain(chapter.body)}", convert)
            add(f"{chapter.file}.html", chapter.named, "text/html", page, words)


@contextmanager
def _silence() -> Iterator[None]:
    """The library talks to the terminal from below Python."""
    sys.stdout.flush()
    kept = os.dup(1), os.dup(2)
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
    try:
        yield
    finally:
        for place, number in enumerate(kept, 1):
            os.dup2(number, place)
            os.close(number)


def _about(room: PackRoom, lang: Lang, edition: str) -> dict[str, str]:
    say = room.interface(lang).say
    return {
        "Title": "Ahil",
        "Description": say("book.title"),
        "Language": CODES[lang],
        "Creator": "Ahil",
        "Publisher": "Ahil",
        "Name": f"ahil_{lang}",
        "Flavour": edition,
        "Date": room.printing.day.isoformat() if room.printing.day else "2026-01-01",
        "License": "CC BY 4.0",
    }


def _adder(writer: Any, archive: Any) -> Callable[[str, str, str, str, str | None], None]:
    """A function that adds a page with the words under which it is found, if it is to be found."""

    class Index(writer.IndexData):  # type: ignore[misc]
        def __init__(self, title: str, words: str) -> None:
            super().__init__()
            self.title, self.words = title, words

        def has_indexdata(self) -> bool:
            return True

        def get_title(self) -> str:
            return as_typed(self.title)

        def get_content(self) -> str:
            return self.words

        def get_keywords(self) -> str:
            return ""

        def get_wordcount(self) -> int:
            return len(self.words.split())

    class Item(writer.Item):  # type: ignore[misc]
        def __init__(self, path: str, title: str, kind: str, content: str, words: str | None) -> None:
            super().__init__()
            self.path, self.title, self.kind, self.content, self.words = path, title, kind, content, words

        def get_path(self) -> str:
            return self.path

        def get_title(self) -> str:
            return self.title

        def get_mimetype(self) -> str:
            return self.kind

        def get_contentprovider(self) -> Any:
            return writer.StringProvider(self.content)

        def get_hints(self) -> dict[Any, int]:
            return {writer.Hint.FRONT_ARTICLE: int(self.kind == "text/html")}

        def get_indexdata(self) -> Any:
            return Index(self.title, self.words) if self.words is not None else None

    return lambda path, title, kind, content, words: archive.add_item(Item(path, title, kind, content, words))
