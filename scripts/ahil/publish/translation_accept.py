"""Acceptance is an act of a person: nothing else writes under ``translations/``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ahil.load.fingerprint import section_prints
from ahil.model.spot import Fault
from ahil.model.translation import Accepted, PageState, State
from ahil.publish.translation_records import FOLDER, read_record, record_path, texts_path, write_record
from ahil.publish.translation_tree import LANGS, Tree, read_tree
from ahil.publish.translations import Findings, examine

_BLOCKING = ("PA1", "PA2", "PA3", "PA4", "TR1", "TR2", "LA20")
_HARMLESS = ("TR107",)


@dataclass(slots=True)
class Accepting:
    """What came of it: pages accepted with the number of sections, and those refused with their faults."""

    accepted: list[tuple[PageState, int]] = field(default_factory=list)
    refused: list[tuple[PageState, list[Fault]]] = field(default_factory=list)
    idle: list[PageState] = field(default_factory=list)


def accept(
    root: Path,
    path: str = "",
    section: str = "",
    ask: Callable[[PageState, Findings], bool] = lambda page, found: True,
) -> Accepting:
    """Accept the translations in ``path`` (all without one), or one section; ``ask`` is called before each page."""
    tree, findings, outcome = read_tree(root), examine(root, path), Accepting()
    for page in findings.coverage.pages:
        if page.lang == page.source or page.state in (State.MISSING, State.NOT_NEEDED) or not _named(page, path):
            continue
        if (page.name, page.lang) not in findings.pairs:
            outcome.refused.append((page, _faults(page, findings, "")))
        elif faults := _faults(page, findings, section):
            outcome.refused.append((page, faults))
        elif _open(page, section) and ask(page, findings):
            outcome.accepted.append((page, _write(root, tree, page, section)))
        else:
            outcome.idle.append(page)
    return outcome


def _named(page: PageState, path: str) -> bool:
    return path in (
        "",
        page.path,
        page.source_path,
        page.name,
        page.name.removeprefix("docs/"),
    ) or page.path.startswith(path.rstrip("/") + "/")


def _open(page: PageState, section: str) -> bool:
    return (
        any(
            each.state in (State.DRAFT, State.STALE, State.DIFFERS)
            for each in page.sections
            if section in ("", each.key)
        )
        or not page.sections
    )


def _faults(page: PageState, findings: Findings, section: str) -> list[Fault]:
    """Structural faults of the page, or of one section."""
    faults = [
        fault for fault in findings.faults
        if fault.spot.path == page.path and fault.code.startswith(_BLOCKING) and fault.code not in _HARMLESS
    ]  # fmt: skip
    if not section:
        return faults
    starts = sorted(each.line for each in page.sections)
    start = next((each.line for each in page.sections if each.key == section), 0)
    end = next((line for line in starts if line > start), 10**9)
    return [fault for fault in faults if start <= fault.spot.line < end]


def _write(root: Path, tree: Tree, page: PageState, section: str) -> int:
    source = tree.sheets[page.name][page.source]
    now = {key: tuple(print_ for print_, _ in said) for key, said in section_prints(source)}
    before = read_record(root, page.name, page.lang, page.source)
    kept = {key: record.prints for key, record in before.items() if key in now}
    chosen = {key: prints for key, prints in now.items() if section in ("", key)}
    merged = {key: chosen.get(key, kept.get(key)) for key in now}
    write_record(root, source, page.lang, {key: prints for key, prints in merged.items() if prints is not None}, LANGS)
    return len(chosen)


def accept_cosmetic(root: Path, path: str, section: str = "") -> list[str]:
    """A change of a source that changes no meaning: every translation that was accepted stays so."""
    tree, done = read_tree(root), []
    for name, sheets in tree.sheets.items():
        source = sheets.get(tree.sources[name])
        if source is None or path not in (source.path, name, name.removeprefix("docs/")):
            continue
        now = {key: tuple(print_ for print_, _ in said) for key, said in section_prints(source)}
        for lang in LANGS:
            before = read_record(root, name, lang, source.lang)
            if before and lang != source.lang:
                write_record(root, source, lang, _still(now, before, section), LANGS)
                done.append(record_path(root, name, lang).relative_to(root).as_posix())
    return done


def _still(now: dict[str, tuple[str, ...]], before: dict[str, Accepted], section: str) -> dict[str, tuple[str, ...]]:
    whole = len(before) >= len(now)
    merged = {}
    for key, prints in now.items():
        if section in ("", key) and (key in before or whole):
            merged[key] = prints
        elif key in before:
            merged[key] = before[key].prints
    return merged


def move(root: Path, old: str, new: str) -> list[tuple[str, str]]:
    """Move a page in every language with what was accepted; files moved by hand already are left where they are."""
    pairs = [(root / a, root / b) for lang in LANGS for a, b in [_paths(lang, old, new)]]
    names = _name(old), _name(new)
    for lang in LANGS:
        pairs.append((record_path(root, names[0], lang), record_path(root, names[1], lang)))
        pairs.append((texts_path(root, names[0], lang), texts_path(root, names[1], lang)))
    moving = [(a, b) for a, b in pairs if a.is_file()]
    taken = [b for _, b in moving if b.exists()]
    if taken:
        raise FileExistsError(taken[0].relative_to(root).as_posix())
    for a, b in moving:
        b.parent.mkdir(parents=True, exist_ok=True)
        a.rename(b)
    return [(a.relative_to(root).as_posix(), b.relative_to(root).as_posix()) for a, b in moving]


def _name(path: str) -> str:
    """The name of a page from any way to write it."""
    path = path.removesuffix(".md").strip("/")
    parts = path.split("/")
    if parts[0] == "docs" and len(parts) > 2 and parts[1] in LANGS:
        return "/".join(["docs", *parts[2:]])
    if parts[0] in ("modules", "handouts"):
        return "/".join(parts[:2])
    return path if parts[0] in ("docs", "worksheets", "data") else f"docs/{path}"


def _paths(lang: str, old: str, new: str) -> tuple[str, str]:
    return _file(_name(old), lang), _file(_name(new), lang)


def _file(name: str, lang: str) -> str:
    room, _, rest = name.partition("/")
    return f"docs/{lang}/{rest}.md" if room == "docs" else f"{name}/{lang}.md"


def records(root: Path) -> Iterable[Path]:
    """Every file of records."""
    return sorted((root / FOLDER).rglob("*.*"))
