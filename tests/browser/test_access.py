"""axe finds nothing: kinds of pages × languages × narrow and wide × light and dark, menu and search open."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.window import Windows

KINDS = {
    "home": "index.html",
    "module": "modules/conflict-analysis/index.html",
    "trainer": "modules/conflict-analysis/trainer.html",
    "handout": "handouts/h03.html",
    "worksheet": "worksheets/w02.html",
    "path": "paths/police.html",
    "page": "recommendations.html",
    "sensitive": "safety.html",
    "glossary": "glossary.html",
    "index": "az.html",
    "agenda": "agenda.html#m=m03.m05&d=1&v=1",
    "finder": "finder.html#minutes=30",
    "coverage": "coverage.html",
}
FOLDERS = {"uz": "", "uz-cyrl": "uz-cyrl/", "ru": "ru/", "en": "en/"}
AXE = Axe()


def violations(page: Page, *rules: str) -> list[str]:
    options: dict[str, object] = {"preload": False, "resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    found = AXE.run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


LAYOUT = ("color-contrast", "region", "target-size", "scrollable-region-focusable", "link-in-text-block")
"""What a wide window or the dark can change; the rest is the same page and is asked of the narrow one."""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", FOLDERS)
def test_axe_finds_nothing(windows: Windows, served: str, lang: str, width: int) -> None:
    window = windows.open(served, width=width)
    found = []
    for kind, path in KINDS.items():
        page = window.go(FOLDERS[lang] + path)
        found += [f"{kind} light {one}" for one in violations(page, *(LAYOUT if width > 1000 else ()))]
        if width > 1000:
            page.emulate_media(color_scheme="dark", reduced_motion="reduce")
            found += [f"{kind} dark {one}" for one in violations(page, "color-contrast")]
            page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert found == []


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_in_what_opens(windows: Windows, served: str, dark: bool) -> None:
    page = windows.open(served, width=360, dark=dark).go("modules/conflict-analysis/trainer.html")
    page.locator(".menu-button").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-search]").click()
    page.locator("#ahil-search-words").fill("nizo")
    expect(page.locator("#ahil-search-found a").first).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-teach]").click()
    page.keyboard.press("n")
    assert violations(page) == []
    page.goto(f"{served}/modules/conflict-analysis/index.html")
    form = page.locator("form.quiz")
    form.locator("input").first.check()
    form.locator("button").click()
    assert violations(page) == []
    page.goto(f"{served}/exit.html")
    assert violations(page) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", FOLDERS)
def test_axe_finds_nothing_in_the_search(windows: Windows, served: str, lang: str, width: int) -> None:
    page = windows.open(served, width=width).go(FOLDERS[lang] + "index.html")
    page.locator("[data-search]").click()
    page.locator(".search-only summary").click()
    found = []
    for words, awaited in (("мониторинг", "#ahil-search-found small mark"), ("xqxqxqxqxq", ".search-help a")):
        page.locator("#ahil-search-words").fill(words)
        expect(page.locator(awaited).first).to_be_visible()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [f"{words} {scheme} {one}" for one in violations(page, *(LAYOUT if scheme == "dark" else ()))]
    assert found == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("lang", FOLDERS)
def test_pages_reflow_at_320_pixels_and_targets_are_large(windows: Windows, served: str, lang: str) -> None:
    window = windows.open(served, width=320, height=560)
    wide, small = [], []
    for kind, path in KINDS.items():
        page = window.go(FOLDERS[lang] + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(kind)
        small += page.evaluate("""() => [...document.querySelectorAll('.md-header a, .md-header label, .md-header button, .button, .turn a, .md-footer a')]
          .filter(one => one.offsetParent && !one.hidden)
          .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([html]) => html)""")
    assert wide == []
    assert sorted(set(small)) == []
