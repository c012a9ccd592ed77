"""Worksheets as forms: T3 (their own font, typed text shown, ticks shown), names in the reader's language."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Name, String

from ahil.model.lang import Lang
from ahil.publish.pdf import print_all
from ahil.publish.pdf_shop import our_shop
from ahil.render.form_font import form_font
from print.print_samples import INTERFACES, sheet

TYPED = "Oʻzbekiston gʻoya maʼno, Ғаллаорол, Қўқон, ҳар куни № 5, ёлка, şehr ç ö ğ"


def fields(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any | None]]:
    for field in pdf.Root.AcroForm.Fields:
        yield field, None
        for kid in field.get("/Kids", Array()):
            yield kid, field


def test_fields_are_named_in_the_readers_language(printed: Path) -> None:
    said = {
        Lang.EN: {
            "Problem",
            "Causes, row 2: Cause",
            "Who: men",
            "Grid, Women: What",
            "Safe?",
            "Safe?: 5",
            "Causes, row 1: Kind: old",
        },
        Lang.RU: {"Проблема", "Причины, строка 2: Причина", "Кто: мужчины", "Безопасно?: 5"},
        Lang.UZ: {"Muammo", "Sabablar, 2-qator: Sabab", "Kim: erkaklar", "Xavfsizmi?: 5"},
    }
    for lang in Lang:
        with pikepdf.open(printed / f"print/{lang}/w99.pdf") as pdf:
            named = [str(field.TU) for field, _ in fields(pdf)]
        assert said[lang] <= set(named)
        assert len(named) == len(set(named)) == 17


def test_a_group_of_choices_is_one_field(printed: Path) -> None:
    with pikepdf.open(printed / "print/uz/w99.pdf") as pdf:
        own = [field for field, parent in fields(pdf) if parent is None]
        [group] = [field for field in own if "/Kids" in field]
        assert len(group.Kids) == 5 and all("/T" not in kid for kid in group.Kids)
        assert len({str(field.T) for field in own}) == len(own)
        ticks = [field for field, _ in fields(pdf) if field.get("/FT") == Name.Btn]
        assert all(str(field.DA) == "/ZaDb 0 Tf 0 g" for field in ticks) and len(ticks) == 10
        assert "/ZaDb" in pdf.Root.AcroForm.DR.Font


def test_typed_text_is_shown(printed: Path, tmp_path: Path, text_of: Callable[..., str]) -> None:
    with pikepdf.open(printed / "print/uz/w99.pdf") as pdf:
        for field, _ in fields(pdf):
            if str(field.get("/T", "")) in ("w99-problem", "w99-story"):
                field.V = String(TYPED)
        pdf.save(tmp_path / "typed.pdf")
    read = " ".join(text_of(tmp_path / "typed.pdf", "-raw").split())
    assert read.count(TYPED) == 2
    fonts = subprocess.run(["pdffonts", str(tmp_path / "typed.pdf")], capture_output=True, check=True, text=True).stdout
    assert "Ahil-Form" in fonts and "Helvetica" not in fonts and "Dingbats" not in fonts


def test_a_ticked_box_is_shown(printed: Path, tmp_path: Path) -> None:
    with pikepdf.open(printed / "print/en/w99.pdf") as pdf:
        for field, _ in fields(pdf):
            if str(field.get("/T", "")) == "w99-who-women":
                field.V = field.AS = Name.on
        pdf.save(tmp_path / "ticked.pdf")
    assert picture(printed / "print/en/w99.pdf") != picture(tmp_path / "ticked.pdf")


def picture(path: Path) -> bytes:
    return subprocess.run(["pdftoppm", "-r", "50", "-gray", str(path)], capture_output=True, check=True).stdout


def test_the_form_font_is_made_by_its_recipe_and_small() -> None:
    fonts = our_shop().theme / "fonts"
    made = form_font((fonts / "SourceSans3-Regular.ttf").read_bytes())
    assert made == (fonts / "AhilForm-Regular.ttf").read_bytes()
    assert len(made) < 40_000


def test_forms_stay_small(printed: Path) -> None:
    assert all(path.stat().st_size < 80_000 for path in printed.glob("print/*/w99.pdf"))


def test_lines_are_high_enough_to_write_on(printed: Path) -> None:
    with pikepdf.open(printed / "print/uz/w99.pdf") as pdf:
        for field, _ in fields(pdf):
            if field.get("/FT") == Name.Tx:
                height = abs(float(field.Rect[3]) - float(field.Rect[1])) * 25.4 / 72
                rows = 3 if str(field.T) == "w99-story" else 1
                assert height >= 7.9 * rows, (str(field.T), height)


@pytest.mark.parametrize(
    ("paper", "orientation", "size"), [("A3", "landscape", (1191, 842)), ("A4", "landscape", (842, 595))]
)
def test_sheets_have_their_paper(paper: str, orientation: str, size: tuple[int, int], tmp_path: Path) -> None:
    [made] = print_all([sheet(Lang.RU, paper=paper, orientation=orientation)], tmp_path, tmp_path / "cache")
    with pikepdf.open(tmp_path / made.name) as pdf:
        boxes = {tuple(round(float(edge)) for edge in page.MediaBox[2:]) for page in pdf.pages}
    assert boxes == {size}
    assert made.faults == ()


def test_a_sheet_that_takes_too_many_sides_is_a_fault(tmp_path: Path) -> None:
    many = {
        "id": "long",
        "kind": "table",
        "rows": "90",
        "columns": [{"id": "a", "label": {"en": "a", "ru": "a", "uz": "a"}}],
    }
    label = {"en": "Long", "ru": "Long", "uz": "Long"}
    [made] = print_all([sheet(Lang.EN, fields=[many | {"label": label}])], tmp_path, tmp_path / "cache")
    assert [(fault.code, fault.gaps["most"]) for fault in made.faults] == [("PR102", 2)] and made.pages > 2


def test_every_interface_can_name_a_row() -> None:
    assert [INTERFACES[lang].say("print.row", number=2) for lang in Lang] == ["2-qator", "строка 2", "row 2"]
