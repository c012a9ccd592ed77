"""Acceptance, staleness by section, files that are missing, strange or exchanged, and the command itself."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from ahil.cli import main
from ahil.model.translation import State
from ahil.publish.translations import coverage, examine

CASES = Path(__file__).resolve().parents[1] / "cases" / "translations"
EN, RU, UZ = (f"docs/{lang}/guide/session.md" for lang in ("en", "ru", "uz"))


@pytest.fixture(name="tree")
def _tree(tmp_path: Path) -> Path:
    shutil.copytree(CASES / "tree", tmp_path / "tree")
    return tmp_path / "tree"


def ahil(tree: Path, *words: str, answer: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(main, [*words, "--root", str(tree)], input=answer)
    return result.exit_code, result.output


def change(tree: Path, path: str, text: str, instead: str) -> None:
    whole = (tree / path).read_text("utf-8")
    assert text in whole
    (tree / path).write_text(whole.replace(text, instead), "utf-8")


def stale(tree: Path) -> list[tuple[str, str]]:
    return sorted((page.lang, section.key) for page in coverage(tree).pages for section in page.stale)


def codes(tree: Path, path: str) -> set[str]:
    return {fault.code for fault in examine(tree).faults if fault.spot.path == path}


def test_without_records_all_is_draft_and_clean(tree: Path) -> None:
    assert {page.state for page in coverage(tree).pages if page.lang != "en"} == {State.DRAFT}
    assert ahil(tree, "translations")[0] == 0


def test_accepted_is_current_and_a_change_of_the_source_is_stale_by_section(tree: Path) -> None:
    assert ahil(tree, "accept", "--all", "--yes-i-read")[0] == 0
    assert {page.state for page in coverage(tree).pages} == {State.CURRENT}
    change(tree, EN, "Thank everyone and go home together.", "Thank everyone and walk home together.")
    assert stale(tree) == [("ru", "close"), ("uz", "close")]
    code, said = ahil(tree, "translations", RU)
    assert code == 1
    assert "{+walk+}" in said
    assert "docs/uz" not in said
    assert "Поблагодарите всех" in said


def test_each_kind_of_block_makes_its_section_stale(tree: Path) -> None:
    ahil(tree, "accept", "--all", "--yes-i-read")
    changes = [
        ("Before the session", "Ahead of the session", "front"),
        ("Welcome to the guide.", "Welcome to this guide.", "top"),
        ("Water for everyone", "Clean water for everyone", "prepare"),
        ("The room is quiet", "The hall is quiet", "check"),
        ("| Talk | 25 |", "| Talk | 30 |", "run"),
        ("total = 24", "total = 30", "run"),
        ("The law on equality", "The old law on equality", "run"),
        ("Non-governmental", "Non-profit", "front"),
        ("safety.md#calm", "safety.md#rest", "prepare"),
        ("Open the session", "Begin the session", "run"),
    ]
    for text, instead, section in changes:
        before = (tree / EN).read_text("utf-8")
        change(tree, EN, text, instead)
        assert stale(tree) == [("ru", section), ("uz", section)], text
        (tree / EN).write_text(before, "utf-8")
    assert stale(tree) == []


def test_editing_the_translation_accepts_nothing(tree: Path) -> None:
    ahil(tree, "accept", "--all", "--yes-i-read")
    change(tree, EN, "go home together", "leave together")
    change(tree, RU, "идите домой вместе", "уходите вместе")
    assert ("ru", "close") in stale(tree)
    assert ahil(tree, "accept", RU, answer="n\n")[0] == 0
    assert ("ru", "close") in stale(tree)
    assert ahil(tree, "accept", RU, "--section", "close", "--yes-i-read")[0] == 0
    assert stale(tree) == [("uz", "close")]


def test_a_question_without_an_answer_accepts_nothing(tree: Path) -> None:
    code, said = ahil(tree, "accept", RU, answer="")
    assert code == 1
    assert "Abort" not in said
    assert not (tree / "translations/ru").exists()


def test_a_cosmetic_change_is_accepted_for_all_languages(tree: Path) -> None:
    ahil(tree, "accept", "--all", "--yes-i-read")
    change(tree, EN, "go home together.", "go home, together.")
    assert ahil(tree, "accept", "--cosmetic", EN)[0] == 0
    assert stale(tree) == []


def test_accept_refuses_while_the_structure_differs(tree: Path) -> None:
    change(tree, RU, "- Вода для всех\n", "")
    code, said = ahil(tree, "accept", RU, "--yes-i-read")
    assert code == 1
    assert "PA201" in said
    assert not (tree / "translations/ru").exists()


def test_a_section_without_id_that_gets_another_title_is_stale(tree: Path) -> None:
    for path in (EN, RU, UZ):
        whole = (tree / path).read_text("utf-8")
        (tree / path).write_text(whole.replace(" { #close }", ""), "utf-8")
    ahil(tree, "accept", "--all", "--yes-i-read")
    change(tree, EN, "## Close", "## Close well")
    assert len(stale(tree)) == 2


def test_move_takes_the_records_along(tree: Path) -> None:
    ahil(tree, "accept", "--all", "--yes-i-read")
    assert ahil(tree, "move", "guide/session", "guide/meeting")[0] == 0
    assert {page.state for page in coverage(tree).pages} == {State.CURRENT}
    assert ahil(tree, "move", "guide/session", "guide/other")[0] == 2


def test_files(tree: Path) -> None:
    (tree / RU).unlink()
    assert codes(tree, RU) == {"TR101"}
    (tree / "docs/uz/guide/alone.md").write_text("## Yangi sahifa\n\nMatn.\n", "utf-8")
    assert "TR102" in codes(tree, "docs/uz/guide/alone.md")
    for empty in ("", "\n\n", "---\ntitle: Mashgʻulotdan oldin\n---\n"):
        (tree / UZ).write_text(empty, "utf-8")
        assert "TR103" in codes(tree, UZ), repr(empty)


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "koi8-r"])
def test_what_cannot_be_read_is_named_and_the_rest_is_checked(tree: Path, encoding: str) -> None:
    text = (tree / RU).read_text("utf-8")
    (tree / RU).write_bytes(text.encode(encoding, "replace"))
    change(tree, UZ, "- Uchta marker\n", "")
    assert codes(tree, RU) == {"TR201"}
    assert "PA201" in codes(tree, UZ)


def test_exchanged_files_are_named_once(tree: Path) -> None:
    ru, uz = (tree / RU).read_bytes(), (tree / UZ).read_bytes()
    (tree / RU).write_bytes(uz)
    (tree / UZ).write_bytes(ru)
    assert "LA201" in codes(tree, RU)
    assert "LA201" in codes(tree, UZ)


def test_a_copy_of_the_source_is_not_a_translation(tree: Path) -> None:
    (tree / UZ).write_bytes((tree / EN).read_bytes())
    assert "LA201" in codes(tree, UZ)
    assert coverage(tree).of("uz")[0].state is State.UNTRANSLATED


def test_any_language_may_be_the_source(tree: Path) -> None:
    change(tree, UZ, "order: 3\n", "order: 3\nsource: uz\n")
    assert examine(tree).faults == []
    assert coverage(tree).page("docs/guide/session", "en").state is State.DRAFT  # type: ignore[union-attr]


@pytest.mark.parametrize("bytes_", [b"\xef\xbb\xbf", b""])
def test_layout_of_the_file_is_no_fault(tree: Path, bytes_: bytes) -> None:
    ahil(tree, "accept", "--all", "--yes-i-read")
    for path in (EN, RU, UZ):
        (tree / path).write_bytes(bytes_ + (tree / path).read_bytes().replace(b"\n", b"\r\n"))
    found = examine(tree)
    assert found.faults == []
    assert stale(tree) == []


def test_a_suppression_needs_a_reason_and_is_listed(tree: Path) -> None:
    change(tree, RU, "Начните с песни.", "<!-- check:off LA203 the name of a song -->\n    Begin with a song now.")
    found = examine(tree)
    assert found.faults == []
    assert [off.reason for _, off in found.aside] == ["the name of a song"]
    change(tree, RU, "LA203 the name of a song", "LA203")
    assert {"LA203", "TR207"} <= codes(tree, RU)


def test_the_baseline_is_a_ratchet(tree: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    change(tree, RU, "- Вода для всех\n", "")
    assert ahil(tree, "translations", "--baseline", str(known))[0] == 0
    assert ahil(tree, "translations", "--baseline", str(known))[0] == 0
    change(tree, UZ, "- Uchta marker\n", "")
    assert ahil(tree, "translations", "--baseline", str(known))[0] == 1


def test_fix_puts_apostrophes_right(tree: Path) -> None:
    good = (tree / UZ).read_text("utf-8")
    (tree / UZ).write_text(good.replace("ʻ", "'"), "utf-8")
    assert ahil(tree, "translations", "--fix")[0] == 0
    assert (tree / UZ).read_text("utf-8") == good


@pytest.mark.parametrize("form", ["plain", "json", "github", "sarif", "junit", "html"])
@pytest.mark.parametrize("lang", ["uz", "ru", "en"])
def test_every_form_in_every_language(tree: Path, form: str, lang: str) -> None:
    change(tree, RU, "- Вода для всех\n", "")
    code, said = ahil(tree, "translations", "--as", form, "--lang", lang)
    assert code == 1
    assert "PA201" in said
    if form == "json":
        data = json.loads(said)
        assert data["problems"][0]["path"] == RU
        assert data["coverage"]["share"]["uz"] == 1


def test_wrong_use_is_two(tree: Path, tmp_path: Path) -> None:
    assert ahil(tmp_path / "nothing", "translations")[0] == 2
    assert ahil(tree, "translations", "docs/en/none.md")[0] == 2
    assert ahil(tree, "accept")[0] == 2
    assert ahil(tree, "accept", RU, "--section", "none", "--yes-i-read")[0] == 2
