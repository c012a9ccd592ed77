"""What tests share: a small whole tree, the real content built once, and the words planted to be looked for."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from ahil.publish.reading import Reading, read

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests" / "tiny"
CONTENT = ("docs", "modules", "handouts", "worksheets", "data", "translations")

CANARY = "zqkanarka"
CANARY_IN_CYRILLIC = "зқканарка"
"""Planted in what only trainers may read; no learner's copy may hold it, in any form."""


def run_ahil(*words: str, root: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """The command as a person runs it; never raises."""
    command = [sys.executable, "-m", "ahil", *words]
    return subprocess.run(
        command, cwd=root, env={**os.environ, **env}, capture_output=True, text=True, check=False, timeout=900
    )


def lay_tree(source: Path, root: Path) -> Path:
    """A tree that can be built: content of ``source``, the project's own theme, and the shared memory of print."""
    for name in CONTENT:
        if (source / name).is_dir():
            shutil.copytree(source / name, root / name)
    if source != ROOT:
        (root / "data").mkdir(exist_ok=True)
    for name in ("theme", "mkdocs.yml"):
        (root / name).symlink_to(ROOT / name)
    (ROOT / ".cache").mkdir(exist_ok=True)
    (root / ".cache").symlink_to(ROOT / ".cache")
    return root


@pytest.hookimpl(tryfirst=True)  # before the workers are told the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share something dear to make are run by one worker: a file's, or those of a whole folder.

    The long look of axe comes first and has the site built; what needs the site too comes last, so that no worker waits.
    """
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        place = item.path.relative_to(ROOT / "tests")
        name = place.parts[0] if place.parts[0] in {"packs", "print"} else str(place)
        item.add_marker(pytest.mark.xdist_group(name))
        groups.setdefault(name, []).append(item)

    def turn(name: str) -> int:
        if name == str(Path("browser", "test_access.py")):
            return 0
        return 1 + any({"built", "site"} & set(getattr(item, "fixturenames", ())) for item in groups[name])

    items[:] = [item for name in sorted(groups, key=turn) for item in groups[name]]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the small tree, to be changed."""
    return lay_tree(TINY, tmp_path / "tiny")


@pytest.fixture(scope="session")
def whole() -> Reading:
    """The real content, read once."""
    return read(ROOT, date(2026, 11, 22))


@dataclass(frozen=True)
class Built:
    """The real content, built once for the whole run, with canaries planted in one ordinary and one sensitive module."""

    root: Path
    said: str
    code: int

    @property
    def site(self) -> Path:
        """The web site."""
        return self.root / "site"

    @property
    def dist(self) -> Path:
        """The copies to carry."""
        return self.root / "dist"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """Build everything that is published, as it will be published; once, however many workers test it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    told = shared / "built.json"
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            made = build_with_canaries(shared / "built")
            told.write_text(json.dumps([str(made.root), made.said, made.code]), "utf-8")
    root, said, code = json.loads(told.read_text("utf-8"))
    return Built(Path(root), said, code)


def build_with_canaries(folder: Path) -> Built:
    """The real content, with canaries planted, built in ``folder``."""
    folder.mkdir()
    root = lay_tree(ROOT, folder / "ahil")
    shutil.rmtree(root / "translations", ignore_errors=True)  # planted words are no change that translators owe
    for module in ("conflict-analysis", "safe-response"):
        for path in sorted((root / "modules" / module).glob("*.md")):
            path.write_text(planted(path.read_text("utf-8")), "utf-8")
    done = run_ahil("build", root=root)
    return Built(root, done.stdout + done.stderr, done.returncode)


@pytest.fixture(scope="session")
def built_site(built: Built) -> Path:
    """The web site of the whole content."""
    assert (built.site / "index.html").is_file(), built.said
    return built.site


def planted(text: str) -> str:
    """The words with a canary in every trainer's block, answer and section, and none elsewhere."""
    lines = []
    for line in text.split("\n"):
        lines.append(line)
        if line.startswith(("/// trainer", "/// answer", "//// trainer", "//// answer")):
            lines.append(f"\n{CANARY} ")
        elif line.startswith("## ") and line.rstrip().endswith(
            ("{ #you-need }", "{ #short }", "{ #variations }", "{ #notes }")
        ):
            lines.append(f"\n{CANARY}\n")
    return "\n".join(lines)
