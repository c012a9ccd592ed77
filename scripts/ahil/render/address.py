"""Where everything stands in the staged tree, and what it is called there."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from ahil.model.curriculum import Curriculum
from ahil.model.lang import Lang
from ahil.model.outlet import Outlet
from ahil.model.text import Prose, Words


@dataclass(frozen=True, slots=True)
class Target:
    """A place to link to: ``path`` in a language's folder of the staged tree; empty where it is still coming.

    A paper is called with its code, by which it is found in a pile.
    """

    path: str
    title: str


def spoken(words: Words, lang: Lang) -> str:
    """The text in ``lang``, or in the first language that has it."""
    return words.get(lang) or next(iter(words.values()), "")


def titled(words: Mapping[Lang, Prose], lang: Lang) -> str:
    """The title of a page in ``lang``, or in the first language that has one."""
    prose = words.get(lang) or next(iter(words.values()), None)
    return prose.front.title if prose else ""


def find(curriculum: Curriculum, kind: str, name: str, lang: Lang, *, trainer: bool = False) -> Target | None:
    """The target of ``kind:name``, or None when there is no such thing.

    A link out of a trainer's page leads to the trainer's edition of a module.
    """
    match kind:
        case "page" if name in curriculum.pages:
            return Target(f"{name}.md", titled(curriculum.pages[name].words, lang))
        case "module" if name in curriculum.modules:
            file = "trainer.md" if trainer else "index.md"
            return Target(f"modules/{name}/{file}", titled(curriculum.modules[name].words, lang))
        case "module" if name in curriculum.coming:
            return Target("", spoken(curriculum.coming[name].title, lang))
        case "handout" if name in curriculum.handouts:
            handout = curriculum.handouts[name]
            return Target(f"handouts/{handout.code}.md", f"{handout.facts.id} {titled(handout.words, lang)}")
        case "worksheet" if name in curriculum.worksheets:
            sheet = curriculum.worksheets[name]
            return Target(f"worksheets/{sheet.code}.md", f"{sheet.facts.id} {spoken(sheet.facts.title, lang)}")
        case "path" if name in curriculum.paths:
            return Target(f"paths/{name}.md", spoken(curriculum.paths[name].title, lang))
        case _:
            return None


def relative(target: str, here: str) -> str:
    """The way from one staged page to another."""
    return posixpath.relpath(target, posixpath.dirname(here) or ".")


def web(target: str, here: str) -> str:
    """The same way as :func:`relative`, for an ``href`` in built HTML."""
    path, hash_, anchor = target.partition("#")
    return relative(path.removesuffix(".md") + ".html" if path.endswith(".md") else path, here) + hash_ + anchor


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a page stands: its path, the language of its folder, and what it is part of."""

    here: str
    of: Lang
    outlet: Outlet

    def printed(self, code: str, lang: Lang) -> str:
        """The ``href`` of the PDF of a language.

        Every language but the outlet's home has a folder of its own; the PDFs stand together at the root.
        """
        prefix = "" if self.of is self.outlet.home else f"{self.of}/"
        return posixpath.relpath(f"print/{lang}/{code}.pdf", posixpath.dirname(prefix + self.here) or ".")
