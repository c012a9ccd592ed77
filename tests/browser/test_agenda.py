"""The agenda builder adds up to the modules: every course and many choices, on a server and from a folder."""

import random
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.module import Module, Step
from ahil.publish.reading import Reading
from ahil.render.day_layout import agenda, minutes_of, steps_of
from browser.agenda_page import Seen, read_agendas
from browser.window import Windows

FOLDERS = {Lang.UZ: "", Lang.RU: "ru/", Lang.EN: "en/"}


@pytest.fixture
def told(windows: Windows, start: str, lang: Lang) -> Page:
    return windows.open(start).go(f"{FOLDERS[lang]}agenda.html")


def choices(curriculum: Curriculum, seed: str) -> list[str]:
    """Every module alone, all together, and sets as dice make them: others for each seed, always the same for one."""
    dice = random.Random(seed)
    codes = sorted(module.code for module in curriculum.modules.values())
    everything = "m=" + ".".join(codes) + "&v=1"
    found = [everything, f"{everything}&c=core&d=5"]
    found += [f"m={code}&v=1" for code in codes] if seed == "http uz" else []
    for _ in range(20):
        chosen = ".".join(sorted(dice.sample(codes, dice.randint(1, 5))))
        start = dice.choice(["0830", "0900", "1000", "1400", "1830"])
        choice = f"m={chosen}&v=1&s={start}&h={dice.choice(['1.5', '2', '3', '4', '6', '8'])}"
        choice += dice.choice(["", "&c=core"]) + dice.choice(["", "", "&d=1", "&d=2", "&d=3"])
        choice += dice.choice(["", "&b=", "&b=t", "&b=l", "&b=tl", "&b=tp&q=1315", "&b=tlp&q=1600"])
        found.append(choice)
    return found


@pytest.mark.parametrize("lang", Lang)
def test_sums_are_those_of_the_modules(told: Page, whole: Reading, start: str, lang: Lang) -> None:
    curriculum, interface = whole.curriculum, whole.interfaces[lang]
    courses = list(curriculum.paths)
    pages = read_agendas(told, [f"p={one}" for one in courses])
    for one, seen in zip(courses, pages, strict=True):
        as_on_its_page(seen, curriculum, interface, one)
    cuts = [(one, cut) for one in courses for cut in ("full", "core")]
    for (one, cut), seen in zip(cuts, read_agendas(told, [f"p={one}&c={cut}" for one, cut in cuts]), strict=True):
        blocks = [block for day in curriculum.paths[one].days for block in day.blocks]
        steps = [
            sum(step.minutes for step in curriculum.modules[block.module].facts.steps
                if (step.core or cut == "full") and (not block.steps or step.id in block.steps))
            if block.module else minutes_of(block, curriculum)
            for block in blocks
        ]  # fmt: skip
        assert sum(seen.totals) == sum(steps), seen.choice
    for seen in read_agendas(told, choices(curriculum, f"{start[:4]} {lang}")):
        adds_up(seen, curriculum, interface)


def as_on_its_page(seen: Seen, curriculum: Curriculum, interface: Interface, name: str) -> None:
    path = curriculum.paths[name]
    expected = [[(slot.start, slot.minutes) for slot in agenda(day, path, curriculum)] for day in path.days]
    assert [[(row.start, row.minutes) for row in day] for day in seen.days] == expected, seen.choice
    assert seen.totals == [sum(minutes_of(block, curriculum) for block in day.blocks) for day in path.days]
    assert seen.told["status"] == interface.say("agenda.sum", days=len(path.days), minutes=sum(seen.totals))
    assert seen.told["warnings"] == [] and seen.told["dropped"] == []
    kept = [
        step
        for day in path.days
        for block in day.blocks
        if block.module
        for step in steps_of(block, curriculum.modules[block.module])
    ]
    own = [block for day in path.days for block in day.blocks]
    assert needed(seen) == papers([*kept, *own], curriculum)
    assert seen.told["bring"] == materials(kept, interface)


def adds_up(seen: Seen, curriculum: Curriculum, interface: Interface) -> None:
    """Every step of the choice stands once in the agenda, with its minutes, or among what was left out."""
    modules = [module for module in curriculum.modules.values() if module.code in seen.asked("m").split(".")]
    modules.sort(key=lambda module: module.facts.order)
    core = seen.asked("c") == "core"
    wanted = {address(module, step): step for module in modules for step in module.facts.steps if step.core or not core}
    shown = {row.href: row.minutes for row in seen.steps}
    assert len(shown) == len(seen.steps)
    assert sorted([*shown, *seen.told["dropped"]]) == sorted(wanted), seen.choice
    assert shown == {href: wanted[href].minutes for href in shown}, seen.choice
    left = [wanted[href] for href in seen.told["dropped"]]
    assert not [step for step in left if step.core]
    minutes = sum(shown.values())
    assert sum(seen.totals) == minutes == sum(step.minutes for step in wanted.values()) - sum(s.minutes for s in left)
    assert seen.told["status"] == interface.say("agenda.sum", days=len(seen.days), minutes=minutes)
    if left:
        assert seen.told["said"] == interface.say(
            "agenda.dropped-sum", steps=len(left), minutes=sum(step.minutes for step in left)
        )
    kept = [wanted[row.href] for row in seen.steps]
    assert needed(seen) == papers(kept, curriculum) and seen.told["bring"] == materials(kept, interface)
    in_time(seen, left, interface)


def in_time(seen: Seen, left: list[Step], interface: Interface) -> None:
    """No gap, no overlap, no day longer than asked for, and a word where even the core is too much."""
    start = int(seen.asked("s", "0900")[:2]) * 60 + int(seen.asked("s", "0900")[2:])
    hours, limit = float(seen.asked("h", "8")), int(seen.asked("d", "0"))
    for day in seen.days:
        assert day[0].start == start, seen.choice
        assert all(one.end == two.start for one, two in pairwise(day)), seen.choice
        assert all(row.end - row.start == row.minutes for row in day)
        assert day[-1].end - start <= hours * 60 or len(day) == 1, seen.choice
        assert not day[0].kind and not day[-1].kind  # no break opens or ends a day
    short = interface.say("agenda.too-short", days=len(seen.days))
    assert (short in seen.told["warnings"]) == bool(limit and len(seen.days) > limit), seen.choice
    assert limit or not left, seen.choice
    breaks = {row.what for day in seen.days for row in day if row.kind}
    letters = seen.asked("b", "tlp")
    allowed = {interface.say("path.tea")} if "t" in letters else set()
    allowed |= {interface.say("agenda.meal")} if "l" in letters else set()
    allowed |= {interface.say("agenda.prayer-break")} if "p" in letters else set()
    allowed |= {interface.say("path.lunch")} if {"l", "p"} <= set(letters) else set()
    assert breaks <= allowed, seen.choice


def address(module: Module, step: Step) -> str:
    return f"modules/{module.slug}/trainer.html#{step.id}"


def needed(seen: Seen) -> list[str]:
    """The papers the page lists, beside the modules' own."""
    return sorted(href for href in seen.told["papers"] if not href.startswith("modules/"))


def papers(users: list, curriculum: Curriculum) -> list[str]:  # type: ignore[type-arg]  # steps and blocks alike
    codes = {f"handouts/{curriculum.handouts[slug].code}.html" for one in users for slug in one.handouts}
    codes |= {f"worksheets/{curriculum.worksheets[slug].code}.html" for one in users for slug in one.worksheets}
    return sorted(codes)


def materials(steps: list[Step], interface: Interface) -> list[str]:
    return list(dict.fromkeys(interface.say(f"material.{one}") for step in steps for one in step.materials))


def test_when_time_is_short_steps_go_and_are_named(windows: Windows, served: str, whole: Reading) -> None:
    page = windows.open(served).go("agenda.html")
    [long, short, impossible] = read_agendas(page, ["m=m03.m05", "m=m03.m05&d=1&h=5&v=1", "m=m03.m05&d=1&h=3"])
    assert len(long.days) > 1 and long.told["dropped"] == []
    assert len(short.days) == 1 and len(short.told["dropped"]) > 3 and short.told["warnings"] == []
    closing = address(
        whole.curriculum.modules["gender-norms"], whole.curriculum.modules["gender-norms"].facts.steps[-1]
    )
    assert closing in [row.href for row in short.steps]
    assert len(impossible.told["warnings"]) == 1


def test_a_choice_is_made_kept_in_the_address_and_travels(windows: Windows, start: str) -> None:
    window = windows.open(start, width=360)
    page = window.go("paths/police.html")
    page.locator('a[href*="agenda.html?p="]').click()
    expect(page.locator(".agenda-day")).to_have_count(5)
    assert page.url.endswith("agenda.html#p=police")
    page.locator("#tool-course").select_option("makhalla")
    expect(page.locator(".agenda-day")).to_have_count(12)
    page.locator("#tool-audience").select_option("police")
    expect(page.locator("#tool-course")).to_have_value("")
    expect(page.locator('.agenda-out [role="status"]')).not_to_have_text(re.compile(r"\d"))
    page.locator('input[value="conflict-analysis"]').check()
    page.locator('input[value="gender-norms"]').check()
    page.locator("#tool-cut").select_option("core")
    page.locator("#tool-start").fill("13:30")
    page.locator("#tool-hours").select_option("4")
    page.locator('input[name="tea"]').uncheck()
    page.locator('input[name="every-step"]').check()
    made, address = page.locator(".agenda-made").inner_text(), page.url
    assert "m=m03.m05" in address and "13:30" in made
    other = windows.open(start)
    other.page.goto(address)
    assert other.page.locator(".agenda-made").inner_text().split() == made.split()
    page.locator('.languages a[hreflang="ru"]').click()
    assert page.url.endswith("/ru/agenda.html#" + address.partition("#")[2])
    expect(page.locator("#tool-start")).to_have_value("13:30")
    page.locator('[data-act="clear"]').click()
    assert "#" not in page.url and page.locator(".agenda-day").count() == 0
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_on_paper_there_is_the_agenda_and_no_form(
    windows: Windows, served: str, whole: Reading, tmp_path: Path
) -> None:
    page = windows.open(served).go("agenda.html#p=police&v=1")
    page.pdf(path=tmp_path / "agenda.pdf", prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", tmp_path / "agenda.pdf"], capture_output=True, text=True, check=True).stdout
    assert "595.92 x 842.88" in told or "A4" in told
    done = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "agenda.pdf", "-"], capture_output=True, text=True, check=True
    )
    text, interface = done.stdout, whole.interfaces[Lang.UZ]
    for day in whole.curriculum.paths["police"].days:
        assert day.title[Lang.UZ] in text
    for words in ("agenda.place", "agenda.prints", "agenda.bring", "agenda.room"):
        assert interface.say(words) in text
    assert "09:00–09:30" in text and interface.say("agenda.copy") not in text and "PDF" not in text


def test_without_scripts_all_modules_and_steps_are_there(windows: Windows, start: str, whole: Reading) -> None:
    page = windows.open(start, width=360, scripts=False).go("agenda.html")
    expect(page.locator("form.agenda-form")).to_be_hidden()
    expect(page.locator(".agenda-plain p").first).to_be_visible()
    tables = page.locator(".agenda-plain table")
    modules = sorted(whole.curriculum.modules.values(), key=lambda module: module.facts.order)
    assert [[int(cell) for cell in table.locator("td").all_inner_texts()] for table in tables.all()] == [
        [*(step.minutes for step in module.facts.steps), module.minutes, module.core_minutes] for module in modules
    ]
