"""Whether the place inside the page exists."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import parse_qsl, unquote

from ahil.model.site import Flaw
from ahil.rules.links.address import FOUND, fold, fragments
from ahil.rules.links.web import Web, flaws, rule

_PAGES = (
    "link",
    "frame",
    "relation",
    "refresh",
    "canonical",
    "alternate",
    "sitemap",
    "search",
    "feed",
    "pdf",
)
_DRAWINGS = ("image", "media", "css")


@rule("LK131", "LK132")
def anchor_missing(web: Web) -> Iterator[Flaw]:
    """A link names a place that is not in the page.

    LK131: no such id (``#part-3`` where the headings end at ``part-2``). LK132: the id exists in other letters:
    case, ʻ and its look-alikes, composed or decomposed. The reader lands at the top and does not know where to
    look. Use the id of the heading.
    """
    docs = {doc.path: doc for doc in web.site.docs if not doc.refreshes}
    for use in web.uses(*_PAGES, kinds={FOUND}):
        fragment = use.fragment if "#" in use.ref.href else ""
        if not fragment:
            continue
        page = docs.get(use.target.path) or web.doc(web.final(use.target.path))
        if page is None or not page.html or fragment in page.ids or _there(fragment, page.ids):
            continue
        alike = _alike(unquote(fragment.partition(":~:")[0]), page.ids)
        if alike:
            yield from flaws("LK132", use, id=alike, page=page.path, signs=_signs(alike))
        else:
            yield from flaws("LK131", use, near=_near(unquote(fragment), page.ids), page=page.path)


@rule("LK133")
def drawing_part_missing(web: Web) -> Iterator[Flaw]:
    """``<use href="icons.svg#tree">`` or ``url(#stripes)`` names a part that the drawing does not have.

    Nothing is drawn there. Use an id of the drawing.
    """
    for use in web.uses(*_DRAWINGS):
        fragment = use.fragment
        if not fragment or use.target.kind != FOUND or re.match(r"(?:svgView|xywh|t)[(=]|iefix$|\?iefix", fragment):
            continue
        doc = web.doc(use.target.path)
        if doc is None or not (doc.path.endswith(".svg") or doc.html):
            continue
        if not any(one in doc.ids for one in fragments(fragment)):
            yield from flaws("LK133", use, near=_near(fragment, doc.ids), page=doc.path)


@rule("LK134")
def label_of_nothing(web: Web) -> Iterator[Flaw]:
    """``for``, ``aria-labelledby``, ``headers``, ``list``, ``usemap``… name an id that is not in the page.

    A reader with a screen reader hears no name; a click on the label does nothing. Use an id of this page.
    """
    for use in web.uses("idref"):
        ref = use.ref
        wanted = ref.href.lstrip("#") if ref.href.startswith("#") else ref.href
        if ref.attr == "usemap":
            wanted = "map:" + wanted
        for number in dict.fromkeys(use.docs):
            ids = web.site.docs[number].ids
            if ref.attr == "for" and wanted.startswith(("__toc", "__nav")):
                continue  # Material labels a table of contents that some pages do not have
            if wanted not in ids and unquote(wanted) not in ids:
                near = _near(wanted.removeprefix("map:"), ids)
                yield Flaw(
                    "LK134",
                    number,
                    ref,
                    (("href", ref.href), ("attr", ref.attr), ("near", near)),
                    about=wanted,
                )


@rule("LK135")
def text_not_found(web: Web) -> Iterator[Flaw]:
    """A text fragment (``#:~:text=…``) quotes words that the page does not have.

    The browser opens the page at its top. Quote words that are there.
    """
    for use in (use for use in web.uses("link") if ":~:" in use.ref.href):
        directive = use.fragment.partition(":~:")[2]
        page = web.doc(web.final(use.target.path)) if directive and use.target.kind == FOUND else None
        if page is None or not page.words:
            continue
        for name, value in parse_qsl(directive.replace("+", "%2B")):
            parts = [part for part in value.split(",") if not part.startswith("-") and not part.endswith("-")]
            lost = [part for part in parts if "".join(part.split()).casefold() not in page.words]
            if name == "text" and lost:
                yield from flaws("LK135", use, words=lost[0], page=page.path)


def _there(fragment: str, ids: frozenset[str]) -> bool:
    if fragment.lower() == "top" or fragment.startswith((":~:", "/", "!")):
        return True
    tried = fragments(fragment)
    return tried[0] in ids or tried[-1] in ids or tried[-1] == ""


def _alike(fragment: str, ids: frozenset[str]) -> str | None:
    folded = fold(fragment)
    return next((one for one in sorted(ids) if fold(one) == folded), None)


def _near(fragment: str, ids: frozenset[str]) -> str:
    plain = [one for one in ids if not one.startswith(("__", "map:", "frame:"))]
    found = get_close_matches(fragment, sorted(plain)[:2000], 1, 0.6)
    return "#" + found[0] if found else "?"


def _signs(one: str) -> str:
    """The code points of signs that are easily confused."""
    odd = sorted(
        {char for char in one if not char.isascii() and unicodedata.category(char) in {"Lm", "Pi", "Pf", "Sk", "Mn"}}
    )
    return ", ".join(f"U+{ord(char):04X}" for char in odd) or "A–a"
