"""Links in PDF files, and links to a place in one."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ahil.model.site import Flaw
from ahil.rules.links.address import FOLDER, FOUND, MISSING, OUTSIDE
from ahil.rules.links.targets import near
from ahil.rules.links.web import Web, flaws, rule


@rule("LK171")
def pdf_link_missing(web: Web) -> Iterator[Flaw]:
    """A PDF links to a file that is not in the site.

    Correct the link in the source of the PDF and print it again.
    """
    for use in web.uses("pdf"):
        if use.target.kind in {MISSING, FOLDER, OUTSIDE}:
            yield from flaws("LK171", use, near=near(web, use.target.path))


@rule("LK172")
def pdf_place_missing(web: Web) -> Iterator[Flaw]:
    """A PDF leads to a destination or page that it does not have.

    A click in the table of contents does nothing. Print the PDF again from sources whose anchors exist.
    """
    for use in web.uses("pdfname"):
        for number in dict.fromkeys(use.docs):
            booklet = web.site.booklets.get(web.site.docs[number].path)
            if booklet and use.ref.href not in booklet.names:
                yield Flaw("LK172", number, use.ref, (("href", use.ref.href),), about=use.ref.href)
    for use in web.uses("pdfpage"):
        yield from flaws("LK172", use)


@rule("LK173", "LK174")
def place_in_pdf(web: Web) -> Iterator[Flaw]:
    """LK173: ``file.pdf#page=9`` names a page beyond the last. LK174: ``file.pdf#name`` names no destination.

    The reader sees the first page. Correct the number or the name.
    """
    for use in web.uses("link", "frame", "media", "pdf") if web.site.booklets else ():
        booklet = web.site.booklets.get(use.target.path)
        if use.target.kind != FOUND or not booklet or not use.fragment:
            continue
        options = dict(part.partition("=")[::2] for part in unquote(use.fragment).split("&"))
        page = options.get("page")
        if page is not None and (not page.isdigit() or not 1 <= int(page) <= booklet.pages):
            yield from flaws("LK173", use, page=page, pages=booklet.pages)
        name = options.get("nameddest") or (unquote(use.fragment) if re.fullmatch(r"[^=&]+", use.fragment) else "")
        if name and name not in booklet.names:
            yield from flaws("LK174", use, name=name)
