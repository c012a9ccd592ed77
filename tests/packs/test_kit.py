"""Everything to print for a group: the right numbers, each copy on a sheet of its own, the list true to its file."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from ahil.model.lang import Lang
from ahil.model.module import GroupForm
from ahil.publish.packs.room import PackRoom
from ahil.render.packs.kit import supplies
from packs.conftest import Made

KIT = "kit/m01-20-trainer.pdf"


def pages_of(pdf: bytes) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def copies(room: PackRoom, people: int, **changes: object) -> dict[str, int]:
    [module] = room.curriculum.modules.values()
    steps = tuple(replace(step, **changes) for step in module.facts.steps)
    module = replace(module, facts=replace(module.facts, steps=steps))
    return {one.code: one.copies for one in supplies(module, room.curriculum, people)}


@pytest.mark.parametrize(("form", "expected"), list(zip(GroupForm, (1, 20, 10, 7, 5, 4, 4), strict=True)))
def test_those_who_share_a_sheet_get_one_and_everyone_a_handout(room: PackRoom, form: GroupForm, expected: int) -> None:
    assert copies(room, 20, group=form) == {"H01": 20, "W01": expected}


def test_a_sheet_that_each_fills_in_alone_is_there_for_each(room: PackRoom) -> None:
    sheets = {
        name: replace(sheet, facts=replace(sheet.facts, each=GroupForm.individual))
        for name, sheet in room.curriculum.worksheets.items()
    }
    [module] = room.curriculum.modules.values()
    found = supplies(module, replace(room.curriculum, worksheets=sheets), 13)
    assert [(one.code, one.copies) for one in found] == [("H01", 13), ("W01", 13)]


@pytest.mark.parametrize("lang", Lang)
def test_the_list_says_where_each_paper_is_and_how_often(made: Made, lang: Lang) -> None:
    pages = pages_of(made("kit", lang)[KIT])
    rows = re.findall(r"^ *([MHW]\d\d) .*? (\d+) +(\d+)–?(\d*)\s*$", pages[0], re.MULTILINE)
    assert [(code, int(count)) for code, count, _, _ in rows] == [("M01", 1), ("H01", 20), ("W01", 10)]
    following = 3
    for code, count, first, last in rows:
        numbers = range(int(first), int(last) + 1)
        assert numbers.start == following and len(numbers) % (2 * int(count)) == 0
        each = len(numbers) // int(count)
        for front in numbers[::each]:
            assert re.match(rf"\s*{code}\b", pages[front - 1]), f"page {front} is not the front of {code}"
        following = numbers.stop
    assert following == len(pages) + 1 and str(len(pages) // 2) in pages[0]


def test_what_is_printed_often_is_stored_once_and_has_no_fields(made: Made) -> None:
    content = made("kit", Lang.UZ)[KIT]
    assert len(content) < 400_000
    with pikepdf.open(BytesIO(content)) as document:
        assert "/AcroForm" not in document.Root and not [page for page in document.pages if "/Annots" in page]
        assert document.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        with document.open_outline() as outline:
            assert len(outline.root) == 4
