"""A path → its page: days with clock times and breaks, what to print, what to know before."""

import html
from collections.abc import Iterator

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.module import Step
from ahil.model.path import Path, PathBlock, PathDay
from ahil.render.address import Shelf, find, spoken, web
from ahil.render.day_layout import Slot, agenda, minutes_of, steps_of
from ahil.render.timetable import linked

BUILDER = "agenda.md"


def path_body(path: Path, curriculum: Curriculum, interface: Interface, shelf: Shelf) -> str:
    """The whole page in Markdown."""
    say = interface.say
    out = [_facts(path, interface), ""]
    if shelf.outlet.trainers:
        builder = f'<a class="button" href="{web(BUILDER, shelf.here)}?p={path.id}">{say("path.builder")}</a>'
        out += [f'<p class="prints">{builder}</p>', ""]
    if path.before:
        out += [f"## {say('path.before')} {{ #before }}", "", spoken(path.before, interface.lang), ""]
    for day in path.days:
        title = spoken(day.title, interface.lang)
        out += [f"## {title} {{ #{day.id} }}", "", day_table(day, path, curriculum, interface, shelf.here), ""]
        out += [_papers(day, path, curriculum, interface, shelf), ""]
    if path.unit == "evening":
        out += [say("path.no-breaks"), ""]
    if steps := list(_foundations(path, curriculum, interface, shelf.here)):
        out += [f"## {say('path.builds-on')} {{ #builds-on }}", "", *steps, ""]
    if path.bridges:
        out += [f"## {say('path.bridges')} {{ #bridges }}", ""]
        for bridge in path.bridges:
            link = linked("module", bridge.module, curriculum, interface, shelf.here)
            out.append(f"- {link}: {spoken(bridge.by, interface.lang)}")
    return "\n".join(out)


def _foundations(path: Path, curriculum: Curriculum, interface: Interface, here: str) -> Iterator[str]:
    """Every module that builds on others, with the day that gave them, or what makes up for them."""
    given = {bridge.module: spoken(bridge.by, interface.lang) for bridge in path.bridges}
    told: set[str] = set()
    for day in path.days:
        for slug in filter(None, (block.module for block in day.blocks)):
            module = curriculum.modules.get(slug)
            if module and module.facts.prerequisites and slug not in told:
                before = [
                    f"{linked('module', one, curriculum, interface, here)} ({given[one]})"
                    for one in module.facts.prerequisites
                    if one in given
                ]
                link = linked("module", slug, curriculum, interface, here)
                yield "- " + interface.say("path.needs", module=link, before=", ".join(before))
            told.add(slug)
            given.setdefault(slug, spoken(day.title, interface.lang))


def _facts(path: Path, interface: Interface) -> str:
    say, group = interface.say, path.group
    rows = [
        (say("module.audiences"), say(f"audience.{path.audience}")),
        (say("path.group"), say("module.group-size", min=group.min, max=group.max, trainers=group.trainers)),
        (say("path.total"), say("module.min", n=path.minutes)),
    ]
    return f'<dl class="facts">{"".join(f"<div><dt>{term}</dt><dd>{words}</dd></div>" for term, words in rows)}</dl>'


def day_table(day: PathDay, path: Path, curriculum: Curriculum, interface: Interface, here: str) -> str:
    """A day as a table of clock times; the sum is teaching time without the breaks added here."""
    say = interface.say
    head = "".join(f'<th scope="col">{say(f"path.{key}")}</th>' for key in ("time", "what", "minutes"))
    rows = "".join(_row(slot, curriculum, interface, here) for slot in agenda(day, path, curriculum))
    total = sum(minutes_of(block, curriculum) for block in day.blocks)
    foot = f'<tr><td></td><th scope="row">{say("path.total")}</th><td>{total}</td></tr>'
    inside = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody><tfoot>{foot}</tfoot>"
    return f'<table class="timetable agenda">{inside}</table>'


def _row(slot: Slot, curriculum: Curriculum, interface: Interface, here: str) -> str:
    what = (
        interface.say(f"path.{slot.pause}") if slot.block is None else _named(slot.block, curriculum, interface, here)
    )
    what += f" · {interface.say('path.part', n=slot.part)}" if slot.part else ""
    kind = ' class="pause"' if slot.block is None or slot.block.pause else ""
    end = slot.start + slot.minutes
    time = f"{slot.start // 60:02}:{slot.start % 60:02}–{end // 60:02}:{end % 60:02}"
    return f"<tr{kind}><td>{time}</td><td>{what}</td><td>{slot.minutes}</td></tr>"


def _named(block: PathBlock, curriculum: Curriculum, interface: Interface, here: str) -> str:
    if block.module is None:
        return spoken(block.title or {}, interface.lang)
    link = linked("module", block.module, curriculum, interface, here)
    cut = interface.say(f"path.{block.cut or 'full'}")
    module = curriculum.modules.get(block.module)
    if not block.steps or module is None:
        return f"{link} ({cut})"
    prose = module.words.get(interface.lang) or next(iter(module.words.values()))
    titles = {heading.id: heading.title for heading in prose.headings}
    steps = ", ".join(titles.get(step, step) for step in block.steps)
    return f"{link} ({interface.say('path.steps', steps=steps)})"


def papers(day: PathDay, curriculum: Curriculum) -> list[tuple[str, str]]:
    """What a day needs on paper, each once, as (kind, slug)."""
    found: dict[tuple[str, str], None] = {}
    for block in day.blocks:
        module = curriculum.modules.get(block.module or "")
        users: list[PathBlock | Step] = [block, *(steps_of(block, module) if module else [])]
        found |= {("handout", slug): None for one in users for slug in one.handouts}
        found |= {("worksheet", slug): None for one in users for slug in one.worksheets}
    return [paper for paper in found if find(curriculum, *paper, Lang.EN) is not None]


def pack_of(day: PathDay, path: Path) -> str:
    """The code of the PDF that holds all papers of a day; for trainers, who print."""
    return f"{path.id}-{day.id}-trainer"


def _papers(day: PathDay, path: Path, curriculum: Curriculum, interface: Interface, shelf: Shelf) -> str:
    say = interface.say
    links = [linked(kind, slug, curriculum, interface, shelf.here) for kind, slug in papers(day, curriculum)]
    if not links:
        return ""
    text = f"**{say('path.print')}:** {', '.join(links)}"
    if not shelf.outlet.trainers:
        return text
    href = shelf.printed(pack_of(day, path), shelf.of)
    words = html.escape(say("path.pack", day=spoken(day.title, interface.lang)), quote=False)
    return f'{text}\n\n<p class="prints"><a class="button" href="{href}" type="application/pdf">{words}</a></p>'
