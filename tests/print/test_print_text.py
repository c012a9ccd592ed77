"""What stands in a PDF is what was written: T1 (split fonts), T4 (strange fonts), T5 (tofu at line ends)."""

import re
import subprocess
from collections.abc import Callable
from difflib import SequenceMatcher
from html import unescape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from ahil.model.lang import Lang
from ahil.model.print import PrintJob
from ahil.publish.pdf import print_all
from print.print_samples import PROSE, handout, module, sheet

OURS = re.compile(r"^[A-Z]{6}\+(Source-Sans-3|Source-Serif-4|Ahil-Form)")


def words_of(text: str) -> list[str]:
    """Words and the marks that split fonts lose; hyphens go, for lines end with them."""
    return re.findall(r"[^\W_]+|[№«»“”‘’,;:%]", re.sub(r"-\s*\n\s*|[-\u00ad]", "", text))


def written(job: PrintJob) -> list[str]:
    body = re.sub(r"<(/?)(p|li|td|th|h\d|div|tr|ol|ul|dt|dd|caption|legend|label)\b", r" <\1\2", job.body_html)
    return words_of(unescape(LexborHTMLParser(body).text()))


def test_words_come_back_in_order(jobs: dict[str, PrintJob], printed: Path, text_of: Callable[..., str]) -> None:
    for name, job in jobs.items():
        source, found = written(job), words_of(text_of(printed / name, "-raw"))
        same = SequenceMatcher(None, source, found, autojunk=False).get_matching_blocks()
        kept = sum(block.size for block in same)
        assert kept / len(source) >= 0.99, f"{name}: {kept} of {len(source)}"


@pytest.mark.parametrize("lang", Lang)
def test_every_letter_and_mark_survives(lang: Lang, printed: Path, text_of: Callable[..., str]) -> None:
    text = text_of(printed / f"print/{lang}/m99.pdf", "-raw")
    assert set(PROSE[lang]) - {" ", "\u00a0"} <= set(text)
    assert "Ғ ў oʻ ё" in text, "the drawing is set in our fonts, as text"


def test_only_our_fonts_are_used(jobs: dict[str, PrintJob], printed: Path) -> None:
    for name in jobs:
        listed = subprocess.run(["pdffonts", str(printed / name)], capture_output=True, check=True, text=True).stdout
        rows = listed.splitlines()[2:]
        assert rows and all(OURS.match(row) and re.search(r"yes +yes +yes", row) for row in rows), f"{name}\n{listed}"


@pytest.mark.parametrize("lang", Lang)
def test_long_words_are_broken_with_a_plain_hyphen(lang: Lang, printed: Path, text_of: Callable[..., str]) -> None:
    text = text_of(printed / f"print/{lang}/m99.pdf", "-raw")
    assert re.search(r"\w-$", text, re.MULTILINE)
    assert "\u2010" not in text and "\u00ad" not in text and "\ufffd" not in text


def test_a_letter_no_font_has_is_a_fault(tmp_path: Path) -> None:
    job = handout(Lang.UZ)
    job = type(job)(**{f: getattr(job, f) for f in job.__dataclass_fields__} | {"title": "Xavf ⚠"})
    [made] = print_all([job], tmp_path, tmp_path / "cache")
    assert [(fault.code, fault.gaps["point"]) for fault in made.faults] == [("PR104", "U+26A0")]


def test_nothing_is_fetched(tmp_path: Path) -> None:
    job = handout(Lang.EN)
    body = '<p><img alt="x" src="file:///etc/hostname"><img alt="y" src="https://example.org/a.png"></p>'
    job = type(job)(**{f: getattr(job, f) for f in job.__dataclass_fields__} | {"body_html": body})
    [made] = print_all([job], tmp_path, tmp_path / "cache")
    assert [fault.code for fault in made.faults] == ["PR103", "PR103"]


def test_header_and_footer_say_what_it_is(printed: Path, text_of: Callable[..., str]) -> None:
    text = text_of(printed / "print/uz/m99.pdf", "-layout")
    assert "M99 Avval suhbat: “kichik sinov” oʻtkazamiz" in text
    assert "Qoralama" in text and "Nashr 2026.11-3f2a · 2026-yil 22-noyabr" in text
    assert re.search(r"Bet 1 / \d", text)
    english = text_of(printed / "print/en/m99.pdf", "-layout")
    assert "Draft" not in english and re.search(r"Page 2 of \d", english)


def test_the_samples_are_whole() -> None:
    for lang in Lang:
        assert module(lang).body_html and sheet(lang).body_html
