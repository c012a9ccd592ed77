"""The pages of a tree in every language, as sheets: docs, modules, handouts, and labels in YAML."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ahil.load.blocks import read_sheet
from ahil.load.inline import inline_reader
from ahil.load.labels import read_labels
from ahil.load.language import identify, lemmas
from ahil.load.lexicon import read_lexicon
from ahil.load.quantities import quantity_reader
from ahil.load.scan import Inline
from ahil.load.terms import read_terms
from ahil.model.blocks import Sheet
from ahil.model.lexicon import Knowledge, Lexicon
from ahil.model.spot import Fault, Spot
from ahil.publish.wording import our_data
from ahil.rules.translation.apostrophes import learn
from ahil.rules.translation.marks import Marks
from ahil.rules.translation.wording import conflicts

LANGS = ("uz", "ru", "en")
_OURS = ("modules", "handouts")
_SKIPPED = ("glossary.yml", "pages.yml", "edition.yml")


@dataclass(slots=True)
class Tree:
    """Every sheet by the name of its page and its language; files by path, for what links name."""

    sheets: dict[str, dict[str, Sheet]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    langs: tuple[str, ...] = LANGS
    faults: list[Fault] = field(default_factory=list)
    knowledge: Knowledge | None = None


@cache
def lexicon() -> Lexicon:
    """Our word lists."""
    folder = our_data() / "language"
    return read_lexicon(
        *((folder / name).read_text("utf-8") for name in ("lexicon.yml", "english.txt", "apostrophes.txt"))
    )


@cache
def reader() -> Inline:
    """The reader of words with what stands among them; it remembers equal texts."""
    return inline_reader(quantity_reader(lexicon()))


def read_tree(root: Path) -> Tree:
    """Read all there is; what cannot be read is a fault and hides nothing else."""
    tree = Tree()
    files: set[str] = set()
    for lang, path in _pages(root, files):
        name = path.split("/", 2)[2].removesuffix(".md") if path.startswith("docs/") else path.rsplit("/", 1)[0]
        name = f"docs/{name}" if path.startswith("docs/") else name
        tree.sheets.setdefault(name, {})[lang] = _sheet(root, path, name, lang, tree)
    for path in _registers(root):
        text = _text(root / path, path, tree)
        for lang, sheet in read_labels(path, text, reader()).items() if text else ():
            tree.sheets.setdefault(sheet.name, {})[lang] = sheet
    tree.langs = tuple(lang for lang in LANGS if (root / "docs" / lang).is_dir()) or LANGS
    glossary = root / "data" / "glossary.yml"
    terms = read_terms(_text(glossary, "data/glossary.yml", tree)) if glossary.is_file() else ()
    uzbek = [sheets["uz"] for sheets in tree.sheets.values() if "uz" in sheets]
    tree.knowledge = Knowledge(
        lexicon(), terms, identify, lemmas, frozenset(files), Marks(lexicon()), learn(uzbek, lexicon())
    )
    tree.sources = {name: _source(root, name, sheets, tree) for name, sheets in tree.sheets.items()}
    return tree


def _pages(root: Path, files: set[str]) -> Iterator[tuple[str, str]]:
    for lang in LANGS:
        for folder, names, entries in os.walk(root / "docs" / lang):
            names.sort()
            below = Path(folder).relative_to(root).as_posix()
            files.update(f"{below}/{entry}" for entry in entries)
            yield from ((lang, f"{below}/{entry}") for entry in sorted(entries) if entry.endswith(".md"))
    for room in _OURS:
        for house in sorted((root / room).glob("*/")):
            for lang in LANGS:
                if (house / f"{lang}.md").is_file():
                    yield lang, f"{room}/{house.name}/{lang}.md"


def _registers(root: Path) -> Iterator[str]:
    for room in ("worksheets", "data"):
        for path in sorted((root / room).glob("*.yml")):
            if path.name not in _SKIPPED:
                yield f"{room}/{path.name}"


def _text(path: Path, name: str, tree: Tree) -> str:
    try:
        data = path.read_bytes()
    except OSError:
        tree.faults.append(Fault("TR208", Spot(name)))
        return ""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        tree.faults.append(
            Fault("TR201", Spot(name, line), {"byte": f"{data[error.start]:02X}", "guess": _guess(data)})
        )
        return ""


def _guess(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    high = [byte for byte in data if byte >= 0x80]
    return "Windows-1251" if sum(byte >= 0xC0 for byte in high) > 0.7 * len(high) else "?"


def _sheet(root: Path, path: str, name: str, lang: str, tree: Tree) -> Sheet:
    unread = len(tree.faults)
    text = _text(root / path, path, tree)
    if len(tree.faults) > unread:
        return Sheet(path, name, lang, readable=False)
    if "<<<<<<<" in text or ">>>>>>>" in text:
        tree.faults += [Fault("TR202", Spot(path, line)) for line in conflicts(text)]
    try:
        return read_sheet(path, name, lang, text, reader())
    except Exception as error:
        tree.faults.append(Fault("TR209", Spot(path), {"kind": type(error).__name__}))
        return Sheet(path, name, lang, readable=False)


def _source(root: Path, name: str, sheets: Mapping[str, Sheet], tree: Tree) -> str:
    """The language a page was first written in: what it says, what its data file says, or English."""
    said = {lang: source for lang, sheet in sheets.items() if (source := sheet.meta.get("source", "")) in LANGS}
    if len(set(said.values())) > 1:
        lang = sorted(said)[0]
        other = next(lang for lang in sorted(said) if said[lang] != said[sorted(said)[0]])
        tree.faults.append(
            Fault(
                "TR206",
                Spot(sheets[lang].path),
                {"one": said[lang], "two": said[other]},
                Spot(sheets[other].path),
            )
        )
    if said:
        return next(iter(said.values()))
    facts = root / name / f"{name.split('/')[0].removesuffix('s')}.yml"
    if name.startswith(_OURS) and facts.is_file():
        found = re.search(r"^source:\s*(\w+)", facts.read_text("utf-8", errors="replace"), re.M)
        return found[1] if found and found[1] in LANGS else "en"
    return "en"
