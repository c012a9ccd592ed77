"""What a build makes for the browser: styles, search index, A–Z, fonts; text in, text out."""

import re
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from ahil.load.curriculum import load
from ahil.load.interface import read_interface
from ahil.model.lang import Lang
from ahil.model.outlet import copy_for
from ahil.publish.stylesheet import compose, squeeze
from ahil.publish.web import is_shed, stylesheet
from ahil.publish.webfonts import FACES, SCRIPTS
from ahil.render.az import az_page, first_letter
from ahil.render.frame import frame
from ahil.render.search import Place, found, plain, searched
from ahil.render.search_pack import forms, pack_numbers, pack_words
from ahil.render.search_script import search_files, trainers_index
from ahil.render.staged import Staged

THEME = ROOT / "theme/web"
BLOCKS = """admonition admonition-title task-list task-list-item
say draw trainer answer activity cards safety discuss case key"""


def page(**changed: object) -> Staged:
    given_ = {
        "lang": Lang.UZ,
        "path": "modules/nizo/index.md",
        "title": "Nizo",
        "summary": "",
        "body": "",
        "facts": {},
    }
    return Staged(**{**given_, **changed})  # type: ignore[arg-type]


# styles


@pytest.mark.parametrize(
    ("material", "seen", "kept"),
    [
        (".md-grid{a:b}.md-post{a:b}", {"md-grid"}, ".md-grid{a:b}"),
        (".md-grid,.md-post p{a:b}", {"md-grid"}, ".md-grid{a:b}"),
        ("p{a:b}kbd{a:b}", set(), "p{a:b}"),
        (
            "@media(min-width:1em){.x{a:b}.y{a:b}}@media print{.x{a:b}}",
            {"x"},
            "@media(min-width:1em){.x{a:b}}",
        ),
        ("@keyframes spin{to{a:b}}.x{a:b}", {"x"}, ".x{a:b}"),
        ("[dir=rtl] .x{a:b}[dir=ltr] .x{c:d}", {"x"}, "[dir=ltr] .x{c:d}"),
        (".x:not(.y){a:b}.x:is(.x,.z):hover{c:d}", {"x"}, ".x:not(.y){a:b}.x:is(.x,.z):hover{c:d}"),
        (":root{--a:1;--b:var(--c);--c:2}.x{w:var(--a)}", {"x"}, ":root{--a:1}.x{w:var(--a)}"),
        (
            ":root{--i:url('data:image/svg+xml;utf8,<svg a=\"b(c)\">');--j:1}.x{m:var(--j)}",
            {"x"},
            ":root{--j:1}.x{m:var(--j)}",
        ),
        ('.x{background:url("data:a;b");c:d}', {"x"}, '.x{background:url("data:a;b");c:d}'),
    ],
)
def test_only_what_can_be_met_is_kept(material: str, seen: set[str], kept: str) -> None:
    assert compose(material, "", frozenset(seen)) == kept


def test_ours_is_kept_whole_and_its_variables_with_it() -> None:
    assert (
        compose(":root{--a:1;--b:2}", ".never { color: var(--a); }", frozenset())
        == ":root{--a:1}.never{color:var(--a)}"
    )


@given(st.text(alphabet="ab{}:; \n/*.", max_size=40))
def test_squeezing_twice_is_squeezing_once(css: str) -> None:
    once = squeeze(css)
    assert squeeze(once) in (once, squeeze(squeeze(once)))


def test_the_whole_stylesheet_is_small_and_asks_for_nothing_outside() -> None:
    css = stylesheet(THEME)
    assert len(css) < 45_000
    assert "googleapis" not in css
    assert re.findall(r"url\((?!fonts/|[\"']?data:)[^)]*\)", css) == []
    assert stylesheet(THEME) == css


def test_every_class_of_our_styles_stands_somewhere() -> None:
    """A rule for nothing is weight for every reader."""
    css = re.sub(r"url\([^)]*\)|/\*.*?\*/|\{[^{}]*\}", "", (THEME / "assets/web.css").read_text("utf-8"), flags=re.S)
    css = re.sub(r"\{[^{}]*\}", "", css)
    sources = [*THEME.rglob("*.html"), *THEME.rglob("*.js"), *(ROOT / "scripts/ahil/render").glob("*.py")]
    said = " ".join(path.read_text("utf-8") for path in sources)
    ours = set(re.findall(r"\.([a-z][a-z-]+)", css)) - {"md-typeset"}
    blocks = set(re.findall(r"[a-z-]+", BLOCKS))
    missing = {name for name in ours if not re.search(rf"(?<![\w-]){name}(?![\w-])", said) and name not in blocks}
    assert missing == set()


@pytest.mark.parametrize("path", ["assets/javascripts/bundle.js", "assets/stylesheets/main.css", "assets/web.css"])
def test_what_is_not_used_stays_out(path: str) -> None:
    assert is_shed(path)
    assert not is_shed("assets/web.js")
    assert not is_shed("assets/fonts/OFL.txt")


def test_frame_has_all_words_in_all_languages() -> None:
    words = frame(read_interface((ROOT / "data/words.yml").read_text("utf-8")), ())["words"]
    assert isinstance(words, dict)
    used = {name for path in THEME.rglob("*.html") for name in re.findall(r"\bw\.(\w+)", path.read_text("utf-8"))}
    for lang in Lang:
        assert used <= set(words[lang]), lang


def test_no_script_or_style_stands_in_a_template() -> None:
    for path in THEME.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|https?://(?!www\.w3\.org/2000/svg)", text), path
        assert re.findall(r"<script(?![^>]* src=)(?![^>]*application/json)", text) == [], path


# search


def words_in(index: dict[str, object]) -> set[str]:
    """What ``assets/find.js`` reads from the packed words."""
    found, last = set[str](), ""
    for shared, rest in re.findall(r"([A-Z])([^A-Z]*)", str(index["words"])):
        last = last[: ord(shared) - 65] + rest
        found.add(last)
    return found


def test_a_page_is_searched_by_its_headings() -> None:
    body = "Kirish.\n\n## Xavfsizlik { #safety }\n\n/// admonition | Ayting\n    type: say\n\n“Salom”, [deng](x.md).\n///\n\n### Daraxt { #tree }\n\n| a | b |\n|---|---|\n| c | d |\n"
    one = found(page(body=body, summary="Qisqa."))
    assert one.url == "modules/nizo/index.html"
    assert one.places == (
        Place("", "", "Qisqa. Kirish."),
        Place("safety", "Xavfsizlik", "“Salom”, deng."),
        Place("tree", "Daraxt", "a b c d"),
    )


def test_other_languages_live_in_their_folder_and_codes_are_found() -> None:
    one = found(page(lang=Lang.RU, facts={"code": "M03"}, body="Текст"))
    assert (one.url, one.title) == ("ru/modules/nizo/index.html", "M03 Nizo")


def test_a_page_that_lists_others_is_found_by_its_name_alone() -> None:
    assert found(page(path="az.md", body="## A { #a }\n\nAlif")).places == (Place("", "", ""),)
    assert found(page(facts={"kind": "finder"}, body="Alif")).places == (Place("", "", ""),)


def test_trainers_words_are_in_an_index_of_their_own() -> None:
    learners = searched([page(body="hamma umumiy")], Lang.UZ, trainer=False)
    pages = [
        page(body="hamma umumiy"),
        page(path="modules/nizo/trainer.md", body="hamma umumiy sirli", facts={"edition": "trainer"}),
    ]
    assert searched(pages, Lang.UZ, trainer=False) == learners
    (trainers,) = searched(pages, Lang.UZ, trainer=True)
    names, index = trainers_index([trainers], learners, {})
    assert words_in(index) == {"sirli"}
    assert [(one["url"], one["of"]) for one in names["pages"]] == [
        ("modules/nizo/trainer.html", "modules/nizo/index.html")
    ]


def test_a_learners_copy_holds_no_file_for_trainers() -> None:
    interface = read_interface((ROOT / "data/words.yml").read_text("utf-8"))[Lang.UZ]
    curriculum, _ = load([], date(2027, 1, 1))
    pages = [page(body="hamma"), page(path="modules/nizo/trainer.md", body="sirli", facts={"edition": "trainer"})]
    files = dict(search_files(pages, curriculum, interface, copy_for(Lang.UZ, trainers=False)))
    assert set(files) == {"search/uz.js", "search/uz-names.js", "search/uz/modules-nizo-index.js"}
    assert not any("sirli" in text for text in files.values())
    both = dict(search_files(pages, curriculum, interface, copy_for(Lang.UZ, trainers=True)))
    assert "search/uz-trainer/modules-nizo-trainer.js" in both


def test_a_glossary_entry_is_a_place_of_its_own() -> None:
    body = '<dl class="glossary"><dt id="term-a">Sheriklik</dt><dd><p>Birga ish.</p><p class="twins"><span lang="ru">сотрудничество</span></p></dd></dl>'
    *_, last = found(page(path="glossary.md", body=body)).places
    assert last == Place("term-a", "Sheriklik", "Birga ish. сотрудничество")


@given(st.lists(st.lists(st.integers(0, 2000), unique=True).map(sorted), max_size=9))
def test_packed_numbers_can_be_read_again(lists: list[list[int]]) -> None:
    digits = [chr(code) for code in range(33, 127) if chr(code) not in '"\\']

    def read(packed: str) -> list[int]:
        numbers, last, letters = list[int](), -1, iter(packed)
        for letter in letters:
            step = digits.index(letter)
            if step >= 64:
                step = 64 + (step - 64) * len(digits) + digits.index(next(letters))
            last += step + 1
            numbers.append(last)
        return numbers

    assert [read(one) for one in pack_numbers(lists).split(" ")] == (lists or [[]])


@given(st.lists(st.text("abcg’o", min_size=1, max_size=40), unique=True).map(sorted))
def test_packed_words_can_be_read_again(words: list[str]) -> None:
    assert words_in({"words": pack_words(words)}) == set(words)


def test_spellings_share_a_form_before_they_are_packed() -> None:
    assert forms("Gʻamxoʻrlik, g'amxo‘rlik – ЎЗГАРИШ 1146") == ["gamxorlik", "gamxorlik", "ўзгариш", "1146"]


def test_marks_of_markdown_are_not_words() -> None:
    text = "- [x] **to‘g‘ri** `kod`\n1. ![rasm](a.svg) <b data-x='y'>matn</b> &amp; *oxiri*"
    assert plain(text) == "to‘g‘ri kod rasm matn & oxiri"


# A–Z


@pytest.mark.parametrize(
    ("title", "lang", "letter"),
    [("Oʻzgarish", Lang.UZ, "Oʻ"), ("shahar", Lang.UZ, "Sh"), ("“Choy”", Lang.UZ, "Ch"), ("Otash", Lang.UZ, "O"),
     ("Ёлка", Lang.RU, "Е"), ("«Мир»", Lang.RU, "М"), ("Shelter", Lang.EN, "S"), ("10 steps", Lang.EN, "#")],
)  # fmt: skip
def test_titles_stand_under_their_letter(title: str, lang: Lang, letter: str) -> None:
    assert first_letter(title, lang) == letter


def test_the_index_follows_the_alphabet_and_leaves_trainers_pages_out() -> None:
    interface = read_interface((ROOT / "data/words.yml").read_text("utf-8"))[Lang.UZ]
    titles = ["Shahar", "Oʻzgarish", "Zina", "Alif", "Otash"]
    pages = [page(title=title, path=f"{n}.md") for n, title in enumerate(titles)]
    pages += [
        page(title="Sir", path="t.md", facts={"edition": "trainer"}),
        page(title="Чужое", lang=Lang.RU, path="c.md"),
    ]
    body = az_page(pages, interface).body
    assert re.findall(r"^- \[(\w+ʻ?\w*)\]", body, re.M) == ["Alif", "Otash", "Zina", "Oʻzgarish", "Shahar"]


# fonts


@pytest.mark.parametrize("face", FACES)
def test_fonts_hold_the_letters_of_their_script(face: str) -> None:
    for script, characters in SCRIPTS.items():
        with TTFont(THEME / f"assets/fonts/{face}-{script}.woff2") as font:
            missing = set(map(ord, characters)) - set(font.getBestCmap())
        assert {chr(one) for one in missing} == set()


def test_letters_our_texts_use_are_in_the_fonts() -> None:
    known = set("".join(SCRIPTS.values())) | set("\n\t\u2060\ufeff")
    strange: dict[str, Path] = {}
    for path in [
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "modules").rglob("*.md"),
        *(ROOT / "handouts").rglob("*.md"),
    ]:
        strange |= dict.fromkeys(set(path.read_text("utf-8")) - known, path)
    assert strange == {}


def test_ids_of_the_frame_cannot_meet_ids_of_headings() -> None:
    for path in THEME.rglob("*.html"):
        assert re.findall(r'\bid="(?!ahil-)[^"{]*"', path.read_text("utf-8")) == [], path
