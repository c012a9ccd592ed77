"""The agenda page: a form that a script wakes up, and the table of all modules and steps for whoever has none."""

from html import escape

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.module import Audience, Module
from ahil.render.address import find, spoken, web
from ahil.render.agenda_data import HERE
from ahil.render.form_words import box, button, entry, group, select
from ahil.render.staged import Staged
from ahil.render.step_words import lang_of, step_title

HOURS = ("1.5", "2", "3", "4", "5", "6", "7", "8", "9")
MOST_DAYS = 12
PEOPLE = 20


def agenda_page(curriculum: Curriculum, interface: Interface) -> Staged:
    """``agenda.html``."""
    out = '<div class="agenda-out" hidden><p role="status" class="agenda-sum"></p><div class="agenda-made"></div></div>'
    return Staged(
        lang=interface.lang,
        path=HERE,
        title=interface.say("agenda.title"),
        summary=interface.say("agenda.summary"),
        body=_form(curriculum, interface) + "\n\n" + out + "\n\n" + _plain(curriculum, interface),
        facts={"kind": "agenda", "draft": False},
    )


def _form(curriculum: Curriculum, interface: Interface) -> str:
    say = interface.say
    acts = "".join(button(act, say(f"agenda.{act}"), main=act == "print") for act in ("print", "copy", "clear"))
    return (
        '<form class="tool agenda-form" hidden autocomplete="off">'
        + group(say("agenda.what"), _what(curriculum, interface))
        + group(say("agenda.modules"), _modules(curriculum, interface), "agenda-modules")
        + group(say("agenda.time"), _time(interface))
        + group(say("agenda.breaks"), _breaks(interface))
        + f'<p class="tool-acts">{acts}</p></form>'
    )


def _what(curriculum: Curriculum, interface: Interface) -> str:
    say = interface.say
    audiences = dict.fromkeys([*map(str, Audience), *(path.audience for path in curriculum.paths.values())])
    courses = [("", say("agenda.own"), "")] + [
        (path.id, spoken(path.title, interface.lang), f' data-audiences="{path.audience}"')
        for path in curriculum.paths.values()
    ]
    everyone = [("", say("agenda.everyone"), ""), *((one, say(f"audience.{one}"), "") for one in audiences)]
    cuts = [("", "cut-course"), ("full", "cut-full"), ("core", "cut-core")]
    return (
        select("course", say("agenda.course"), courses)
        + select("audience", say("agenda.audience"), everyone)
        + select("cut", say("agenda.cut"), [(value, say(f"agenda.{key}"), "") for value, key in cuts])
    )


def _modules(curriculum: Curriculum, interface: Interface) -> str:
    """Every module with its minutes, full and core; in the order in which they are taught."""
    items = []
    for slug, module in sorted(curriculum.modules.items(), key=lambda pair: pair[1].facts.order):
        target = find(curriculum, "module", slug, interface.lang)
        words = f"{module.facts.id} {target.title if target else slug} · {module.minutes} / {module.core_minutes}"
        audiences = " ".join(module.facts.audiences)
        items.append(f'<li data-audiences="{audiences}">{box("module", words, slug)}</li>')
    return f"<ul>{''.join(items)}</ul>"


def _time(interface: Interface) -> str:
    say = interface.say
    comma = "." if interface.lang == "en" else ","
    hours = [("", say("agenda.hours-course"), "")] + [(one, one.replace(".", comma), "") for one in HOURS]
    days = [("", say("agenda.days-any"), "")] + [(str(n), str(n), "") for n in range(1, MOST_DAYS + 1)]
    return (
        entry("start", say("agenda.start"), "time", "09:00")
        + select("hours", say("agenda.hours"), hours)
        + select("days", say("agenda.days"), days)
        + entry("people", say("agenda.people"), "number", str(PEOPLE), ' min="2" max="60"')
        + box("every-step", say("agenda.every-step"))
    )


def _breaks(interface: Interface) -> str:
    say = interface.say
    boxes = "".join(box(name, say(f"agenda.{name}"), checked=True) for name in ("tea", "lunch", "prayer"))
    return f'<div class="tool-boxes">{boxes}</div>' + entry("prayer-at", say("agenda.prayer-at"), "time")


def _plain(curriculum: Curriculum, interface: Interface) -> str:
    modules = sorted(curriculum.modules.values(), key=lambda module: module.facts.order)
    tables = "".join(_table(module, curriculum, interface) for module in modules)
    return f'<div class="agenda-plain"><p>{interface.say("agenda.without")}</p>{tables}</div>'


def _table(module: Module, curriculum: Curriculum, interface: Interface) -> str:
    say = interface.say
    target = find(curriculum, "module", module.slug, interface.lang, trainer=True)
    title, href = (target.title, web(target.path, HERE)) if target else (module.slug, "")
    lang = lang_of(module, interface.lang)
    heard = f'<span class="heard"> ({module.facts.id})</span>'  # steps of two modules may be called alike
    titles = {step.id: escape(step_title(step, module, interface.lang), quote=False) for step in module.facts.steps}
    rows = "".join(
        f'<tr><th scope="row"><a href="{href}#{step.id}"{lang}>{titles[step.id]}{heard}</a>'
        f"{_core(interface) if step.core else ''}</th><td>{step.minutes}</td></tr>"
        for step in module.facts.steps
    )
    feet = "".join(
        f'<tr><th scope="row">{say(key)}</th><td>{minutes}</td></tr>'
        for key, minutes in (("module.total", module.minutes), ("module.total-core", module.core_minutes))
    )
    head = f'<th scope="col">{say("module.step")}</th><th scope="col">{say("module.minutes")}</th>'
    heading = f'<h2 id="{module.code}"><a href="{href}"{lang}>{module.facts.id} {escape(title, quote=False)}</a></h2>'
    table = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody><tfoot>{feet}</tfoot>"
    return f'{heading}<table class="timetable">{table}</table>'


def _core(interface: Interface) -> str:
    return f' <span class="core">{interface.say("module.core")}</span>'
