"""Two languages side by side: the same section at the same height, each side in its own language."""

import subprocess
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest
from pikepdf import Name
from print.test_print_tags import elements

from ahil.model.lang import Lang
from ahil.publish.packs.room import PackRoom
from ahil.render.packs.facing import facing, pairs, sections
from packs.conftest import Made

MIDDLE = 421


def test_sections_meet_by_their_ids_and_none_is_lost() -> None:
    left = sections("<p>a</p><h2 id=one>1</h2><p>b</p><h2 id=two>2</h2><ul></ul><p>c</p>")
    right = sections("<p>A</p><h2 id=new>N</h2><h2 id=one>I</h2><p>B</p><h2 id=two>II</h2><p>C</p><h2 id=end>E</h2>")
    assert list(pairs(left, right)) == [
        ("<p>a</p>", "<p>A</p>"),
        ("", ""),
        ("", '<h2 id="new">N</h2>'),
        ('<h2 id="one">1</h2>', '<h2 id="one">I</h2>'),
        ("<p>b</p>", "<p>B</p>"),
        ("", ""),
        ('<h2 id="two">2</h2>', '<h2 id="two">II</h2>'),
        ("<ul></ul><p>c</p>", "<p>C</p>"),
        ("", '<h2 id="end">E</h2>'),
    ]


def test_names_on_the_right_are_its_own(room: PackRoom) -> None:
    left, right = room.paper("M01", Lang.UZ), room.paper("M01", Lang.RU)
    assert left and right
    job = facing(left, right, room.printing.reading.interfaces)
    assert 'id="steps"' in job.body_html and 'id="ru-steps"' in job.body_html and 'href="#ru-arrive"' in job.body_html
    assert {"figures/talk.svg", "ru-figures/talk.svg"} == set(job.figures)
    assert job.body_html.count('lang="ru"') == job.body_html.count('lang="uz-Latn"') > 20


@pytest.mark.parametrize("lang", [Lang.RU, Lang.EN])
def test_the_same_section_stands_at_the_same_height(made: Made, room: PackRoom, lang: Lang) -> None:
    files = made("bilingual", lang)
    assert list(files) == [f"bilingual/m01-uz-{lang}.pdf", f"bilingual/h01-uz-{lang}.pdf"]
    content = files[f"bilingual/m01-uz-{lang}.pdf"]
    read = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=content, capture_output=True, check=True).stdout
    first = {words: {} for words in ("uz", lang)}  # type: dict[str, dict[str, tuple[int, float]]]
    for number, page in enumerate(ElementTree.fromstring(read).iterfind(".//{*}page")):
        assert float(page.get("width", "")) > float(page.get("height", ""))
        for word in page:
            side = "uz" if float(word.get("xMin", "")) < MIDDLE else lang
            first[side].setdefault(word.text or "", (number, float(word.get("yMin", ""))))
    for key in ("module.objectives", "module.timetable"):
        heads = [room.printing.reading.interfaces[one].say(key).split()[-1] for one in (Lang.UZ, lang)]
        places = [
            found
            for side, head in zip(("uz", lang), heads, strict=True)
            for word, found in first[side].items()
            if word.strip(":") == head
        ]
        assert len(places) == 2 and places[0] == pytest.approx(places[1], abs=0.5), (key, places)


def test_the_right_side_is_read_aloud_in_its_language(made: Made) -> None:
    with pikepdf.open(BytesIO(made("bilingual", Lang.RU)["bilingual/m01-uz-ru.pdf"])) as pdf:
        sides = [element for element in elements(pdf.Root.StructTreeRoot) if Name.Sect == element.S]
        assert pdf.Root.Lang == "uz-Latn" and sides and {str(side.Lang) for side in sides} == {"ru"}


def test_nothing_is_made_for_the_left_language(made: Made) -> None:
    assert made("bilingual", Lang.UZ) == {}
