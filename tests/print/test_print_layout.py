"""How it stands on the sheet: one side for a handout, cards to cut, no heading or drawing alone (T8)."""

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from selectolax.lexbor import LexborHTMLParser

from ahil.model.lang import Lang
from ahil.model.print import PrintJob, PrintKind
from ahil.publish.pdf import print_all
from ahil.publish.pdf_shop import our_shop
from ahil.publish.wording import put_into_words
from print.print_samples import handout
from print.test_print_tags import elements

PIXELS_A_MM = 96 / 25.4


@pytest.mark.parametrize("lang", Lang)
def test_a_handout_that_overflows_is_a_fault(lang: Lang, tmp_path: Path) -> None:
    [made] = print_all([handout(lang, paragraphs=30)], tmp_path, tmp_path / "cache")
    [problem] = put_into_words(made.faults, Lang.EN)
    assert problem.code == "PR101" and "11 pt" in problem.what and made.pages > 1


def sizes(path: Path) -> set[float]:
    """Sizes of the letters of the body, from the drawing itself."""
    found: set[float] = set()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
            found |= {
                round(float(size) * 0.75, 1) for size in re.findall(rb"/\w+ ([\d.]+) Tf", page.Contents.read_bytes())
            }
    return found


def test_a_handout_is_set_as_large_as_fits_and_never_under_11_pt(tmp_path: Path) -> None:
    jobs = [handout(Lang.RU, paragraphs, f"H{paragraphs}") for paragraphs in (3, 9, 10, 11, 12, 13, 14, 15)]
    made = print_all(jobs, tmp_path, tmp_path / "cache", workers=1)
    fitting = [one for one in made if not one.faults]
    used = [sizes(tmp_path / one.name) for one in fitting]
    assert 13.0 in used[0] and any(12.0 in size for size in used) and 11.0 in used[-1]
    assert len(fitting) < len(made)


def test_real_handouts_fit(real_jobs: list[PrintJob], printed: Path) -> None:
    for job in real_jobs:
        if job.kind is PrintKind.HANDOUT:
            with pikepdf.open(printed / job.name) as pdf:
                assert len(pdf.pages) == 1, job.name


def test_cards_are_cut_out_eight_a_sheet(printed: Path, text_of: Callable[..., str]) -> None:
    pages = text_of(printed / "print/uz/m99-trainer.pdf", "-layout").split("\f")
    sheets = [re.findall(r"M99 · (\d+)", page) for page in pages if "M99 · 1" in page or "M99 · 9" in page]
    assert sheets == [[str(n) for n in range(1, 9)], ["9", "10"]]
    learner = text_of(printed / "print/uz/m99.pdf", "-layout")
    assert "M99 · 2" not in learner, "learners read the cards in the text"


def test_contents_lead_to_pages(printed: Path, text_of: Callable[..., str]) -> None:
    first = text_of(printed / "print/en/m99-trainer.pdf", "-raw").split("\f")[0]
    assert "Contents" in first and re.search(r"Neighbourhood representativ\w* ?\d", first)


def test_no_heading_ends_a_page(jobs: dict[str, PrintJob], printed: Path, text_of: Callable[..., str]) -> None:
    for name, job in jobs.items():
        headings = {h.text(deep=True).strip() for h in LexborHTMLParser(job.body_html).css("h2, h3")}
        for page in text_of(printed / name, "-layout").split("\f"):
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            if len(lines) > 2:
                assert lines[-2] not in headings, (name, lines[-2])


def test_no_drawing_is_higher_than_its_place(jobs: dict[str, PrintJob], printed: Path) -> None:
    for name in jobs:
        with pikepdf.open(printed / name) as pdf:
            for figure in (e for e in elements(pdf.Root.StructTreeRoot) if Name.Figure == e.S):
                _, top, _, bottom = (float(edge) for edge in figure.A.BBox)
                assert 5 < (bottom - top) / PIXELS_A_MM <= 64.1, name


def test_learners_boxes_are_empty_and_trainers_see_the_right_one(printed: Path, text_of: Callable[..., str]) -> None:
    assert "✓" not in text_of(printed / "print/ru/m99.pdf")
    assert "✓" in text_of(printed / "print/ru/m99-trainer.pdf")


@pytest.mark.parametrize("lang", Lang)
def test_blocks_are_told_apart_by_a_letter(lang: Lang, printed: Path, text_of: Callable[..., str]) -> None:
    from print.print_samples import BLOCKS, INTERFACES

    text = text_of(printed / f"print/{lang}/m99-trainer.pdf", "-raw")
    signs = [INTERFACES[lang].say(f"print.sign-{name}") for name in BLOCKS]
    assert len(set(signs)) == len(signs)
    for name, sign in zip(BLOCKS, signs, strict=True):
        assert f"{sign} {INTERFACES[lang].say(f'block.{name}')}" in text


def test_the_style_sheet_says_nothing_the_engine_does_not_know(caplog: pytest.LogCaptureFixture) -> None:
    our_shop().press.warm_up()
    assert [record.getMessage() for record in caplog.records if record.name == "weasyprint"] == []
