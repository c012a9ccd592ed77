"""Links of authors: ``page:``, ``module:``, ``handout:``, ``worksheet:``, ``path:`` and places in a page."""

import posixpath
import re
from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.model.spot import Fault, Spot
from ahil.model.text import Link, Prose
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.source.references import coming, existing, nearest

KINDS = ("page", "module", "handout", "worksheet", "path")
SCHEME = re.compile(r"([A-Za-z][\w+.-]*):(.*)", re.DOTALL)
_OURS = re.compile(r"(page|module|handout|worksheet|path):([^#]*)#?(.*)", re.DOTALL)
_WEB = ("http", "https", "mailto", "tel", "sms", "file", "javascript", "vbscript", "data")


def place(prose: Prose, link: Link) -> Spot:
    """Where a link stands, with its column."""
    line = prose.lines[link.spot.line - 1] if link.spot.line <= len(prose.lines) else ""
    at = line.find(f"]({link.target}")
    return link.spot.at(link.spot.line, at + 3) if at >= 0 else link.spot


def links(ground: Ground) -> Iterator[tuple[Prose, Link, Spot]]:
    """Every link of every page, without images."""
    for _, prose in ground.prose():
        for link in prose.links:
            if not link.image:
                yield prose, link, place(prose, link)


@rule("LK301", "LK302")
def target_missing(ground: Ground) -> Iterator[Fault]:
    """A link leads to a page, module, handout, worksheet or path that does not exist (LK301) or is planned
    and not written yet (LK302, for information).

    A reader of the offline copy would meet an empty screen. Correct the name. Bad:
    ``[](worksheet:conflict-trees)``. Good: ``[](worksheet:conflict-tree)``.
    """
    for _, link, spot in links(ground):
        match = _OURS.fullmatch(link.target)
        if match and match[2] not in existing(ground.curriculum, match[1]):
            later = coming(ground, match[1])
            known = [*existing(ground.curriculum, match[1]), *later]
            near = "" if match[2] in later else nearest(match[2], known)
            yield Fault(
                "LK302" if match[2] in later else "LK301",
                spot,
                {"kind": match[1], "name": match[2], "near": near},
            )


@rule("LK303")
def anchor_missing(ground: Ground) -> Iterator[Fault]:
    """A link names a place that its page does not have.

    The reader lands at the top and does not know where to look. Use the id of a heading of that page.
    Bad: ``[…](page:safety#exits)``. Good: ``[…](page:safety#exit)``.
    """
    for prose, link, spot in links(ground):
        match = _OURS.fullmatch(link.target)
        kind, name, anchor = (match[1], match[2], match[3]) if match else ("", "", link.target[1:])
        if not anchor or not (match or link.target.startswith("#")):
            continue
        there = _anchors(ground, kind, name, prose.lang) if match else _of(prose)
        if there is not None and anchor not in there:
            yield Fault("LK303", spot, {"anchor": anchor, "near": nearest(anchor, sorted(there))})


def _anchors(ground: Ground, kind: str, name: str, lang: Lang) -> set[str] | None:
    curriculum = ground.curriculum
    if kind == "worksheet" and name in curriculum.worksheets:
        sheet = curriculum.worksheets[name]
        return {f"{sheet.code}-{field.id}" for field in sheet.facts.fields}
    if kind == "path" and name in curriculum.paths:
        return {day.id for day in curriculum.paths[name].days} | {"before", "bridges"}
    owner = next((one for one in ground.owners if (one.kind, one.slug) == (kind, name)), None)
    prose = (owner.words.get(lang) or next(iter(owner.words.values()), None)) if owner else None
    if owner is None or prose is None or prose.broken:
        return None
    shown = {mark.argument for mark in prose.marks if mark.name == "register"}
    terms = {f"term-{term}" for term in curriculum.terms} if "glossary" in shown else set()
    return _of(prose) | terms | ({"objectives"} if kind == "module" else set())


def _of(prose: Prose) -> set[str]:
    return {heading.id for heading in prose.headings if heading.id}


@rule("LK304", "LK305")
def link_wrong(ground: Ground) -> Iterator[Fault]:
    """A link leads to a file (LK304) or begins with a word that is no kind of target (LK305).

    Files move when the site is staged, and each edition puts them elsewhere. Name what is meant. Bad:
    ``[safety](../safety.md)``, ``[](modul:dialogue)``. Good: ``[safety](page:safety)``,
    ``[](module:dialogue)``.
    """
    for _, link, spot in links(ground):
        match = SCHEME.fullmatch(link.target)
        if match and match[1].lower() not in (*KINDS, *_WEB):
            gaps = {"scheme": match[1], "near": nearest(match[1], KINDS)}
            yield Fault("LK305", spot, gaps)
        elif not match and link.target and not link.target.startswith(("#", "//")):
            yield Fault("LK304", spot, {"target": link.target, "near": _meant(link.target)})


def _meant(target: str) -> str:
    path, _, anchor = target.partition("#")
    stem = re.sub(r"(?:/index)?\.(?:md|html)$", "", path)
    parts = [part for part in stem.split("/") if part not in ("..", ".", "", *Lang)]
    kinds = {"modules": "module", "handouts": "handout", "worksheets": "worksheet", "paths": "path"}
    kind = kinds.get(parts[0], "page") if len(parts) > 1 else "page"
    name = "/".join(parts[1:] if kind != "page" else parts)
    return f"{kind}:{name or 'index'}" + (f"#{anchor}" if anchor else "")


@rule("LK306", "LK307")
def picture_wrong(ground: Ground) -> Iterator[Fault]:
    """A picture is not there (LK306) or has no words for those who do not see it (LK307).

    Bad: ``![](figures/tree.svg)``. Good: ``![A tree: the roots are causes.](figures/tree.svg)``.
    """
    for _, prose in ground.prose():
        for link in prose.links:
            if not link.image or SCHEME.match(link.target) or link.target.startswith("//"):
                continue
            spot = place(prose, link)
            path = posixpath.normpath(posixpath.join(posixpath.dirname(prose.path), link.target))
            if path not in ground.curriculum.figures and path not in ground.sizes:
                beside = [one for one in ground.curriculum.figures if one.startswith(posixpath.dirname(path) + "/")]
                names = [posixpath.relpath(one, posixpath.dirname(prose.path)) for one in beside]
                yield Fault("LK306", spot, {"path": link.target, "near": nearest(link.target, names)})
            if not link.text.strip():
                yield Fault("LK307", spot, {"path": link.target})
