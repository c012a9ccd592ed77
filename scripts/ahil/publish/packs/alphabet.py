"""Uzbek chapters in Cyrillic: made of the Latin ones, words and drawings alike."""

from collections.abc import Callable
from dataclasses import replace

from ahil.model.alphabet import Alphabet
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.publish.inventory import spellings
from ahil.publish.packs.room import PackRoom
from ahil.publish.staging import edition_code
from ahil.render.packs.chapter import Chapter
from ahil.render.uzbek.markup import converted
from ahil.render.uzbek.paper import interface_in
from ahil.render.uzbek.text import conversion


def cyrillic(room: PackRoom) -> tuple[Callable[[Chapter], Chapter], Interface, Callable[[str], str]]:
    """What turns a chapter, the words around it, and what puts the right language into a finished text."""
    convert = conversion(Alphabet.CYRILLIC, spellings(room.printing.reading.root)[0])

    def turned(chapter: Chapter) -> Chapter:
        title, body = convert(chapter.title), converted(chapter.body, convert)
        return replace(
            chapter,
            title=title,
            summary=convert(chapter.summary),
            body=body,
            note=converted(chapter.note, convert),
            figures={src: converted(svg, convert) for src, svg in chapter.figures.items()},
            edition=edition_code(title, body),
        )

    def named(text: str) -> str:
        return text.replace(Lang.UZ.tag, Alphabet.CYRILLIC.tag)

    return turned, interface_in(room.interface(Lang.UZ), Alphabet.CYRILLIC, convert), named
