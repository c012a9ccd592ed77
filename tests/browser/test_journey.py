"""The way of a trainer through the site, on a server and from a folder, with the network closed."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlparse

from playwright.sync_api import Page, expect

from browser.window import Windows

MODULE = "modules/conflict-analysis"


def ask(page: Page, words: str) -> None:
    """Write into the search box; a key press follows, for pasted Cyrillic sends none."""
    page.locator("[data-search]").click()
    box = page.locator("#ahil-search-words")
    expect(box).to_be_focused()
    box.fill("")
    page.keyboard.insert_text(words)
    expect(page.locator(".search-status")).to_contain_text(re.compile(r"\d"))


def found(page: Page) -> list[str]:
    return page.locator("#ahil-search-found a").evaluate_all("links => links.map(link => link.getAttribute('href'))")


def test_home_module_teach_quiz_language_search_and_paper(windows: Windows, start: str, site: Path) -> None:
    window = windows.open(start)
    page = window.go("index.html")
    assert page.evaluate("document.documentElement.lang") == "uz"

    page.locator("nav.tree summary").first.click()
    page.locator(f'nav.tree a[href="{MODULE}/index.html"]').click()
    expect(page.locator("h1")).to_be_visible()

    page.locator(".editions a").click()
    page.locator("[data-teach]").click()
    expect(page.locator(".teach")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".teach")).to_be_hidden()
    page.locator(".editions a").click()

    form = page.locator("form.quiz")
    first = form.locator("fieldset").first
    for option in first.locator("input").all():
        option.check()
        form.locator("button").click()
        if "is-right" in (first.get_attribute("class") or ""):
            break
    expect(first.locator(".quiz-verdict")).to_contain_text("✓")

    page.locator('.languages a[hreflang="ru"]').click()
    assert urlparse(page.url).path.endswith(f"/ru/{MODULE}/index.html")
    page.locator('.languages a[hreflang="uz"]').click()

    for words in ("o'zgarish", "ўзгариш", "zo‘ravonlik"):
        ask(page, words)
        assert found(page), words
        page.keyboard.press("Escape")

    page.locator('.languages a[hreflang="ru"]').click()
    ask(page, "анализом конфликтов")
    assert any(MODULE in link for link in found(page)[:5])
    page.keyboard.press("Escape")

    page.locator('.languages a[hreflang="en"]').click()
    ask(page, "conflict tree")
    assert any("conflict" in link or "w02" in link for link in found(page)[:3])
    page.locator("#ahil-search-found a").first.click()
    expect(page.locator("h1")).to_be_visible()

    page.goto(f"{start}/en/{MODULE}/index.html")
    paper = urljoin(page.url, page.locator(".prints a").first.get_attribute("href") or "")
    assert paper.startswith(f"{start}/print/en/")
    assert (site / unquote(paper.removeprefix(f"{start}/"))).read_bytes().startswith(b"%PDF-")


def test_an_uzbek_page_is_found_by_a_russian_word(windows: Windows, served: str) -> None:
    page = windows.open(served).go("index.html")
    ask(page, "медиация")
    assert found(page)


def test_search_says_how_many_marks_words_and_closes(windows: Windows, served: str) -> None:
    page = windows.open(served, width=360).go("en/index.html")
    page.keyboard.press("/")
    expect(page.locator("#ahil-search-words")).to_be_focused()
    page.keyboard.insert_text("stakeholders")
    expect(page.locator("#ahil-search-found mark").first).to_be_visible()
    expect(page.locator(".search-status")).to_have_attribute("role", "status")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#ahil-search-found a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search")).to_be_hidden()
    expect(page.locator("[data-search]")).to_be_focused()
    page.locator("[data-search]").click()
    page.locator("#ahil-search-words").fill("qqqqzzzz")
    expect(page.locator(".search-status")).to_contain_text("Nothing")


def test_a_learner_does_not_find_the_trainers_page(windows: Windows, served: str) -> None:
    window = windows.open(served)
    page = window.go(f"en/{MODULE}/index.html")
    ask(page, "conflict tree")
    assert not any("trainer.html" in link for link in found(page))
    assert not any("-trainer.js" in url for url in window.asked)
    page.goto(f"{served}/en/{MODULE}/trainer.html")
    ask(page, "conflict tree")
    links = found(page)
    assert any(f"{MODULE}/trainer.html" in link for link in links)
    assert not any(f"{MODULE}/index.html" in link for link in links)


def test_nothing_is_kept_before_a_choice_and_the_choice_is(windows: Windows, served: str) -> None:
    page = windows.open(served).go("index.html")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.locator("[data-palette]").click()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.goto(f"{served}/ru/index.html")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    expect(page.locator("[data-palette]")).to_have_attribute("aria-pressed", "true")


def test_the_drawer_opens_by_key_and_closes_with_escape(windows: Windows, start: str) -> None:
    page = windows.open(start, width=360).go("index.html")
    tree = page.locator("nav.tree")
    expect(tree).to_be_hidden()
    page.locator("#ahil-drawer").focus()
    page.keyboard.press("Enter")
    expect(tree).to_be_visible()
    box = tree.bounding_box()
    assert box and box["x"] >= 0 and box["width"] > 200
    page.keyboard.press("Escape")
    expect(tree).to_be_hidden()
    expect(page.locator("#ahil-drawer")).to_be_focused()
    page.locator(".menu-button").click()
    expect(tree).to_be_visible()
    page.locator(".veil").click(position={"x": 340, "y": 400})
    expect(tree).to_be_hidden()


def test_a_lost_reader_is_led_on(windows: Windows, served: str) -> None:
    window = windows.open(served)
    page = window.page
    page.goto(f"{served}/nowhere.html")
    expect(page.locator("main a").first).to_be_visible()
    window.complaints.clear()  # the browser itself says that the page was not there
