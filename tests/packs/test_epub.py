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
    assert list(files) == [f"epub/ahil-{lang}.epub"]
    with zipfile.ZipFile(BytesIO(files[f"epub/ahil-{lang}.epub"])) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("lang", Lang)
def test_epubcheck_finds_nothing(made: Made, lang: Lang, tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(made("epub", lang)[f"epub/ahil-{lang}.epub"])
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
