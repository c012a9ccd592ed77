"""What a page tells of its translation: the state in each language, and which sections fell behind."""

import posixpath

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.outlet import Outlet
from ahil.model.translation import Coverage, State
from ahil.render.coverage import coverage_page, section_title, stale_note
from ahil.render.staged import Staged

HERE = "translations.md"


def told(coverage: Coverage | None, name: str, here: str, interface: Interface, outlet: Outlet) -> dict[str, object]:
    """The theme's ``translations`` (language → state, where it is behind) and ``stale`` (section, link to the source).

    ``name`` is what coverage calls the page: ``docs/context``, ``modules/dialogue``. In a copy without the source's
    language the link stays on the page.
    """
    if coverage is None:
        return {}
    lang = interface.lang
    behind = {State.MISSING: "missing", State.STALE: "stale"}
    pages = {page.lang: page for page in coverage.pages if page.name == name}
    states = {code: behind[page.state] for code, page in pages.items() if page.state in behind}
    mine = pages.get(lang)
    sections = mine.stale if mine else ()
    source = Lang(mine.source) if mine else lang
    # the sections of a form are labels; of a module, learners have not all, and questions stand under other ids
    apart = name.startswith(("worksheets/", "modules/"))
    stale = [
        {
            "title": section_title(section, interface),
            "href": (_source(here, lang, source, outlet) + ("" if apart else section.anchor)) or None,
        }
        for section in sections
    ]
    return {"translations": states, "stale": stale}


def _source(here: str, lang: Lang, source: Lang, outlet: Outlet) -> str:
    if source not in outlet.langs:
        return ""
    page = here.removesuffix(".md") + ".html"
    start, end = (page if one is outlet.home else f"{one}/{page}" for one in (lang, source))
    return posixpath.relpath(end, posixpath.dirname(start) or ".")


def paper_note(coverage: Coverage | None, name: str, interface: Interface) -> str:
    """The same for paper: one sentence of HTML, or nothing."""
    pages = [page for page in (coverage.pages if coverage else ()) if (page.name, page.lang) == (name, interface.lang)]
    note = stale_note(pages[0], interface) if pages else ""
    return f'<p class="draft">{note}</p>' if note else ""


def translations_page(coverage: Coverage, interface: Interface, use: tuple[str, ...]) -> Staged:
    """How far the translations are, for whoever wants to help: the same numbers as the command's."""
    return Staged(
        lang=interface.lang,
        path=HERE,
        title=interface.say("list.translations-title"),
        summary=interface.say("list.translations"),
        body=coverage_page(coverage, interface, use),
        facts={"kind": "page", "draft": False},
    )
