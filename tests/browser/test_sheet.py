"""A form filled in on the page: nothing is kept unasked, a file brings it back, erasing and leaving take it away."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.test_access import violations
from browser.window import Windows

OPEN = "worksheets/w02.html"
PRIVATE = ("w10", "w11", "w14", "w23", "w24", "w26", "w27", "w29", "w30")
SENSITIVE = ("w10", "w24", "w26", "w27")
TYPED = "Suv navbati: oʻzgarish, maʼno, ўзгариш"


def act(page: Page, name: str) -> None:
    page.locator(f".sheet-desk [data-act={name}]").click()


def stored(page: Page) -> int:
    return page.evaluate("localStorage.length + sessionStorage.length")


def problem(page: Page) -> str:
    return page.locator("#w02-problem").input_value()


def filled(page: Page) -> None:
    page.locator("#w02-problem").fill(TYPED)
    page.locator("[name=w02-causes-2-cause]").fill("Ariqlar eski")
    page.locator("#w02-both").fill("birinchi\nikkinchi")


def test_what_is_typed_goes_into_a_file_and_comes_back(windows: Windows, start: str, tmp_path: Path) -> None:
    page = windows.open(start).go(OPEN)
    filled(page)
    assert stored(page) == 0
    with page.expect_download() as waited:
        act(page, "save")
    assert waited.value.suggested_filename == "w02.json"
    waited.value.save_as(tmp_path / "w02.json")
    values = {"w02-problem": TYPED, "w02-causes-2-cause": "Ariqlar eski", "w02-both": "birinchi\nikkinchi"}
    assert json.loads((tmp_path / "w02.json").read_text("utf-8")) == {"sheet": "w02", "values": values}

    act(page, "erase")
    assert problem(page) == TYPED, "one press is not enough"
    act(page, "erase")
    assert problem(page) == "" and page.locator("#w02-both").input_value() == ""

    page.locator(".sheet-desk input[type=file]").set_input_files(tmp_path / "w02.json")
    expect(page.locator("#w02-problem")).to_have_value(TYPED)
    expect(page.locator("#w02-both")).to_have_value("birinchi\nikkinchi")
    assert stored(page) == 0


def test_ticks_travel_too(windows: Windows, served: str, tmp_path: Path) -> None:
    page = windows.open(served).go("worksheets/w07.html")
    page.locator("input[name=w07-decision]").nth(1).check()
    page.locator("form.worksheet input[type=checkbox]").first.check()
    with page.expect_download() as waited:
        act(page, "save")
    waited.value.save_as(tmp_path / "w07.json")
    page.reload()
    assert page.locator("form.worksheet :checked").count() == 0
    page.locator(".sheet-desk input[type=file]").set_input_files(tmp_path / "w07.json")
    expect(page.locator("form.worksheet :checked")).to_have_count(2)


def test_the_device_keeps_it_only_when_asked_and_erases_it(windows: Windows, start: str) -> None:
    page = windows.open(start).go(OPEN)
    filled(page)
    page.reload()
    assert problem(page) == "" and stored(page) == 0

    filled(page)
    act(page, "keep")
    page.locator("#w02-problem").fill(f"{TYPED}!")
    page.goto(f"{start}/ru/{OPEN}")
    expect(page.locator("#w02-problem")).to_have_value(f"{TYPED}!")
    act(page, "erase")
    act(page, "erase")
    assert stored(page) == 0
    page.reload()
    assert problem(page) == ""


def test_leaving_takes_away_what_was_kept(windows: Windows, start: str) -> None:
    page = windows.open(start).go(OPEN)
    filled(page)
    act(page, "keep")
    assert stored(page) == 1
    page.goto(f"{start}/worksheets/w24.html")
    page.locator("[data-quick-exit]").click()
    page.wait_for_url("**/exit.html")
    assert stored(page) == 0
    page.goto(f"{start}/{OPEN}")
    assert problem(page) == ""


def test_private_sheets_offer_no_place_on_the_device(windows: Windows, served: str, site: Path) -> None:
    everyone = {path.stem for path in (site / "worksheets").glob("w*.html")}
    window = windows.open(served)
    for code in sorted(everyone):
        page = window.go(f"worksheets/{code}.html")
        private = page.locator(".sheet-desk[data-private]").count() == 1
        assert private == (code in PRIVATE), code
        assert page.locator("[data-act=keep]").count() == (not private), code
        assert page.locator("[data-quick-exit]").count() == (code in SENSITIVE), code
        assert page.locator(".help").count() == (code in SENSITIVE), code


def test_a_file_of_another_sheet_changes_nothing(windows: Windows, served: str, tmp_path: Path) -> None:
    page = windows.open(served).go(OPEN)
    filled(page)
    for number, text in enumerate(
        ('{"sheet":"w03","values":{}}', "not json", '{"sheet":"w02","values":{"w02-problem":1}}')
    ):
        (tmp_path / f"{number}.json").write_text(text)
        page.locator(".sheet-desk input[type=file]").set_input_files(tmp_path / f"{number}.json")
        expect(page.locator(".sheet-desk [role=status]")).not_to_be_empty()
        assert problem(page) == TYPED


def test_print_shows_all_that_was_typed(windows: Windows, start: str, tmp_path: Path) -> None:
    page = windows.open(start).go(OPEN)
    filled(page)
    long = " ".join(f"soʻz{number}" for number in range(60))
    page.locator("[name=w02-effects-1-effect]").fill(long)
    page.pdf(path=tmp_path / "printed.pdf")
    done = subprocess.run(["pdftotext", "-raw", tmp_path / "printed.pdf", "-"], capture_output=True, check=True)
    read = " ".join(done.stdout.decode().split())
    assert TYPED in read and "birinchi ikkinchi" in read and "soʻz0 " in read and "soʻz59" in read
    assert page.locator(".sheet-desk h2").inner_text() not in read


@pytest.mark.parametrize("folder", ["", "ru/", "en/"])
def test_the_desk_is_accessible_and_speaks_the_language(windows: Windows, served: str, folder: str) -> None:
    said = set()
    for code in ("w02", "w24"):
        page = windows.open(served, width=360).go(f"{folder}worksheets/{code}.html")
        act(page, "erase")
        said.add(page.locator(".sheet-desk [role=status]").inner_text())
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        heights = page.locator(".sheet-desk button").evaluate_all("all => all.map(one => one.offsetHeight)")
        assert min(heights) >= 44
    assert said == {WORDS[folder]}


WORDS = {
    "": "Hammasini oʻchirish uchun yana bir marta bosing.",
    "ru/": "Нажмите ещё раз, чтобы стереть всё.",
    "en/": "Press once more to erase everything.",
}


def test_without_scripts_the_form_is_there_and_no_dead_button(windows: Windows, start: str) -> None:
    page = windows.open(start, scripts=False).go(OPEN)
    expect(page.locator("#w02-problem")).to_be_visible()
    expect(page.locator(".sheet-desk")).to_be_hidden()
