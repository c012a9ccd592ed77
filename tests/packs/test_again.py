"""The same tree gives the same packs, byte for byte; an archive for Kiwix alone gets a number of its own each time."""

from importlib import import_module

import pytest

from ahil.model.lang import Lang
from ahil.publish.packs.packing import FORMATS
from ahil.publish.packs.room import PackRoom
from packs.conftest import Made


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "zim"])
def test_two_runs_are_one(made: Made, room: PackRoom, name: str) -> None:
    lang = Lang.RU
    again = {one.name: one.content for one in import_module(f"ahil.publish.packs.{name}").make(room, lang)}
    assert again == made(name, lang) and again
