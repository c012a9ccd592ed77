"""Which modules and pages answer which part of the briefing, for trainers: computed, never kept by hand."""

from collections.abc import Callable
from html import escape

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.module import CHALLENGES, Covers
from ahil.render.address import find, spoken, web
from ahil.render.staged import Staged

HERE = "coverage.md"


def coverage_of_briefing(curriculum: Curriculum, interface: Interface) -> Staged:
    """``coverage.html``."""
    say = interface.say
    return Staged(
        lang=interface.lang,
        path=HERE,
        title=say("covered.title"),
        summary=say("covered.summary"),
        body="\n\n".join(
            [
                f"## {say('covered.recommendations')} {{ #recommendations }}",
                _recommendations(curriculum, interface),
                f"## {say('covered.challenges')} {{ #challenges }}",
                _challenges(curriculum, interface),
            ]
        ),
        facts={"kind": "coverage", "draft": False},
    )


def answering(curriculum: Curriculum, asked: Callable[[Covers], tuple[str, ...]]) -> dict[str, list[str]]:
    """What is answered → slugs of the modules that answer it, in the order of teaching."""
    found: dict[str, list[str]] = {}
    for slug, module in sorted(curriculum.modules.items(), key=lambda pair: pair[1].facts.order):
        for one in asked(module.facts.covers):
            found.setdefault(one, []).append(slug)
    return found


def _recommendations(curriculum: Curriculum, interface: Interface) -> str:
    modules = answering(curriculum, lambda covers: covers.recommendations)
    rows = [
        (
            f"<b>{one.id}</b> {escape(spoken(one.text, interface.lang), quote=False)}",
            _linked(curriculum, interface, modules.get(one.id, [])),
            _page(curriculum, interface, "recommendations", f"#{one.id.lower()}"),
        )
        for one in curriculum.recommendations.values()
    ]
    return _table(interface, "recommendation", rows)


def _challenges(curriculum: Curriculum, interface: Interface) -> str:
    modules = answering(curriculum, lambda covers: covers.challenges)
    rows = [
        (
            escape(interface.say(f"challenge.{one}"), quote=False),
            _linked(curriculum, interface, modules.get(one, [])),
            _page(curriculum, interface, page_of(one, curriculum)),
        )
        for one in CHALLENGES
    ]
    return _table(interface, "challenge", rows)


def page_of(challenge: str, curriculum: Curriculum) -> str:
    """A challenge's own page, or the page that shows how all of them hang together."""
    own = f"challenges/{challenge}"
    return own if own in curriculum.pages else "challenges"


def _linked(curriculum: Curriculum, interface: Interface, slugs: list[str]) -> str:
    links = []
    for slug in slugs:
        target = find(curriculum, "module", slug, interface.lang, trainer=True)
        title = f"{curriculum.modules[slug].facts.id} {target.title}" if target else slug
        links.append(f'<li><a href="{web(target.path, HERE) if target else ""}">{escape(title, quote=False)}</a></li>')
    return f"<ul>{''.join(links)}</ul>" if links else "—"


def _page(curriculum: Curriculum, interface: Interface, name: str, anchor: str = "") -> str:
    target = find(curriculum, "page", name, interface.lang)
    if target is None or not target.title:
        return "—"
    return f'<a href="{web(target.path, HERE)}{anchor}">{escape(target.title, quote=False)}</a>'


def _table(interface: Interface, what: str, rows: list[tuple[str, str, str]]) -> str:
    # on a narrow screen the cells stand below each other; the roles keep it a table
    keys = (f"covered.{what}", "covered.modules", "covered.page")
    head = "".join(f'<th role="columnheader" scope="col">{interface.say(key)}</th>' for key in keys)
    body = "".join(
        f'<tr role="row"><th role="rowheader" scope="row">{said}</th>'
        f'<td role="cell">{modules}</td><td role="cell">{page}</td></tr>'
        for said, modules, page in rows
    )
    inside = f'<thead><tr role="row">{head}</tr></thead><tbody>{body}</tbody>'
    return f'<table role="table" class="covered">{inside}</table>'
