"""The navigation: MkDocs' ``nav`` with section keys, and what the keys are called in each language."""

from collections.abc import Mapping
from typing import Any

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.outlet import Outlet
from ahil.model.page import PageGroup

Interfaces = Mapping[Lang, Interface]

ORDER = ("start", "modules", "trainer-modules", "paths", "learn", "challenges", "act")
PAPERS = ("handouts", "worksheets", "tools", "about")
"""The sections of the menu; the pages of ``start`` stand in it themselves."""


def navigation(
    curriculum: Curriculum, interfaces: Interfaces, outlet: Outlet, *, compared: bool = False
) -> tuple[list[Any], dict[Lang, dict[str, str]]]:
    """(nav, section key → title for each language). Pages take their own titles."""
    written = [
        slug for slug, module in sorted(curriculum.modules.items(), key=lambda m: m[1].facts.order) if module.words
    ]
    sections: dict[str, list[Any]] = {
        "modules": ["modules/index.md", *(f"modules/{slug}/index.md" for slug in written)],
        "trainer-modules": [f"modules/{slug}/trainer.md" for slug in written] if outlet.trainers else [],
        "paths": ["paths/index.md", *(f"paths/{path}.md" for path in curriculum.paths)],
        **{str(group): _pages(curriculum, group) for group in PageGroup},
        "handouts": [f"handouts/{one.code}.md" for one in curriculum.handouts.values() if one.words],
        "worksheets": [f"worksheets/{one.code}.md" for one in curriculum.worksheets.values()],
    }
    sections["tools"] += ["agenda.md", "finder.md", "coverage.md"] if outlet.trainers else []
    sections["tools"] += ["translations.md"] if compared else []
    nav: list[Any] = []
    for key in (*ORDER, *PAPERS):
        if key == "start":
            nav += sections[key]
        elif sections[key]:
            nav.append({f"nav.{key}": sections[key]})
    titles = {lang: {f"nav.{key}": interfaces[lang].say(f"nav.{key}") for key in (*ORDER, *PAPERS)} for lang in Lang}
    return nav, titles


def _pages(curriculum: Curriculum, group: PageGroup) -> list[str]:
    """Pages of a group in the order of ``data/pages.yml``; pages it does not name are tools."""
    return [
        f"{page.name}.md"
        for page in curriculum.pages.values()
        if (page.facts.group if page.facts else PageGroup.tools) is group
    ]
