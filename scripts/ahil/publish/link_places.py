"""The line and column of a flaw, looked up in the built file."""

import json
import re
from functools import lru_cache
from html import escape
from pathlib import Path

from ahil.load.html import read_page
from ahil.load.html_places import line_and_column, offset_of, start_tags
from ahil.model.site import Flaw, LinkWords, Ref, Site
from ahil.model.spot import Spot
from ahil.publish.site_files import decoded


class Places:
    """Reads a faulty page once more, and only a faulty one."""

    def __init__(self, root: Path, site: Site) -> None:
        self.root = root
        self.site = site
        self._text = lru_cache(maxsize=64)(self._read)
        self._refs = lru_cache(maxsize=64)(self._read_refs)

    def spot(self, flaw: Flaw) -> Spot:
        """Where the tag, the address or the block begins; the top of the file when nothing can be found."""
        path = flaw.doc if isinstance(flaw.doc, str) else self.site.docs[flaw.doc].path
        line = dict(flaw.gaps).get("line")
        if isinstance(line, int):
            return Spot(path, line)
        if path.endswith(".pdf"):
            page = flaw.ref.get("page") if flaw.ref else None
            return Spot(path, int(page or 1))
        text = self._text(path)
        offset = self._offset(path, text, flaw) if text else None
        return Spot(path) if offset is None else Spot(path, *line_and_column(text, offset))

    def _offset(self, path: str, text: str, flaw: Flaw) -> int | None:
        ref = flaw.ref
        if not path.endswith((".html", ".htm", ".xhtml", ".svg")):
            return _find(text, ref.href) if ref else None
        if ref is None:
            wanted = "base" if flaw.code in {"LK112", "LK214"} else "html"
            return next((offset for tag, _, offset in start_tags(text) if tag == wanted), None)
        if ref.role == "text":
            return _block(text, ref)
        if ref.tag == "*":
            twins = [offset for _, attrs, offset in start_tags(text) if attrs.get("id", attrs.get("name")) == ref.href]
            return twins[1] if len(twins) > 1 else next(iter(twins), None)
        if ref.tag == "style":
            start = text.lower().find("<style")
            return _find(text, ref.href, max(start, 0))
        return self._tag(path, text, ref)

    def _tag(self, path: str, text: str, ref: Ref) -> int | None:
        alike = [one for one in self._refs(path) if (one.tag, one.attr, one.href) == (ref.tag, ref.attr, ref.href)]
        nth = alike.index(ref) if ref in alike else 0
        found = offset_of(text, ref.tag, ref.attr, ref.href, nth)
        return found if found is not None else _find(text, ref.href)

    def _read(self, path: str) -> str:
        try:
            return decoded((self.root / path).read_bytes())
        except (OSError, ValueError, LookupError):
            return ""

    def _read_refs(self, path: str) -> tuple[Ref, ...]:
        return read_page(path, self._text(path), LinkWords()).refs


def _find(text: str, href: str, start: int = 0) -> int | None:
    for form in (href, escape(href), json.dumps(href)[1:-1], json.dumps(href, ensure_ascii=False)[1:-1]):
        if not form:
            return None
        for quoted in (f'"{form}"', f"'{form}'", f">{form}<", form):
            at = text.find(quoted, start)
            if at >= 0:
                return at + quoted.index(form)
    return None


def _block(text: str, ref: Ref) -> int | None:
    """The start tag before the first words of a block."""
    words = re.findall(r"[^\W_]+", ref.href)[:4]
    found = re.search(r"[\W_]+(?:<[^>]*>[\W_]*)*".join(map(re.escape, words)), text) if words else None
    if not found:
        return None
    tag = text.rfind("<" + ref.tag, 0, found.start())
    return tag if tag >= 0 else found.start()
