import inspect
import re
import shutil
from pathlib import Path

import pytest
from case_tree import CASES, TODAY, code_of, found, laid, said
from conftest import ROOT, TINY

from ahil.model.lang import Lang
from ahil.publish.reading import read
from ahil.publish.wording import messages
from ahil.rules.engine import FAMILIES, RULES, all_rules, examine
from ahil.rules.suppression import set_aside

ALL = sorted(CASES.iterdir())
BAD = [case for case in ALL if code_of(case)]
GOOD = [case for case in ALL if re.match(r"good-[A-Z]{2}-", case.name)]
RULE_LIST = all_rules()
GAP = re.compile(r"(?<!\{)\{(\w+)\}")


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_a_case_has_the_findings_it_announces(case: Path, tmp_path: Path) -> None:
    announced = (case / "expect.txt").read_text("utf-8").splitlines()
    assert announced
    assert said(laid(case, tmp_path / "tree"), code_of(case)) == announced


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_a_good_case_stays_silent(case: Path, tmp_path: Path) -> None:
    family = case.name.split("-")[1]
    root = laid(case, tmp_path / "tree")
    assert [one for one in said(root, family) if " is planned and not " not in one] == []
    assert said(root, "LO") == []


def test_a_whole_tree_without_fault_is_silent(tmp_path: Path) -> None:
    assert said(Path(shutil.copytree(TINY, tmp_path / "tree")), "") == []


def test_every_code_has_a_bad_case_and_every_family_a_good_one() -> None:
    loading = {code for code in messages() if code.startswith("LO")}
    shown = {code_of(case) for case in BAD}
    assert (set(RULES) | loading | {"CK001"}) - shown == set()
    assert {code[:2] for code in RULES} - {case.name.split("-")[1] for case in GOOD} == set()


@pytest.mark.parametrize("rule", RULE_LIST, ids=lambda rule: rule.codes[0])
def test_a_rule_tells_its_story(rule) -> None:  # type: ignore[no-untyped-def]
    assert len(rule.story.split()) >= 15
    if len(rule.codes) > 1:
        assert [code for code in rule.codes if code not in rule.story] == []


@pytest.mark.parametrize("code", sorted([*RULES, "CK001", "CK002", *(c for c in messages() if c[:2] == "LO")]))
def test_a_message_has_three_languages_and_the_same_gaps(code: str) -> None:
    message = messages()[code]
    for part in (message.what, message.do):
        assert set(part) == set(Lang)
        assert all(part[lang].strip() for lang in Lang)
        assert len({frozenset(GAP.findall(part[lang])) for lang in Lang}) == 1
    assert not re.search(r"[A-Za-z]['’‘`][a-z]", message.what["uz"] + message.do["uz"])
    assert not re.search(r"\b(?:please|invalid)\b", message.what["en"] + message.do["en"], re.IGNORECASE)


def test_every_file_of_rules_is_a_family_and_small() -> None:
    folder = ROOT / "scripts" / "ahil" / "rules" / "source"
    files = {path.stem: path for path in folder.glob("*.py") if path.stem != "__init__"}
    assert set(files) == set(FAMILIES)
    assert [name for name, path in files.items() if len(path.read_text("utf-8").splitlines()) > 200] == []


def test_no_human_language_stands_in_the_rules() -> None:
    look_alikes = "асеорхук"  # the letters that two alphabets share
    for path in (ROOT / "scripts" / "ahil" / "rules" / "source").glob("*.py"):
        code = re.sub(r"['\"]{3}[\s\S]*?['\"]{3}|#.*", "", path.read_text("utf-8"))
        words = [word for word in re.findall(r"[а-яё]{5,}", code) if set(word) - set(look_alikes)]
        assert words == [], path.name


def test_a_rule_that_breaks_is_a_fault_and_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(ground):  # type: ignore[no-untyped-def]
        raise ZeroDivisionError("oh")

    rules = [type(RULE_LIST[0])(("ST101",), broken), *RULE_LIST[1:]]
    monkeypatch.setattr("ahil.rules.engine.all_rules", lambda: rules)
    curriculum = read(TINY, TODAY).curriculum
    faults = list(examine(curriculum))
    assert [one.gaps["code"] for one in faults if one.code == "CK002"] == ["ST101"]


def test_switches_hold_for_what_follows_and_are_listed(tmp_path: Path) -> None:
    root = laid(CASES / "good-suppression", tmp_path / "tree")
    assert said(root, "SA") == []
    assert said(root, "CK") == []
    from ahil.publish.examination import examined

    _, aside = examined(read(root, TODAY))
    assert sorted(one.fault.code for one in aside) == ["SA605", "SA605", "SA609", "SA611"]
    assert all(one.reason for one in aside)


def test_a_switch_holds_no_further_than_its_block(tmp_path: Path) -> None:
    root = laid(CASES / "SA605-law-number", tmp_path / "tree")
    page = root / "docs" / "en" / "one.md"
    text = page.read_text("utf-8").replace("The law", "<!-- check:off SA605 a title -->\n\nText.\n\nThe law")
    page.write_text(text, "utf-8")
    assert len(said(root, "SA605")) == 2


def test_a_section_can_be_set_aside_by_its_heading(tmp_path: Path) -> None:
    root = laid(CASES / "SA605-law-number", tmp_path / "tree")
    page = root / "docs" / "en" / "one.md"
    head, _, body = page.read_text("utf-8").rpartition("---\n")
    text = f"{head}---\n<!-- check:off SA605 titles -->\n## Laws {{ #laws }}\n\n{body}\n\nZRU-1.\n\n## More {{ #more }}\n\nPF-2.\n"
    page.write_text(text, "utf-8")
    assert [one.rpartition(" is ")[0][-4:] for one in said(root, "SA605")] == ["PF-2"]


def test_front_matter_sets_a_code_aside_for_the_page(tmp_path: Path) -> None:
    root = laid(CASES / "SA605-law-number", tmp_path / "tree")
    page = root / "docs" / "en" / "one.md"
    text = page.read_text("utf-8").replace("summary:", "checks: {SA605: {reason: a page about titles}}\nsummary:")
    page.write_text(text, "utf-8")
    assert said(root, "SA605") == []


def test_everything_is_reported_at_once(tmp_path: Path) -> None:
    root = tmp_path / "tree"
    for case in BAD:
        if not (case / "also.yml").is_file() and case.name.startswith(("SA6", "UN80", "LO01")):
            for path in sorted(case.rglob("*.md")):
                target = root / path.relative_to(case).parent / f"{case.name.lower()}.md"
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target) if "docs" in path.parts else None
    codes = {one.code for one in found(root)}
    assert {"SA603", "SA605", "SA607", "UN801", "UN803", "LO010", "LO017"} <= codes


def test_the_marks_and_registers_are_those_that_are_rendered() -> None:
    from ahil.render import marks, registers
    from ahil.rules.source import marks as checked

    assert set(checked.MARKS) == set(marks.MARKS) | set(marks.KINDS)
    assert set(checked.REGISTERS) == set(registers.REGISTERS)


def test_set_aside_needs_no_sources() -> None:
    curriculum = read(TINY, TODAY).curriculum
    assert set_aside([], curriculum) == ([], [])
    assert inspect.signature(examine).parameters["sources"].default is None
