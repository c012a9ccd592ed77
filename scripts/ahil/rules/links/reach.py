"""Whether a reader can come to every page, and only to finished ones."""

import posixpath
from collections.abc import Iterator, Sequence

from ahil.model.site import Doc, Flaw
from ahil.rules.links.address import FOUND
from ahil.rules.links.layout import layout_of
from ahil.rules.links.web import Web, flaws, rule

_WAYS = ("link", "frame", "form", "refresh", "media", "entry")


@rule("LK441", "LK442")
def unreachable(web: Web) -> Iterator[Flaw]:
    """LK441: no page links to this one. LK442: only pages link to it that nobody can come to themselves.

    Work was done that no reader will see. Add it to the navigation, or link it from where it is needed.
    """
    starts = _starts(web)
    if not starts:
        return
    edges = _edges(web)
    reached = _reached(starts, edges)
    if len(reached) == sum(1 for _ in web.site.pages()):
        return
    linked = {goal for goal, sources in edges for source in sources if source != goal}
    for number, doc in web.site.pages():
        if number not in reached and _wanted(doc):
            yield Flaw("LK442" if number in linked else "LK441", number, None, (("page", doc.path),))


def _edges(web: Web) -> list[tuple[int, Sequence[int]]]:
    """Target page and the docs that lead to it."""
    found: list[tuple[int, Sequence[int]]] = []
    for use in web.uses(*_WAYS, kinds={FOUND}):
        goal = web.numbers.get(use.target.path)
        if goal is not None:
            found.append((goal, use.docs))
    return found


def _reached(starts: set[int], edges: list[tuple[int, Sequence[int]]]) -> set[int]:
    reached = set(starts)
    left = [(goal, sources) for goal, sources in edges if goal not in reached]
    while True:
        found = {goal for goal, sources in left if not reached.isdisjoint(sources)}
        if not found - reached:
            return reached
        reached |= found
        left = [(goal, sources) for goal, sources in left if goal not in reached]


def _starts(web: Web) -> set[int]:
    """The entrance, and the start page of each language."""
    layout = layout_of(web)
    names = ["index.html", "index.htm", *(f"{folder}/index.html" for folder in layout.folders)]
    return {web.numbers[name] for name in names if name in web.numbers}


def _wanted(doc: Doc) -> bool:
    name = posixpath.basename(doc.path)
    if name in {"404.html", "offline.html"} or name.startswith(("google", "yandex_", "BingSite")) or doc.refreshes:
        return False
    return not (doc.noindex or doc.draft) and bool(doc.title or doc.ids or doc.lang)


@rule("LK443")
def link_to_draft(web: Web) -> Iterator[Flaw]:
    """A link leads to a page that says it is a draft, or lies in a folder of drafts.

    Readers take it for final. Finish the page, or remove the link.
    """
    drafts = {doc.path for _, doc in web.site.pages() if doc.draft or _named_draft(doc.path, web.site.words.draft)}
    for use in web.uses("link", "search", "sitemap") if drafts else ():
        if use.target.path in drafts and use.target.kind == FOUND:
            holders = [number for number in use.docs if not web.site.docs[number].draft]
            yield from flaws("LK443", use._replace(docs=holders), page=use.target.path)


def _named_draft(path: str, words: frozenset[str]) -> bool:
    """In a folder of drafts, or ``draft-….html``, or ``…-draft.html``."""
    *folders, name = [part.lower().strip("_") for part in path.split("/")]
    stem = posixpath.splitext(name)[0]
    parts = stem.replace("_", "-").split("-")
    return any(part in words for part in (*folders, stem, parts[0], parts[-1]))
