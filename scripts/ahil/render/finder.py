"""The exercise finder: every step of every module as one list, and a form that narrows it where scripts run."""

from html import escape

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.module import Audience, GroupForm, Material, Module, Phase, Step
from ahil.render.address import find, web
from ahil.render.form_words import box, button, group, select
from ahil.render.staged import Staged
from ahil.render.step_words import lang_of, step_title

HERE = "finder.md"
MINUTES = (10, 15, 20, 30, 45, 60)


def finder_page(curriculum: Curriculum, interface: Interface) -> Staged:
    """``finder.html``."""
    modules = sorted(curriculum.modules.values(), key=lambda module: module.facts.order)
    items = "".join(_item(step, module, curriculum, interface) for module in modules for step in module.facts.steps)
    words = f'data-found="{interface.say("finder.found")}" data-none="{interface.say("finder.none")}"'
    return Staged(
        lang=interface.lang,
        path=HERE,
        title=interface.say("finder.title"),
        summary=interface.say("finder.summary"),
        body="\n\n".join(
            [
                _form(modules, interface),
                f'<p role="status" class="found" {words}></p>',
                f'<ol class="found-steps">{items}</ol>',
            ]
        ),
        facts={"kind": "finder", "draft": False},
    )


def _form(modules: list[Module], interface: Interface) -> str:
    say = interface.say
    steps = [step for module in modules for step in module.facts.steps]
    phases = [(f"phase.{one}", one) for one in Phase if any(step.phase is one for step in steps)]
    forms = [(f"group.{one}", one) for one in GroupForm if any(step.group is one for step in steps)]
    used = [one for one in Material if any(one in step.materials for step in steps)]
    audiences = [(f"audience.{one}", one) for one in Audience]
    things = "".join(box("material", say(f"material.{one}"), one) for one in used)
    any_ = ("", say("finder.any"), "")
    fields = "".join(
        select(name, say(f"finder.{name}"), [any_, *((value, say(key), "") for key, value in choices)])
        for name, choices in (("phase", phases), ("group", forms), ("audience", audiences))
    )
    minutes = select("minutes", say("finder.minutes"), [any_, *((str(n), str(n), "") for n in MINUTES)])
    return (
        '<form class="tool finder-form" hidden autocomplete="off">'
        + group(say("finder.filter"), minutes + fields + box("core", say("finder.core")))
        + group(say("finder.material"), f'<div class="tool-boxes">{things}</div>')
        + f'<p class="tool-acts">{button("clear", say("finder.clear"))}</p></form>'
    )


def _item(step: Step, module: Module, curriculum: Curriculum, interface: Interface) -> str:
    """A step in words for a reader, and in codes for the form."""
    say = interface.say
    target = find(curriculum, "module", module.slug, interface.lang, trainer=True)
    href = f"{web(target.path, HERE)}#{step.id}" if target else ""
    facts = [say("module.min", n=step.minutes), say(f"phase.{step.phase}"), say(f"group.{step.group}")]
    facts += [say("module.core")] if step.core else []
    things = ", ".join(say(f"material.{one}") for one in step.materials)
    title = escape(step_title(step, module, interface.lang), quote=False)
    data = {
        "minutes": step.minutes,
        "phase": step.phase,
        "group": step.group,
        "core": int(step.core),
        "audience": " ".join(module.facts.audiences),
        "material": " ".join(step.materials),
    }
    codes = " ".join(f'data-{key}="{value}"' for key, value in data.items())
    where = f"{module.facts.id} {escape(target.title if target else module.slug, quote=False)}"
    return (
        f'<li {codes}><a href="{href}"{lang_of(module, interface.lang)}><b>{title}</b> <small>{where}</small></a> '
        f"<span>{' · '.join(facts)}{f' · {things}' if things else ''}</span></li>"
    )
