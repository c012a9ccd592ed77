"""What every built page owes its reader, in every language: a way out (S01, S02), a disclaimer (S23), a foot (S30)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from selectolax.lexbor import LexborHTMLParser

from ahil.model.curriculum import Curriculum
from ahil.model.lang import Lang
from ahil.publish.reading import read

FOLDERS = {Lang.UZ: "", Lang.RU: "ru/", Lang.EN: "en/"}


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    return read(ROOT).curriculum


def marked(curriculum: Curriculum, kind: str) -> Iterator[str]:
    """The pages of what is ``sensitive`` or ``legal``, below the folder of a language."""
    for page in curriculum.pages.values():
        if page.facts and getattr(page.facts, kind):
            yield f"{page.name}.html"
    for module in curriculum.modules.values():
        if getattr(module.facts, kind):
            yield from (f"modules/{module.slug}/{name}.html" for name in ("index", "trainer"))
    for handout in curriculum.handouts.values():
        if getattr(handout.facts, kind):
            yield f"handouts/{handout.code}.html"
    for sheet in curriculum.worksheets.values():
        if getattr(sheet.facts, kind, False):
            yield f"worksheets/{sheet.code}.html"


def pages(site: Path, lang: Lang, paths: Iterator[str]) -> Iterator[tuple[Path, LexborHTMLParser]]:
    for path in paths:
        page = site / FOLDERS[lang] / path
        yield page, LexborHTMLParser(page.read_text("utf-8"))


@pytest.mark.parametrize("lang", Lang)
def test_a_sensitive_page_has_note_help_and_exit(lang: Lang, site: Path, curriculum: Curriculum) -> None:
    expected = set(marked(curriculum, "sensitive"))
    assert len(expected) > 20
    for path, tree in pages(site, lang, iter(expected)):
        exits = tree.css("a[data-quick-exit]")
        assert len(exits) == 1 and tree.css_first(".banner--care"), path
        leads = (path.parent / (exits[0].attributes["href"] or "")).resolve()
        assert leads == (site / "exit.html").resolve() and leads.is_file(), path
        assert tree.css_first(".help"), path
    inside = [path for path in (site / FOLDERS[lang]).rglob("*.html") if own(path, site, lang)]
    found = {
        str(path.relative_to(site / FOLDERS[lang]))
        for path in inside
        if 'class="is-sensitive"' in path.read_text("utf-8")
    }
    assert found == expected


def own(path: Path, site: Path, lang: Lang) -> bool:
    return lang is not Lang.UZ or path.relative_to(site).parts[0] not in ("uz-cyrl", "ru", "en")


def test_the_pages_in_cyrillic_are_marked_as_the_latin_ones(site: Path) -> None:
    def kept(folder: Path) -> set[str]:
        pages = [path for path in folder.rglob("*.html") if own(path, site, Lang.UZ) or folder != site]
        marks = ('class="is-sensitive"', "data-quick-exit", "banner--care", 'class="md-footer"')
        return {
            f"{path.relative_to(folder)} {one}" for path in pages for one in marks if one in path.read_text("utf-8")
        }

    latin = {one for one in kept(site) if not one.startswith(("404.html", "exit.html"))}
    assert latin and kept(site / "uz-cyrl") == latin


def test_the_way_out_asks_nobody(site: Path) -> None:
    tree = LexborHTMLParser((site / "exit.html").read_text("utf-8"))
    asked = [node.attributes.get("href") or node.attributes.get("src") or "" for node in tree.css("[href], [src]")]
    assert all("//" not in one for one in asked) and not tree.css("script")


@pytest.mark.parametrize("lang", Lang)
def test_a_page_on_law_says_that_it_is_no_advice(lang: Lang, site: Path, curriculum: Curriculum) -> None:
    words = read(ROOT).interfaces[lang].say("web.legal")
    expected = set(marked(curriculum, "legal"))
    assert len(expected) > 3
    for path, tree in pages(site, lang, iter(expected)):
        assert words in [banner.text(deep=True).strip() for banner in tree.css("aside.banner")], path


@pytest.mark.parametrize("lang", Lang)
def test_every_foot_leads_to_what_to_do_after_an_incident_and_to_corrections(lang: Lang, site: Path) -> None:
    for path in (site / FOLDERS[lang]).rglob("*.html"):
        text = path.read_text("utf-8")
        if own(path, site, lang) and "md-footer" in text and path.name != "404.html":
            links = [node.attributes.get("href") or "" for node in LexborHTMLParser(text).css(".md-footer a")]
            for wanted in ("safety.html#incident", "about-source.html#corrections"):
                target = next((link for link in links if link.endswith(wanted)), None)
                assert target and (path.parent / target.partition("#")[0]).is_file(), (path, wanted)
