"""The texts of a book for readers: its package, contents, first page and chapters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from uuid import NAMESPACE_URL, uuid5

from ahil.model.interface import Interface
from ahil.render.packs.body import drawn, led, ticked
from ahil.render.packs.chapter import Chapter
from ahil.render.packs.shelf import Shelf
from ahil.render.packs.single import head
from ahil.render.packs.xhtml import NAMESPACE, xhtml

CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_FEATURES = ("alternativeText", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents")


@dataclass(frozen=True, slots=True)
class Book:
    """Parts with their chapters in reading order; ``edition`` changes with any of them."""

    interface: Interface
    parts: Sequence[tuple[str, Sequence[Chapter]]]
    edition: str
    day: date

    @property
    def title(self) -> str:
        """What the shelf of a reader shows."""
        return self.interface.say("book.title")

    @property
    def chapters(self) -> list[Chapter]:
        """All of them."""
        return [chapter for _, chapters in self.parts for chapter in chapters]


def book_files(book: Book, shelf: Shelf, css: str) -> dict[str, str]:
    """Everything in the book but its type, by name."""
    pictures: dict[str, str] = {}
    files = {"META-INF/container.xml": CONTAINER, "EPUB/package.opf": "", "EPUB/nav.xhtml": _nav(book)}
    files |= {"EPUB/book.css": css, "EPUB/title.xhtml": _first_page(book)}
    for chapter in book.chapters:
        files[f"EPUB/text/{chapter.file}.xhtml"] = _chapter(chapter, book.interface, shelf, pictures)
    files |= {f"EPUB/{name}": svg for name, svg in pictures.items()}
    files["EPUB/package.opf"] = _package(book, pictures)
    return files


def _page(lang: str, title: str, body: str, up: str = "", more: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="{NAMESPACE}" lang="{lang}" '
        f'xml:lang="{lang}"{more}><head><meta charset="utf-8"/><title>{escape(title)}</title>'
        f'<link rel="stylesheet" href="{up}book.css"/></head><body>{body}</body></html>\n'
    )


def _chapter(chapter: Chapter, interface: Interface, shelf: Shelf, pictures: dict[str, str]) -> str:
    def draw(src: str, svg: str, alt: str) -> str:
        name = f"images/{chapter.file}-{src.rpartition('/')[2]}"
        pictures[name] = svg
        return f'<img src="../{name}" alt="{escape(alt)}">'

    body = led(ticked(drawn(chapter.body, chapter.figures, draw)), lambda target: shelf.lead(chapter, target))
    return _page(chapter.lang.tag, chapter.named, xhtml(f"{head(chapter, interface)}<main>{body}</main>"), "../")


def _nav(book: Book) -> str:
    parts = "".join(
        f"<li><span>{escape(name)}</span><ol>"
        + "".join(f'<li><a href="text/{one.file}.xhtml">{escape(one.named)}</a></li>' for one in chapters)
        + "</ol></li>"
        for name, chapters in book.parts
        if chapters
    )
    title = escape(book.interface.say("print.contents"))
    inside = f'<nav epub:type="toc" id="toc"><h1>{title}</h1><ol>{parts}</ol></nav>'
    named = ' xmlns:epub="http://www.idpf.org/2007/ops"'
    return _page(book.interface.lang.tag, title, inside, more=named)


def _first_page(book: Book) -> str:
    say = book.interface.say
    lines = [say("book.about"), f"{say('web.edition')} {book.edition} · {book.interface.date(book.day)}"]
    lines += [say("web.licence")]
    inside = f"<header><h1>{escape(book.title)}</h1></header>" + "".join(f"<p>{escape(one)}</p>" for one in lines)
    return _page(book.interface.lang.tag, book.title, inside)


def _package(book: Book, pictures: Mapping[str, str]) -> str:
    names = [f"text/{chapter.file}.xhtml" for chapter in book.chapters]
    items = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    items += '<item id="css" href="book.css" media-type="text/css"/>'
    items += '<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>'
    items += "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(names)
    )
    items += "".join(f'<item id="i{n}" href="{name}" media-type="image/svg+xml"/>' for n, name in enumerate(pictures))
    spine = '<itemref idref="title"/><itemref idref="nav"/>'
    spine += "".join(f'<itemref idref="c{n}"/>' for n in range(len(names)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{book.interface.lang.tag}"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{_metadata(book)}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>\n"
    )


def _metadata(book: Book) -> str:
    lang = book.interface.lang
    told = {
        'dc:identifier id="id"': f"urn:uuid:{uuid5(NAMESPACE_URL, f'ahil {lang.tag} {book.edition}')}",
        "dc:title": book.title,
        "dc:language": lang.tag,
        "dc:creator": "Ahil",
        "dc:description": book.interface.say("book.about"),
        "dc:rights": book.interface.say("web.licence"),
        "dc:date": book.day.isoformat(),
        'meta property="dcterms:modified"': f"{book.day.isoformat()}T00:00:00Z",
        'meta property="schema:accessMode"': "textual",
        'meta property="schema:accessibilityHazard"': "none",
    }
    features = "".join(f'<meta property="schema:accessibilityFeature">{one}</meta>' for one in _FEATURES)
    return (
        "".join(f"<{tag}>{escape(text, quote=False)}</{tag.partition(' ')[0]}>" for tag, text in told.items())
        + features
    )
