"""All files → the one value, and everything that could not be read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any, TypeVar

from ahil.load.prose import read_prose
from ahil.load.shape import shaped
from ahil.load.yaml_text import read_yaml
from ahil.model.curriculum import Curriculum
from ahil.model.handout import Handout, HandoutFacts
from ahil.model.lang import Lang
from ahil.model.module import Coming, Module, ModuleFacts
from ahil.model.page import Page, PageFacts
from ahil.model.path import Path
from ahil.model.register import BriefingItem, Contact, Fact, Label, Recommendation, Source, Synonyms, Term
from ahil.model.spot import Fault, Spot
from ahil.model.text import Drawing, Places, Prose
from ahil.model.worksheet import Worksheet, WorksheetFacts

T = TypeVar("T")

REGISTERS: Mapping[str, type] = {
    "glossary": Term,
    "facts": Fact,
    "contacts": Contact,
    "sources": Source,
    "paths": Path,
    "coming": Coming,
    "briefing": BriefingItem,
    "labels": Label,
    "recommendations": Recommendation,
    "synonyms": Synonyms,
    "pages": PageFacts,
}
"""The lists in ``data/<name>.yml`` and what each of their items is."""

LARGEST_PAGE = 200_000
_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)


@dataclass(slots=True)
class _Found:
    """What has been read so far; it lives for one call of ``load``."""

    faults: list[Fault] = field(default_factory=list)
    places: dict[str, Places] = field(default_factory=dict)
    prose: dict[tuple[str, str], dict[Lang, Prose]] = field(default_factory=dict)
    facts: dict[tuple[str, str], Any] = field(default_factory=dict)
    registers: dict[str, dict[str, Any]] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    worksheets: dict[str, Worksheet] = field(default_factory=dict)


def load(files: Iterable[tuple[str, bytes]], today: date) -> tuple[Curriculum, list[Fault]]:
    """``files`` are (path from the root, bytes); the curriculum holds whatever could be read."""
    found = _Found()
    for path, content in sorted(files):
        text = _text(path, content, found)
        if text is not None:
            _read(PurePosixPath(path), text, found)
        elif path.endswith(".md"):
            _read(PurePosixPath(path), "", found, broken=True)
    curriculum = _assemble(found, today)
    return curriculum, sorted(found.faults, key=lambda fault: (fault.spot, fault.code))


def _text(path: str, content: bytes, found: _Found) -> str | None:
    if any(_WINDOWS.search(part) for part in path.split("/")):
        found.faults.append(Fault("LO013", Spot(path), {"name": path.rsplit("/", 1)[-1]}))
    if len(content) > LARGEST_PAGE:
        found.faults.append(Fault("LO015", Spot(path), {"size": len(content) // 1000, "limit": LARGEST_PAGE // 1000}))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        found.faults.append(Fault("LO001", Spot(path, line, column), {"byte": f"0x{content[error.start]:02X}"}))
        return None
    if "\0" in text:
        found.faults.append(Fault("LO014", Spot(path, text[: text.index("\0")].count("\n") + 1), {}))
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(path: PurePosixPath, text: str, found: _Found, *, broken: bool = False) -> None:
    match path.parts:
        case ("docs", lang, *name) if path.suffix == ".md" and name:
            _read_words(path, lang, ("page", "/".join(name).removesuffix(".md")), text, found, broken)
        case ("modules" | "handouts" as kind, slug, file) if file.endswith(".md"):
            _read_words(path, file.removesuffix(".md"), (kind, slug), text, found, broken)
        case ("modules", slug, "module.yml"):
            _read_facts(path, ("modules", slug), ModuleFacts, text, found)
        case ("handouts", slug, "handout.yml"):
            _read_facts(path, ("handouts", slug), HandoutFacts, text, found)
        case ("worksheets", _) if path.suffix == ".yml":
            _read_worksheet(path, text, found)
        case ("data", file) if path.suffix == ".yml" and path.stem in REGISTERS:
            _read_register(path, text, found)
        case ("modules" | "handouts", _, "figures", _):
            found.figures[str(path)] = text
        case ("modules" | "handouts" | "docs" | "worksheets", *_) if path.suffix in {".md", ".yml", ".yaml"}:
            found.faults.append(Fault("LO011", Spot(str(path)), {"name": str(path)}))
        case _:
            return


def _read_words(path: PurePosixPath, lang: str, owner: tuple[str, str], text: str, found: _Found, broken: bool) -> None:
    if lang not in list(Lang):
        found.faults.append(Fault("LO012", Spot(str(path)), {"lang": lang, "known": ", ".join(Lang)}))
        return
    prose, faults = read_prose(str(path), Lang(lang), text)
    found.prose.setdefault(owner, {})[Lang(lang)] = replace(prose, broken=broken or bool(faults))
    found.faults += [] if broken else faults


def _read_facts(path: PurePosixPath, owner: tuple[str, str], kind: type, text: str, found: _Found) -> None:
    value, places = _read_value(path, kind, text, found)
    found.places[str(path)] = places
    if value is not None:
        found.facts[owner] = value


def _read_worksheet(path: PurePosixPath, text: str, found: _Found) -> None:
    facts, places = _read_value(path, WorksheetFacts, text, found)
    found.places[str(path)] = places
    if facts is not None:
        found.worksheets[path.stem] = Worksheet(slug=path.stem, facts=facts, places=places)


def _read_value(path: PurePosixPath, kind: type[T], text: str, found: _Found) -> tuple[T | None, Places]:
    data, places, faults = read_yaml(str(path), text)
    found.faults += faults
    if data is None and faults:
        return None, places
    value, more = shaped(kind, data if data is not None else {}, places)
    found.faults += more
    return value, places


def _read_register(path: PurePosixPath, text: str, found: _Found) -> None:
    data, places, faults = read_yaml(str(path), text)
    found.places[str(path)] = places
    found.faults += faults
    if not isinstance(data, list):
        if not faults:
            found.faults.append(Fault("LO007", Spot(str(path)), {"key": path.stem, "given": "", "wanted": "- …"}))
        return
    entries = found.registers.setdefault(path.stem, {})
    for index, item in enumerate(data):
        value, more = shaped(REGISTERS[path.stem], item, places, (index,))
        found.faults += more
        if value is not None:
            key = value.slug if isinstance(value, Coming) else value.id
            if key in entries:
                found.faults.append(Fault("LO016", places.spot(index), {"id": key}))
            entries[key] = value


def _assemble(found: _Found, today: date) -> Curriculum:
    register = found.registers
    modules = {
        slug: Module(
            slug=slug,
            facts=facts,
            places=found.places[f"modules/{slug}/module.yml"],
            words=_words(found, kind, slug),
        )
        for (kind, slug), facts in sorted(found.facts.items(), key=lambda pair: str(pair[1].id))
        if kind == "modules"
    }
    handouts = {
        slug: Handout(
            slug=slug,
            facts=facts,
            places=found.places[f"handouts/{slug}/handout.yml"],
            words=_words(found, kind, slug),
        )
        for (kind, slug), facts in sorted(found.facts.items(), key=lambda pair: str(pair[1].id))
        if kind == "handouts"
    }
    return Curriculum(
        today=today,
        modules=modules,
        coming={slug: one for slug, one in register.get("coming", {}).items() if slug not in modules},
        handouts=handouts,
        worksheets=dict(sorted(found.worksheets.items(), key=lambda pair: pair[1].facts.id)),
        pages=_pages(found),
        terms=register.get("glossary", {}),
        facts=register.get("facts", {}),
        contacts=register.get("contacts", {}),
        sources=register.get("sources", {}),
        paths=register.get("paths", {}),
        briefing=register.get("briefing", {}),
        labels=register.get("labels", {}),
        recommendations=register.get("recommendations", {}),
        synonyms=register.get("synonyms", {}),
        figures=_drawings(found),
        places=found.places,
    )


def _drawings(found: _Found) -> dict[str, Drawing]:
    words: dict[str, Any] = {}
    for path, text in found.figures.items():
        if path.endswith("/words.yml"):
            data, places, faults = read_yaml(path, text)
            value, more = shaped(dict[str, dict[Lang, str]], data or {}, places)
            found.places[path] = places
            found.faults += faults + more
            words[path.removesuffix("words.yml")] = value or {}
    return {
        path: Drawing(text, words.get(path.rsplit("/", 1)[0] + "/", {}))
        for path, text in found.figures.items()
        if path.endswith(".svg")
    }


def _words(found: _Found, kind: str, slug: str) -> dict[Lang, Prose]:
    words = found.prose.get((kind, slug), {})
    return {lang: words[lang] for lang in Lang if lang in words}


def _pages(found: _Found) -> dict[str, Page]:
    """Pages in the order of ``data/pages.yml``; those it does not name come last."""
    listed: dict[str, PageFacts] = found.registers.get("pages", {})
    written = [name for kind, name in found.prose if kind == "page"]
    return {
        name: Page(name=name, facts=listed.get(name), words=_words(found, "page", name))
        for name in dict.fromkeys([*(name for name in listed if name in written), *sorted(written)])
    }
