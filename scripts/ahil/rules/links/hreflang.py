"""``<link rel="alternate" hreflang>``: what search engines and browsers are told about translations."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ahil.model.site import Flaw, Ref
from ahil.rules.links.address import EXTERNAL, FOLDER, FOUND, MISSING
from ahil.rules.links.codes import is_language_tag
from ahil.rules.links.layout import Layout, layout_of
from ahil.rules.links.targets import near
from ahil.rules.links.web import Use, Web, flaws, rule

DEFAULT = "x-default"


class Entry(NamedTuple):
    """One line of a page's list: the code as typed, the page it leads to."""

    code: str
    path: str
    ref: Ref


Lists = dict[int, list[Entry]]


@lru_cache(maxsize=2)
def _lists(web: Web) -> Lists:
    found: Lists = {}
    for use in web.uses("alternate"):
        path = web.final(use.target.path) if use.target.kind == FOUND else ""
        for number in use.docs:
            found.setdefault(number, []).append(Entry((use.ref.get("hreflang") or "").lower(), path, use.ref))
    return found


@rule("LK621", "LK622")
def alternate_broken(web: Web) -> Iterator[Flaw]:
    """LK621: ``hreflang`` is no language code (``uzb``, ``en-UK``). LK622: the page it names is not there.

    Use ``uz``, ``ru``, ``en``, ``uz-Cyrl``, ``x-default``, and the address of a page that exists.
    """
    for use in (*web.uses("alternate"), *_in_sitemap(web), *web.qualified):
        code = use.ref.get("hreflang")
        if code is None:
            continue
        if not is_language_tag(code) and not (code.lower() == DEFAULT and use.ref.role != "link"):
            yield from flaws("LK621", use, tag=code or "—")
    for use in web.uses("alternate"):
        if use.target.kind in {MISSING, FOLDER} and not (web.site.offline and "own" in use.target.marks):
            yield from flaws("LK622", use, near=near(web, use.target.path))


def _in_sitemap(web: Web) -> Iterator[Use]:
    return (use for use in web.uses("sitemap") if use.ref.attr == "alternate")


@rule("LK623", "LK624", "LK625", "LK626")
def alternates_incomplete(web: Web) -> Iterator[Flaw]:
    """LK623: a page has no list of its languages. LK624: a language, or the page itself, is not in the list.

    LK625: ``x-default`` is missing; LK626, for information: no page of the site has one. Give every page the
    same list: each language in which it exists, itself included, and ``x-default``.
    """
    layout, lists = layout_of(web), _lists(web)
    pages = [number for number, doc in web.site.pages() if _listed(web, layout, number)]
    if not layout.many or 2 * sum(number in lists for number in pages) < len(pages):
        return
    with_default = any(entry.code == DEFAULT for entries in lists.values() for entry in entries)
    for number in pages:
        doc, entries = web.site.docs[number], lists.get(number, [])
        if not entries:
            yield Flaw("LK623", number, None, ())
            continue
        yield from _absent(web, layout, number, entries)
        if not any(entry.code == DEFAULT for entry in entries):
            yield Flaw("LK625" if with_default else "LK626", number, entries[0].ref, (("page", doc.path),))


def _listed(web: Web, layout: Layout, number: int) -> bool:
    doc = web.site.docs[number]
    if doc.refreshes or doc.noindex or doc.path.endswith("404.html") or not layout.language_of(doc.path):
        return False
    return any(page not in web.stubs for page in layout.translations(doc.path).values())


@lru_cache(maxsize=2)
def _kept_out(web: Web) -> frozenset[str]:
    """Pages that search engines are asked to pass over: one that only stands in for a translation is none."""
    return frozenset(doc.path for doc in web.site.docs if doc.noindex)


def _absent(web: Web, layout: Layout, number: int, entries: list[Entry]) -> Iterator[Flaw]:
    doc = web.site.docs[number]
    codes = [entry.code for entry in entries if entry.code != DEFAULT]
    wanted = {layout.folder_of(doc.path): doc.path, **layout.translations(doc.path)}
    for page in wanted.values():
        lang = layout.language_of(page)
        if (
            page in web.stubs
            or page in _kept_out(web)
            or any(layout.same(code, lang) for code in codes)
            or any(not is_language_tag(c) for c in codes)
        ):
            continue
        yield Flaw("LK624", number, entries[0].ref, (("lang", lang), ("page", page)), other=page, about=lang)


@rule("LK627", "LK628", "LK629")
def alternates_disagree(web: Web) -> Iterator[Flaw]:
    """LK627: ``hreflang`` names a page that is not the translation. LK628: that page does not name this one back.

    LK629: one code is given to two pages. Search engines then ignore the whole list. Let every translation
    carry the same list.
    """
    layout, lists = layout_of(web), _lists(web)
    for number, entries in lists.items():
        doc = web.site.docs[number]
        if doc.refreshes or not doc.html:
            continue
        seen: dict[str, Entry] = {}
        for entry in entries:
            first = seen.setdefault(entry.code, entry)
            if _abroad(web, layout, number, entry):
                gaps = (
                    ("code", entry.code),
                    ("page", entry.ref.href),
                    ("href", entry.ref.href),
                    ("meant", _meant(layout, doc.path, entry)),
                )
                yield Flaw("LK627", number, entry.ref, gaps, about=entry.ref.href)
            elif first is not entry and first.path != entry.path:
                yield Flaw("LK629", number, entry.ref, (("code", entry.code), ("page", entry.path)), about=entry.path)
            elif entry.path:
                yield from _compare(web, layout, number, entry, lists)


def _meant(layout: Layout, path: str, entry: Entry) -> str:
    folder = layout.folder_for(entry.code) if is_language_tag(entry.code) else None
    return layout.counterpart(path, folder) if folder is not None else ""


def _abroad(web: Web, layout: Layout, number: int, entry: Entry) -> bool:
    """An address of another site, though the translation is on this one."""
    meant = _meant(layout, web.site.docs[number].path, entry)
    abroad = entry.ref.href.startswith(("http:", "https:", "//")) and not entry.path
    return abroad and meant in web.numbers and web.compass.target("", entry.ref.href).kind == EXTERNAL


def _compare(web: Web, layout: Layout, number: int, entry: Entry, lists: Lists) -> Iterator[Flaw]:
    doc = web.site.docs[number]
    gaps = (("code", entry.code), ("page", entry.path), ("href", entry.ref.href))
    if entry.code == DEFAULT:
        cluster = {doc.path, *layout.translations(doc.path).values(), "index.html"}
        homes = {f"{folder}/index.html" if folder else "index.html" for folder in layout.languages}
        if layout.many and entry.path not in cluster | homes | web.stubs:
            yield Flaw("LK627", number, entry.ref, (*gaps, ("meant", sorted(cluster)[0])), about=entry.path)
        return
    there = layout.language_of(entry.path)
    meant = _meant(layout, doc.path, entry)
    wrong_language = bool(there) and is_language_tag(entry.code) and not layout.same(there, entry.code)
    wrong_page = meant in web.numbers and entry.path != meant and not doc.path.endswith("404.html")
    if wrong_language or (wrong_page and layout.many):
        yield Flaw("LK627", number, entry.ref, (*gaps, ("meant", meant or "?")), about=entry.path)
    elif entry.path != doc.path and _silent(web, layout, number, entry, lists):
        yield Flaw("LK628", number, entry.ref, gaps, other=entry.path, about=entry.path)


def _silent(web: Web, layout: Layout, number: int, entry: Entry, lists: Lists) -> bool:
    """The other page does not name this one, and no fault of its own says so already."""
    doc = web.site.docs[number]
    back = lists.get(web.numbers.get(entry.path, -1), [])
    if any(one.path == doc.path for one in back) or doc.path.endswith("404.html"):
        return False
    known_pair = doc.path in layout.translations(entry.path).values()
    return not known_pair and web.doc(entry.path) is not None
