"""Hundreds of kinds of planted faults, each on a page of a realistic tree, and as many constructs that are right."""

import shutil
from pathlib import Path

import pytest

from ahil.publish.translations import examine

CASES = Path(__file__).resolve().parents[1] / "cases" / "translations"
LANGS = ("en", "ru", "uz")


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("# ")]
    return [[cell.encode("latin-1", "backslashreplace").decode("unicode_escape") for cell in row] for row in cells]


FAULTS = rows("broad.tsv")


def test_the_tree_is_clean() -> None:
    assert [(fault.code, str(fault.spot)) for fault in examine(CASES / "broad").faults] == []


@pytest.mark.parametrize("row", FAULTS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_a_fault_is_found(tmp_path: Path, row: list[str]) -> None:
    _, lang, page, text, instead = row
    for each in LANGS:
        shutil.copytree(CASES / "broad" / "docs" / each / "guide", tmp_path / "docs" / each / "guide")
        for other in (tmp_path / "docs" / each / "guide").glob("*.md"):
            if other.stem != page:
                other.unlink()
    shutil.copytree(CASES / "broad" / "data", tmp_path / "data")
    path = tmp_path / "docs" / lang / "guide" / f"{page}.md"
    whole = path.read_text("utf-8")
    assert whole.count(text) == 1
    path.write_text(whole.replace(text, instead), "utf-8")
    assert [
        fault.code for fault in examine(tmp_path).faults if fault.spot.path == path.relative_to(tmp_path).as_posix()
    ]


def test_there_are_many_kinds() -> None:
    assert len({row[0] for row in FAULTS}) > 350


def test_what_is_right_is_left_alone(tmp_path: Path) -> None:
    """Each construct on a page of its own, of one tree."""
    constructs = rows("constructs.tsv")
    heads = dict(zip(LANGS, ("Words of others", "Чужие слова", "Boshqalarning soʻzlari"), strict=True))
    ends = {
        "en": "We sit in a circle, and each of us says one thing. Nobody interrupts. The end is near.",
        "ru": "Мы сидим в кругу, и каждый говорит одну мысль. Никто не перебивает. Конец уже близко.",
        "uz": "Biz davra boʻlib oʻtiramiz va har birimiz bitta fikr aytamiz. Hech kim boʻlmaydi. Oxiri yaqin qoldi.",
    }
    for name, *texts in constructs:
        for lang, text in zip(LANGS, texts, strict=True):
            path = tmp_path / "docs" / lang / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"# {heads[lang]} {{#words}}\n\n{ends[lang]}\n\n{text}\n\n{heads[lang]}.\n", "utf-8")
    assert len(constructs) > 150
    assert [(fault.code, str(fault.spot), dict(fault.gaps)) for fault in examine(tmp_path).faults] == []
