"""A book for readers: what epubcheck, links, and people expect of it."""

import posixpath
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ahil.model.lang import Lang
from packs.conftest import Made


def opened(made: Made, lang: Lang) -> dict[str, bytes]:
    files = made("epub", lang)
    assert list(files) == [f"epub/ahil-{lang}.epub"] + (["epub/ahil-uz-cyrl.epub"] if lang is Lang.UZ else [])
    with zipfile.ZipFile(BytesIO(files[f"epub/ahil-{lang}.epub"])) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", ["uz", "uz-cyrl", "ru", "en"])
def test_epubcheck_finds_nothing(made: Made, name: str, tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(made("epub", Lang(name[:2]))[f"epub/ahil-{name}.epub"])
    program = shutil.which("epubcheck")
    assert program, "epubcheck is not installed"
    command = ["java", "-jar", program] if zipfile.is_zipfile(program) else [program]
    done = subprocess.run([*command, str(book)], capture_output=True, text=True, check=False)
    assert "0 fatals / 0 errors / 0 warnings / 0 infos" in done.stdout + done.stderr, done.stdout + done.stderr


@pytest.mark.parametrize("lang", Lang)
def test_every_text_is_in_it_in_its_language_and_links_lead_inside(made: Made, lang: Lang) -> None:
    book = opened(made, lang)
    texts = {name: content.decode() for name, content in book.items() if name.endswith(".xhtml")}
    assert {"EPUB/text/m01.xhtml", "EPUB/text/h01.xhtml", "EPUB/text/glossary.xhtml"} <= set(texts)
    assert all(f'lang="{lang.tag}" xml:lang="{lang.tag}"' in text for text in texts.values())
    inside = {posixpath.normpath(posixpath.join(posixpath.dirname(name), link.partition("#")[0] or posixpath.basename(name)))
              for name, text in texts.items() for link in re.findall(r'(?:href|src)="([^":]+)"', text)}  # fmt: skip
    assert inside <= set(book)
    assert "h01.xhtml" in texts["EPUB/text/m01.xhtml"] and "glossary.xhtml#" in texts["EPUB/text/m01.xhtml"]


def test_boxes_are_empty_and_drawings_have_words(made: Made) -> None:
    text = opened(made, Lang.EN)["EPUB/text/m01.xhtml"].decode()
    assert text.count('<span class="box"') == 12 and "<input" not in text and "checked" not in text
    assert re.search(r'<img src="../images/m01-talk.svg" alt="[^"]+"', text)


def test_uzbek_is_there_in_cyrillic_with_its_own_name(made: Made) -> None:
    with zipfile.ZipFile(BytesIO(made("epub", Lang.UZ)["epub/ahil-uz-cyrl.epub"])) as archive:
        text = archive.read("EPUB/text/h01.xhtml").decode()
        package = archive.read("EPUB/package.opf").decode()
    assert "қўшнидан" in text and 'xml:lang="uz-Cyrl"' in text and "<dc:language>uz-Cyrl<" in package
    assert re.findall("urn:uuid:[-0-9a-f]+", package) != re.findall(
        "urn:uuid:[-0-9a-f]+", opened(made, Lang.UZ)["EPUB/package.opf"].decode()
    )
