"""Every handout is one side in large print; some are also cards for the pocket."""

from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest

from ahil.model.lang import Lang
from ahil.model.print import Cut, PrintJob, PrintKind
from ahil.publish.pdf import print_all
from print.conftest import ROOT
from print.print_samples import INTERFACES

SMALLEST = 10.9  # points; smaller are the frame's own words: foot, QR code, draft note, the letter before a block
TOP, FOOT = 145, 60  # points


@pytest.fixture(scope="module")
def handouts(all_jobs: list[PrintJob], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, PrintJob]:
    """Every handout in Uzbek, the pocket cards in every language; what did not change is kept."""
    of_kind = [job for job in all_jobs if job.kind is PrintKind.HANDOUT]
    wanted = [job for job in of_kind if job.lang is Lang.UZ or job.cut is Cut.POCKET]
    out = tmp_path_factory.mktemp("handouts")
    made = print_all(wanted, out, ROOT / ".cache" / "handouts")
    assert [fault for one in made for fault in one.faults] == []
    return {out / job.name: job for job in wanted}


def test_each_is_one_side(handouts: dict[Path, PrintJob]) -> None:
    for path in handouts:
        with pymupdf.open(path) as pdf:
            assert len(pdf) == 1, path


def test_a_learner_reads_eleven_points(handouts: dict[Path, PrintJob]) -> None:
    for path, job in handouts.items():
        if job.cut is Cut.WHOLE:
            apart = " ".join([*job.figures.values(), INTERFACES[job.lang].say("print.draft-long")])
            small = [text for size, text in printed(path) if size < SMALLEST and text.strip(" .…“”") not in apart]
            assert small == [], path


def test_words_in_drawings_can_be_read(handouts: dict[Path, PrintJob]) -> None:
    for path in handouts:
        assert min(size for size, _ in printed(path)) >= 7.4, path


def printed(path: Path) -> Iterator[tuple[float, str]]:
    """(size, text) between the top of the page and its foot."""
    with pymupdf.open(path) as pdf:
        page = pdf[0]
        for block in page.get_text("dict")["blocks"]:
            for line in block.get("lines", ()):
                if TOP < line["bbox"][1] < page.rect.height - FOOT:
                    yield from ((span["size"], span["text"]) for span in line["spans"] if len(span["text"].strip()) > 2)


def test_cards_are_four_alike_with_room_for_numbers(handouts: dict[Path, PrintJob]) -> None:
    pockets = [path for path, job in handouts.items() if job.cut is Cut.POCKET]
    assert sorted({path.name for path in pockets}) == ["h06-pocket.pdf", "h08-pocket.pdf"]
    assert len(pockets) == 2 * len(Lang)
    for path in pockets:
        with pymupdf.open(path) as pdf:
            words = pdf[0].get_text("words")
            middle_x, middle_y = pdf[0].rect.width / 2, pdf[0].rect.height / 2
        quarters = {
            (left, upper): " ".join(
                word[4] for word in words if (word[0] < middle_x) == left and (word[1] < middle_y) == upper
            )
            for left in (True, False)
            for upper in (True, False)
        }
        assert len(set(quarters.values())) == 1, path
        assert len(quarters[True, True].split()) > 60
