"""Worksheets for Word: everything of the form is in them, and LibreOffice lays them out on their own paper."""

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ahil.model.lang import Lang
from ahil.publish.packs.docx import TAGS
from ahil.publish.packs.room import PackRoom
from packs.conftest import Made

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPED = {Lang.UZ: "Bitta xavotir", Lang.RU: "Одна тревога", Lang.EN: "One worry"}


def part(content: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return ElementTree.fromstring(archive.read(name))


@pytest.mark.parametrize("lang", Lang)
def test_the_whole_form_is_in_it(made: Made, room: PackRoom, lang: Lang) -> None:
    files = made("docx", lang)
    assert list(files) == ["docx/w01.docx"]
    document = part(files["docx/w01.docx"], "word/document.xml")
    text = "\n".join("".join(run.text or "" for run in line.iter(f"{W}t")) for line in document.iter(f"{W}p"))
    facts = room.curriculum.worksheets["listening-sheet"].facts
    for words in (facts.title, facts.how, facts.safety, facts.never, *(field.label for field in facts.fields)):
        assert words[lang] in text
    used = [style.get(f"{W}val") for style in document.iter(f"{W}pStyle")]
    assert used.count("WritingLine") == 1 + 2 and used.count("Heading1") == 1 and "Safety" in used
    styles = part(files["docx/w01.docx"], "word/styles.xml")
    assert {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")} >= set(used)
    assert next(styles.iter(f"{W}lang")).get(f"{W}val") == TAGS[lang]


def test_libreoffice_opens_it_and_every_word_is_there(made: Made, tmp_path: Path) -> None:
    for lang in Lang:
        (tmp_path / f"{lang}.docx").write_bytes(made("docx", lang)["docx/w01.docx"])
    own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    names = [str(tmp_path / f"{lang}.docx") for lang in Lang]
    command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for lang in Lang:
        done = subprocess.run(
            ["pdftotext", "-layout", str(tmp_path / f"{lang}.pdf"), "-"], check=True, capture_output=True
        )
        text = done.stdout.decode()
        assert TYPED[lang] in text and text.count("\f") == 1
        size = subprocess.run(["pdfinfo", str(tmp_path / f"{lang}.pdf")], check=True, capture_output=True, text=True)
        assert re.search(r"Page size: +59[45]\S* x 84[12]", size.stdout)
