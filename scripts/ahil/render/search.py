"""What the search looks through: the words of staged pages, one place a heading.

Words are not folded here: one program in the browser (``assets/fold.js``) folds index and question alike.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ahil.model.lang import Lang
from ahil.model.outlet import WEB, Outlet
from ahil.render.staged import Staged

_HEADING = re.compile(r"^#{1,4}\s+(.+?)(?:\s*\{\s*#([\w-]+)\s*\})?\s*$")
_FENCE = re.compile(r"^/{3,}.*$|^ {4}type: \w+$")
_GLOSSARY_ENTRY = re.compile(r'<dt id="([\w-]+)">(.*?)</dt>')
_TAG = re.compile(r"<[^>]+>")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"\*{1,3}|`+|^\s*(?:[-+]|\d+\.)\s+(?:\[[ x]\]\s+)?|^\s*>\s?|\|(?:\s*:?-+:?\s*\|)*", re.M)

_TOOLS = frozenset({"agenda", "finder", "coverage"})
_LISTS = frozenset({"az.md", "translations.md", "modules/index.md", "paths/index.md"})


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of a page under its heading; the first has neither anchor nor heading."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A page as the search knows it; ``url`` counts from the root of the site."""

    url: str
    title: str
    kind: str
    staged: str
    places: tuple[Place, ...]

    @property
    def twin(self) -> str:
        """The learner's page of a trainer's page."""
        return self.url.replace("/trainer.html", "/index.html")


def searched(pages: Iterable[Staged], lang: Lang, outlet: Outlet = WEB, *, trainer: bool) -> list[Found]:
    """The pages of one index: with ``trainer`` those that learners must not find, else the others."""
    return [found(page, outlet) for page in pages if page.lang is lang and is_trainers(page) is trainer]


def is_trainers(page: Staged) -> bool:
    """Whether learners must not find it."""
    return page.facts.get("edition") == "trainer"


def found(page: Staged, outlet: Outlet = WEB) -> Found:
    """A page by its headings; a place without words of its own is none."""
    kind = str(page.facts.get("kind", "page"))
    prefix = "" if page.lang is outlet.home else f"{page.lang}/"
    # What lists things that stand elsewhere is found by its name alone.
    first, *others = _places("" if kind in _TOOLS or page.path in _LISTS else page.body)
    first = replace(first, text=f"{page.summary} {first.text}".strip())
    kept = (first, *(one for one in others if one.anchor and (one.text or one.heading)))
    return Found(prefix + page.path.removesuffix(".md") + ".html", _titled(page), kind, page.path, kept)


def plain(text: str) -> str:
    """Markdown with HTML in it → the words a reader sees, on one line."""
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _TAG.sub(" ", "\n".join(line for line in text.splitlines() if not _FENCE.match(line)))
    return " ".join(html.unescape(_MARKUP.sub(" ", text)).split())


def _titled(page: Staged) -> str:
    code = page.facts.get("code")
    return f"{code} {page.title}" if code else page.title


def _places(body: str) -> Iterator[Place]:
    anchor, heading, lines = "", "", list[str]()
    for line in _GLOSSARY_ENTRY.sub(r"\n## \2 { #\1 }\n", body).splitlines():
        if match := _HEADING.match(line):
            yield Place(anchor, heading, plain("\n".join(lines)))
            anchor, heading, lines = match[2] or "", plain(match[1]), []
        else:
            lines.append(line)
    yield Place(anchor, heading, plain("\n".join(lines)))
