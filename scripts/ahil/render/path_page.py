"""A path → its page: days with clock times and breaks, what to print, what to know before."""

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.module import Step
from ahil.model.path import Path, PathBlock, PathDay
from ahil.render.address import find, spoken
from ahil.render.day_layout import Slot, agenda, minutes_of, steps_of
from ahil.render.timetable import linked


def path_body(path: Path, curriculum: Curriculum, interface: Interface, here: str) -> str:
    """The whole page in Markdown."""
    say = interface.say
    out = [_facts(path, interface), ""]
    if path.before:
        out += [f"## {say('path.before')} {{ #before }}", "", spoken(path.before, interface.lang), ""]
    for day in path.days:
        title = spoken(day.title, interface.lang)
        out += [f"## {title} {{ #{day.id} }}", "", day_table(day, path, curriculum, interface, here), ""]
        out += [_papers(day, curriculum, interface, here), ""]
    if path.unit == "evening":
        out += [say("path.no-breaks"), ""]
    if path.bridges:
        out += [f"## {say('path.bridges')} {{ #bridges }}", ""]
        for bridge in path.bridges:
            link = linked("module", bridge.module, curriculum, interface, here)
            out.append(f"- {link}: {spoken(bridge.by, interface.lang)}")
    return "\n".join(out)


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


def _papers(day: PathDay, curriculum: Curriculum, interface: Interface, here: str) -> str:
    links = [linked(kind, slug, curriculum, interface, here) for kind, slug in papers(day, curriculum)]
    return f"**{interface.say('path.print')}:** {', '.join(links)}" if links else ""
