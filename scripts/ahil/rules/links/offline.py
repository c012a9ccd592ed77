"""What works on a server and not from a folder on a USB stick (``file://``)."""

import posixpath
import re
from collections.abc import Iterator

from ahil.model.site import Flaw
from ahil.rules.links.address import EXTERNAL, FOLDER, FOUND, MISSING, OTHER, OUTSIDE
from ahil.rules.links.web import Use, Web, flaws, rule

_LOADED = {
    "script": "LK206",
    "style": "LK207",
    "import": "LK207",
    "image": "LK208",
    "icon": "LK208",
    "css": "LK209",
    "media": "LK210",
    "track": "LK210",
    "frame": "LK210",
    "preload": "LK210",
    "manifest": "LK210",
}
_METADATA = frozenset({"canonical", "alternate", "card", "sitemap", "feed", "robots", "cite", "relation"})
_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.I)


def _used(web: Web) -> Iterator[Use]:
    """References a reader of the copy follows or a browser loads; 404.html is only ever served."""
    if not web.site.offline:
        return
    for use in web.uses():
        if use.ref.role in _METADATA or (use.ref.role == "link" and use.target.kind == FOUND and not use.target.marks):
            continue
        docs = [n for n in use.docs if posixpath.basename(web.site.docs[n].path) != "404.html"]
        if docs:
            yield use if len(docs) == len(use.docs) else use._replace(docs=docs)


@rule("LK201", "LK204", "LK205")
def absolute(web: Web) -> Iterator[Flaw]:
    """An address that starts from the root of a server.

    LK201: ``/page.html`` is the root of the disk. LK204: ``//host/…`` takes the scheme of the page, which is
    ``file:``. LK205: the site's own address on the internet. Write the address relative to the page.
    """
    for use in _used(web):
        marks = use.target.marks
        if "slashes" in marks:
            yield from flaws("LK204", use)
        elif "own" in marks:
            yield from flaws("LK205", use)
        elif "root" in marks:
            yield from flaws("LK201", use)


@rule("LK202", "LK203")
def needs_a_server(web: Web) -> Iterator[Flaw]:
    """An address that only a server completes.

    LK202: a folder (``../module/``) shows a list of files. LK203: a name without its ending (``../module``).
    Write ``../module/index.html`` in full; MkDocs does so with ``use_directory_urls: false``.
    """
    for use in _used(web):
        marks, kind = use.target.marks, use.target.kind
        if kind not in {FOUND, MISSING, FOLDER} or not use.ref.href.strip():
            continue
        if use.ref.role in {"image", "script", "style", "css", "import", "media"} and kind == MISSING:
            continue
        if "folder" in marks:
            yield from flaws("LK202", use)
        elif "bare" in marks and (kind != MISSING or use.ref.role in {"link", "frame", "refresh", "search"}):
            yield from flaws("LK203", use)


@rule("LK206", "LK207", "LK208", "LK209", "LK210")
def remote(web: Web) -> Iterator[Flaw]:
    """Something the page needs is on the internet.

    LK206: a script. LK207: a style sheet. LK208: a picture or icon. LK209: a font or picture of a style sheet.
    LK210: a film, a frame, a preload. Without a network it is not there. Put a copy into the pack.
    """
    for use in _used(web):
        if use.target.kind == EXTERNAL and use.ref.role in _LOADED:
            yield from flaws(_LOADED[use.ref.role], use)


@rule("LK211")
def backslash(web: Web) -> Iterator[Flaw]:
    r"""A backslash in an address (``handouts\h06.html``).

    Only some browsers on Windows forgive it. Write ``/``.
    """
    for use in web.marked:
        if "backslash" in use.target.marks:
            yield from flaws("LK211", use)


@rule("LK212")
def only_a_query(web: Web) -> Iterator[Flaw]:
    """A link that only changes the query (``?page=2``).

    A file has no server to answer it: the same page opens again. Link to a page of its own.
    """
    for use in _used(web):
        if "query" in use.target.marks:
            yield from flaws("LK212", use)


@rule("LK213")
def barred_by_browsers(web: Web) -> Iterator[Flaw]:
    """Browsers do not load this from ``file://``: module scripts, ``crossorigin``, subtitles, parts of another drawing.

    Use a plain script, drop ``crossorigin``, put the drawing into the page.
    """
    for use in _used(web):
        ref = use.ref
        if use.target.kind != FOUND:
            continue
        module = ref.role == "script" and (ref.get("type") or "").lower() == "module"
        crossing = ref.role in {"script", "style", "image", "preload", "media"} and ref.get("crossorigin") is not None
        elsewhere = ref.tag == "use" and not ref.href.startswith("#")
        if module or crossing or elsewhere or ref.role == "track":
            yield from flaws("LK213", use, tag=ref.tag)


@rule("LK214")
def base_on_a_server(web: Web) -> Iterator[Flaw]:
    """``<base href>`` starts from a server (``/``, ``https://…``): no relative link of the page works.

    Remove it from the offline copy.
    """
    if not web.site.offline:
        return
    for number, doc in web.site.pages():
        if doc.base is None or posixpath.basename(doc.path) == "404.html":
            continue
        target = web.compass.target("", doc.base)
        if target.marks & {"root", "own", "slashes"} or (
            target.kind in {EXTERNAL, OUTSIDE, OTHER} and "scheme" in target.marks
        ):
            yield Flaw("LK214", number, None, (("href", doc.base),), about=doc.base)


@rule("LK215", "LK216")
def names_of_files(web: Web) -> Iterator[Flaw]:
    """LK215: a file name that Windows and USB sticks do not accept. LK216: two names that differ only in case.

    Unpacking the copy loses the file, or one of the two overwrites the other. Rename it.
    """
    if not web.site.offline:
        return
    seen: dict[str, str] = {}
    for path in web.site.files:
        if any(_WINDOWS.search(part) for part in path.split("/")):
            yield Flaw("LK215", path, None, (("file", path),))
        twin = seen.setdefault(path.casefold(), path)
        if twin != path:
            yield Flaw("LK216", path, None, (("file", path), ("twin", twin)))
