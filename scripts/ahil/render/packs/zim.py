"""The pages of an archive for Kiwix."""

import struct
import zlib
from collections.abc import Iterable
from html import escape

from ahil.model.interface import Interface
from ahil.render.packs.body import drawn, inline, led, ticked
from ahil.render.packs.chapter import Chapter
from ahil.render.packs.shelf import Shelf
from ahil.render.packs.single import head


def chapter_page(chapter: Chapter, interface: Interface, shelf: Shelf) -> str:
    """A module, handout or page; its drawings are in it."""
    body = ticked(drawn(chapter.body, chapter.figures, inline("drawing-")))
    body = led(body, lambda target: shelf.lead(chapter, target))
    return _page(interface, chapter.named, f"{head(chapter, interface)}<main>{body}</main>")


def front_page(parts: Iterable[tuple[str, Iterable[Chapter]]], interface: Interface, edition: str) -> str:
    """Where an archive opens: everything in it."""
    say = interface.say
    rows = "".join(
        f"<h2>{escape(name)}</h2><ul>"
        + "".join(f'<li><a href="{one.file}.html">{escape(one.named)}</a></li>' for one in chapters)
        + "</ul>"
        for name, chapters in parts
        if chapters
    )
    foot = f"<p>{escape(say('web.edition'))} {edition} · {escape(say('web.licence'))}</p>"
    title = escape(say("book.title"))
    return _page(interface, say("book.title"), f"<h1>{title}</h1><p>{escape(say('book.about'))}</p>{rows}{foot}")


def _page(interface: Interface, title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="{interface.lang.tag}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="book.css"></head><body>{body}</body></html>\n'
    )


def icon() -> bytes:
    """A PNG of 48 × 48: two halves of a ring, as neighbours at one table."""
    rows = b"".join(b"\0" + b"".join(_colour(x - 23.5, y - 23.5) for x in range(48)) for y in range(48))
    head = struct.pack(">2I5B", 48, 48, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def _colour(x: float, y: float) -> bytes:
    ring = 12 <= (x * x + y * y) ** 0.5 <= 20
    if not ring or abs(x) < 2:
        return bytes((251, 248, 241))
    return bytes((15, 82, 87)) if x < 0 else bytes((125, 74, 10))
