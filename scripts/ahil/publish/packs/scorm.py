"""Each module as a lesson of a learning platform: the single file, and a script that reports."""

from collections.abc import Iterator
from functools import partial

from ahil.model.lang import Lang
from ahil.publish.packs.room import Artefact, PackRoom
from ahil.publish.packs.single import SCRIPTS
from ahil.publish.packs.zipped import zipped
from ahil.publish.stylesheet import squeeze
from ahil.render.module_page import Medium
from ahil.render.packs.scorm import manifest
from ahil.render.packs.single import Dress, single_page

LAUNCH = "index.html"


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``scorm/m03-scorm12.zip`` and so on."""
    dress = Dress(squeeze(room.dress("single.css")), room.dress(*SCRIPTS, "scorm.js"))
    for chapter in room.modules(lang, Medium.screen):
        page = single_page(chapter, room.interface(lang), dress, partial(room.web, chapter))
        files = {"imsmanifest.xml": manifest(chapter, LAUNCH).encode(), LAUNCH: page.encode()}
        yield Artefact(f"scorm/{chapter.file}-scorm12.zip", zipped(files), chapter.edition)
