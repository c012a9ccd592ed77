"""The teach view: one step a screen, a clock, keys, a finger; from a folder as well."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.window import Windows

TRAINER = "en/modules/conflict-analysis/trainer.html"


@pytest.fixture
def taught(windows: Windows, site: Path) -> Page:
    """Opened from a folder, as in a room without internet."""
    page = windows.open(site.as_uri()).go(TRAINER)
    page.clock.install()
    page.locator("[data-teach]").click()
    return page


def step(page: Page) -> str:
    return page.locator(".teach-where [aria-hidden]").inner_text()


def test_keys_turn_the_steps_and_stop_at_the_ends(taught: Page) -> None:
    count = taught.locator("#steps ~ h3:has(+ .step-facts)").count()
    assert step(taught) == f"1 / {count}"
    for key, expected in (
        ("ArrowRight", 2),
        (" ", 3),
        ("PageDown", 4),
        ("ArrowLeft", 3),
        ("Home", 1),
        ("ArrowLeft", 1),
        ("End", count),
    ):
        taught.keyboard.press(key)
        assert step(taught) == f"{expected} / {count}"
    expect(taught.locator(".teach-turn").last).to_be_disabled()
    assert taught.url.endswith(f"#teach-{count}")


def test_the_clock_runs_pauses_and_says_when_time_is_over(taught: Page) -> None:
    total = int(taught.locator(".teach-text [data-minutes]").get_attribute("data-minutes") or 0)
    expect(taught.locator(".teach-time")).to_have_text(f"{total}:00")
    taught.locator(".teach-start").click()
    taught.clock.run_for(61_000)
    expect(taught.locator(".teach-time")).to_have_text(re.compile(rf"{total - 2}:5\d"))
    taught.keyboard.press("p")
    held = taught.locator(".teach-time").inner_text()
    taught.clock.run_for(30_000)
    assert taught.locator(".teach-time").inner_text() == held
    taught.keyboard.press("p")
    taught.clock.fast_forward(total * 60_000)
    taught.clock.run_for(1_000)
    expect(taught.locator(".teach-time")).to_have_text(re.compile(r"^\+"))
    expect(taught.locator(".teach-over")).to_be_visible()


def test_notes_come_on_a_key_and_escape_returns_to_the_step(taught: Page) -> None:
    while taught.locator(".teach-text .trainer").count() == 0:
        taught.keyboard.press("ArrowRight")
    note = taught.locator(".teach-text .trainer").first
    expect(note).to_be_hidden()
    taught.keyboard.press("n")
    expect(note).to_be_visible()
    taught.keyboard.press("n")
    expect(note).to_be_hidden()
    taught.keyboard.press("Escape")
    expect(taught.locator(".teach")).to_be_hidden()
    assert taught.evaluate("!document.querySelector('main').closest('[inert]')")


def test_a_link_opens_a_step_and_a_finger_turns_it(windows: Windows, start: str) -> None:
    page = windows.open(start, width=360, height=740).go(f"{TRAINER}#teach-2")
    assert step(page).startswith("2 /")
    swipe = """([from, to]) => {
      const at = (x) => new Touch({ identifier: 1, target: document.querySelector('.teach'), clientX: x, clientY: 300 });
      const send = (name, x, list) => document.querySelector('.teach').dispatchEvent(
        new TouchEvent(name, { bubbles: true, touches: list, changedTouches: [at(x)] }));
      send('touchstart', from, [at(from)]); send('touchend', to, []);
    }"""
    page.evaluate(swipe, [300, 60])
    assert step(page).startswith("3 /")
    page.evaluate(swipe, [60, 300])
    assert step(page).startswith("2 /")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
