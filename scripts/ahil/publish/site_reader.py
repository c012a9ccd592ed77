"""Walks a built site once and reads what refers to something."""

import gzip
import os
import posixpath
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from sys import intern

from ahil.load.css import read_sheet
from ahil.load.file_kind import expected_kinds, is_well_formed, is_whole, kind_of
from ahil.load.html import read_page, text_without_spaces
from ahil.load.listings import read_feed, read_manifest, read_robots, read_search_index, read_sitemap
from ahil.load.pdf_links import read_pdf
from ahil.model.site import Asset, Booklet, Doc, Reading, Ref, Site, Unread
from ahil.publish.link_words import link_words
from ahil.publish.site_files import PAGES, based, bases_of, decoded, is_read, why
from ahil.rules.links.address import FOUND, Compass

_BLANK, _HERE = frozenset(" \t\r\n"), frozenset({"", "#", "?"})
_BINARY = frozenset(
    [
        "png",
        "jpeg",
        "gif",
        "webp",
        "avif",
        "bmp",
        "ico",
        "pdf",
        "zip",
        "gzip",
        "woff",
        "woff2",
        "ttf",
        "otf",
        "mp3",
        "mp4",
        "webm",
        "ogg",
        "wav",
        "data",
    ]
)


def read_site(root: Path, *, site_url: str | None, offline: bool) -> Site:
    """Everything the rules need; a file that cannot be read is one entry in ``unread``."""
    return _SiteReader(root).read(site_url, offline)


class _SiteReader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.words = link_words()
        self.files: dict[str, Asset] = {}
        self.folders: set[str] = set()
        self.docs: list[Doc] = []
        self.uses: dict[str, dict[Ref, Sequence[int]]] = {}
        self.booklets: dict[str, Booklet] = {}
        self.unread: list[Unread] = []

    def read(self, site_url: str | None, offline: bool) -> Site:
        self._walk("")
        for path in list(self.files):
            try:
                self._read(path)
            except (OSError, ValueError, EOFError, LookupError) as fault:
                self.unread.append(why(path, fault))
        url = site_url or self._guessed_url()
        site = Site(
            files=self.files,
            folders=frozenset(self.folders),
            docs=tuple(self.docs),
            uses=self.uses,
            booklets=self.booklets,
            unread=tuple(self.unread),
            words=self.words,
            url=url if not url or url.endswith("/") else url + "/",
            offline=offline,
        )
        return self._with_quoted_texts(site)

    def _walk(self, folder: str) -> None:
        with os.scandir(self.root / folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir():
                    if entry.name != ".git":
                        self.folders.add(path)
                        self._walk(path)
                else:
                    self.files[path] = Asset(entry.stat().st_size if entry.is_file() else 0)

    def _read(self, path: str) -> None:
        name, ending = posixpath.basename(path).lower(), posixpath.splitext(path)[1].lower()
        if ending in PAGES:
            self._take(self._page(path))
            return
        with open(self.root / path, "rb") as file:  # noqa: PTH123 - a Path for each of thousands of files is dear
            self._look(path, file.read(1024), ending)
            if not self.files[path].size:
                return
            file.seek(0)
            reading = self._listing(path, name, ending, file.read) if is_read(path, name, ending) else None
        if reading:
            self._take(reading)

    def _page(self, path: str) -> Reading:
        with open(self.root / path, "rb") as file:  # noqa: PTH123
            content = file.read()
        if not content.strip():
            raise EOFError(path)
        return read_page(path, decoded(content), self.words, languages=True)

    def _look(self, path: str, head: bytes, ending: str) -> None:
        """What the bytes are, and whether the file is whole."""
        size = self.files[path].size
        expected = expected_kinds(path)
        if expected is None or not size:
            return
        kind = kind_of(head)
        textual = "text" in expected or "json" in expected
        named = kind not in (_BINARY if "html" in expected else _BINARY | {"html"}) if textual else kind in expected
        if expected == {"svg"} and kind in {"xml", "text"}:
            named = b"<svg" in self._bytes(path)
        whole = True
        if named and ending in {".svg", ".json", ".webmanifest"}:
            whole = is_well_formed("json" if "json" in expected else "xml", self._bytes(path))
        elif named and not textual:
            whole = is_whole(kind, size, head, self._tail(path, size))
        self.files[path] = Asset(size, kind, named, whole)

    def _bytes(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def _tail(self, path: str, size: int) -> bytes:
        with open(self.root / path, "rb") as file:  # noqa: PTH123
            file.seek(max(0, size - 2048))
            return file.read()

    def _listing(self, path: str, name: str, ending: str, read: object) -> Reading | None:
        content = self._bytes(path)
        if ending == ".pdf":
            return self._pdf(path, content) if self.files[path].as_named else None
        if name.endswith(".gz"):
            content = gzip.decompress(content)
        text = decoded(content)
        if ending in {".xml", ".gz", ".rss", ".atom"} and not is_well_formed("xml", content):
            raise ValueError(path)
        if ending == ".css":
            return read_sheet(path, text)
        if ending == ".svg":
            return _drawing(read_page(path, text, self.words))
        if name.startswith("sitemap"):
            return read_sitemap(path, text)
        if name == "robots.txt":
            return read_robots(path, text)
        if ending in {".webmanifest", ".json"} and "manifest" in name + ending:
            return read_manifest(path, text)
        if ending in {".json", ".js"}:
            return read_search_index(path, text)
        return read_feed(path, text)

    def _pdf(self, path: str, content: bytes) -> Reading:
        try:
            reading, self.booklets[path] = read_pdf(path, content)
        except Exception as fault:  # pikepdf has a tree of its own errors; each means the file is broken
            raise ValueError("pdf") from fault
        return reading

    def _take(self, reading: Reading) -> None:
        number = len(self.docs)
        doc = reading.doc
        self.docs.append(doc)
        folder = intern(posixpath.dirname(doc.path) + "/" if "/" in doc.path else "")
        here = doc.path
        if reading.refs and reading.refs[0].role == "search":
            folder = here = ""  # an index counts from the root of its site
        if doc.base is not None:
            folder, here = based(folder, doc.base)
        beside = self.uses.setdefault(folder, {})
        inside = self.uses.setdefault(here, {})
        alone = (number,)
        for ref in reading.refs:
            start = ref.href[:1]
            if start in _BLANK:
                start = ref.href.strip()[:1]
            bucket = inside if start in _HERE else beside
            holders = bucket.setdefault(ref, alone)
            if holders is not alone:
                if isinstance(holders, list):
                    holders.append(number)
                else:
                    bucket[ref] = [*holders, number]
        if not inside:
            del self.uses[here]

    def _guessed_url(self) -> str | None:
        """The address most canonical links agree on."""
        bases: Counter[str] = Counter()
        for refs in self.uses.values():
            for ref, numbers in refs.items():
                if ref.role == "canonical" and ref.href.startswith("http"):
                    for number in numbers:
                        bases.update(bases_of(ref.href, self.docs[number].path))
        return bases.most_common(1)[0][0] if bases else self._url_of_sitemap()

    def _url_of_sitemap(self) -> str | None:
        """Without canonical links: what stands before the names of files in the sitemap."""
        bases: Counter[str] = Counter()
        for ref in (ref for refs in self.uses.values() for ref in refs if (ref.role, ref.attr) == ("sitemap", "loc")):
            host, slash, path = ref.href.partition("://")[2].partition("/")
            parts = path.split("/")
            rests = ("/".join(parts[at:]) for at in range(len(parts)))
            rest = next((one for one in rests if one in self.files or f"{one}index.html" in self.files), None)
            if host and slash and rest is not None:
                bases[ref.href[: len(ref.href) - len(rest)]] += 1
        return bases.most_common(1)[0][0] if bases else None

    def _with_quoted_texts(self, site: Site) -> Site:
        """Text fragments need the words of the page they point into."""
        compass = Compass(site)
        quoted = [
            compass.target(where, ref.href) for where, refs in self.uses.items() for ref in refs if ":~:" in ref.href
        ]
        paths = {target.path for target in quoted if target.kind == FOUND and target.path.endswith(PAGES)}
        if not paths:
            return site
        docs = [
            replace(doc, words=text_without_spaces(decoded(self._bytes(doc.path)))) if doc.path in paths else doc
            for doc in self.docs
        ]
        return replace(site, docs=tuple(docs))


def _drawing(reading: Reading) -> Reading:
    """A drawing has references and ids but is no page."""
    refs = tuple(ref for ref in reading.refs if ref.role not in {"lang"})
    return Reading(replace(reading.doc, html=False, title="", lang=None), refs)
