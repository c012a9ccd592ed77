"""A book for readers: everything for learners in one language, with the standard library alone."""

from collections.abc import Iterator
from datetime import date

from ahil.model.lang import Lang
from ahil.publish.offline import DAY
from ahil.publish.packs.room import Artefact, PackRoom
from ahil.publish.packs.zipped import zipped
from ahil.publish.staging import edition_code
from ahil.render.module_page import Medium
from ahil.render.packs.chapter import Chapter
from ahil.render.packs.epub import Book, book_files
from ahil.render.packs.shelf import Shelf

TYPE = {"mimetype": b"application/epub+zip"}


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``epub/ahil-uz.epub``."""
    parts = library(room, lang)
    if not any(chapters for _, chapters in parts):
        return
    edition = edition_code("", "".join(chapter.edition for _, chapters in parts for chapter in chapters))
    book = Book(room.interface(lang), parts, edition, room.printing.day or date(*DAY[:3]))
    shelf = Shelf(book.chapters, lambda chapter: f"{chapter.file}.xhtml", room.web)
    files = {name: text.encode() for name, text in book_files(book, shelf, room.dress("book.css")).items()}
    yield Artefact(f"epub/ahil-{lang}.epub", zipped(TYPE | files, stored=tuple(TYPE)), edition)


def library(room: PackRoom, lang: Lang) -> list[tuple[str, list[Chapter]]]:
    """The parts of a book: modules and handouts, and the knowledge base unless only some modules are asked for."""
    say = room.interface(lang).say
    codes = set(room.codes(lang))
    pages = [] if room.only else [page for page in room.pages(lang) if page.slug != "index"]
    return [
        (say("nav.modules"), list(room.modules(lang, Medium.paper))),
        (say("nav.handouts"), [one for one in room.handouts(lang) if one.code in codes]),
        (say("nav.learn"), pages),
    ]
