"""Leaving quickly: the first stop of the keyboard, never covered, and Back does not come here again."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.window import Windows

SENSITIVE = "safety.html"


def test_every_sensitive_page_has_it_and_a_neutral_title(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if 'class="is-sensitive"' in path.read_text("utf-8")]
    assert len(pages) >= 3
    for path in pages:
        text = path.read_text("utf-8")
        assert "data-quick-exit" in text
        title = text.partition("<title>")[2].partition("</title>")[0]
        assert title in {"Ahil", "Аҳил"} or title[:3].strip("MHW").isdigit(), (path, title)


@pytest.mark.parametrize(("width", "height"), [(320, 560), (360, 740), (640, 400), (1280, 800)])
def test_it_is_first_large_and_never_covered(windows: Windows, served: str, width: int, height: int) -> None:
    page = windows.open(served, width=width, height=height).go(SENSITIVE)
    page.keyboard.press("Tab")
    expect(page.locator("[data-quick-exit]")).to_be_focused()
    box = page.locator("[data-quick-exit]").bounding_box()
    assert box and box["height"] >= 44 and box["width"] >= 44
    assert on_top(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert on_top(page)
    if width < 1000:
        page.locator(".menu-button").click()
        assert on_top(page)
        page.keyboard.press("Escape")
    page.locator("[data-search]").click()
    expect(page.locator("#ahil-search-words")).to_be_focused()
    assert on_top(page)


def on_top(page: Page) -> bool:
    return page.evaluate("""() => {
      const exit = document.querySelector('[data-quick-exit]'), box = exit.getBoundingClientRect();
      return [[.1, .5], [.5, .2], [.5, .5], [.5, .8], [.9, .5]].every(([x, y]) =>
        exit.contains(document.elementFromPoint(box.x + box.width * x, box.y + box.height * y)));
    }""")


def test_leaving_by_key_clears_and_back_does_not_return(windows: Windows, start: str) -> None:
    page = windows.open(start).go("exit.html")
    page.goto(f"{start}/index.html")
    page.goto(f"{start}/{SENSITIVE}")
    page.locator("[data-palette]").click()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/exit.html")
    assert page.evaluate("localStorage.length") == 0
    page.go_back()
    assert page.url.endswith("/index.html")


def test_shift_in_between_other_keys_does_nothing(windows: Windows, served: str) -> None:
    page = windows.open(served).go(SENSITIVE)
    for key in ("Shift", "a", "Shift", "b", "Shift"):
        page.keyboard.press(key)
    expect(page.locator("[data-exit-status]")).to_contain_text("1")
    assert page.url.endswith(SENSITIVE)


def test_a_link_takes_the_place_of_a_sensitive_page(windows: Windows, start: str) -> None:
    page = windows.open(start).go("index.html")
    page.goto(f"{start}/{SENSITIVE}")
    page.locator(".turn a").first.click()
    page.wait_for_url(lambda url: not url.endswith(SENSITIVE))
    page.go_back()
    assert page.url.endswith("/index.html")


def test_it_is_a_link_without_scripts(windows: Windows, start: str) -> None:
    page = windows.open(start, scripts=False).go(SENSITIVE)
    page.locator("[data-quick-exit]").click()
    assert page.url.endswith("/exit.html")
    assert page.title() == "1–10"


def test_the_neutral_page_does_not_lead_back(site: Path) -> None:
    text = (site / "exit.html").read_text("utf-8")
    assert "<a" not in text
    assert "hil" not in text.lower().replace("child", "")
