"""The exercise finder: each filter finds what the modules say, the number is announced, a plain list without scripts."""

from itertools import product

import pytest
from playwright.sync_api import expect

from ahil.model.lang import Lang
from ahil.model.module import Audience, GroupForm, Material, Module, Phase, Step
from ahil.publish.reading import Reading
from browser.window import Windows

FOLDERS = {Lang.UZ: "", Lang.RU: "ru/", Lang.EN: "en/"}
SHOWN = """
async (choices) => {
  const seen = [];
  for (const choice of choices) {
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = choice;
    await changed;
    const items = [...document.querySelectorAll(".found-steps > li")].filter((item) => !item.hidden);
    seen.push([document.querySelector(".found").textContent, items.map((item) => item.querySelector("a").getAttribute("href"))]);
  }
  return seen;
}
"""


def everything(whole: Reading) -> list[tuple[Module, Step]]:
    modules = sorted(whole.curriculum.modules.values(), key=lambda module: module.facts.order)
    return [(module, step) for module in modules for step in module.facts.steps]


def choices() -> list[dict[str, str]]:
    """Each value of each filter alone, and many together."""
    single: list[dict[str, str]] = [{"minutes": n} for n in ("10", "15", "20", "30", "45", "60")]
    for name, values in (("phase", Phase), ("group", GroupForm), ("audience", Audience), ("material", Material)):
        single += [{name: str(value)} for value in values]  # type: ignore[attr-defined]  # enums made by a call
    together = [
        {"minutes": minutes, "phase": phase, "group": group, "audience": audience, "material": things, "core": core}
        for minutes, phase, group, audience, things, core in product(
            ("15", "30"),
            ("", "activity", "close"),
            ("", "pairs"),
            ("makhalla", "media"),
            ("", "paper.pens.cards"),
            ("", "1"),
        )
    ]
    return single + [{key: value for key, value in one.items() if value} for one in together]


def fits(module: Module, step: Step, choice: dict[str, str]) -> bool:
    have = choice["material"].split(".") if "material" in choice else list(Material)
    return (
        step.minutes <= int(choice.get("minutes", "999"))
        and choice.get("phase", step.phase) == step.phase
        and choice.get("group", step.group) == step.group
        and choice.get("audience", module.facts.audiences[0]) in module.facts.audiences
        and (step.core or "core" not in choice)
        and all(one in have for one in step.materials)
    )


@pytest.mark.parametrize("lang", Lang)
def test_each_filter_finds_what_the_modules_say(windows: Windows, start: str, whole: Reading, lang: Lang) -> None:
    page = windows.open(start).go(f"{FOLDERS[lang]}finder.html")
    say, steps = whole.interfaces[lang].say, everything(whole)
    phases = {step.phase for _, step in steps}
    groups = {step.group for _, step in steps}
    things = {one for _, step in steps for one in step.materials}
    asked = [
        one
        for one in choices()
        if one.get("phase", "") in {"", *phases}
        and one.get("group", "") in {"", *groups}
        and set(filter(None, one.get("material", "").split("."))) <= things
    ]  # what no module uses is not offered
    seen = page.evaluate(SHOWN, ["&".join(f"{key}={value}" for key, value in one.items()) for one in asked])
    for choice, (said, hrefs) in zip(asked, seen, strict=True):
        expected = [f"modules/{m.slug}/trainer.html#{s.id}" for m, s in steps if fits(m, s, choice)]
        assert hrefs == expected, choice
        assert said == (say("finder.found", n=len(expected)) if expected else say("finder.none")), choice


def test_a_choice_is_announced_kept_in_the_address_and_taken_back(windows: Windows, start: str, whole: Reading) -> None:
    window = windows.open(start, width=360)
    page = window.go("finder.html")
    status = page.get_by_role("status")
    expect(status).to_contain_text(str(len(everything(whole))))
    page.locator("#tool-minutes").select_option("15")
    page.locator("#tool-group").select_option("pairs")
    page.locator('input[value="cards"]').check()
    said, address = status.inner_text(), page.url
    assert address.endswith("#minutes=15&group=pairs&material=cards")
    other = windows.open(start)
    other.page.goto(address)
    expect(other.page.get_by_role("status")).to_have_text(said)
    page.locator('[data-act="clear"]').click()
    expect(status).to_contain_text(str(len(everything(whole))))
    assert "#" not in page.url
    page.locator(".found-steps a").first.click()
    assert "/trainer.html#" in page.url
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_without_scripts_there_is_a_plain_list(windows: Windows, start: str, whole: Reading) -> None:
    page = windows.open(start, width=360, scripts=False).go("finder.html")
    expect(page.locator("form.finder-form")).to_be_hidden()
    expect(page.locator(".found-steps > li").last).to_be_visible()
    assert page.locator(".found-steps > li").count() == len(everything(whole))
