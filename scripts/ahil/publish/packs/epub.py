"""A book for readers: everything for learners in one language, with the standard library alone."""

from collections.abc import Callable, Iterator
from datetime import date

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.publish.offline import DAY
from ahil.publish.packs.alphabet import cyrillic
from ahil.publish.packs.room import Artefact, PackRoom
from ahil.publish.packs.zipped import zipped
from ahil.publish.staging import edition_code
from ahil.render.module_page import Medium
from ahil.render.packs.chapter import Chapter
from ahil.render.packs.epub import Book, book_files
from ahil.render.packs.shelf import Shelf

TYPE = {"mimetype": b"application/epub+zip"}
PARTS = ("nav.modules", "nav.handouts", "nav.learn")


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``epub/ahil-uz.epub``; Uzbek in Cyrillic too, as ``epub/ahil-uz-cyrl.epub``."""
    parts = library(room, lang)
    if not any(chapters for _, chapters in parts):
        return
    yield _bound(room, f"ahil-{lang}", room.interface(lang), parts, str)
    if lang is Lang.UZ:
        turned, interface, named = cyrillic(room)
        say = interface.say
        names = [say(key) for key in PARTS]
        parts = [(name, [*map(turned, chapters)]) for name, (_, chapters) in zip(names, parts, strict=True)]
        yield _bound(room, f"ahil-{lang}-cyrl", interface, parts, named)


def _bound(
    room: PackRoom,
    name: str,
    interface: Interface,
    parts: list[tuple[str, list[Chapter]]],
    named: Callable[[str], str],
) -> Artefact:
    edition = edition_code("", "".join(chapter.edition for _, chapters in parts for chapter in chapters))
    book = Book(interface, parts, edition, room.printing.day or date(*DAY[:3]))
    shelf = Shelf(book.chapters, lambda chapter: f"{chapter.file}.xhtml", room.web)
    texts = book_files(book, shelf, room.dress("book.css"))
    files = {path: named(text).encode() for path, text in texts.items()}
    return Artefact(f"epub/{name}.epub", zipped(TYPE | files, stored=tuple(TYPE)), edition)


def library(room: PackRoom, lang: Lang) -> list[tuple[str, list[Chapter]]]:
    """The parts of a book: modules and handouts, and the knowledge base unless only some modules are asked for."""
    say = room.interface(lang).say
    codes = set(room.codes(lang))
    pages = [] if room.only else [page for page in room.pages(lang) if page.slug != "index"]
    return [
        (say(PARTS[0]), list(room.modules(lang, Medium.paper))),
        (say(PARTS[1]), [one for one in room.handouts(lang) if one.code in codes]),
        (say(PARTS[2]), pages),
    ]
