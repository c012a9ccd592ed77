"""A built Uzbek page → the same page in another alphabet, in a folder beside the first edition."""

import json
import posixpath
import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Any

from ahil.model.alphabet import Edition
from ahil.render.uzbek.markup import Convert, attributes, converted, with_attribute

_ABROAD = re.compile(r"[a-zA-Z][\w+.-]*:|//|#|$")
_WAYS = ("href", "src", "data-root")


@dataclass(frozen=True, slots=True)
class Ways:
    """Where everything is: ``own`` are the files each edition has for itself, by their path at the root.

    ``first`` is the edition at the root, ``site_url`` the address of the site (empty for a copy).
    """

    edition: Edition
    first: Edition
    own: Container[str]
    site_url: str = ""

    def moved(self, address: str, here: str) -> str:
        """A relative address of the page ``here``, as it must be in the edition's folder."""
        if not self.edition.folder or _ABROAD.match(address):
            return address
        path, mark, rest = _split(address)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
        if target in self.own:
            return address
        papers = f"print/{self.first.papers}/"
        if target.startswith(papers):
            target = f"print/{self.edition.papers}/{target.removeprefix(papers)}"
        return f"{self._way(target, here)}{'/' if path.endswith('/') else ''}{mark}{rest}"

    def left(self, address: str, here: str) -> str:
        """The same address, of a page that is not of this edition."""
        if _ABROAD.match(address):
            return address
        path, mark, rest = _split(address)
        return f"{self._way(posixpath.normpath(posixpath.join(posixpath.dirname(here), path)), here)}{mark}{rest}"

    def _way(self, target: str, here: str) -> str:
        return posixpath.relpath(target, posixpath.join(self.edition.folder, posixpath.dirname(here)))


def _split(address: str) -> tuple[str, str, str]:
    found = re.search(r"[?#]", address)
    return (address[: found.start()], found[0], address[found.end() :]) if found else (address, "", "")


def page_in(html: str, here: str, ways: Ways, convert: Convert) -> str:
    """The page ``here`` (its path at the root) in the alphabet of an edition."""
    return converted(
        html,
        convert,
        change=lambda name, tag: _changed(name, tag, here, ways),
        data=lambda content: data_in(content, convert),
    )


def _changed(name: str, tag: str, here: str, ways: Ways) -> str:
    if name == "html":
        return with_attribute(tag, "lang", ways.edition.tag)
    told = attributes(tag)
    if name == "link" and told.get("rel") in ("canonical", "alternate"):
        return _addressed(tag, told, ways)
    if name == "a" and "hreflang" in told:
        return _switched(tag, told, here, ways)
    for way in _WAYS:
        if way in told:
            tag = with_attribute(tag, way, ways.moved(told[way], here))
    return with_attribute(tag, "data-alphabet", ways.edition.folder) if name == "body" and ways.edition.folder else tag


def _addressed(tag: str, told: dict[str, str], ways: Ways) -> str:
    """The list of languages is the same on every page; the page's own address is its edition's."""
    if told["rel"] == "alternate" or not ways.edition.folder:
        return tag
    return with_attribute(tag, "href", told["href"].replace(ways.site_url, f"{ways.site_url}{ways.edition.folder}/", 1))


def _switched(tag: str, told: dict[str, str], here: str, ways: Ways) -> str:
    """A link that names its language: the switch, and papers in the reader's alphabet."""
    said, href = told["hreflang"], told.get("href", "")
    if not ways.edition.folder:
        return tag
    if said == ways.first.tag and href.endswith(".pdf"):
        return with_attribute(with_attribute(tag, "hreflang", ways.edition.tag), "href", ways.moved(href, here))
    tag = with_attribute(tag, "href", ways.left(href, here))
    tag = tag.replace(' aria-current="true"', "")
    return with_attribute(tag, "aria-current", "true") if said == ways.edition.tag else tag


def data_in(content: str, convert: Convert) -> str:
    """JSON of words for a script of the page."""
    return json.dumps(_each(json.loads(content), lambda key, text: convert(text)), ensure_ascii=False)


def agenda_in(script: str, ways: Ways, convert: Convert) -> str:
    """The data of the agenda page, a script that begins ``ahil.agenda = {``; its addresses start from the page.

    Titles are words, and all that stands under ``words``; everything else is a code for the program.
    """

    def one(key: str, text: str) -> str:
        if key == "lang":
            return ways.edition.tag if text == ways.first.tag else text
        if key in ("href", "pdf"):
            return ways.moved(text, "agenda.html")
        return convert(text) if key == "title" else text

    return _in_script(
        script,
        lambda told: {
            key: _each(value, (lambda _, text: convert(text)) if key == "words" else one, key)
            for key, value in told.items()
        },
    )


def search_in(script: str, ways: Ways, convert: Convert) -> str:
    """What a reader sees of the search: titles, headings, extracts; addresses count from the root of the site."""
    prefix = f"{ways.edition.folder}/" if ways.edition.folder else ""

    def one(key: str, text: str) -> str:
        if key in ("url", "of", "home"):
            return prefix + text
        return text if key in ("kind", "for", "anchors") else convert(text)

    return _in_script(script, lambda told: _each(told, one))


def _in_script(script: str, change: Callable[[Any], Any]) -> str:
    head, sign, data = script.partition(" = ")
    made = change(json.loads(data.rstrip().removesuffix(";")))
    return f"{head}{sign}{json.dumps(made, ensure_ascii=False, separators=(',', ':'))};\n"


def _each(value: Any, one: Callable[[str, str], str], key: str = "") -> Any:
    """Every text in a value through ``one``, with the key it stands under."""
    if isinstance(value, str):
        return one(key, value)
    if isinstance(value, list):
        return [_each(inner, one, key) for inner in value]
    if isinstance(value, dict):
        return {name: _each(inner, one, name) for name, inner in value.items()}
    return value
