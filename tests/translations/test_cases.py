"""Every fault of ``faults.tsv`` is found under its code; nothing of ``rights.tsv`` is; the clean tree is silent."""

import shutil
from pathlib import Path

import pytest

from ahil.publish.translations import examine
from ahil.publish.wording import messages

CASES = Path(__file__).resolve().parents[1] / "cases" / "translations"
PAGE = "guide/session.md"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [[cell.encode("latin-1", "backslashreplace").decode("unicode_escape") for cell in row] for row in cells]


@pytest.fixture(name="tree")
def _tree(tmp_path: Path) -> Path:
    shutil.copytree(CASES / "tree", tmp_path / "tree")
    return tmp_path / "tree"


def plant(tree: Path, lang: str, text: str, instead: str) -> str:
    path = tree / "docs" / lang / PAGE
    whole = path.read_text("utf-8")
    assert text in whole, f"not in {lang}: {text}"
    path.write_text(whole.replace(text, instead), "utf-8")
    return path.relative_to(tree).as_posix()


def test_the_clean_tree_is_silent(tree: Path) -> None:
    assert examine(tree).faults == []


@pytest.mark.parametrize("row", rows("faults.tsv"), ids=lambda row: f"{row[3]}-{row[0]}-{row[2][:20]!r}")
def test_a_fault_is_found(tree: Path, row: list[str]) -> None:
    lang, text, instead, code = row
    path = plant(tree, lang, text, instead)
    found = [fault.code for fault in examine(tree).faults if fault.spot.path == path]
    assert [each for each in found if each.startswith(code)], found


@pytest.mark.parametrize("row", rows("rights.tsv"), ids=lambda row: f"{row[0]}-{row[2][:30]!r}")
def test_what_is_right_is_left_alone(tree: Path, row: list[str]) -> None:
    plant(tree, *row)
    assert [(fault.code, str(fault.spot), dict(fault.gaps)) for fault in examine(tree).faults] == []


def test_every_code_is_worded_in_three_languages() -> None:
    ours = {code: message for code, message in messages().items() if code[:2] in ("TR", "PA", "LA", "TE")}
    assert len(ours) > 90
    for code, message in ours.items():
        assert set(message.what) == set(message.do) == {"en", "ru", "uz"}, code
