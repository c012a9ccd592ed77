"""The search index: the words of staged pages, one entry a heading, as a script that a folder can hold.

Words are not folded here: one program in the browser (``assets/fold.js``) folds index and question alike.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahil.model.lang import Lang
from ahil.model.outlet import WEB, Outlet
from ahil.model.register import Term
from ahil.render.staged import Staged

_HEADING = re.compile(r"^#{1,4}\s+(.+?)(?:\s*\{\s*#([\w-]+)\s*\})?\s*$")
_FENCE = re.compile(r"^/{3,}.*$|^ {4}type: \w+$")
_GLOSSARY_ENTRY = re.compile(r'<dt id="([\w-]+)">(.*?)</dt>')
_TAG = re.compile(r"<[^>]+>")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"\*{1,3}|`+|^\s*(?:[-+]|\d+\.)\s+(?:\[[ x]\]\s+)?|^\s*>\s?|\|(?:\s*:?-+:?\s*\|)*", re.M)

MOST_TERMS = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of a page: ``url`` from the root of the site, ``words`` found with it but not shown."""

    url: str
    title: str
    heading: str
    text: str
    words: str = ""

    def packed(self) -> str:
        """Short names, for there are a thousand of them."""
        parts = {"u": self.url, "t": self.title, "h": self.heading, "x": self.text, "w": self.words}
        return json.dumps(
            {key: value for key, value in parts.items() if value}, ensure_ascii=False, separators=(",", ":")
        )


def search_script(
    pages: Iterable[Staged], terms: Iterable[Term], lang: Lang, *, trainer: bool, outlet: Outlet = WEB
) -> str:
    """The text of ``search/<lang>.js``; with ``trainer`` of ``search/<lang>-trainer.js``: trainers' pages alone."""
    terms = tuple(terms)
    mine = (page for page in pages if page.lang is lang and is_trainers(page) is trainer)
    lines = ",\n".join(entry.packed() for page in mine for entry in entries(page, terms, outlet))
    name = f"{lang}-trainer" if trainer else str(lang)
    return f'(ahil.index ??= {{}})["{name}"] = [\n{lines}\n];\n'


def is_trainers(page: Staged) -> bool:
    """Whether learners must not find it."""
    return page.facts.get("edition") == "trainer"


def entries(page: Staged, terms: tuple[Term, ...], outlet: Outlet = WEB) -> Iterator[Entry]:
    """The page by its headings; names of its terms in other languages belong to its first piece."""
    prefix = "" if page.lang is outlet.home else f"{page.lang}/"
    url = prefix + page.path.removesuffix(".md") + ".html"
    first = True
    for anchor, heading, lines in _pieces(page.body):
        text = plain("\n".join(lines))
        if first:
            words = _other_names(plain(page.body), terms, page.lang)
            yield Entry(url, _titled(page), "", f"{page.summary} {text}".strip(), words)
        elif text or heading:
            yield Entry(f"{url}#{anchor}" if anchor else url, _titled(page), heading, text)
        first = False


def plain(text: str) -> str:
    """Markdown with HTML in it → the words a reader sees, on one line."""
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    text = _TAG.sub(" ", "\n".join(line for line in text.splitlines() if not _FENCE.match(line)))
    return " ".join(html.unescape(_MARKUP.sub(" ", text)).split())


def _titled(page: Staged) -> str:
    code = page.facts.get("code")
    return f"{code} {page.title}" if code else page.title


def _pieces(body: str) -> Iterator[tuple[str, str, list[str]]]:
    """(anchor, heading, lines) of each piece; the first has neither anchor nor heading."""
    anchor, heading, lines = "", "", list[str]()
    for line in _GLOSSARY_ENTRY.sub(r"\n## \2 { #\1 }\n", body).splitlines():
        if found := _HEADING.match(line):
            yield anchor, heading, lines
            anchor, heading, lines = found[2] or "", plain(found[1]), []
        else:
            lines.append(line)
    yield anchor, heading, lines


def _other_names(text: str, terms: tuple[Term, ...], lang: Lang) -> str:
    """Names in the other languages of the terms this text uses more than once, the most used first."""
    text = text.casefold()
    used = Counter({term.id: text.count(term.named(lang).casefold()) for term in terms})
    often = {key for key, count in used.most_common(MOST_TERMS) if count > 1}
    return " ".join(term.named(other) for term in terms if term.id in often for other in Lang if other is not lang)
