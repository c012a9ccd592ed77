"""The staged tree is the contract with every generator: it is kept as golden files and held by rules of its own."""

import os
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import TINY

from ahil.model.lang import Lang
from ahil.model.outlet import copy_for
from ahil.publish.reading import Reading, read
from ahil.render.day_layout import agenda, minutes_of
from ahil.render.edition import kept_lines
from ahil.render.quiz import digest, shuffled
from ahil.render.stage import Staging
from ahil.render.stage import stage as staged

GOLDEN = Path(__file__).parent / "golden" / "staged"
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def small() -> Reading:
    return read(TINY, DAY)


def test_the_small_tree_is_read_without_faults(small: Reading) -> None:
    assert small.faults == []


def test_the_staged_tree_is_as_it_was(small: Reading) -> None:
    """After a wanted change: AHIL_WRITE_GOLDEN=1 python3 run.py test tests/test_staging.py, and read the diff."""
    _, files = staged(Staging(small.curriculum, small.interfaces))
    if os.environ.get("AHIL_WRITE_GOLDEN"):
        for name, text in files.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_text(text, "utf-8")
    kept = {
        path.relative_to(GOLDEN).as_posix(): path.read_text("utf-8") for path in GOLDEN.rglob("*") if path.is_file()
    }
    assert files == kept


def test_every_language_has_every_page(whole: Reading) -> None:
    pages, _ = staged(Staging(whole.curriculum, whole.interfaces))
    by_lang = {lang: {page.path for page in pages if page.lang is lang} for lang in Lang}
    assert by_lang[Lang.UZ] == by_lang[Lang.RU] == by_lang[Lang.EN]


def test_no_mark_and_no_scheme_is_left_unexpanded(whole: Reading) -> None:
    pages, _ = staged(Staging(whole.curriculum, whole.interfaces))
    left = [
        (page.lang, page.path, found[0])
        for page in pages
        if (found := re.search(r"\{\{.*?\}\}|\]\((page|module|handout|worksheet|path):[^)]*\)", page.body))
    ]
    assert left == []


def test_a_learners_copy_has_no_trainers_page(small: Reading) -> None:
    _, files = staged(Staging(small.curriculum, small.interfaces, copy_for(Lang.RU, trainers=False)))
    assert {name.split("/")[0] for name in files} == {"ru"}
    assert not [name for name in files if "trainer" in name]
    assert not [name for name, text in files.items() if "trainer.html" in text or "-trainer.pdf" in text]


def test_a_page_missing_in_a_language_stands_there_in_its_source(tiny: Path) -> None:
    (tiny / "docs/ru/glossary.md").unlink()
    (tiny / "modules/listen-first/uz.md").unlink()
    reading = read(tiny, DAY)
    pages, _ = staged(Staging(reading.curriculum, reading.interfaces))
    found = {(page.lang, page.path): page for page in pages}
    assert found[Lang.RU, "glossary.md"].facts["fallback"] == "en"
    assert found[Lang.UZ, "modules/listen-first/index.md"].facts["fallback"] == "en"
    assert found[Lang.UZ, "modules/listen-first/index.md"].title == "Listen first"


def test_the_source_of_a_page_may_be_uzbek(tiny: Path) -> None:
    facts = tiny / "modules/listen-first/module.yml"
    facts.write_text(facts.read_text() + "source: uz\n")
    for lang in ("ru", "en"):
        (tiny / f"modules/listen-first/{lang}.md").unlink()
    reading = read(tiny, DAY)
    page = next(
        p
        for p in staged(Staging(reading.curriculum, reading.interfaces))[0]
        if (p.lang, p.path) == (Lang.EN, "modules/listen-first/index.md")
    )
    assert (page.title, page.facts["fallback"]) == ("Avval tinglaymiz", "uz")


def test_a_page_that_cannot_be_read_is_shown_as_being_repaired(tiny: Path) -> None:
    (tiny / "docs/ru/glossary.md").write_bytes("---\ntitle: Слова\n".encode("cp1251"))
    reading = read(tiny, DAY)
    page = next(
        p
        for p in staged(Staging(reading.curriculum, reading.interfaces))[0]
        if (p.lang, p.path) == (Lang.RU, "glossary.md")
    )
    assert page.body == reading.interfaces[Lang.RU].say("repair.body")


def test_the_learners_edition_leaves_out_blocks_and_sections(small: Reading) -> None:
    prose = small.curriculum.modules["listen-first"].words[Lang.EN]
    kept = "\n".join(line for _, line in kept_lines(prose, trainer=False))
    assert "Some people stay silent" not in kept and "Listening shows" not in kept
    assert not re.search(r"#(you-need|short|variations|notes|var-\w+) \}", kept)
    assert "#quiz-first" in kept and "#sources" in kept
    everything = "\n".join(line for _, line in kept_lines(prose, trainer=True))
    assert everything == "\n".join(prose.lines[prose.body :])


def test_the_quiz_is_shuffled_alike_and_only_a_digest_tells(small: Reading) -> None:
    module = small.curriculum.modules["listen-first"]
    places = []
    for prose in module.words.values():
        options = shuffled(prose.quiz[0], module.slug)
        places.append([right for _, right in options].index(True))
    assert len(set(places)) == 1
    page = next(
        p
        for p in staged(Staging(small.curriculum, small.interfaces))[0]
        if (p.lang, p.path) == (Lang.EN, "modules/listen-first/index.md")
    )
    assert digest("listen-first", "first", places[0]) in page.body
    assert "[x]" not in page.body and 'class="quiz"' in page.body


def test_agendas_keep_the_teaching_time_and_give_breaks(whole: Reading) -> None:
    for path in whole.curriculum.paths.values():
        for day in path.days:
            slots = agenda(day, path, whole.curriculum)
            taught = sum(slot.minutes for slot in slots if slot.block)
            assert taught == sum(minutes_of(block, whole.curriculum) for block in day.blocks)
            assert all(one.start + one.minutes == two.start for one, two in pairwise(slots))
            if path.unit == "day" and day.minutes >= 300:
                assert [slot.pause for slot in slots].count("lunch") == 1


def test_a_contact_older_than_ninety_days_becomes_a_line(tiny: Path) -> None:
    (tiny / "data/contacts.yml").write_text(
        "- id: line\n  service: {en: Help, ru: Помощь, uz: Yordam}\n  number: '1234'\n  kind: helpline\n"
        "  source: {url: 'https://help.example/'}\n  seen_on: 2026-11-01\n  verified_on: 2026-11-01\n  verified_by: editor\n"
    )

    def shown(day: date) -> str:
        reading = read(tiny, day)
        pages = staged(Staging(reading.curriculum, reading.interfaces))[0]
        return next(p.body for p in pages if (p.lang, p.path) == (Lang.EN, "modules/listen-first/index.md"))

    assert "1234" in shown(date(2026, 11, 22))
    assert "1234" not in shown(date(2027, 2, 1)) and "help-line" in shown(date(2027, 2, 1))


def test_every_paper_is_listed_in_every_language(whole: Reading) -> None:
    pages, _ = staged(Staging(whole.curriculum, whole.interfaces))
    for page in (page for page in pages if page.path == "templates.md"):
        for kind, count in (("h", 26), ("w", 31)):
            for number in range(1, count + 1):
                code = f"{kind}{number:02}"
                row = next(line for line in page.body.splitlines() if line.startswith(f"| {code.upper()} |"))
                assert all(f"print/{lang}/{code}.pdf" in row for lang in Lang), (page.lang, code)
        for cut in ("w01-a4", "h06-pocket", "h08-pocket"):
            assert all(f"print/{lang}/{cut}.pdf" in page.body for lang in Lang), (page.lang, cut)
