"""What a module's numbers say in words: the facts box, the timetable, each step's line, the list of things to bring."""

import html

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.module import Module, Step
from ahil.model.text import Prose
from ahil.render.address import find, web


def facts_box(module: Module, curriculum: Curriculum, interface: Interface, here: str, *, trainer: bool) -> str:
    """For whom, how long, how many people, what comes first and what is printed, as a description list."""
    say = interface.say
    group = module.facts.group
    rows = [
        (say("module.audiences"), ", ".join(say(f"audience.{one}") for one in module.facts.audiences)),
        (say("module.time"), say("module.full-core", full=module.minutes, core=module.core_minutes)),
        (
            say("module.group"),
            say("module.group-size", min=group.min, max=group.max, trainers=group.trainers),
        ),
    ]
    if module.facts.prerequisites:
        before = [
            linked("module", slug, curriculum, interface, here, trainer=trainer) for slug in module.facts.prerequisites
        ]
        rows.append((say("module.before"), ", ".join(before)))
    sheets = [linked("worksheet", slug, curriculum, interface, here) for slug in module.facts.worksheets]
    leaves = [linked("handout", slug, curriculum, interface, here) for slug in module.facts.handouts]
    if sheets or leaves:
        rows.append((say("module.print"), ", ".join([*leaves, *sheets])))
    inside = "".join(f"<div><dt>{term}</dt><dd>{words}</dd></div>" for term, words in rows)
    return f'<dl class="facts">{inside}</dl>'


def linked(
    kind: str, name: str, curriculum: Curriculum, interface: Interface, here: str, *, trainer: bool = False
) -> str:
    """The title of a thing as an HTML link; in words where it is still coming or unknown."""
    target = find(curriculum, kind, name, interface.lang, trainer=trainer)
    if target is None:
        return html.escape(name)
    title = html.escape(target.title, quote=False)
    if not target.path:
        return f"{title} ({interface.say('module.coming')})"
    return f'<a href="{web(target.path, here)}">{title}</a>'


def timetable(module: Module, prose: Prose, interface: Interface) -> str:
    """Every step with its minutes, kind and form, the total, and the total of the core cut."""
    say = interface.say
    titles = {heading.id: heading.title for heading in prose.headings}
    rows = "".join(_row(step, titles.get(step.id, step.id), interface) for step in module.facts.steps)
    head = "".join(f'<th scope="col">{say(f"module.{key}")}</th>' for key in ("step", "minutes", "phase", "how"))
    feet = "".join(
        f'<tr><th scope="row">{say(key)}</th><td>{minutes}</td><td></td><td></td></tr>'
        for key, minutes in (("module.total", module.minutes), ("module.total-core", module.core_minutes))
    )
    caption = f"<caption>{say('module.timetable')}</caption>"
    inside = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody><tfoot>{feet}</tfoot>"
    return f'<table class="timetable">{caption}{inside}</table>'


def _row(step: Step, title: str, interface: Interface) -> str:
    say = interface.say
    core = f' <span class="core">{say("module.core")}</span>' if step.core else ""
    link = f'<a href="#{step.id}">{html.escape(title, quote=False)}</a>'
    cells = f"<td>{step.minutes}</td><td>{say(f'phase.{step.phase}')}</td><td>{say(f'group.{step.group}')}</td>"
    return f'<tr><th scope="row">{link}{core}</th>{cells}</tr>'


def step_line(step: Step, curriculum: Curriculum, interface: Interface, here: str) -> str:
    """What stands under a step's heading: minutes, core, form, and the papers it needs."""
    say = interface.say
    parts = [f'<span class="minutes" data-minutes="{step.minutes}">{say("module.min", n=step.minutes)}</span>']
    if step.core:
        parts.append(f'<span class="core">{say("module.core")}</span>')
    parts.append(f'<span class="phase">{say(f"phase.{step.phase}")}</span>')
    parts.append(f'<span class="group">{say(f"group.{step.group}")}</span>')
    for kind, slugs in (("handout", step.handouts), ("worksheet", step.worksheets)):
        parts += [f'<span class="paper">{linked(kind, slug, curriculum, interface, here)}</span>' for slug in slugs]
    return f'<p class="step-facts">{" ".join(parts)}</p>'


def to_bring(module: Module, curriculum: Curriculum, interface: Interface, here: str) -> str:
    """Materials of all steps, each once, and what to print: as a Markdown list."""
    say = interface.say
    materials = dict.fromkeys(one for step in module.facts.steps for one in step.materials)
    lines = (
        [f"**{say('module.materials')}:** {', '.join(say(f'material.{one}') for one in materials)}"]
        if materials
        else []
    )
    papers = [linked("handout", slug, curriculum, interface, here) for slug in module.facts.handouts]
    papers += [linked("worksheet", slug, curriculum, interface, here) for slug in module.facts.worksheets]
    if papers:
        lines.append(f"**{say('module.print')}:** {', '.join(papers)}")
    return "\n\n".join(lines)
