"""A reader whose browser runs no scripts has all text, the way through, the languages and the index."""

from playwright.sync_api import expect

from browser.window import Windows

MODULE = "modules/conflict-analysis/index.html"


def test_text_navigation_languages_and_index(windows: Windows, start: str) -> None:
    page = windows.open(start, width=360, scripts=False).go("index.html")
    page.locator("#ahil-drawer").check(force=True)
    expect(page.locator("nav.tree")).to_be_visible()
    page.locator("nav.tree summary").first.click()
    page.locator(f'nav.tree a[href="{MODULE}"]').click()
    for part in ("#in-one-minute", "#safety", "#steps", "#check", ".timetable", "form.quiz fieldset"):
        expect(page.locator(part).first).to_be_visible()
    page.locator('.languages a[hreflang="en"]').click()
    assert page.url.endswith(f"/en/{MODULE}")
    page.locator("[data-search]").click()
    assert page.url.endswith("/en/az.html")
    page.locator(f'article a[href="{MODULE}"]').first.click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-palette]")).to_be_hidden()


def test_nothing_of_the_text_needs_scripts(windows: Windows, served: str) -> None:
    """Only the sentence that there is no checking is more."""
    said = []
    for scripts in (True, False):
        words = windows.open(served, scripts=scripts).go(MODULE).locator(".words")
        said.append(" ".join(words.inner_text().split()))
    before, _, after = said[1].partition(" Javoblarni skript tekshiradi")
    assert said[0].startswith(before)
    assert said[0].endswith(after.partition("Trenerdan soʻrang. ")[2])
