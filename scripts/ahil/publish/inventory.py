"""What the rules know besides the curriculum: all files by size, the data files as typed, the word lists."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from ahil.load.spellings import FILES, read_spellings
from ahil.load.watch import LISTS, RUNS, read_watch
from ahil.model.alphabet import Spellings
from ahil.model.spot import Fault
from ahil.model.watch import Watch
from ahil.publish.tree import ROOMS
from ahil.publish.wording import our_data
from ahil.render.uzbek.doubt import doubts
from ahil.render.uzbek.words import Speller


def sizes(root: Path) -> dict[str, int]:
    """Every file below the content folders, by its path with ``/``; links are not followed."""
    found: dict[str, int] = {}
    for room in ROOMS:
        for path in sorted((root / room).rglob("*")):
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                found[path.relative_to(root).as_posix()] = path.stat().st_size
    return found


def data_texts(root: Path, names: dict[str, int]) -> dict[str, str]:
    """The YAML files as their authors typed them; what is not text is left out, it is a fault of loading."""
    found: dict[str, str] = {}
    for name in names:
        if name.endswith(".yml") and not name.startswith("data/messages/"):
            found[name] = (root / name).read_text("utf-8", errors="replace")
    return found


def watch(root: Path) -> tuple[Watch, list[Fault]]:
    """The word lists of the project, or our own where it has none."""
    texts = {name: _own_or_ours(root, name) for name in (*(f"{name}.yml" for name in LISTS), RUNS)}
    watched, faults = read_watch(texts)
    spelled, more = spellings(root)
    return replace(watched, doubts=partial(doubts, speller=Speller(spelled))), faults + more


def spellings(root: Path) -> tuple[Spellings, list[Fault]]:
    """How Uzbek words are written in Cyrillic where their Latin letters do not tell."""
    return read_spellings({f"data/uzbek/{name}": _own_or_ours(root, f"uzbek/{name}") for name in FILES})


def _own_or_ours(root: Path, name: str) -> str:
    places = (root / "data" / name, our_data() / name)
    return next((path.read_text("utf-8", errors="replace") for path in places if path.is_file()), "")
