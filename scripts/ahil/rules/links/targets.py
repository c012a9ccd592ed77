"""Whether what a link names exists."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches

from ahil.model.site import Flaw
from ahil.rules.links.address import FOLDER, FOUND, MALFORMED, MISSING, OUTSIDE, UNKNOWN, fold
from ahil.rules.links.web import Use, Web, flaws, rule

FOLLOWED = ("link", "form", "frame", "relation", "cite")
FETCHED = (
    "image",
    "media",
    "track",
    "script",
    "style",
    "icon",
    "manifest",
    "preload",
    "css",
    "import",
    "card",
)
_LISTED = frozenset({"search", "sitemap", "feed", "robots", "entry", "pdf"})
_UNEXPANDED = re.compile(r"\{\{|\}\}|\{%|%7B%7B|\$\{|<%|\[object |^(?:undefined|null|None|NaN)$", re.I)


@rule("LK101")
def page_missing(web: Web) -> Iterator[Flaw]:
    """A link leads to a file that is not in the site.

    Bad: ``<a href="modul.html">`` where only ``module.html`` exists. A reader of the offline copy meets an
    empty screen. Correct the address, or remove the link.
    """
    for use in web.uses(*FOLLOWED, kinds={MISSING}):
        if not _explained(web, use):
            yield from _spare_unknown_root(web, flaws("LK101", use, near=near(web, use.target.path)), use)


@rule("LK121")
def asset_missing(web: Web) -> Iterator[Flaw]:
    """A picture, script, style sheet or another part of the page is not in the site.

    Bad: ``<img src="tree.png">`` without the file; also ``srcset``, ``poster``, ``url()`` and ``@import`` of
    style sheets. The reader sees a hole. Add the file or correct the address.
    """
    for use in web.uses(*FETCHED, kinds={MISSING, FOLDER}):
        if use.ref.href and not _explained(web, use):
            yield from _spare_unknown_root(web, flaws("LK121", use, near=near(web, use.target.path)), use)


@rule("LK102", "LK103", "LK104")
def spelled_differently(web: Web) -> Iterator[Flaw]:
    """The file exists, but its name is written with other letters.

    LK102: upper and lower case (``Module.html`` for ``module.html`` opens on Windows and nowhere else).
    LK103: composed and decomposed letters (й as one sign or as two). LK104: apostrophes that look alike
    (ʻ ʼ ' ’ ‘). Write the name as the file has it.
    """
    for use in web.uses(*FOLLOWED, *FETCHED, kinds={MISSING}):
        if real := _explained(web, use):
            yield from flaws(_difference(use.target.path, real), use, real=real)


@rule("LK105")
def folder_without_index(web: Web) -> Iterator[Flaw]:
    """A link leads to a folder that has no ``index.html``.

    A server shows an error or a bare list of files. Link to a page in the folder.
    """
    for use in web.uses(*FOLLOWED, kinds={FOLDER}):
        yield from flaws("LK105", use, folder=use.target.path or ".")


@rule("LK106")
def leaves_the_site(web: Web) -> Iterator[Flaw]:
    """An address climbs out of the site.

    Bad: ``../../../page.html`` two folders deep, or ``/page.html`` on a site published under ``/ahil/``.
    It may work on one computer by accident. Count the folders again.
    """
    for use in web.uses(kinds={OUTSIDE}):
        if use.ref.role not in _LISTED:
            yield from _spare_unknown_root(web, flaws("LK106", use), use)


@rule("LK107", "LK108", "LK109")
def not_an_address(web: Web) -> Iterator[Flaw]:
    r"""What is written cannot be an address.

    LK107: broken spelling (``http:/host``, ``https://``, two hosts, ``%zz``). LK108: a scheme no program
    opens (``htps:``, ``page:``). LK109: a place on one computer (``file:///…``, ``C:\…``).
    """
    for use in web.uses(kinds={MALFORMED, UNKNOWN}):
        if use.target.kind == MALFORMED:
            yield from flaws("LK109" if "disk" in use.target.marks else "LK107", use)
        else:
            yield from flaws("LK108", use, scheme=use.ref.href.strip().split(":")[0])


@rule("LK110")
def empty_address(web: Web) -> Iterator[Flaw]:
    """A link or picture has an empty address.

    ``<a href="">`` opens the same page again, ``<img src="">`` shows nothing. Write the address or remove
    the tag.
    """
    for use in web.uses():
        if (not use.ref.href or use.ref.href.isspace()) and use.ref.role not in {"form", "refresh", "cite", "search"}:
            yield from flaws("LK110", use, tag=use.ref.tag, attr=use.ref.attr)


@rule("LK111")
def unexpanded(web: Web) -> Iterator[Flaw]:
    """A mark of a template was left in an address.

    Bad: ``href="{{ url }}"``, ``href="undefined"``. The build did not fill it in. Correct the template.
    """
    for use in web.uses(kinds={FOUND}):
        if "{" in use.ref.href and use.fragment and _UNEXPANDED.search(use.ref.href):
            yield from flaws("LK111", use)


@rule("LK112")
def base_address(web: Web) -> Iterator[Flaw]:
    """``<base href>`` leads out of the site, or to a folder that does not exist.

    Every relative link of the page then leads elsewhere. Correct it, or better remove it.
    """
    for number, doc in web.site.pages():
        if doc.base is None:
            continue
        target = web.compass.target(posixpath.dirname(doc.path) + "/" if "/" in doc.path else "", doc.base)
        if target.kind in {OUTSIDE, MALFORMED, UNKNOWN} or (target.kind == MISSING and "folder" in target.marks):
            yield Flaw("LK112", number, None, (("href", doc.base),))


def _explained(web: Web, use: Use) -> str | None:
    """The file that is meant, when only look-alike letters differ."""
    real = web.compass.folded.get(fold(use.target.path))
    if real is None and not use.target.path.endswith(".html"):
        return None
    return None if real == use.target.path else real


def _difference(typed: str, real: str) -> str:
    if unicodedata.normalize("NFC", typed) == unicodedata.normalize("NFC", real):
        return "LK103"
    same_letters = unicodedata.normalize("NFC", typed).casefold() == unicodedata.normalize("NFC", real).casefold()
    return "LK102" if same_letters else "LK104"


def near(web: Web, path: str) -> str:
    """The file that was probably meant, or ``?``."""
    name, folder = posixpath.basename(path), posixpath.dirname(path)
    same_name = web.compass.by_name.get(name, [])
    if same_name and name != "index.html":
        return same_name[0]
    beside = [file for file in (*web.site.files, *web.site.folders) if posixpath.dirname(file) == folder]
    found = get_close_matches(path, beside[:4000], 1, 0.75)
    return found[0] if found else "?"


def _spare_unknown_root(web: Web, found: Iterator[Flaw], use: Use) -> Iterator[Flaw]:
    """404.html is served under any address, so its links start with a root we may not know."""
    for flaw in found:
        path = web.site.docs[flaw.doc].path if isinstance(flaw.doc, int) else flaw.doc
        if posixpath.basename(path) == "404.html" and "root" in use.target.marks:
            rest = use.target.path.lstrip("/").partition("/")[2]
            if not web.site.url and (
                rest in web.site.files or f"{rest.rstrip('/')}/index.html".lstrip("/") in web.site.files
            ):
                continue
        yield flaw


@rule("LK191", "LK192", "LK193")
def unreadable(web: Web) -> Iterator[Flaw]:
    """LK191: a page is not in UTF-8 and does not say what else. LK192: it is empty. LK193: it cannot be read.

    The links on it could not be checked. Save it again as UTF-8, or build it again.
    """
    codes = {"encoding": "LK191", "empty": "LK192"}
    for one in web.site.unread:
        yield Flaw(codes.get(one.why, "LK193"), one.path, None, (("file", one.path), ("line", one.line)))
