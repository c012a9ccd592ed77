"""The small programs of the pages, run in the browser they are written for."""

import hashlib
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from browser.window import Windows

CASES = Path(__file__).parent / "folding.yml"


@pytest.fixture
def blank(windows: Windows, served: str) -> Page:
    page = windows.open(served).go("exit.html")
    page.add_script_tag(url=f"{served}/assets/fold.js")
    page.add_script_tag(url=f"{served}/assets/quiz.js")
    return page


def test_sha256_is_sha256(blank: Page) -> None:
    texts = [
        "",
        "abc",
        "salt:roots:2",
        "ўзгариш" * 40,
        *("a" * size for size in (54, 55, 56, 63, 64, 65, 1000)),
    ]
    assert blank.evaluate("texts => texts.map(sha256)", texts) == [
        hashlib.sha256(text.encode()).hexdigest() for text in texts
    ]


def test_spellings_of_a_word_share_a_key(blank: Page) -> None:
    cases = yaml.safe_load(CASES.read_text("utf-8"))
    apart = []
    for lang, groups in cases["together"].items():
        for group in groups:
            keys = [
                set(blank.evaluate("([w, l]) => ahilFold.tokens(w).flatMap(t => ahilFold.keys(t, l))", [word, lang]))
                for word in group
            ]
            apart += [(lang, word) for word, key in zip(group, keys, strict=True) if not key & keys[0]]
    assert apart == []


def test_different_words_do_not_share_a_key(blank: Page) -> None:
    cases = yaml.safe_load(CASES.read_text("utf-8"))
    for lang, groups in cases["apart"].items():
        for one, other in groups:
            keys = [set(blank.evaluate("([w, l]) => ahilFold.keys(w, l)", [word, lang])) for word in (one, other)]
            assert not keys[0] & keys[1], (lang, one, other)


def test_russian_stems_are_snowballs(blank: Page) -> None:
    stems = yaml.safe_load(CASES.read_text("utf-8"))["snowball"]
    assert blank.evaluate("words => words.map(ahilFold.russianStem)", list(stems)) == list(stems.values())
