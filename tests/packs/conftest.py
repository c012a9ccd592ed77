"""The packs of the small tree, with canaries planted, each format made once in each language."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from conftest import TINY, lay_tree, planted

from ahil.model.lang import Lang
from ahil.publish.packs.room import PackRoom
from ahil.publish.packs.room_of import room_of

Made = Callable[[str, Lang], dict[str, bytes]]


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> PackRoom:
    root = lay_tree(TINY, tmp_path_factory.mktemp("packs") / "tiny")
    for path in sorted((root / "modules").glob("*/*.md")):
        path.write_text(planted(path.read_text("utf-8")), "utf-8")
    return room_of(root)


@pytest.fixture(scope="session")
def made(room: PackRoom) -> Made:
    @cache
    def make(name: str, lang: Lang) -> dict[str, bytes]:
        return {one.name: one.content for one in import_module(f"ahil.publish.packs.{name}").make(room, lang)}

    return make


@pytest.fixture(scope="session")
def look() -> Callable[..., dict[str, Any]]:
    """What a browser saw; in a process of its own, for the tests of the site hold the only one a process may have."""

    def seen(kind: str, place: Path) -> dict[str, Any]:
        command = [sys.executable, str(Path(__file__).with_name("look.py")), kind, str(place)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    return seen
