"""What a listener gets: T2 (artifacts, scopes, links, identity), language, bookmarks, an outside check."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdfua import validate
from pikepdf import Array, Dictionary, Name

from ahil.model.lang import Lang
from ahil.model.print import PrintJob
from ahil.publish.pdf import print_all
from print.print_samples import handout

BREAKS_ON_THIS_PIKEPDF = {"UA-14-001"}  # the order of headings: looked at below


def elements(node: Any) -> Iterator[Any]:
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_an_outside_check_finds_nothing(jobs: dict[str, PrintJob], printed: Path) -> None:
    for name in jobs:
        report = validate(str(printed / name))
        assert not report.findings, (name, report.findings)
        skipped = {outcome.rule_id for outcome in report.outcomes if outcome.skipped_reason}
        assert skipped <= BREAKS_ON_THIS_PIKEPDF


def test_headings_are_in_order(jobs: dict[str, PrintJob], printed: Path) -> None:
    for name in jobs:
        with pikepdf.open(printed / name) as pdf:
            kinds = [str(element.S) for element in elements(pdf.Root.StructTreeRoot)]
        levels = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (
            name,
            levels,
        )


@pytest.mark.parametrize("lang", Lang)
def test_the_file_says_its_language_and_title(lang: Lang, printed: Path, jobs: dict[str, PrintJob]) -> None:
    name = f"print/{lang}/m99.pdf"
    with pikepdf.open(printed / name) as pdf:
        assert str(pdf.Root.Lang) == lang.tag
        assert str(pdf.docinfo["/Title"]) == jobs[name].title
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == [jobs[name].title]
            assert len(outline.root[0].children) >= 1


def test_running_heads_belong_to_nobody(jobs: dict[str, PrintJob], printed: Path) -> None:
    for name in jobs:
        with pikepdf.open(printed / name) as pdf:
            held: dict[tuple[int, int], set[int]] = {page.obj.objgen: set() for page in pdf.pages}
            for element in elements(pdf.Root.StructTreeRoot):
                kids = element.get("/K", Array())
                mine = {int(kid) for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, int)}
                if mine:
                    held[element.Pg.objgen] |= mine
            for page in pdf.pages:
                page.contents_coalesce()
                content = page.Contents.read_bytes()
                marked = {int(number) for number in re.findall(rb"/MCID (\d+)", content)}
                assert marked == held[page.obj.objgen], name
                assert content.count(b"/Artifact BMC") >= 3


def test_heads_of_tables_say_what_they_head(printed: Path) -> None:
    with pikepdf.open(printed / "print/ru/m99.pdf") as pdf:
        scopes = [element.A.Scope for element in elements(pdf.Root.StructTreeRoot) if element.S == Name.TH]
    assert scopes == [Name.Column, Name.Column, Name.Row, Name.Row]


def test_links_print_and_say_where_they_lead(printed: Path) -> None:
    with pikepdf.open(printed / "print/en/m99-trainer.pdf") as pdf:
        links = [a for page in pdf.pages for a in page.get("/Annots", Array()) if a.Subtype == Name.Link]
        assert all(int(link.F) & 4 and str(link.Contents) for link in links)
        led = {str(link.A.URI) for link in links if "/A" in link}
        assert all(page.Tabs == Name.S for page in pdf.pages)
        assert len(pdf.trailer.ID) == 2
    assert led == {
        "https://ahil.example.org/en/modules/sample/index.html",
        "https://ahil.example.org/en/glossary.html#x",
    }


def test_drawings_have_words(printed: Path) -> None:
    with pikepdf.open(printed / "print/uz/m99.pdf") as pdf:
        figures = [element for element in elements(pdf.Root.StructTreeRoot) if Name.Figure == element.S]
        assert [str(figure.Alt) for figure in figures] == [
            "https://ahil.example.org/uz/modules/sample/index.html manzilini ochadigan QR-kod",
            "A drawing of a box.",
        ]


def test_a_text_not_yet_translated_is_read_in_its_own_language(tmp_path: Path, text_of: Callable[..., str]) -> None:
    job = replace(handout(Lang.EN, 1), lang=Lang.UZ, written_in=Lang.EN)
    [made] = print_all([job], tmp_path, tmp_path / "cache")
    assert made.name == "print/uz/h99.pdf"
    with pikepdf.open(tmp_path / made.name) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
    text = text_of(tmp_path / made.name)
    assert "Bu matn hali oʻzbek tiliga tarjima qilinmagan." in text and "Page 1 of 1" in text
