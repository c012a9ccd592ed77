"""The rules that read Markdown while one edits, and the checker that reads built pages, see the same links."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, Built
from selectolax.lexbor import LexborHTMLParser

from ahil.model.curriculum import Curriculum
from ahil.model.text import Prose
from ahil.publish.reading import read
from ahil.publish.site_reader import read_site
from ahil.render.address import find

SCHEME = re.compile(r"(page|module|handout|worksheet|path):([\w/-]+)(#[\w-]+)?$")


def written(prose: Prose, curriculum: Curriculum) -> Iterator[str]:
    """Where the links of a source lead, as files of the site; web addresses as they are."""
    for link in prose.links:
        if match := SCHEME.match(link.target):
            target = find(curriculum, match[1], match[2], prose.lang)
            if target and target.path:
                yield target.path.removesuffix(".md") + ".html" + (match[3] or "")
        elif not link.image:
            yield link.target
    for mark in prose.marks:
        if mark.name == "term":
            yield f"glossary.html#term-{mark.argument}"
        elif mark.name == "fact":
            yield from (source.url for source in curriculum.facts[mark.argument].sources)
        elif target := find(curriculum, mark.name, mark.argument, prose.lang):
            yield target.path.removesuffix(".md") + ".html" if target.path else ""


def built_links(page: Path, folder: Path) -> Iterator[str]:
    """Where the links of the words of a built page lead, as files below the folder of its language."""
    words = LexborHTMLParser(page.read_text("utf-8")).css_first("div.words")
    assert words is not None, page
    here = posixpath.dirname(page.relative_to(folder).as_posix())
    for link in words.css("a[href]"):
        href = link.attributes["href"] or ""
        if not href.startswith("#") and "headerlink" not in (link.attributes.get("class") or ""):
            yield href if "://" in href else posixpath.normpath(posixpath.join(here, href))


@pytest.fixture(scope="module")
def curriculum(built: Built) -> Curriculum:
    return read(built.root).curriculum


def test_every_link_of_a_source_is_a_link_of_its_page_and_no_other(built: Built, curriculum: Curriculum) -> None:
    compared = 0
    for page in curriculum.pages.values():
        for lang, prose in page.words.items():
            if any(mark.name == "register" for mark in prose.marks):
                continue
            folder = built.site if lang == "uz" else built.site / lang
            seen = {
                target for target in built_links(folder / f"{page.name}.html", folder) if not target.endswith(".pdf")
            }
            assert seen == {one for one in written(prose, curriculum) if one and not one.startswith("#")}, prose.path
            compared += len(seen)
    assert compared > 300


def test_the_checker_reads_those_links_too(built: Built, curriculum: Curriculum) -> None:
    """What the built-site reader holds of a page contains all that its source links to."""
    site = read_site(built.site, site_url="https://ahil.example/", offline=False)
    held: dict[str, set[str]] = {}
    for references in site.uses.values():
        for reference, numbers in references.items():
            for number in numbers:
                held.setdefault(site.docs[number].path, set()).add(reference.href)
    for page in curriculum.pages.values():
        for lang, prose in page.words.items():
            path = f"{page.name}.html" if lang == "uz" else f"{lang}/{page.name}.html"
            for target in written(prose, curriculum):
                if target and "://" not in target and not target.startswith("#"):
                    relative = posixpath.relpath(target, posixpath.dirname(f"{page.name}.html") or ".")
                    assert relative in held[path], f"{prose.path}: {target}"


def test_the_repository_itself_is_the_tree_that_was_built(built: Built) -> None:
    names = {path.name for path in (ROOT / "docs/en").glob("*.md")}
    assert names == {path.name for path in (built.root / "docs/en").glob("*.md")}
