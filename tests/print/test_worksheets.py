"""The real forms: lines to write on, no page for nothing, an order for the Tab key, our letters typed and read."""

import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Name, String
from selectolax.lexbor import LexborHTMLParser

from ahil.model.lang import Lang
from ahil.model.print import PrintJob
from ahil.model.worksheet import Paper

A_MM = 72 / 25.4
EDGE = 5 * A_MM
TYPED = "Oʻzbekiston gʻoya maʼno, Ғаллаорол, Қўқон, ҳар куни № 5, ёлка, şehr ç ö ğ"


def written_in(job: PrintJob) -> list[dict[str, str | None]]:
    """The controls of a form in the order they stand in."""
    return [dict(node.attributes) for node in LexborHTMLParser(job.body_html).css("input, textarea")]


def test_every_form_is_there(forms: dict[Path, PrintJob]) -> None:
    uzbek = {path.stem for path, job in forms.items() if job.lang is Lang.UZ}
    assert uzbek == {f"w{number:02}" for number in range(1, 32)} | {"w01-a4"}


def test_paper_is_what_a_copy_shop_has(forms: dict[Path, PrintJob]) -> None:
    for path, job in forms.items():
        with pymupdf.open(path) as pdf:
            sizes = {tuple(sorted((round(page.rect.width), round(page.rect.height)))) for page in pdf}
            assert sizes == {(842, 1191) if job.paper is Paper.A3 else (595, 842)}, path
            assert len(pdf) <= (1 if job.paper is Paper.A3 else 2), path


def test_an_a3_sheet_shows_where_to_fold(forms: dict[Path, PrintJob]) -> None:
    for path in (path for path, job in forms.items() if job.paper is Paper.A3):
        with pymupdf.open(path) as pdf:
            middle = pdf[0].rect.width / 2
            strokes = [
                one["rect"] for one in pdf[0].get_drawings() if one["rect"].width < 2 and one["rect"].height < 30
            ]
            assert any(abs(one.x0 - middle) < 4 * A_MM and one.y0 < 2 for one in strokes), path
            assert any(abs(one.x0 - middle) < 4 * A_MM and one.y1 > pdf[0].rect.height - 2 for one in strokes), path


def test_a_pen_has_eight_millimetres(forms: dict[Path, PrintJob]) -> None:
    for path, job in forms.items():
        lines = [control for control in written_in(job) if "area" not in (control.get("class") or "")]
        rows = {control["name"]: int(control.get("rows") or 1) for control in lines}
        for field in fields_of(path):
            if field.field_type == pymupdf.PDF_WIDGET_TYPE_TEXT and field.field_name in rows:
                more = 1 if rows[field.field_name] > 1 else 0  # several lines begin a millimetre lower
                a_line = (field.rect.height / A_MM + more) / rows[field.field_name]
                assert a_line >= 7.99, (path, field.field_name)


def fields_of(path: Path) -> Iterator[pymupdf.Widget]:
    with pymupdf.open(path) as pdf:
        for page in pdf:
            yield from page.widgets()


def test_nothing_is_cut_or_lies_on_another(forms: dict[Path, PrintJob]) -> None:
    for path in forms:
        with pymupdf.open(path) as pdf:
            for page in pdf:
                inside = pymupdf.Rect(EDGE, EDGE, page.rect.width - EDGE, page.rect.height - EDGE)
                words = [pymupdf.Rect(word[:4]) for word in page.get_text("words")]
                fields = [field.rect for field in page.widgets()]
                assert all(inside.contains(one) for one in [*words, *fields]), path
                assert not any(overlap(one, other) for one, other in combinations(fields, 2)), path
                assert not any(overlap(one, word) for one in fields for word in words), path


def overlap(one: pymupdf.Rect, other: pymupdf.Rect) -> bool:
    both = pymupdf.Rect(one) & other
    return not both.is_empty and both.width > A_MM and both.height > A_MM


def test_no_page_is_there_for_nothing(forms: dict[Path, PrintJob]) -> None:
    for path in forms:
        with pymupdf.open(path) as pdf:
            for page in pdf:
                foot = page.rect.height - 18 * A_MM
                ends = [word[3] for word in page.get_text("words") if word[3] < foot]
                ends += [field.rect.y1 for field in page.widgets()]
                assert max(ends) > page.rect.height * 0.3, (path, page.number)


def test_tab_goes_the_way_the_form_is_read(forms: dict[Path, PrintJob]) -> None:
    for path, job in forms.items():
        with pikepdf.open(path) as pdf:
            assert all(page.Tabs == Name.S for page in pdf.pages)
            order = list(dict.fromkeys(owner(field) for field in in_the_tree(pdf.Root.StructTreeRoot)))
        assert order == list(dict.fromkeys(control["name"] for control in written_in(job))), path


def owner(field: Any) -> str:
    return str(field.get("/T") or field.Parent.T)


def in_the_tree(node: Any) -> Iterator[Any]:
    """The fields of a structure tree, in its order: with /Tabs /S the Tab key follows it."""
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            continue
        if kid.get("/Type") == Name.OBJR and kid.Obj.get("/Subtype") == Name.Widget:
            yield kid.Obj
        else:
            yield from in_the_tree(kid)


def test_every_field_says_its_name_in_the_readers_language(forms: dict[Path, PrintJob]) -> None:
    for path, job in forms.items():
        spoken = {control["data-spoken"] for control in written_in(job)}
        named = [field.field_label for field in fields_of(path)]
        assert named and set(named) <= spoken, path
        assert len(spoken) == len(written_in(job)), f"{path}: two fields have one name"


@pytest.mark.parametrize("code", ["w02", "w14", "w24"])
def test_uzbek_letters_are_read_by_poppler_and_by_mupdf(code: str, forms: dict[Path, PrintJob], tmp_path: Path) -> None:
    form = next(path for path, job in forms.items() if path.stem == code and job.lang is Lang.UZ)
    with pikepdf.open(form) as pdf:
        field = next(field for field in pdf.Root.AcroForm.Fields if field.get("/FT") == Name.Tx)
        field.V = String(TYPED)
        pdf.save(tmp_path / "typed.pdf")
    poppler = subprocess.run(["pdftotext", "-raw", tmp_path / "typed.pdf", "-"], capture_output=True, check=True).stdout
    with pymupdf.open(tmp_path / "typed.pdf") as pdf:
        mupdf = " ".join(page.get_text() for page in pdf)
    for read in (poppler.decode(), mupdf):
        assert TYPED in " ".join(read.split())


def test_what_is_typed_in_mupdf_is_kept(forms: dict[Path, PrintJob], tmp_path: Path) -> None:
    form = next(path for path, job in forms.items() if path.stem == "w02" and job.lang is Lang.UZ)
    with pymupdf.open(form) as pdf:
        page = pdf[0]
        field = next(field for field in page.widgets() if field.field_name == "w02-problem")
        field.field_value = TYPED
        field.update()
        pdf.save(tmp_path / "typed.pdf")
    with pymupdf.open(tmp_path / "typed.pdf") as pdf:
        assert TYPED in " ".join(pdf[0].get_text().split())
    with pikepdf.open(tmp_path / "typed.pdf") as pdf:
        assert [str(field.V) for field in pdf.Root.AcroForm.Fields if str(field.get("/T", "")) == "w02-problem"] == [
            TYPED
        ]
