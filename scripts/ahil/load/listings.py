"""Files that list addresses: sitemap, feed, manifest, search index, robots.txt."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from ahil.model.site import Doc, Reading, Ref

_LOC = re.compile(
    r"<(?P<image>\w+:)?loc>\s*(?:<!\[CDATA\[)?(?P<loc>[^<\]]*?)(?:\]\]>)?\s*</|<(?:\w+:)?link\b(?P<link>[^>]*)>",
    re.S,
)
_HREF = re.compile(r"""\b(href|hreflang)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FEED = re.compile(
    r"<link\b(?P<attrs>[^>]*?)/?>(?:\s*(?P<text>[^<\s][^<]*?)\s*</link>)?|<(?:enclosure|source)\b(?P<more>[^>]*)>",
    re.S,
)
_ADDRESS_KEYS = frozenset({"location", "url", "href", "loc", "link", "path"})
_ASSIGNED = re.compile(r"[=(]\s*(?=[\[{])")


def read_sitemap(path: str, text: str) -> Reading:
    """``<loc>`` and the alternates beside it, with their ``<loc>`` as text; comments are passed over."""
    refs: list[Ref] = []
    seen: set[str] = set()
    entry = ""
    for found in _LOC.finditer(re.sub(r"<!--.*?-->", "", text, flags=re.S)):
        if found["loc"] is not None:
            attr = "image" if found["image"] else "loc"
            address = unescape(found["loc"]).strip()
            refs.append(Ref("sitemap", "sitemap", attr, address, "again" if address in seen and attr == "loc" else ""))
            seen.add(address)
            entry = address if attr == "loc" else entry
        else:
            given = {name: unescape(one or two) for name, one, two in _HREF.findall(found["link"])}
            if "href" in given:
                more = (("hreflang", given.get("hreflang", "")),)
                refs.append(Ref("sitemap", "sitemap", "alternate", given["href"], entry, more=more))
    return Reading(Doc(path), tuple(refs))


def read_feed(path: str, text: str) -> Reading:
    """The links of RSS and Atom."""
    refs: list[Ref] = []
    for found in _FEED.finditer(re.sub(r"<!--.*?-->", "", text, flags=re.S)):
        given = re.search(r"""(?:href|url)\s*=\s*["']([^"']*)""", found["attrs"] or found["more"] or "")
        address = found["text"] or (given[1] if given else "")
        if address:
            refs.append(Ref("feed", "feed", "link", unescape(address)))
    return Reading(Doc(path), tuple(refs))


def read_robots(path: str, text: str) -> Reading:
    """``Sitemap:`` lines."""
    found = re.findall(r"^\s*sitemap\s*:\s*(\S+)", text, re.I | re.M)
    return Reading(Doc(path), tuple(Ref("robots", "robots", "sitemap", address) for address in found))


def read_manifest(path: str, text: str) -> Reading:
    """Icons, screenshots and start pages of an installable site."""
    data = json.loads(text)
    return Reading(Doc(path), tuple(_in_manifest(data)) if isinstance(data, dict) else ())


def _in_manifest(data: dict[str, Any]) -> Iterator[Ref]:
    for key in ("icons", "screenshots"):
        for one in data.get(key) or ():
            if isinstance(one, dict) and isinstance(one.get("src"), str):
                yield Ref("icon", "manifest", key, one["src"], more=(("type", str(one.get("type", ""))),))
    if isinstance(data.get("start_url"), str):
        yield Ref("entry", "manifest", "start_url", data["start_url"])
    for one in data.get("shortcuts") or ():
        if isinstance(one, dict) and isinstance(one.get("url"), str):
            yield Ref("entry", "manifest", "shortcuts", one["url"])
            yield from _in_manifest({"icons": one.get("icons")})


def read_search_index(path: str, text: str) -> Reading:
    """Addresses in JSON, or in a script that assigns or passes JSON."""
    start = 0
    if not text.lstrip("\ufeff \n\r\t").startswith(("{", "[")):
        assigned = _ASSIGNED.search(text)
        start = assigned.end() if assigned else len(text)
    data, _ = json.JSONDecoder().raw_decode(text.lstrip("\ufeff")[start:].lstrip()) if start < len(text) else ({}, 0)
    return Reading(Doc(path), tuple(Ref("search", "search", key, address) for key, address in _addresses(data)))


def _addresses(data: Any) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str):
                if key in _ADDRESS_KEYS and not re.search(r"\s", value):
                    yield key, value
            else:
                yield from _addresses(value)
    elif isinstance(data, list):
        for value in data:
            yield from _addresses(value)
