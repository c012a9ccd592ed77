"""Large print: no letter under 16 pt, nothing cut off, and still a PDF that can be listened to."""

import re
import subprocess
from difflib import SequenceMatcher
from html import unescape
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest
from selectolax.lexbor import LexborHTMLParser

from ahil.model.lang import Lang
from ahil.publish.packs.room import PackRoom
from packs.conftest import Made

NAMES = ["large/m01.pdf", "large/h01.pdf"]
_WORD = re.compile(r"[^\W_]+")


def read(pdf: bytes, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("lang", Lang)
def test_no_letter_is_small(made: Made, lang: Lang) -> None:
    files = made("large", lang)
    assert list(files) == NAMES
    for content in files.values():
        with pikepdf.open(BytesIO(content)) as pdf:
            for page in pdf.pages:
                page.contents_coalesce()
                sizes = {float(size) * 0.75 for size in re.findall(rb"/\w+ ([\d.]+) Tf", page.Contents.read_bytes())}
                assert sizes and round(min(sizes), 1) >= 16


@pytest.mark.parametrize("lang", Lang)
def test_nothing_is_cut_or_lost(made: Made, room: PackRoom, lang: Lang) -> None:
    for name, content in made("large", lang).items():
        for page in ElementTree.fromstring(read(content, "-bbox")).iterfind(".//{*}page"):
            words = list(page)
            assert min(float(word.get("xMin", "")) for word in words) >= 40
            assert max(float(word.get("xMax", "")) for word in words) <= 595 - 40
        job = room.paper(name[6:9], lang)
        assert job is not None
        source = re.sub(r"<(/?)(p|li|td|th|h\d|div|tr|ol|ul|dt|dd|caption)\b", r" <\1\2", job.body_html)
        written = _WORD.findall(unescape(LexborHTMLParser(source).text()))
        found = _WORD.findall(re.sub(r"-\s*\n\s*", "", read(content, "-raw")))
        kept = sum(one.size for one in SequenceMatcher(None, written, found, autojunk=False).get_matching_blocks())
        assert kept / len(written) >= 0.99


def test_it_can_be_listened_to(made: Made) -> None:
    with pikepdf.open(BytesIO(made("large", Lang.UZ)[NAMES[0]])) as pdf:
        assert pdf.Root.MarkInfo.Marked and pdf.Root.Lang == Lang.UZ.tag and len(pdf.Root.Outlines.keys()) > 1
