"""Whole registers as Markdown or HTML, for the pages that show them."""

import html
from collections.abc import Callable, Iterator, Mapping

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.render.address import Shelf, find, relative, spoken, titled, web
from ahil.render.alphabet import sort_key
from ahil.render.cited import cited, in_language
from ahil.render.papers import papers_of_handout, papers_of_worksheet

Shown = Callable[[Curriculum, Interface, Shelf], str]


def _glossary(curriculum: Curriculum, interface: Interface, _shelf: Shelf) -> str:
    others = [lang for lang in Lang if lang is not interface.lang]
    rows = []
    for term in sorted(
        curriculum.terms.values(), key=lambda term: sort_key(term.named(interface.lang), interface.lang)
    ):
        twins = "; ".join(
            f'<span lang="{lang.tag}">{html.escape(term.named(lang), quote=False)}</span>' for lang in others
        )
        status = f" ({interface.say('term.proposed')})" if term.status == "proposed" else ""
        rows.append(
            f'<dt id="term-{term.id}">{html.escape(term.named(interface.lang), quote=False)}</dt>'
            f"<dd><p>{html.escape(spoken(term.meaning, interface.lang), quote=False)}</p>"
            f'<p class="twins">{twins}{status}</p></dd>'
        )
    return f'<dl class="glossary">{"".join(rows)}</dl>'


def _sources(curriculum: Curriculum, interface: Interface, _shelf: Shelf) -> str:
    lines = []
    for source in curriculum.sources.values():
        about = ", ".join(part for part in (source.author, source.year, source.licence) if part)
        title = cited(source.title, interface.lang)
        title = f"[{title}]({source.url})" if source.url else f"*{title}*"
        about = f" — {cited(about, interface.lang)}" if about else ""
        lines.append(f"- {title}{about}. {spoken(source.used_for, interface.lang)}")
    return "\n".join(lines)


def _modules(curriculum: Curriculum, interface: Interface, shelf: Shelf) -> str:
    say = interface.say
    lines = []
    for slug, module in sorted(curriculum.modules.items(), key=lambda pair: pair[1].facts.order):
        prose = module.words.get(interface.lang) or next(iter(module.words.values()))
        time = say("module.full-core", full=module.minutes, core=module.core_minutes)
        link = f"[{module.facts.id} {prose.front.title}]({relative(f'modules/{slug}/index.md', shelf.here)})"
        lines.append(f"- {link} · {time}\n\n    {in_language(prose.front.summary, prose.lang, interface.lang)}\n")
    for coming in curriculum.coming.values():
        lines.append(f"- {coming.id} {spoken(coming.title, interface.lang)} · *{say('module.coming')}*\n")
    return "\n".join(lines)


def _paths(curriculum: Curriculum, interface: Interface, shelf: Shelf) -> str:
    return "\n".join(
        f"- [{spoken(path.title, interface.lang)}]({relative(f'paths/{key}.md', shelf.here)}) · "
        f"{interface.say('module.min', n=path.minutes)}\n\n    {spoken(path.summary, interface.lang)}\n"
        for key, path in curriculum.paths.items()
    )


def _contacts(curriculum: Curriculum, interface: Interface, _shelf: Shelf) -> str:
    say = interface.say
    head = f"| {say('contact.service')} | {say('contact.number')} |\n| --- | --- |"
    rows = []
    for contact in curriculum.contacts.values():
        shown = contact.fresh(curriculum.today) and contact.verified_on
        number = (
            f"**{contact.number}** ({say('contact.checked', date=interface.date(contact.verified_on))})"
            if shown and contact.verified_on
            else f'<span class="help-line"></span> *{say("contact.write-in")}*'
        )
        rows.append(f"| {spoken(contact.service, interface.lang)} | {number} |")
    return "\n".join([head, *rows])


def _facts(curriculum: Curriculum, interface: Interface, shelf: Shelf) -> str:
    say = interface.say
    lines = []
    for fact in curriculum.facts.values():
        text = spoken(fact.text, interface.lang)
        if fact.conflict and fact.local:
            text += f" **{say('fact.local')}:** {spoken(fact.local, interface.lang)}"
        named = [(cited(source.title or source.url, interface.lang), source.url) for source in fact.sources]
        sources = ", ".join(f"[{title}]({url})" for title, url in named)
        checked = "" if fact.reviewer else f"; {say('fact.unreviewed')}"
        seen = say("fact.seen", date=interface.date(fact.seen_on))
        lines.append(f"- **{fact.id}** {text} ({say('fact.sources')}: {sources}; {seen}{checked})")
    return "\n".join(lines)


def _prints(curriculum: Curriculum, interface: Interface, shelf: Shelf) -> str:
    """Every handout and form by its code, each of its papers in every language of the copy."""
    say = interface.say
    rows = [f"| | {say('nav.handouts')}, {say('nav.worksheets').lower()} | PDF |", "| --- | --- | --- |"]
    for kind, slug, name, title, papers in _things(curriculum, interface.lang):
        target = find(curriculum, kind, slug, interface.lang)
        page = relative(target.path, shelf.here) if target else ""
        pdfs = "<br>".join(
            (f"{say(f'print-kind.{paper}')}: " if len(papers) > 1 else "") + _pdfs(file, shelf)
            for paper, file in papers.items()
        )
        rows.append(f"| {name} | [{title}]({page}) | {pdfs} |")
    return "\n".join(rows)


def _things(curriculum: Curriculum, lang: Lang) -> Iterator[tuple[str, str, str, str, Mapping[str, str]]]:
    """(kind, slug, code, title, papers) of all handouts, then of all worksheets, by their codes."""
    for slug, handout in sorted(curriculum.handouts.items(), key=lambda pair: pair[1].code):
        yield "handout", slug, handout.facts.id, titled(handout.words, lang), papers_of_handout(handout)
    for slug, sheet in sorted(curriculum.worksheets.items(), key=lambda pair: pair[1].code):
        yield "worksheet", slug, sheet.facts.id, spoken(sheet.facts.title, lang), papers_of_worksheet(sheet)


def _pdfs(file: str, shelf: Shelf) -> str:
    return " · ".join(
        f'<a href="{shelf.printed(file, one)}" hreflang="{one}" translate="no">{one}</a>' for one in shelf.outlet.langs
    )


def _briefing(curriculum: Curriculum, interface: Interface, shelf: Shelf) -> str:
    lines = []
    for item in curriculum.briefing.values():
        links = []
        for used in item.used_in:
            kind, _, name = used.partition(":")
            target = find(curriculum, kind, name, interface.lang)
            if target and target.path:
                links.append(f'<a href="{web(target.path, shelf.here)}">{html.escape(target.title, quote=False)}</a>')
        lines.append(f"<li><strong>{item.id}</strong> {', '.join(links) or '—'}</li>")
    return f"<ul>{''.join(lines)}</ul>"


def _tools(_curriculum: Curriculum, interface: Interface, shelf: Shelf) -> str:
    """The trainers' tools; a learner's copy has none of them, and says where they are."""
    if not shelf.outlet.trainers:
        return interface.say("list.tools-elsewhere")
    tools = {"agenda.md": "agenda", "finder.md": "finder", "coverage.md": "covered"}
    return "\n".join(
        f"- [{interface.say(f'{name}.title')}]({relative(page, shelf.here)}): {interface.say(f'{name}.summary')}"
        for page, name in tools.items()
    )


REGISTERS: dict[str, Shown] = {
    "glossary": _glossary,
    "sources": _sources,
    "modules": _modules,
    "paths": _paths,
    "contacts": _contacts,
    "facts": _facts,
    "prints": _prints,
    "briefing": _briefing,
    "tools": _tools,
}
