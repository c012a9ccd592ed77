"""For whom a page is and how long it takes: what the filters of the search box ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahil.model.curriculum import Curriculum


@dataclass(frozen=True, slots=True)
class Fits:
    """Nothing where a page is for everyone and takes no set time; ``minutes`` are those of the short version."""

    audiences: tuple[str, ...] = ()
    minutes: int = 0


def fits(curriculum: Curriculum) -> Mapping[str, Fits]:
    """By staged path. A handout or worksheet is for those whose modules use it."""
    modules = curriculum.modules
    found = {
        f"modules/{slug}/index.md": Fits(tuple(map(str, one.facts.audiences)), one.core_minutes)
        for slug, one in modules.items()
    }
    for handout in curriculum.handouts.values():
        found[f"handouts/{handout.code}.md"] = Fits(_together(handout.facts.modules, curriculum))
    for sheet in curriculum.worksheets.values():
        found[f"worksheets/{sheet.code}.md"] = Fits(_together(sheet.facts.modules, curriculum))
    for path in curriculum.paths.values():
        found[f"paths/{path.id}.md"] = Fits((str(path.audience),), sum(day.minutes for day in path.days))
    return found


def _together(slugs: Iterable[str], curriculum: Curriculum) -> tuple[str, ...]:
    known = [curriculum.modules[slug].facts.audiences for slug in slugs if slug in curriculum.modules]
    return tuple(sorted({str(one) for audiences in known for one in audiences}))
