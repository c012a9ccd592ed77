"""One change in a tree without fault gives exactly the findings of that change, and no text breaks a rule."""

import shutil
from pathlib import Path

import pytest
from case_tree import TODAY, found
from conftest import TINY
from hypothesis import given, settings
from hypothesis import strategies as st

from ahil.load.curriculum import load
from ahil.publish.inventory import watch
from ahil.publish.wording import put_into_words
from ahil.rules.engine import examine
from ahil.rules.suppression import set_aside

MODULE = "modules/listen-first/"
EDITS = {
    "a step loses its heading": (MODULE + "en.md", "### Ask { #ask }", "Ask", {"ST105", "LK303"}),
    "a section loses its id": (MODULE + "ru.md", " { #short }", "", {"ST102", "ST110"}),
    "a step grows": (MODULE + "module.yml", "minutes: 10, phase: activity", "minutes: 15, phase: activity", {"TI202", "TI204"}),
    "a verb changes": (MODULE + "module.yml", "verb: list", "verb: know", {"ST123", "ST124"}),
    "a worksheet is misspelt": (MODULE + "module.yml", "\nworksheets: [listening-sheet]", "\nworksheets: [listening-shet]",
                                {"ST126", "ST129", "ST130", "ST131"}),
    "a link is misspelt": (MODULE + "en.md", "(page:index)", "(page:indx)", {"LK301"}),
    "a term is misspelt": (MODULE + "uz.md", "{{ term makhalla }}", "{{ term mahala }}", {"LK314"}),
    "a picture is renamed": (MODULE + "uz.md", "figures/talk.svg", "figures/talks.svg", {"LK306"}),
    "a block is misspelt": (MODULE + "en.md", "/// trainer", "/// trainers", {"ST115"}),
    "a drawing runs": (MODULE + "figures/talk.svg", "</svg>", "<script/></svg>", {"UN806"}),
    "a page gets raw HTML": ("docs/en/index.md", "---\n\n", "---\n\n<marquee>Hi</marquee>\n\n", {"UN801"}),
    "a page quotes a law": ("docs/ru/index.md", "---\n\n", "---\n\nЗакон ЗРУ-561.\n\n", {"SA605"}),
    "an apostrophe is typed": ("docs/uz/index.md", "---\n\n", "---\n\nBu o'zgarish.\n\n", {"WO401"}),
    "a page leaves the list": ("data/pages.yml", "id: index", "id: indexx", {"ST116"}),
    "a title is gone": ("docs/en/index.md", "title:", "titel:", {"LO005", "LO006"}),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_a_change_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    path, old, new, codes = EDITS[name]
    root = Path(shutil.copytree(TINY, tmp_path / "tree"))
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")
    assert {one.code for one in found(root)} == codes


PIECES = [
    "---", "title: a", "summary: b", "objectives: {x: y}", "checks: {SA605: {}}", "", "# a", "## b { #b }", "## b { #steps }",
    "### c { #quiz-c }", "- [x] d", "- [ ] d", "/// say", "/// answer", "///", "```", "<!-- check:off SA605 -->", "<!--", "{{ help }}",
    "{{ fact }}", "{{", "[a](page:b#c)", "[](x:y)", "[a](http://[)", "![](..//a)", "| a | b |", "| --- |", "<b onclick=x>", "o'zga",
    "\u200b", "ЗРУ-561", "100 UZS", "call 102", "Mehr 23 years old", "reconcile", "beard sign of", "\\", "]({", "“", "1. a",
]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30),
    st.sampled_from(["docs/en/safety.md", "docs/uz/a.md", MODULE + "en.md", MODULE + "uz.md"]),
)
def test_no_order_of_lines_breaks_a_rule(lines: list[str], path: str) -> None:
    files = {one.relative_to(TINY).as_posix(): one.read_bytes() for one in TINY.rglob("*.*")}
    files[path] = "\n".join(["---", "title: a", "---", *lines]).encode()
    curriculum, faults = load(files.items(), TODAY)
    more = list(examine(curriculum, watch(TINY)[0]))
    kept, _ = set_aside([*faults, *more], curriculum)
    assert [one for one in kept if one.code == "CK002"] == []
    put_into_words(kept)
