"""Which files of a built site refer to others, in what encoding, and from where their references count."""

import posixpath
import re
from collections.abc import Iterator

from ahil.model.site import Unread

PAGES = (".html", ".htm", ".xhtml")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.I)


def is_read(path: str, name: str, ending: str) -> bool:
    """Whether a file, beside the pages, refers to others in a way we can read."""
    if ending in {".css", ".svg", ".pdf", ".webmanifest", ".rss", ".atom"} or name in {
        "robots.txt",
        "manifest.json",
    }:
        return True
    if name.startswith("sitemap") and name.endswith((".xml", ".xml.gz")):
        return True
    if ending == ".xml":
        return re.match(r"(?:feed|rss|atom|index)", name) is not None
    return ending in {".json", ".js"} and _is_index(path, name)


def _is_index(path: str, name: str) -> bool:
    """A search index: by its usual names, or data in a folder called ``search``."""
    if name in {
        "search_index.json",
        "search_index.js",
        "search-index.json",
        "search-index.js",
        "searchindex.json",
        "search.json",
    }:
        return True
    return (
        posixpath.basename(posixpath.dirname(path)) == "search"
        and re.fullmatch(r"[a-z-]{2,20}\.(?:json|js)", name) is not None
        and (name.endswith(".json") or re.match(r"[a-z]{2}(?:-[a-z]+)*\.js", name) is not None)
    )


def decoded(content: bytes) -> str:
    """UTF-8, or what the page itself declares."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(content[:2048])
        name = declared[1].decode("ascii") if declared else "utf-8"
        if name.lower() in {"utf-8", "utf8"}:
            raise
        return content.decode(name)


def why(path: str, fault: Exception) -> Unread:
    """Why a file could not be read, in one word."""
    if isinstance(fault, UnicodeDecodeError):
        return Unread(path, "encoding", fault.object.count(b"\n", 0, fault.start) + 1)
    if isinstance(fault, EOFError):
        return Unread(path, "empty")
    return Unread(path, "disk" if isinstance(fault, OSError) else "form")


def based(folder: str, base: str) -> tuple[str, str]:
    """Where relative references and ``#…`` start from under ``<base href>``."""
    plain = base.strip().partition("#")[0].partition("?")[0]
    if re.match(r"[a-zA-Z][\w+.-]*:|//", plain):
        return plain.rpartition("/")[0] + "/", plain
    joined = posixpath.join("/" + folder, plain)
    clean = posixpath.normpath(joined).lstrip("/")
    if joined.endswith("/") or plain.endswith(("..", ".")):
        start = clean + "/" if clean else ""
        return start, start
    return posixpath.dirname(clean) + "/" if "/" in clean else "", clean


def bases_of(href: str, path: str) -> Iterator[str]:
    """The address of the site, if a canonical address ends with the path of its page."""
    plain = re.sub(r"(?:^|/)index\.html?$", "", path)
    for form in (path, plain + "/" if plain else "", path.removesuffix(".html")):
        if form and href.endswith("/" + form):
            yield href[: -len(form)]
            return
    if not plain and href.count("/") >= 3 and href.endswith("/"):
        yield href
