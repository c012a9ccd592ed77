"""Booklets: a folded pile reads from the first page to the last."""

import re
import subprocess
from io import BytesIO

import pikepdf
import pytest

from ahil.model.lang import Lang
from ahil.publish.packs.booklet import sides
from ahil.publish.packs.paper_file import page_count
from packs.conftest import Made

HALF = 421


def half(pdf: bytes, side: int, start: int) -> str:
    """The words of the left or right half of a printed side."""
    box = ["-f", str(side), "-l", str(side), "-x", str(start), "-y", "0", "-W", str(HALF), "-H", "596"]
    done = subprocess.run(["pdftotext", *box, "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("count", range(1, 18))
def test_a_folded_pile_reads_in_order(count: int) -> None:
    printed = list(sides(count))
    sheets = list(zip(printed[::2], printed[1::2], strict=True))
    leaves = [(front[1], back[0]) for front, back in sheets] + [(back[1], front[0]) for front, back in reversed(sheets)]
    read = [page for leaf in leaves for page in leaf]
    assert read == [*range(count), *[None] * (-count % 4)]


@pytest.mark.parametrize("lang", Lang)
def test_pages_of_a5_stand_beside_each_other_on_a4(made: Made, lang: Lang) -> None:
    files = made("booklet", lang)
    assert list(files) == ["booklet/m01.pdf"]
    content = files["booklet/m01.pdf"]
    with pikepdf.open(BytesIO(content)) as document:
        assert {tuple(round(float(edge)) for edge in page.mediabox) for page in document.pages} == {(0, 0, 842, 595)}
        assert document.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge" and document.Root.Lang == lang.tag
    numbers = [
        int(found[1]) if (found := re.search(r"(\d+) (?:of|из|/) \d+\s*$", half(content, side, start))) else None
        for side in range(1, page_count(content) + 1)
        for start in (0, HALF)
    ]
    last = max(number for number in numbers if number)
    assert numbers == [None if n is None else n + 1 for pair in sides(last) for n in pair]
