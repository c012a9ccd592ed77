"""No learner's pack holds a word of the trainers', in whatever it is wrapped."""

import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from conftest import CANARY, CANARY_IN_CYRILLIC
from libzim.reader import Archive
from libzim.search import Query, Searcher

from ahil.model.lang import Lang
from ahil.publish.packs.packing import FORMATS
from packs.conftest import Made


def words_of(name: str, content: bytes) -> Iterator[str]:
    """The text of a file, and of all files in it."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield from words_of(inner, archive.read(inner))
    elif content.startswith(b"%PDF"):
        done = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
        yield done.stdout.decode()
    elif content.startswith(b"ZIM"):
        yield from words_of_zim(content)
    else:
        yield content.decode("utf-8", "replace")


def words_of_zim(content: bytes) -> Iterator[str]:
    """Every entry, and whether its index knows the word."""
    with NamedTemporaryFile(suffix=".zim") as file:
        file.write(content)
        file.flush()
        archive = Archive(Path(file.name))
        entries = [archive._get_entry_by_id(number) for number in range(archive.all_entry_count)]
        texts = [bytes(one.get_item().content).decode("utf-8", "replace") for one in entries if not one.is_redirect]
        assert any("<html" in text for text in texts)
        yield from texts
        yield CANARY * Searcher(archive).search(Query().set_query(CANARY)).getEstimatedMatches()


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", FORMATS)
def test_learners_packs_hold_no_canary(made: Made, name: str, lang: Lang) -> None:
    files = made(name, lang)
    assert files or (name == "bilingual" and lang is Lang.UZ)
    learners = {file: content for file, content in files.items() if "-trainer" not in file}
    told = {file: " ".join(words_of(file, content)) for file, content in learners.items()}
    assert not [file for file, text in told.items() if CANARY in text or CANARY_IN_CYRILLIC in text]
