"""The guide for contributors names everything an author may write."""

import dataclasses
import re
from typing import Any

import pytest
from conftest import ROOT

from ahil.cli import VERBS
from ahil.load.curriculum import REGISTERS
from ahil.load.watch import LISTS
from ahil.model.handout import HandoutFacts
from ahil.model.module import (
    BLOCKS,
    SECTIONS,
    Covers,
    Group,
    GroupForm,
    Material,
    Minutes,
    ModuleFacts,
    Objective,
    Phase,
    Step,
)
from ahil.model.path import Bridge, PathBlock, PathDay
from ahil.model.register import Forbidden, Reference
from ahil.model.text import Front
from ahil.model.worksheet import Column, Field, FieldKind, Option, WorksheetFacts
from ahil.rules.source.marks import MARKS
from ahil.rules.source.marks import REGISTERS as SHOWN
from ahil.rules.source.targets import KINDS

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
WRITTEN = [
    Front, ModuleFacts, Objective, Step, Covers, Group, HandoutFacts, WorksheetFacts, Field, Column, Option, Minutes, PathDay,
    PathBlock, Bridge, Forbidden, Reference, *REGISTERS.values(), *LISTS.values(),
]  # fmt: skip
TYPED = {"first": "from", "last": "to"}


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.__name__)
def test_every_key_is_documented(kind: Any) -> None:
    names = [TYPED.get(field.name, field.name) for field in dataclasses.fields(kind)]
    assert [name for name in names if f"`{name}`" not in GUIDE] == []


@pytest.mark.parametrize("block", sorted(BLOCKS))
def test_every_block_is_documented(block: str) -> None:
    assert f"| `{block}` |" in GUIDE


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_every_mark_is_documented(mark: str) -> None:
    assert re.search(rf"`\{{\{{ {mark}\b", GUIDE)


@pytest.mark.parametrize("word", [*(f"`{one}`" for one in (*SHOWN[1:], *SECTIONS)), *(f"`{kind}:`" for kind in KINDS)])
def test_every_register_section_and_kind_of_link_is_documented(word: str) -> None:
    assert word in GUIDE


@pytest.mark.parametrize("choice", [*Phase, *GroupForm, *Material, *FieldKind])
def test_every_choice_is_documented(choice: str) -> None:
    assert re.search(rf"\b{choice}\b", GUIDE)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_stands_in_the_readme(verb: str) -> None:
    assert re.search(rf"`python3 run\.py {verb}\b", (ROOT / "README.md").read_text("utf-8"))


def test_every_picture_of_the_readme_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert pictures and all((ROOT / picture).is_file() for picture in pictures)
