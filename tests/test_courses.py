"""The courses are what was planned, their pages say what is needed, and every part of the briefing is taught."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import yaml
from conftest import ROOT

from ahil.model.curriculum import Curriculum
from ahil.model.lang import Lang
from ahil.model.module import CHALLENGES
from ahil.model.outlet import copy_for
from ahil.model.path import PathBlock
from ahil.publish.day_packs import lay_day_packs
from ahil.publish.inventory import watch
from ahil.publish.reading import Reading
from ahil.render.coverage_of_briefing import answering, page_of
from ahil.render.day_layout import LONGEST_STRETCH, SHORTEST_START, agenda, minutes_of
from ahil.render.path_page import pack_of, papers
from ahil.render.stage import Staging
from ahil.render.stage import stage as staged

PLANNED = yaml.safe_load(Path(__file__).with_name("courses.yml").read_text("utf-8"))


def in_short(block: PathBlock, curriculum: Curriculum) -> str:
    minutes = minutes_of(block, curriculum)
    if block.module is None:
        return str(minutes)
    part = "*" if block.steps else "c" if block.cut == "core" else ""
    return f"{curriculum.modules[block.module].facts.id}{part}:{minutes}"


def test_every_slot_of_every_course_is_as_planned(whole: Reading) -> None:
    curriculum = whole.curriculum
    found = {
        path.id: {
            "total": path.minutes,
            **{
                day.id: {"sum": day.minutes, "blocks": " ".join(in_short(block, curriculum) for block in day.blocks)}
                for day in path.days
            },
        }
        for path in curriculum.paths.values()
    }
    assert found == PLANNED


def test_days_add_up_to_what_was_planned() -> None:
    for course in PLANNED.values():
        days = [day for key, day in course.items() if key != "total"]
        assert course["total"] == sum(day["sum"] for day in days)
        for day in days:
            assert day["sum"] == sum(int(one.rpartition(":")[2]) for one in day["blocks"].split())


def test_nobody_sits_too_long_and_no_break_follows_a_mere_beginning(whole: Reading) -> None:
    for path in whole.curriculum.paths.values():
        for day in path.days if path.unit == "day" else ():
            stretch = 0
            for slot in agenda(day, path, whole.curriculum):
                longest = max(LONGEST_STRETCH, slot.minutes)  # a piece nobody can divide may be longer
                stretch = stretch + slot.minutes if slot.block else 0
                assert stretch <= longest, (path.id, day.id, slot.start)
                assert slot.part != 1 or slot.minutes >= SHORTEST_START, (path.id, day.id, slot.start)


@pytest.mark.parametrize("lang", Lang)
def test_the_page_of_a_course_names_its_papers_and_what_builds_on_what(whole: Reading, lang: Lang) -> None:
    pages, _ = staged(Staging(whole.curriculum, whole.interfaces))
    bodies = {page.path: page.body for page in pages if page.lang is lang}
    for path in whole.curriculum.paths.values():
        body = bodies[f"paths/{path.id}.md"]
        assert f"agenda.html?p={path.id}" in body
        for day in path.days:
            needed = papers(day, whole.curriculum)
            assert (f"print/{lang}/{pack_of(day, path)}.pdf" in body) == bool(needed)
        taught = {block.module for day in path.days for block in day.blocks if block.module}
        building = [slug for slug in taught if whole.curriculum.modules[slug].facts.prerequisites]
        section = body.partition("{ #builds-on }")[2].partition("\n## ")[0]
        assert section.count("\n- ") == len(building)
        for slug in building:
            for before in whole.curriculum.modules[slug].facts.prerequisites:
                assert re.search(rf'^- .*{slug}/index.html".*{before}/index.html"', section, re.M), (path.id, slug)


def test_a_learners_copy_offers_neither_packs_nor_tools(whole: Reading) -> None:
    _, files = staged(Staging(whole.curriculum, whole.interfaces, copy_for(Lang.UZ, trainers=False)))
    assert not [
        name for name, text in files.items() if re.search(r"\b(agenda|finder|coverage)\.(md|html)|-trainer\.pdf", text)
    ]
    assert whole.interfaces[Lang.UZ].say("list.tools-elsewhere") in files["uz/trainer-guide.md"]


def test_every_recommendation_and_challenge_is_taught(whole: Reading) -> None:
    curriculum = whole.curriculum
    recommended = answering(curriculum, lambda covers: covers.recommendations)
    assert {
        one: len(recommended.get(one, [])) for one in curriculum.recommendations if len(recommended.get(one, [])) < 2
    } == {}
    challenged = answering(curriculum, lambda covers: covers.challenges)
    assert sorted(challenged) == sorted(CHALLENGES)
    assert all(page_of(one, curriculum) in curriculum.pages for one in CHALLENGES)
    planned = watch(ROOT)[0]
    assert sorted(planned.planned("challenges")) == sorted(CHALLENGES)
    assert sorted(planned.planned("recommendations")) == sorted(curriculum.recommendations)


def paper(title: str, size: tuple[int, int] = (595, 842)) -> bytes:
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=size)
        page.Annots = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link)])
        document.docinfo["/Title"] = title
        made = BytesIO()
        document.save(made)
    return made.getvalue()


def test_the_papers_of_a_day_are_one_file(whole: Reading, tmp_path: Path) -> None:
    curriculum = whole.curriculum
    path = curriculum.paths["officials"]
    [day] = path.days
    folder = tmp_path / "print" / "uz"
    folder.mkdir(parents=True)
    needed = [getattr(curriculum, f"{kind}s")[slug].code for kind, slug in papers(day, curriculum)]
    for code in needed[1:]:
        (folder / f"{code}.pdf").write_bytes(paper(code, (842, 1190) if code == needed[1] else (595, 842)))
    assert lay_day_packs(curriculum, tmp_path) > 0
    pack = folder / f"{pack_of(day, path)}.pdf"
    first = pack.read_bytes()
    lay_day_packs(curriculum, tmp_path)
    assert pack.read_bytes() == first
    with pikepdf.open(pack) as document:
        with document.open_outline() as outline:
            assert [mark.title for mark in outline.root] == [*needed[2:], needed[1]]  # the first was not printed
        assert len(document.pages) == 2 * len(needed[1:])
        assert not [page for page in document.pages if "/Annots" in page]
        assert str(document.docinfo["/Title"]).startswith(path.title[Lang.UZ])
    assert not (tmp_path / "print/ru").exists()
