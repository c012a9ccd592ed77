"""What the rules know besides the curriculum: all files by size, the data files as typed, the word lists."""

from pathlib import Path

from ahil.load.watch import LISTS, RUNS, read_watch
from ahil.model.spot import Fault
from ahil.model.watch import Watch
from ahil.publish.tree import ROOMS
from ahil.publish.wording import our_data


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
    wanted = [*(f"{name}.yml" for name in LISTS), RUNS]
    places = {name: (root / "data" / name, our_data() / name) for name in wanted}
    texts = {
        name: next((path.read_text("utf-8", errors="replace") for path in both if path.is_file()), "")
        for name, both in places.items()
    }
    return read_watch(texts)
