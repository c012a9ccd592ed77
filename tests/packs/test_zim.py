"""An archive for Kiwix, read back: whole, and found in whatever letters one types."""

import importlib
from pathlib import Path
from typing import Any

import pytest

from ahil.model.lang import Lang
from ahil.render.packs.searched import as_typed
from packs.conftest import Made


@pytest.fixture
def opened(made: Made, tmp_path: Path) -> Any:
    def archive(lang: Lang) -> Any:
        files = made("zim", lang)
        assert list(files) == [f"zim/ahil-{lang}.zim"]
        place = tmp_path / f"{lang}.zim"
        place.write_bytes(files[f"zim/ahil-{lang}.zim"])
        return importlib.import_module("libzim.reader").Archive(place)

    return archive


def found(archive: Any, words: str) -> set[str]:
    search = importlib.import_module("libzim.search")
    hits = search.Searcher(archive).search(search.Query().set_query(words))
    return set(hits.getResults(0, 20))


@pytest.mark.parametrize("lang", Lang)
def test_it_is_whole_and_opens_on_its_list(opened: Any, lang: Lang) -> None:
    archive = opened(lang)
    assert archive.check() and archive.has_fulltext_index and archive.has_title_index
    front = bytes(archive.main_entry.get_item().content).decode()
    for name in ("m01.html", "h01.html", "glossary.html", "book.css"):
        assert archive.has_entry_by_path(name)
        assert name == "book.css" or f'href="{name}"' in front
    page = bytes(archive.get_entry_by_path("m01.html").get_item().content).decode()
    assert f'<html lang="{lang.tag}">' in page and "<svg" in page and "<input" not in page and 'href="h01.html"' in page
    assert archive.get_metadata("Language").decode() in {"uzb", "rus", "eng"}


@pytest.mark.parametrize(
    "typed",
    ["qoʻshnidan", "qo'shnidan", "qo’shnidan", "qo‘shnidan", "qo`shnidan", "qoʼshnidan", "qoshnidan", "Qo'shnidan", "қўшнидан", "soʻzi", "сўзи"],
)  # fmt: skip
def test_uzbek_is_found_in_the_letters_of_every_keyboard(opened: Any, typed: str) -> None:
    assert found(opened(Lang.UZ), typed), typed


@pytest.mark.parametrize(
    ("lang", "typed", "name"), [(Lang.RU, "соседа", "h01.html"), (Lang.EN, "neighbour", "h01.html")]
)
def test_the_other_languages_are_found_too(opened: Any, lang: Lang, typed: str, name: str) -> None:
    assert name in found(opened(lang), typed)


def test_what_is_not_there_is_not_found(opened: Any) -> None:
    assert not found(opened(Lang.UZ), "zebra")


def test_each_word_stands_in_the_index_as_it_may_be_typed() -> None:
    assert as_typed("Oʻzbek va sanʼat") == "Oʻzbek va sanʼat\nOʼzbek O'zbek Ozbek O zbek sanʻat san'at sanat san at"
    assert as_typed("yoʻl", lambda text: text.replace("yoʻl", "йўл")).endswith("\nиул")
