"""What the site says about itself: canonical addresses, sitemap, search index, feeds, manifest."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from ahil.model.site import Flaw
from ahil.rules.links.address import EXTERNAL, FOLDER, FOUND, MISSING, OUTSIDE
from ahil.rules.links.targets import near
from ahil.rules.links.web import Use, Web, flaws, rule


@rule("LK161", "LK162", "LK163", "LK164")
def canonical(web: Web) -> Iterator[Flaw]:
    """LK161: the canonical address leads to no page. LK162: it names another page.

    LK163: it is on another site or has ``http:`` where the site has ``https:``. LK164: a page has two. A search
    engine then drops the page. Let each page name itself, once.
    """
    count: Counter[int] = Counter()
    for use in web.uses("canonical"):
        count.update(use.docs)
        target = use.target
        if target.kind in {MISSING, FOLDER} and not (web.site.offline and "own" in target.marks):
            yield from flaws("LK161", use, near=near(web, target.path))
        elif (target.kind == EXTERNAL and web.site.url) or _other_scheme(web, use.ref.href):
            yield from flaws("LK163", use, site=web.site.url)
        elif target.kind == FOUND:
            yield from _names_another(web, use)
    for number, times in count.items():
        if times > 1:
            use = next(one for one in web.uses("canonical") if number in one.docs)
            yield Flaw("LK164", number, use.ref, (("times", times),))


def _other_scheme(web: Web, href: str) -> bool:
    own = urlsplit(web.site.url or "").scheme
    return bool(own) and href.strip().lower().startswith(("http:", "https:")) and urlsplit(href.strip()).scheme != own


def _names_another(web: Web, use: Use) -> Iterator[Flaw]:
    for flaw in flaws("LK162", use, page=use.target.path):
        doc = web.site.docs[int(flaw.doc)]
        if doc.path != use.target.path and not doc.refreshes and posixpath.basename(doc.path) != "404.html":
            yield flaw


@rule("LK165", "LK166")
def sitemap(web: Web) -> Iterator[Flaw]:
    """LK165: the sitemap lists an address that is not a page of the site. LK166: it lists a redirect or a hidden page.

    Build the sitemap from the pages that exist.
    """
    for use in web.uses("sitemap"):
        kind = use.target.kind
        elsewhere = kind == EXTERNAL and web.site.url and use.ref.attr != "image"
        if kind in {MISSING, FOLDER, OUTSIDE} or elsewhere or _other_scheme(web, use.ref.href):
            yield from flaws("LK165", use, near=near(web, use.target.path))
        elif kind == FOUND and use.ref.attr == "loc":
            doc = web.doc(use.target.path)
            if doc and doc.html and (doc.refreshes or doc.noindex or doc.draft or doc.path.endswith("404.html")):
                yield from flaws("LK166", use, page=doc.path)


@rule("LK167", "LK168")
def sitemap_complete(web: Web) -> Iterator[Flaw]:
    """LK167: a page is not in the sitemap that lists nearly all others. LK168: a page is listed twice."""
    listed: Counter[str] = Counter()
    for use in web.uses("sitemap"):
        if use.ref.attr == "loc" and use.target.kind == FOUND:
            listed[use.target.path] += 1
            if use.ref.text == "again":
                yield from flaws("LK168", use)
    pages = [doc for _, doc in web.site.pages() if not (doc.refreshes or doc.noindex or doc.draft)]
    pages = [doc for doc in pages if posixpath.basename(doc.path) != "404.html" and doc.title]
    absent = [doc for doc in pages if doc.path not in listed]
    if listed and 10 * len(absent) <= len(pages):
        for doc in absent:
            yield Flaw("LK167", doc.path, None, (("page", doc.path),))


@rule("LK169")
def search_index(web: Web) -> Iterator[Flaw]:
    """The search index names a page that is not there: every hit on it is a dead end.

    Build the index after the pages, from the pages.
    """
    for use in web.uses("search"):
        if use.target.kind in {MISSING, FOLDER, OUTSIDE} and not _from_elsewhere(web, use):
            yield from flaws("LK169", use, near=near(web, use.target.path))


def _from_elsewhere(web: Web, use: Use) -> bool:
    """Some indexes count from their own folder, or from the one above it."""
    folder = posixpath.dirname(web.site.docs[use.docs[0]].path)
    starts = (folder + "/", posixpath.dirname(folder) + "/")
    return any(web.compass.target(start, use.ref.href).kind == FOUND for start in starts if start != "/")


@rule("LK170")
def feed(web: Web) -> Iterator[Flaw]:
    """A feed, ``robots.txt`` or a manifest names a file that is not there.

    Correct the address, or remove the entry.
    """
    for use in web.uses("feed", "robots", "entry"):
        if use.target.kind in {MISSING, FOLDER, OUTSIDE}:
            yield from flaws("LK170", use, near=near(web, use.target.path))
