"""From a fault in a built page back to the line its author typed."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from ahil.model.site import Flaw, Ref, Site
from ahil.model.spot import Spot

_SKIPPED = frozenset({"site", "build", "dist", "node_modules", "__pycache__", "tests"})
_SOURCES = (".md", ".yml", ".yaml", ".html", ".csv", ".txt", ".j2")
_INCLUDE = re.compile(r"""-{1,}8<-{1,}\s*["']([^"']+)["']|\{%\s*include(?:-markdown)?\s*["']([^"']+)["']""")
_ALPHABET = re.compile(r"uz-\w+/")
"""The folder of a page in another alphabet: it was made from the same source."""
_EDIT = re.compile(r"/(?:edit|blob|raw|src|tree)/[^/]+/(.+)$")


class Origins:
    """The sources of a site: which file a page was made from, and where in it a reference stands."""

    def __init__(self, root: Path, site: Site) -> None:
        self.root = root
        self.site = site
        self.files = sorted(self._walk(root))
        self.edits = self._edit_links()
        self._lines = lru_cache(maxsize=None)(self._read)
        self._place = lru_cache(maxsize=None)(self._looked_for)

    def of(self, flaw: Flaw, built: Spot, *, everywhere: bool = False) -> Spot | None:
        """The place in the page's own source, else in what it includes, the data, the navigation, the theme.

        A fault of the template (``everywhere``) is not looked for in one page.
        """
        own = None if everywhere else self.source_of(built.path)
        if flaw.ref is None:
            return Spot(own) if own else None
        tried = [own, *self._included(own)] if own else []
        for path in (*tried, *self._shared()):
            place = self._place(path, flaw.ref, flaw.about)
            if place:
                return place
        return None

    def source_of(self, page: str) -> str | None:
        """The Markdown a page was made from: by its edit link, or by its place."""
        if page in self.edits:
            return self.edits[page]
        known = set(self.files)
        return next((path for path in _candidates(page) if path in known), None)

    def _walk(self, folder: Path) -> Iterator[str]:
        for entry in folder.iterdir():
            if entry.is_dir():
                if entry.name not in _SKIPPED and entry.name[0] != "." and not (entry / "index.html").exists():
                    yield from self._walk(entry)
            elif entry.suffix in _SOURCES:
                yield entry.relative_to(self.root).as_posix()

    def _edit_links(self) -> dict[str, str]:
        found: dict[str, str] = {}
        known = set(self.files)
        for ref, numbers in (pair for refs in self.site.uses.values() for pair in refs.items()):
            if ref.more and ref.role in {"link", "relation"} and "edit" in (ref.get("rel") or "").split():
                path = _EDIT.search(unquote(ref.href))
                if path and path[1] in known:
                    found.update({self.site.docs[number].path: path[1] for number in numbers})
        return found

    def _included(self, path: str) -> list[str]:
        names = [name for line in self._lines(path) for pair in _INCLUDE.findall(line) for name in pair if name]
        return [file for name in names for file in self.files if file == name or file.endswith("/" + name)]

    def _shared(self) -> list[str]:
        """Data, navigation and theme, in this order; then nothing: a guess in another page would mislead."""
        data = [file for file in self.files if file.endswith((".yml", ".yaml", ".csv")) and "/" in file]
        navigation = [file for file in self.files if file in {"mkdocs.yml", "properdocs.yml", "zensical.toml"}]
        theme = [file for file in self.files if file.endswith((".html", ".j2"))]
        return [*data, *navigation, *theme]

    def _read(self, path: str) -> list[str]:
        try:
            return (self.root / path).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return []

    def _looked_for(self, path: str, ref: Ref, about: str) -> Spot | None:
        best = (0, 0, 0)
        words = _Words.of(ref, about)
        for number, line in enumerate(self._lines(path), 1):
            score, column = words.score(line)
            if score > best[0]:
                best = (score, number, column)
        return Spot(path, best[1], best[2]) if best[0] >= (2 if path.endswith(".md") else 5) else None


@dataclass(frozen=True, slots=True)
class _Words:
    """What of a reference may stand in the line of its author; worked out once for all lines."""

    href: str
    decoded: str
    stem: str
    text: str
    fragment: str
    start: str

    @classmethod
    def of(cls, ref: Ref, about: str) -> "_Words":
        decoded = unquote(ref.href)
        fragment = ref.href.partition("#")[2]
        return cls(
            href=ref.href if len(ref.href) > 1 else "",
            decoded=decoded if decoded != ref.href else "",
            stem=_stem(about or ref.href),
            text=f"[{ref.text}]" if ref.text else "",
            fragment="#" + unquote(fragment) if fragment else "",
            start=ref.href[:30] if ref.role == "text" else "",
        )

    def score(self, line: str) -> tuple[int, int]:
        """How surely a line holds the reference, and from which column on."""
        if self.href and (at := line.find(self.href)) >= 0:
            return (6 if line[at - 1 : at] in {"(", '"', "'", "<", " "} else 5), at + 1
        if self.decoded and (at := line.find(self.decoded)) >= 0:
            return 5, at + 1
        if self.text and (at := line.find(self.text)) >= 0:
            return (5 if self.stem and self.stem in line else 3), at + 1
        if self.fragment and (at := line.find(self.fragment)) >= 0:
            return 4, at + 1
        if len(self.stem) > 3 and (at := line.find(self.stem)) >= 0:
            return (4 if self._named(line) else 2), at + 1
        if self.start and (at := line.find(self.start)) >= 0:
            return 4, at + 1
        return 0, 0

    def _named(self, line: str) -> bool:
        return re.search(r"[(\"':/ ]" + re.escape(self.stem), line) is not None


def _stem(path: str) -> str:
    """The word by which a page is named in its sources."""
    plain = re.sub(r"(?:/?index)?\.html?$|/$", "", unquote(path).partition("#")[0])
    return posixpath.splitext(posixpath.basename(plain))[0] if "://" not in plain else plain


def _candidates(page: str) -> Iterator[str]:
    """Where the source of a built page may be: as MkDocs, as suffixes, as our modules and handouts."""
    plain = re.sub(r"/?index\.html$|\.html$", "", _ALPHABET.sub("", page, count=1) if page.startswith("uz-") else page)
    lang, _, rest = plain.partition("/")
    for stem in (plain, f"{plain}/index".lstrip("/"), f"{plain}/README".lstrip("/")):
        yield f"docs/{stem}.md"
        yield f"{stem}.md"
        yield f"docs/uz/{stem}.md"
        yield f"docs/en/{stem}.md"
    if lang in {"uz", "ru", "en"}:
        yield from (
            f"docs/{rest}.{lang}.md",
            f"docs/{rest}/index.{lang}.md",
            f"docs/index.{lang}.md" if not rest else "",
        )
    found = re.match(r"(?:(?:(\w\w)/))?(modules|handouts)/([^/]+)", plain)
    if found:
        yield f"{found[2]}/{found[3]}/{found[1] or 'uz'}.md"
    form = re.match(r"(?:\w\w/)?worksheets/([^/]+)", plain)
    if form:
        yield f"worksheets/{form[1]}.yml"
