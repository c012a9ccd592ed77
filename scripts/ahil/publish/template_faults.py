"""A fault of the template stands on every page; it is said once."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from ahil.model.site import Flaw, Site

_FEW = 3
_NEARLY_ALL = 0.8


def grouped(site: Site, flaws: Iterable[Flaw]) -> Iterator[tuple[Flaw, int]]:
    """Each flaw with the number of pages it stands for (1, or nearly all of a language or of the site)."""
    groups: dict[Hashable, list[Flaw]] = defaultdict(list)
    for flaw in flaws:
        groups[_key(site, flaw)].append(flaw)
    sizes = _sizes(site)
    for same in groups.values():
        docs = {flaw.doc for flaw in same}
        if len(docs) >= _FEW and any(
            len(docs) >= size * _NEARLY_ALL and size >= _FEW for size in _around(site, docs, sizes)
        ):
            yield min(same, key=lambda flaw: _path(site, flaw)), len(docs)
        else:
            yield from ((flaw, 1) for flaw in same)


def _key(site: Site, flaw: Flaw) -> Hashable:
    ref = flaw.ref
    if ref is None:
        return flaw.code, tuple(gap for gap in flaw.gaps if gap[0] != "page"), flaw.about or _path(site, flaw)
    if ref.role == "text":
        return (flaw.code, flaw.about) if flaw.about else (flaw.code, ref, flaw.doc)
    return flaw.code, ref.role, ref.tag, ref.attr, ref.text, ref.region, flaw.about


def _path(site: Site, flaw: Flaw) -> str:
    return flaw.doc if isinstance(flaw.doc, str) else site.docs[flaw.doc].path


def _sizes(site: Site) -> dict[str, int]:
    sizes: dict[str, int] = defaultdict(int)
    for _, doc in site.pages():
        if not doc.refreshes and not doc.path.endswith("404.html"):
            sizes[""] += 1
            sizes["lang:" + (doc.lang or "")] += 1
    return sizes


def _around(site: Site, docs: set[int | str], sizes: dict[str, int]) -> Iterator[int]:
    """The sizes of the sets these pages may be all of: the site, one language."""
    yield sizes[""]
    langs = {site.docs[doc].lang or "" for doc in docs if isinstance(doc, int)}
    if len(langs) == 1:
        yield sizes["lang:" + langs.pop()]
