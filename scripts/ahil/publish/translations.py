"""How far the translations of a tree are, and what is wrong with them; reads no git, no dates, no network."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ahil.load.fingerprint import section_keys, section_prints
from ahil.model.blocks import Off, Sheet
from ahil.model.spot import Fault, Spot
from ahil.model.translation import Coverage, PageState, Pair, SectionState, State
from ahil.publish.translation_records import read_record, record_path
from ahil.publish.translation_tree import Tree, read_tree
from ahil.rules.translation.engine import examine_pair, examine_sheet, set_aside
from ahil.rules.translation.pairs import pair_up
from ahil.rules.translation.states import section_states, state_faults
from ahil.rules.translation.terms import absent


@dataclass(slots=True)
class Findings:
    """The coverage, the faults that stand, and those set aside with the reason their author gave."""

    coverage: Coverage = field(default_factory=Coverage)
    faults: list[Fault] = field(default_factory=list)
    aside: list[tuple[Fault, Off]] = field(default_factory=list)
    pairs: dict[tuple[str, str], Pair] = field(default_factory=dict)


def coverage(root: Path) -> Coverage:
    """The state of every page, section and language below ``root``: the numbers of the site and of the command."""
    return examine(root).coverage


def examine(root: Path, path: str = "", *, information: bool = False) -> Findings:
    """Everything about the translations below ``root``, or about those in one file or folder."""
    tree = read_tree(root)
    findings = Findings(faults=list(tree.faults))
    pages: list[PageState] = []
    sheets: list[Sheet] = []
    for name in sorted(tree.sheets):
        if path and not _chosen(path, name, tree):
            continue
        sheets += tree.sheets[name].values()
        pages += _page(root, tree, name, findings, information=information)
    findings.coverage = Coverage(tuple(pages))
    if path:
        findings.faults = [fault for fault in findings.faults if _below(fault.spot.path, path, sheets)]
    unique = {(fault.code, fault.spot, tuple(map(str, fault.gaps.values()))): fault for fault in findings.faults}
    findings.faults, findings.aside = set_aside(unique.values(), sheets)
    return findings


def _chosen(path: str, name: str, tree: Tree) -> bool:
    paths = [sheet.path for sheet in tree.sheets[name].values()]
    return path in (name, name.removeprefix("docs/")) or any(
        each == path or each.startswith(path.rstrip("/") + "/") for each in paths
    )


def _below(spot: str, path: str, sheets: list[Sheet]) -> bool:
    """A file names itself and, if it is a source, its translations."""
    files = {sheet.path for sheet in sheets}
    if path in files:
        sheet = next(each for each in sheets if each.path == path)
        mine = {each.path for each in sheets if each.name == sheet.name}
        return spot == path or (spot in mine and sheet.meta.get("source", "en") == sheet.lang)
    return spot in files


def _page(root: Path, tree: Tree, name: str, findings: Findings, *, information: bool) -> Iterator[PageState]:
    sheets, source_lang = tree.sheets[name], tree.sources[name]
    for sheet in sheets.values():
        if sheet.readable:
            findings.faults += sheet.troubles
    source = sheets.get(source_lang)
    if source is None:
        yield from _without_source(name, source_lang, tree, findings)
        return
    if source.readable and tree.knowledge:
        findings.faults += examine_sheet(source, tree.knowledge, source=True)
    title = source.meta.get("title") or (source.sections[0].title if source.sections else "") or name
    yield PageState(name, source_lang, source_lang, source.path, source.path, State.CURRENT, (), title)
    known = any(record_path(root, name, lang).is_file() for lang in tree.langs)
    prints = dict(section_prints(source)) if known else section_keys(source)
    wanted = _wanted(source)
    for lang in tree.langs:
        if lang == source_lang:
            continue
        if lang not in wanted:
            yield PageState(name, lang, source_lang, _path(source, lang), source.path, State.NOT_NEEDED, (), title)
            continue
        yield _translation(root, tree, (source, sheets.get(lang), lang), prints, findings, information=information)


def _wanted(source: Sheet) -> tuple[str, ...]:
    """``translate: false`` or ``translate: [ru]`` in the front matter of the source says which languages are needed."""
    said = [entry.said for entry in source.front if entry.route.split("[")[0] == "translate"]
    if said and said[0].lower() in ("false", "no", "off"):
        return ()
    listed = tuple(each for each in said if each in ("uz", "ru", "en"))
    return listed or ("uz", "ru", "en")


def _path(source: Sheet, lang: str) -> str:
    if source.labels:
        return source.path
    if source.path.startswith("docs/"):
        return f"docs/{lang}/" + source.path.split("/", 2)[2]
    return source.path.rsplit("/", 1)[0] + f"/{lang}.md"


def _without_source(name: str, source_lang: str, tree: Tree, findings: Findings) -> Iterator[PageState]:
    for lang, sheet in tree.sheets[name].items():
        if source_lang in tree.langs or not name.startswith("docs/"):
            near = _near(name, source_lang, tree)
            findings.faults.append(Fault("TR102", sheet.spot(), {"source": source_lang, "near": near or "–"}))
        if sheet.readable and tree.knowledge:
            findings.faults += examine_sheet(sheet, tree.knowledge, source=False)
        yield PageState(name, lang, source_lang, sheet.path, "", State.DIFFERS, (), sheet.meta.get("title", name))


def _near(name: str, lang: str, tree: Tree) -> str:
    """A page that is there in the source language and not here, with nearly the same name."""
    last = name.rsplit("/", 1)[-1].lower()
    for other, sheets in tree.sheets.items():
        if (
            lang in sheets
            and other != name
            and other.rsplit("/", 1)[-1].lower().replace("_", "-") == last.replace("_", "-")
        ):
            return sheets[lang].path
    return ""


def _translation(
    root: Path, tree: Tree, trio: tuple[Sheet, Sheet | None, str], prints: dict[str, tuple[tuple[str, str], ...]],
    findings: Findings, *, information: bool,
) -> PageState:  # fmt: skip
    source, target, lang = trio
    title = source.meta.get("title", source.name)
    missing = tuple(SectionState(s.key, "", State.MISSING, 1, s.line, s.title) for s in source.sections if s.level)
    state = PageState(source.name, lang, source.lang, _path(source, lang), source.path, State.MISSING, missing, title)
    if target is None or (target.labels and not target.sections):
        findings.faults.append(Fault("TR101", Spot(state.path), {"lang": lang, "source": source.path}, source.spot()))
        return state
    if not target.readable or not source.readable or tree.knowledge is None:
        return state
    words = [any(section.blocks for section in sheet.sections) for sheet in (source, target)]
    if words == [True, False]:
        findings.faults.append(Fault("TR103", target.spot(), {"source": source.path}, source.spot()))
        return PageState(source.name, lang, source.lang, target.path, source.path, State.EMPTY, missing, title)
    pair = pair_up(source, target)
    findings.pairs[source.name, lang] = pair
    shape, content = examine_pair(pair, tree.knowledge)
    differing = {fault.spot.line for fault in shape}
    accepted = read_record(root, source.name, lang, source.lang)
    sections = section_states(pair, prints, accepted, differing, tree.knowledge)
    found = [
        *shape,
        *content,
        *state_faults(pair, sections),
        *examine_sheet(target, tree.knowledge, source=False),
    ]
    findings.faults += _without_echoes(found, sections)
    if information:
        findings.faults += absent(pair, tree.knowledge)
    worst = min((section.state for section in sections), key=lambda each: each.rank, default=State.DRAFT)
    return PageState(
        source.name,
        lang,
        source.lang,
        target.path,
        source.path,
        worst,
        sections,
        target.meta.get("title", title),
    )


def _without_echoes(faults: list[Fault], sections: tuple[SectionState, ...]) -> Iterator[Fault]:
    """A section that is empty or not translated is said once, not once for each of its blocks."""
    whole = {section.line for section in sections if section.state in (State.EMPTY, State.UNTRANSLATED)}
    starts = sorted(section.line for section in sections)
    page = any(fault.code in ("LA201", "LA202") for fault in faults)
    for fault in faults:
        home = max((start for start in starts if start <= fault.spot.line), default=0)
        echo = home in whole and fault.code in ("PA201", "LA203", "PA902", "PA905")
        if not echo and not (page and fault.code in ("LA203", "LA204", "LA102", "LA103", "TR105", "PA901")):
            yield fault
