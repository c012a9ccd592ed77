"""A module in one file: small, alone, and at home on a telephone."""

import re
from pathlib import Path

import pytest

from ahil.model.lang import Lang
from packs.conftest import Made

MOST = 100 * 1024


@pytest.mark.parametrize("lang", Lang)
def test_it_is_one_small_file_that_asks_for_nothing(made: Made, lang: Lang) -> None:
    files = made("single", lang)
    assert list(files) == ["single/m01.html"] + (["single/m01-cyrl.html"] if lang is Lang.UZ else [])
    page = files["single/m01.html"].decode()
    assert len(page.encode()) <= MOST
    assert f'<html lang="{lang.tag}">' in page
    assert not re.search(r"<(?:link|img|iframe|object|embed|video|audio)\b|\ssrc=|\sstyle=|@import|url\(", page)
    assert "default-src 'none'" in page and "unsafe" not in page
    assert page.count("<svg ") == 1 and 'role="img" aria-label="' in page


def test_it_opens_from_a_folder_on_a_telephone_and_judges_the_answers(made: Made, look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    place = tmp_path / "m01.html"
    place.write_bytes(made("single", Lang.UZ)["single/m01.html"])
    seen = look("single", place)
    assert seen["asked"] == [] and seen["complaints"] == []
    assert seen["wide"] <= 360 and seen["small"] == []
    assert seen["ground"] == "rgb(251, 248, 241)", "the styles were refused"
    assert seen["unanswered"] == "Bitta javobni tanlang."
    assert seen["score"] == "Toʻgʻri: 4 tadan 4"
    assert seen["foreign"] == 0, "a script of others ran"


def test_links_become_words_while_the_site_has_no_address(made: Made) -> None:
    page = made("single", Lang.EN)["single/m01.html"].decode()
    assert not re.search(r'href="(?!#|https?://)', page)
    assert "ahil.example" not in page


def test_uzbek_is_there_in_cyrillic_and_judges_the_answers(made: Made, look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    place = tmp_path / "m01.html"
    place.write_bytes(made("single", Lang.UZ)["single/m01-cyrl.html"])
    assert '<html lang="uz-Cyrl">' in place.read_text("utf-8")
    seen = look("single", place)
    assert seen["asked"] == [] and seen["complaints"] == [] and seen["score"] == "Тўғри: 4 тадан 4"
