"""The search answers what people ask: questions of ``queries/*.yml``, asked of the real index in a real browser."""

import gzip
import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from browser.window import Windows

QUERIES = Path(__file__).parent / "queries"
HOMES = {"uz": "", "ru": "ru/", "en": "en/"}
LIGHT = {False: 120_000, True: 140_000}
"""Bytes over the wire, for learners and (both indexes) for trainers."""
MODULE = "modules/conflict-analysis"
ASK = """async ([lang, trainer, questions]) => {
  const shelf = await ahilFind.open(ahil, lang, trainer);
  return questions.map((question) => shelf.ask(question).slice(0, 5).map(({ page }) => [page.title, page.url]));
}"""


def asked(lang: str) -> list[tuple[str, set[str]]]:
    """(question, names of the pages that answer it)."""
    return [(str(words), set(pages.split())) for words, pages in yaml.safe_load((QUERIES / f"{lang}.yml").read_text())]


def named(title: str, url: str, home: str) -> str:
    """M03 for a module, W02 for a worksheet; other pages by their path."""
    code = re.match(r"[MHW]\d\d ", title)
    return code[0].strip() if code else url.removeprefix(home).removesuffix(".html")


def opened(windows: Windows, start: str, path: str, *, width: int = 1280, dark: bool = False) -> Page:
    """A page with the search box open and its index there."""
    page = windows.open(start, width=width, dark=dark).go(path)
    page.locator("[data-search]").click()
    expect(page.locator(".search-only")).to_be_visible()
    return page


def ask(page: Page, words: str) -> None:
    page.locator("#ahil-search-words").fill(words)
    expect(page.locator(".search-status")).to_contain_text(re.compile(r"\d"))


@pytest.mark.parametrize("edition", ["learner", "trainer"])
@pytest.mark.parametrize("lang", HOMES)
def test_ninety_five_of_a_hundred_questions_are_answered(
    windows: Windows, served: str, lang: str, edition: str
) -> None:
    questions, trainer = asked(lang), edition == "trainer"
    assert len(questions) >= 120
    path = f"{MODULE}/trainer.html" if trainer else "index.html"
    page = opened(windows, served, HOMES[lang] + path)
    answers = page.evaluate(ASK, [lang, trainer, [words for words, _ in questions]])
    misses = [
        f"{words} → {', '.join(names)} (not {', '.join(sorted(right))})"
        for (words, right), found in zip(questions, answers, strict=True)
        if not right & set(names := [named(title, url, HOMES[lang]) for title, url in found])
    ]
    print(f"{lang} {edition}: {len(questions) - len(misses)} of {len(questions)}", *misses, sep="\n  ")
    assert len(misses) <= len(questions) * 0.05, misses


def test_the_index_is_light_and_every_place_of_it_is_there(windows: Windows, served: str, site: Path) -> None:
    page = windows.open(served).go("exit.html")
    page.evaluate("window.ahil = {}")
    for lang, home in HOMES.items():
        weight = 0
        for name in (lang, f"{lang}-trainer"):
            weight += sum(packed(site / f"search/{name}{part}.js") for part in ("", "-names"))
            page.add_script_tag(url=f"{served}/search/{name}-names.js")
            pages = page.evaluate("name => ahil.names[name].pages.map(page => [page.url, page.anchors])", name)
            assert len(pages) >= (18 if name.endswith("trainer") else 90)
            for url, anchors in pages:
                html = (site / url).read_text("utf-8")
                assert url.startswith(home)
                assert [one for one in anchors if one and f'id="{one}"' not in html] == [], url
                words = site / "search" / name / f"{url.removeprefix(home).removesuffix('.html').replace('/', '-')}.js"
                assert words.is_file(), url
            assert weight <= LIGHT[name.endswith("trainer")], name


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


@pytest.mark.parametrize(
    ("lang", "words"), [("uz", "nizo daraxti"), ("ru", "дерево конфликта"), ("en", "conflict tree")]
)
def test_a_result_shows_its_words_marked_and_leads_to_its_section(
    windows: Windows, start: str, lang: str, words: str
) -> None:
    page = opened(windows, start, f"{HOMES[lang]}index.html")
    ask(page, words)
    expect(page.locator("#ahil-search-found small mark").first).to_be_visible()
    assert page.locator(f'#ahil-search-found li > a[href*="{MODULE}/index.html"]').count() == 1
    page.locator("#ahil-search-found .search-more").first.click()
    place = page.locator("#ahil-search-found ul a").first
    expect(place).to_be_focused()
    anchor = (place.get_attribute("href") or "").split("#")[1]
    place.click()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_filters_keep_what_fits(windows: Windows, served: str) -> None:
    page = opened(windows, served, "en/index.html", width=360)
    ask(page, "conflict")
    page.locator(".search-only summary").click()
    page.locator("#ahil-search-kind").select_option("worksheet")
    links = page.locator("#ahil-search-found li > a")
    expect(links.first).to_be_visible()
    assert all("/worksheets/" in url for url in links.evaluate_all("all => all.map(one => one.href)"))
    expect(page.locator(".search-only summary")).to_contain_text("worksheet")
    page.locator("#ahil-search-kind").select_option("module")
    page.locator("#ahil-search-min").select_option("60")
    kept = links.evaluate_all("all => all.map(one => one.innerText)")
    assert kept and all(int(re.findall(r"(\d+) min", text)[-1]) <= 60 for text in kept)
    page.locator("#ahil-search-for").select_option("shelter")
    expect(page.locator(".search-help button")).to_be_visible()
    page.locator(".search-help button").click()
    expect(links.first).to_be_visible()
    assert page.locator("#ahil-search-words").evaluate("box => box === document.activeElement")


def test_who_finds_nothing_is_helped(windows: Windows, start: str) -> None:
    page = opened(windows, start, "ru/index.html")
    page.locator("#ahil-search-words").fill("щщщщщъъъъ")
    expect(page.locator(".search-status")).to_contain_text("Ничего")
    assert [urlend(one) for one in page.locator(".search-help a").all()] == ["ru/az.html", "ru/glossary.html"]
    page.locator("#ahil-search-words").fill("мидеацеа")
    meant = page.locator(".search-help button").first
    expect(meant).to_have_text("медиация")
    meant.click()
    expect(page.locator("#ahil-search-found a").first).to_be_visible()


def urlend(link: object) -> str:
    return "/".join(str(link.evaluate("one => one.href")).split("/")[-2:])  # type: ignore[attr-defined]


def test_keys_walk_through_the_results(windows: Windows, served: str) -> None:
    page = windows.open(served).go("index.html")
    page.keyboard.press("/")
    box = page.locator("#ahil-search-words")
    expect(box).to_be_focused()
    page.keyboard.insert_text("низо дарахти")
    first = page.locator("#ahil-search-found a").first
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search")).to_be_hidden()
    expect(page.locator("[data-search]")).to_be_focused()
    page.keyboard.press("/")
    aim = first.get_attribute("href") or "?"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(aim.removeprefix("./").removeprefix("../"))))


def test_uzbek_in_cyrillic_finds_and_shows_its_own_pages(windows: Windows, start: str) -> None:
    """One index serves all alphabets; titles, extracts and addresses are those of the reader's edition."""
    page = opened(windows, start, "uz-cyrl/index.html")
    for question in ("низо дарахти", "nizo daraxti"):
        ask(page, question)
        first = page.locator("#ahil-search-found a").first
        expect(first.locator("small")).to_contain_text(re.compile("[а-яўқғҳ]{4}"))
        assert "uz-cyrl/" in str(first.get_attribute("href"))
        assert "Низо" in first.inner_text() and "nizo" not in first.inner_text().lower()
    first.click()
    expect(page.locator("html")).to_have_attribute("lang", "uz-Cyrl")
    page.locator(".languages [hreflang=uz]").click()
    expect(page.locator("html")).to_have_attribute("lang", "uz")
    assert "/uz-cyrl/" not in page.url
