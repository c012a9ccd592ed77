"""What the agenda builder knows: modules, courses, papers and words of one language, as a script a folder can hold.

Every number is the modules' own; the browser adds them up and lays them out by the numbers of ``day_layout``.
"""

import json
from dataclasses import dataclass, field

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.module import Module, Phase, Step
from ahil.model.outlet import Outlet
from ahil.model.path import Path, PathBlock
from ahil.render import day_layout
from ahil.render.address import Shelf, Target, find, spoken, web
from ahil.render.step_words import step_title, words_lang

HERE = "agenda.md"
Data = dict[str, object]

GIVEN_UP = (
    Phase.deepening,
    Phase.input,
    Phase.discussion,
    Phase.activity,
    Phase.open,
    Phase.synthesis,
    Phase.practice,
    Phase.close,
)
"""Which kinds of steps go first when time is short: talk before practice, and the close last. Core steps never go."""

SEATS = {"pairs": 2, "trios": 3, "fours": 4, "fives": 5}
"""People in a small group."""

PRAYER = 15
"""Minutes of a prayer break that does not fall into lunch."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every part needs; ``papers`` gathers what each code on paper is."""

    curriculum: Curriculum
    interface: Interface
    outlet: Outlet
    papers: dict[str, Data] = field(default_factory=dict)

    @property
    def shelf(self) -> Shelf:
        """Where the agenda page stands."""
        return Shelf(HERE, self.interface.lang, self.outlet)


def agenda_script(curriculum: Curriculum, interface: Interface, outlet: Outlet) -> str:
    """The text of ``agenda/<lang>.js``; addresses are seen from the agenda page of this language."""
    desk = _Desk(curriculum, interface, outlet)
    data = {
        "rules": rules(),
        "modules": {slug: _module(one, desk) for slug, one in curriculum.modules.items()},
        "paths": [_path(one, desk) for one in curriculum.paths.values()],
        "papers": desk.papers,
        "words": _words(interface),
    }
    return f"ahil.agenda = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def rules() -> Data:
    """The numbers of the layout; times count minutes from midnight."""
    return {
        "longest": day_layout.LONGEST_STRETCH,
        "shortest": day_layout.SHORTEST_STRETCH,
        "shortStart": day_layout.SHORTEST_START,
        "noon": day_layout.LUNCH,
        "whole": day_layout.WHOLE_DAY,
        "tea": day_layout.TEA_MINUTES,
        "lunch": day_layout.LUNCH_MINUTES,
        "prayer": PRAYER,
        "givenUp": GIVEN_UP,
        "seats": SEATS,
    }


def _words(interface: Interface) -> Data:
    sections = ("agenda", "path", "material", "group")
    return {
        section: {
            key.removeprefix(f"{section}."): words[interface.lang]
            for key, words in interface.entries.items()
            if key.startswith(f"{section}.")
        }
        for section in sections
    }


def _module(module: Module, desk: _Desk) -> Data:
    facts, lang = module.facts, desk.interface.lang
    target = find(desk.curriculum, "module", module.slug, lang, trainer=True) or Target("", module.slug)
    return {
        "id": facts.id,
        "title": target.title,
        "href": web(target.path, HERE),
        "pdf": desk.shelf.printed(f"{module.code}-trainer", lang),
        "lang": words_lang(module, lang),
        "min": facts.group.min,
        "max": facts.group.max,
        "trainers": facts.group.trainers,
        "sensitive": facts.sensitive,
        "before": facts.prerequisites,
        "steps": [_step(step, module, desk) for step in facts.steps],
    }


def _step(step: Step, module: Module, desk: _Desk) -> Data:
    return {
        "id": step.id,
        "title": step_title(step, module, desk.interface.lang),
        "minutes": step.minutes,
        "core": step.core,
        "phase": step.phase,
        "group": step.group,
        "materials": step.materials,
        "papers": _papers(step, desk),
    }


def _papers(user: Step | PathBlock, desk: _Desk) -> list[str]:
    """The codes of what a step or a block needs on paper."""
    lang = desk.interface.lang
    found = [
        target
        for kind, slugs in (("handout", user.handouts), ("worksheet", user.worksheets))
        for slug in slugs
        if (target := find(desk.curriculum, kind, slug, lang)) and target.path
    ]
    codes = [target.path.rsplit("/", 1)[-1].removesuffix(".md") for target in found]
    for code, target in zip(codes, found, strict=True):
        pdf = desk.shelf.printed(code, lang)
        desk.papers[code] = {"title": target.title, "href": web(target.path, HERE), "pdf": pdf}
    return codes


def _path(path: Path, desk: _Desk) -> Data:
    lang = desk.interface.lang
    return {
        "id": path.id,
        "title": spoken(path.title, lang),
        "href": f"paths/{path.id}.html",
        "audience": path.audience,
        "unit": path.unit,
        "start": day_layout.clock(path.start),
        "days": [
            {
                "title": spoken(day.title, lang),
                "minutes": day.minutes,
                "blocks": [_block(block, desk) for block in day.blocks],
            }
            for day in path.days
        ],
    }


def _block(block: PathBlock, desk: _Desk) -> Data:
    """A module and what is taken of it, or a piece with minutes of its own: the course's, or a module still to come."""
    curriculum, interface, needs = desk.curriculum, desk.interface, _papers(block, desk)
    if block.module in curriculum.modules:
        return {"module": block.module, "cut": block.cut or "full", "steps": block.steps, "papers": needs}
    coming = find(curriculum, "module", block.module or "", interface.lang)
    title = (
        f"{coming.title} ({interface.say('module.coming')})" if coming else spoken(block.title or {}, interface.lang)
    )
    cut = block.cut or "full" if coming else None
    minutes = day_layout.minutes_of(block, curriculum)
    return {"title": title, "cut": cut, "minutes": minutes, "pause": block.pause, "papers": needs}
