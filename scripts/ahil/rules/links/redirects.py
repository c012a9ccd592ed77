"""Redirect stubs: pages that only send their reader on."""

from collections.abc import Iterator

from ahil.model.site import Flaw
from ahil.rules.links.address import EXTERNAL, FOLDER, FOUND, MISSING
from ahil.rules.links.targets import near
from ahil.rules.links.web import Web, flaws, rule


@rule("LK151", "LK154")
def redirect_to_nothing(web: Web) -> Iterator[Flaw]:
    """LK151: a redirect sends its reader to a page that is not there. LK154: its address cannot be read.

    The old address was kept so that nobody is lost, and now it loses everybody. Name a page that exists,
    as ``content="0; url=../new.html"``.
    """
    for use in web.uses("refresh"):
        if use.target.kind in {MISSING, FOLDER}:
            yield from flaws("LK151", use, near=near(web, use.target.path))
        elif not use.ref.href:
            yield from flaws("LK154", use)
    for use in web.uses("badrefresh"):
        yield from flaws("LK154", use)


@rule("LK152", "LK153")
def redirect_in_circles(web: Web) -> Iterator[Flaw]:
    """LK152: redirects lead in a circle. LK153: a redirect leads to another redirect.

    In a circle the browser blinks for ever; every step of a chain is a wait. Point to the last page at once.
    """
    for use in web.uses("refresh"):
        if use.target.kind != FOUND:
            continue
        for flaw in flaws("LK152", use, chain=use.target.path):
            start = web.site.docs[int(flaw.doc)].path
            chain = _chain(web, start)
            if web.redirects.get(start) != use.target.path or len(chain) < 2:
                continue
            if chain[-1] in chain[:-1]:
                if chain[-1] == start and not _reloads(use.ref.text, start, use.target.path):
                    yield flaw._replace(gaps=(("href", use.ref.href), ("chain", " → ".join(chain))))
            elif len(chain) > 2:
                yield flaw._replace(code="LK153", gaps=(("href", use.ref.href), ("chain", " → ".join(chain))))


def _reloads(content: str, start: str, target: str) -> bool:
    """A page that refreshes itself after a while (a notice board) is no circle."""
    delay = content.strip().split(";")[0].strip()
    return start == target and delay.replace(".", "").isdigit() and float(delay) >= 5


def _chain(web: Web, path: str) -> list[str]:
    chain = [path]
    while chain[-1] in web.redirects:
        chain.append(web.redirects[chain[-1]])
        if chain[-1] in chain[:-1]:
            break
    return chain


@rule("LK451")
def link_to_redirect(web: Web) -> Iterator[Flaw]:
    """A link leads to a redirect stub instead of to the page.

    The reader waits, and loses the place in the page. Link to the page itself.
    """
    for use in web.uses("link", "frame", "alternate", "relation"):
        if use.target.kind == FOUND and use.target.path in web.stubs and use.target.path != "index.html":
            final = web.final(use.target.path)
            holders = [n for n in use.docs if web.site.docs[n].path != use.target.path]
            yield from flaws("LK451", use._replace(docs=holders), final=final)


@rule("LK452")
def redirect_leaves(web: Web) -> Iterator[Flaw]:
    """In an offline copy a redirect sends its reader to the internet.

    Point it to a page of the copy.
    """
    if web.site.offline:
        for use in web.uses("refresh"):
            if use.target.kind == EXTERNAL:
                yield from flaws("LK452", use)
