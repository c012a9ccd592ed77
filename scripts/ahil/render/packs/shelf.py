"""Chapters that stand together: where a link between them leads."""

import posixpath
from collections.abc import Callable, Iterable

from selectolax.lexbor import LexborHTMLParser

from ahil.render.packs.chapter import Chapter


class Shelf:
    """``named`` gives the file of a chapter as the others link to it; ``away`` leads to the web, or nowhere."""

    def __init__(
        self, chapters: Iterable[Chapter], named: Callable[[Chapter], str], away: Callable[[Chapter, str], str]
    ) -> None:
        self._chapters = {chapter.here: chapter for chapter in chapters}
        self._named = named
        self._away = away
        self._ids: dict[str, frozenset[str]] = {}

    def lead(self, chapter: Chapter, target: str) -> str:
        """To the chapter beside, at the place if it is there: a learner's edition leaves some out."""
        path, _, anchor = target.partition("#")
        here = posixpath.normpath(posixpath.join(posixpath.dirname(chapter.here), path))
        found = self._chapters.get(here)
        if found is None:
            return self._away(chapter, target)
        return self._named(found) + (f"#{anchor}" if anchor in self._places(found) else "")

    def _places(self, chapter: Chapter) -> frozenset[str]:
        if chapter.here not in self._ids:
            nodes = LexborHTMLParser(chapter.body).css("[id]")
            self._ids[chapter.here] = frozenset(node.attributes.get("id") or "" for node in nodes)
        return self._ids[chapter.here]
