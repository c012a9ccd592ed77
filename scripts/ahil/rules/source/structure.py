"""Files, sections and steps: what every module, handout and page has, in every language."""

from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.model.module import SECTIONS, Module
from ahil.model.spot import Fault, Spot
from ahil.model.text import Heading, Prose
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.owner import Owner


@rule("ST101")
def language_missing(ground: Ground) -> Iterator[Fault]:
    """A module, handout or page has no file in one of the three languages.

    Its readers meet the words of another language. Write the file; until then the page counts as missing.
    Bad: only ``en.md`` and ``ru.md``. Good: ``uz.md``, ``ru.md``, ``en.md``.
    """
    for owner in ground.owners:
        for lang in Lang:
            if lang not in owner.words:
                spot = Spot(_folder(owner, lang)) if owner.kind == "page" else owner.spot()
                first = next(iter(owner.words.values()), None)
                other = Spot(first.path) if first else None
                yield Fault("ST101", spot, {"name": owner.slug, "lang": lang, "file": _folder(owner, lang)}, other)


def _folder(owner: Owner, lang: Lang) -> str:
    return f"docs/{lang}/{owner.slug}.md" if owner.kind == "page" else f"{owner.kind}s/{owner.slug}/{lang}.md"


def modules_in_words(ground: Ground) -> Iterator[tuple[Module, Prose]]:
    """Every language file of every module that could be read whole."""
    for module in ground.curriculum.modules.values():
        for prose in module.words.values():
            if not prose.broken:
                yield module, prose


@rule("ST102")
def section_missing(ground: Ground) -> Iterator[Fault]:
    """A module lacks one of the sections every module has.

    A trainer looks for safety, steps or the short version where they always stand. Add the ``##`` heading
    with its id. Bad: no ``## … { #short }``. Good: ``## Short version { #short }``.
    """
    for _, prose in modules_in_words(ground):
        there = {heading.id: heading for heading in prose.headings if heading.level == 2}
        last = 1
        for section in SECTIONS:
            if section in there:
                last = there[section].spot.line
            else:
                yield Fault("ST102", Spot(prose.path, last), {"id": section})


@rule("ST103", "ST104")
def section_misplaced(ground: Ground) -> Iterator[Fault]:
    """A ``##`` section of a module stands out of order (ST103) or is none of the known sections (ST104).

    The editions and the teach view find sections by id and order. Move the section; make an unknown one a
    ``###`` of the section it belongs to. Bad: ``steps`` before ``safety``. Good: the order of
    CONTRIBUTING.md.
    """
    for _, prose in modules_in_words(ground):
        reached = -1
        for heading in (one for one in prose.headings if one.level == 2 and one.id):
            if heading.id not in SECTIONS:
                yield Fault("ST104", heading.spot, {"id": heading.id, "known": ", ".join(SECTIONS)})
            elif SECTIONS.index(heading.id) < reached:
                yield Fault("ST103", heading.spot, {"id": heading.id, "before": SECTIONS[reached]})
            else:
                reached = SECTIONS.index(heading.id)


def under(prose: Prose, section: str) -> list[Heading]:
    """The ``###`` headings of a ``##`` section."""
    found: list[Heading] = []
    inside = False
    for heading in prose.headings:
        if heading.level <= 2:
            inside = heading.level == 2 and heading.id == section
        elif inside and heading.level == 3:
            found.append(heading)
    return found


@rule("ST105", "ST106", "ST107")
def steps_differ(ground: Ground) -> Iterator[Fault]:
    """The ``###`` headings under *Steps* are not the steps of ``module.yml``.

    ST105: a step has no heading; ST106: a heading has no step; ST107: the order differs. The timetable and
    the words would not fit together. Give each step of ``module.yml`` one ``### … { #id }``, in its order.
    """
    for module, prose in modules_in_words(ground):
        headings = [one for one in under(prose, "steps") if one.id]
        wanted = [step.id for step in module.facts.steps]
        there = [heading.id for heading in headings]
        start = next((one.spot for one in prose.headings if one.id == "steps"), Spot(prose.path))
        for number, step in enumerate(wanted):
            if step not in there:
                yield Fault("ST105", start, {"id": step}, module.places.spot("steps", number))
        for heading in headings:
            if heading.id not in wanted:
                yield Fault("ST106", heading.spot, {"id": heading.id}, module.places.spot("steps"))
        yield from order_differs("ST107", headings, wanted, module.places.spot("steps"))


def order_differs(code: str, headings: list[Heading], wanted: list[str], other: Spot) -> Iterator[Fault]:
    """The first heading that stands elsewhere than its id in the list."""
    known = [heading for heading in headings if heading.id in wanted]
    there = {heading.id for heading in known}
    for heading, right in zip(known, [one for one in wanted if one in there], strict=False):
        if heading.id != right:
            yield Fault(code, heading.spot, {"id": heading.id, "right": right}, other)
            return


@rule("ST108")
def next_step_missing(ground: Ground) -> Iterator[Fault]:
    """A handout does not say what to do next.

    A page that is taken home and asks for nothing is put away. Add ``## What to do next { #next }`` with
    one line.
    """
    for owner, prose in ground.prose():
        if owner.kind == "handout" and not any(heading.id == "next" for heading in prose.headings):
            yield Fault("ST108", Spot(prose.path), {})


@rule("ST109")
def summary_wrong(ground: Ground) -> Iterator[Fault]:
    """The summary in the front matter is missing or longer than 200 characters.

    It stands under the title, in lists and in search results. Write one sentence.
    """
    for _, prose in ground.prose():
        size = len(prose.front.summary)
        if not 0 < size <= 200:
            yield Fault("ST109", prose.places.spot("summary"), {"size": size})
