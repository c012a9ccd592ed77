"""The verbs: check, explain, schema, fingerprint, as a person runs them."""

import json
from pathlib import Path

import pytest
from case_tree import CASES, laid
from click.testing import CliRunner, Result
from conftest import ROOT, TINY

from ahil.cli import main
from ahil.publish.inventory import watch
from ahil.publish.report import FORMS
from ahil.publish.schemas import FOLDER, schemas
from ahil.publish.wording import messages
from ahil.rules.engine import RULES

DAY = ("--today", "2026-12-01")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_silence_means_success() -> None:
    done = run("check", "--root", TINY, *DAY)
    assert (done.exit_code, done.output) == (0, "")


def test_findings_are_two_lines_each_and_exit_1(tmp_path: Path) -> None:
    root = laid(CASES / "SA605-law-number", tmp_path / "tree")
    done = run("check", "--root", root, *DAY)
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert "docs/en/one.md:6:9: SA605 the law number ZRU-561 is typed by hand" in lines
    assert lines[lines.index("docs/en/one.md:6:9: SA605 the law number ZRU-561 is typed by hand") + 1].startswith(
        "  → "
    )


@pytest.mark.parametrize(("lang", "word"), [("ru", "номер закона"), ("uz", "qonun raqami")])
def test_a_reader_gets_her_language(tmp_path: Path, lang: str, word: str) -> None:
    root = laid(CASES / "SA605-law-number", tmp_path / "tree")
    assert word in run("check", "--root", root, "--lang", lang, *DAY).stdout


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_says_the_same(tmp_path: Path, form: str) -> None:
    root = laid(CASES / "SA605-law-number", tmp_path / "tree")
    done = run("check", "--root", root, "--as", form, *DAY)
    assert done.exit_code == 1
    assert "SA605" in done.stdout
    if form in ("json", "sarif"):
        json.loads(done.stdout)


def test_a_path_narrows_the_report(tmp_path: Path) -> None:
    root = laid(CASES / "LK301-unknown-page", tmp_path / "tree")
    assert run("check", root / "docs" / "en" / "one.md", "--root", root, *DAY).exit_code == 1
    assert run("check", root / "data", "--root", root, *DAY).exit_code == 0


def test_information_is_counted_not_shown(tmp_path: Path) -> None:
    root = laid(CASES / "LK302-page-to-come", tmp_path / "tree")
    page = root / "docs" / "en" / "one.md"
    for lang in ("ru", "uz"):
        target = root / "docs" / lang / "one.md"
        target.parent.mkdir()
        said = page.read_text("utf-8").replace("What it is about.", "Bu haqda.")  # English words are asked for in uz
        target.write_text(said.replace("See [the actors]", "Bu [odamlar]"), "utf-8")
    assert (run("check", "--root", root, *DAY).exit_code, run("check", "--root", root, *DAY).stdout) == (0, "")
    assert "LK302" in run("check", "--root", root, "--notes", *DAY).stdout


def test_what_was_set_aside_is_listed_with_its_reason(tmp_path: Path) -> None:
    root = laid(CASES / "good-suppression", tmp_path / "tree")
    done = run("check", "--root", root, "--set-aside", *DAY)
    assert done.exit_code == 0
    assert "a quotation of the title" in done.stdout


@pytest.mark.parametrize(
    "words",
    [["check", "--as", "pdf"], ["check", "nowhere.md"], ["check", "--root", "nowhere"], ["check", "--today", "soon"]],
)
def test_wrong_use_is_exit_2(words: list[str]) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_an_empty_folder_is_wrong_use(tmp_path: Path) -> None:
    assert run("check", "--root", tmp_path).exit_code == 2


def test_a_broken_check_is_exit_3_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(reading: object) -> object:
        raise RuntimeError("oh")

    monkeypatch.setattr("ahil.cli.check.examined", broken)
    done = run("check", "--root", TINY, *DAY)
    assert done.exit_code == 3
    assert "RuntimeError: oh" in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("code", [*sorted(RULES), "LO001"])
def test_every_code_is_explained(code: str) -> None:
    done = run("explain", code.lower())
    assert done.exit_code == 0
    assert done.output.startswith(f"{code} · {messages()[code].gravity}")


def test_an_unknown_code_names_its_neighbours() -> None:
    done = run("explain", "SA699")
    assert done.exit_code == 2
    assert "SA6" in done.output


def test_the_schemas_are_fresh() -> None:
    lists, faults = watch(ROOT)
    assert faults == []
    for name, text in schemas(lists).items():
        assert (ROOT / FOLDER / name).read_text("utf-8") == text, f"run `ahil schema`: {name}"
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == set(schemas(lists))


def test_a_register_is_a_list_and_a_module_an_object() -> None:
    lists, _ = watch(ROOT)
    made = {name: json.loads(text) for name, text in schemas(lists).items()}
    assert made["glossary.json"]["type"] == "array"
    assert made["module.json"]["type"] == "object"
    assert "map" in made["module.json"]["$defs"]["Objective"]["properties"]["verb"]["enum"]
    assert "from" in made["worksheet.json"]["$defs"]["Field"]["properties"]


def test_schema_writes_what_changed(tmp_path: Path) -> None:
    assert f"{FOLDER}/module.json" in run("schema", "--root", tmp_path).output
    assert run("schema", "--root", tmp_path).output == ""


def test_a_text_is_remembered_without_its_words(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("One two three four five six seven eight nine ten eleven twelve thirteen.\n\nShort.\n")
    assert run("fingerprint", text, "--root", tmp_path).exit_code == 0
    runs = (tmp_path / "data" / "briefing-runs.txt").read_text("utf-8").splitlines()
    assert len(runs) == 3
    assert "seven" not in " ".join(runs[1:])


def test_the_fingerprints_of_the_briefing_are_there() -> None:
    lists, _ = watch(ROOT)
    assert len(lists.runs) > 4000
