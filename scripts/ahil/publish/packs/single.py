"""Each module as one file to send in a messenger."""

from collections.abc import Iterator
from functools import partial

from ahil.model.lang import Lang
from ahil.publish.packs.alphabet import cyrillic
from ahil.publish.packs.room import Artefact, PackRoom
from ahil.publish.stylesheet import squeeze
from ahil.render.module_page import Medium
from ahil.render.packs.single import Dress, single_page

SCRIPTS = ("single.js", "web/assets/quiz.js")


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``single/m03.html`` and so on; Uzbek in Cyrillic too, as ``single/m03-cyrl.html``."""
    dress = Dress(squeeze(room.dress("single.css")), room.dress(*SCRIPTS))
    for chapter in room.modules(lang, Medium.screen):
        page = single_page(chapter, room.interface(lang), dress, partial(room.web, chapter))
        yield Artefact(f"single/{chapter.file}.html", page.encode(), chapter.edition)
    if lang is Lang.UZ:
        turned, interface, named = cyrillic(room)
        for chapter in map(turned, room.modules(lang, Medium.screen)):
            page = named(single_page(chapter, interface, dress, partial(room.web, chapter)))
            yield Artefact(f"single/{chapter.file}-cyrl.html", page.encode(), chapter.edition)
