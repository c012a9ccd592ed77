"""The curriculum → a plain Markdown tree: ``<lang>/**.md`` and the drawings, ready for any generator."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.module import Module
from ahil.model.outlet import WEB, Outlet
from ahil.model.text import Prose
from ahil.model.translation import Coverage
from ahil.render.address import Shelf, spoken
from ahil.render.agenda_page import agenda_page
from ahil.render.az import az_page
from ahil.render.coverage_of_briefing import coverage_of_briefing
from ahil.render.finder import finder_page
from ahil.render.index_pages import index_pages
from ahil.render.marks import Setting
from ahil.render.module_page import Medium, module_body
from ahil.render.papers import papers_of_handout, papers_of_worksheet
from ahil.render.path_page import path_body
from ahil.render.prose_page import staged_body
from ahil.render.staged import Staged
from ahil.render.translated import told, translations_page
from ahil.render.worksheet_page import worksheet_page


@dataclass(frozen=True, slots=True)
class Staging:
    """What is staged, in whose words, for whom, and how far its translations are (None: nothing is said of it)."""

    curriculum: Curriculum
    interfaces: Mapping[Lang, Interface]
    outlet: Outlet = WEB
    coverage: Coverage | None = None


def stage(staging: Staging) -> tuple[list[Staged], dict[str, str]]:
    """(the pages, all files: path below the staged root → text)."""
    staged = list(pages(staging))
    files = {f"{page.lang}/{page.path}": page.text() for page in staged}
    for lang in staging.outlet.langs:
        for path, drawing in staging.curriculum.figures.items():
            files[f"{lang}/{_figure(path)}"] = drawing.in_language(lang)
    return staged, files


def pages(staging: Staging) -> Iterator[Staged]:
    """Every page of every language: one that is not written in it stands there in the language it has."""
    for lang in staging.outlet.langs:
        of_language = list(_of_language(staging, lang))
        yield from of_language
        yield az_page(of_language, staging.interfaces[lang])


def _of_language(staging: Staging, lang: Lang) -> Iterator[Staged]:
    yield from _knowledge(staging, lang)
    yield from _modules(staging, lang)
    yield from _handouts(staging, lang)
    yield from _worksheets(staging, lang)
    yield from _paths(staging, lang)
    yield from index_pages(staging.curriculum, staging.interfaces[lang], staging.outlet)
    if staging.outlet.trainers:
        for tool in (agenda_page, finder_page, coverage_of_briefing):
            yield tool(staging.curriculum, staging.interfaces[lang])
    if staging.coverage:
        use = tuple(f"modules/{slug}" for slug in staging.curriculum.modules)
        yield translations_page(staging.coverage, staging.interfaces[lang], use)


def chosen(words: Mapping[Lang, Prose], lang: Lang, source: Lang) -> Prose | None:
    """The words in ``lang``, else in the language they were first written in, else in any."""
    return words.get(lang) or words.get(source) or next(iter(words.values()), None)


def _knowledge(staging: Staging, lang: Lang) -> Iterator[Staged]:
    for page in staging.curriculum.pages.values():
        prose = chosen(page.words, lang, Lang.EN)
        if prose is None:
            continue
        here = f"{page.name}.md"
        facts = {
            "kind": "page",
            "sensitive": bool(page.facts and page.facts.sensitive),
            "legal": bool(page.facts and page.facts.legal),
            **_common(prose, lang, page.words),
            **told(staging.coverage, f"docs/{page.name}", here, staging.interfaces[lang], staging.outlet),
        }
        yield _words(prose, lang, here, _body(prose, _setting(staging, prose, here, lang)), facts)


def _modules(staging: Staging, lang: Lang) -> Iterator[Staged]:
    for module in staging.curriculum.modules.values():
        prose = chosen(module.words, lang, module.facts.source)
        for trainer in (False, True) if staging.outlet.trainers else (False,):
            if prose is not None:
                yield _module(module, prose, lang, staging, trainer=trainer)


def _module(module: Module, prose: Prose, lang: Lang, staging: Staging, *, trainer: bool) -> Staged:
    here = f"modules/{module.slug}/{'trainer' if trainer else 'index'}.md"
    papers = {"learner": module.code} | ({"trainer": f"{module.code}-trainer"} if trainer else {})
    facts = {
        "kind": "trainer" if trainer else "module",
        "edition": "trainer" if trainer else "learner",
        "code": module.facts.id,
        "sensitive": module.facts.sensitive,
        "legal": module.facts.legal,
        **_common(prose, lang, module.words),
        **told(staging.coverage, f"modules/{module.slug}", here, staging.interfaces[lang], staging.outlet),
        "print": _print(papers, here, lang, staging),
        "counterpart": ("index.html" if trainer else "trainer.html") if staging.outlet.trainers else None,
    }
    setting = _setting(staging, prose, here, lang, trainer=trainer)
    return _words(prose, lang, here, _body(prose, setting, module), facts)


def _handouts(staging: Staging, lang: Lang) -> Iterator[Staged]:
    for slug, handout in staging.curriculum.handouts.items():
        prose = chosen(handout.words, lang, handout.facts.source)
        if prose is None:
            continue
        here = f"handouts/{handout.code}.md"
        facts = {
            "kind": "handout",
            "code": handout.facts.id,
            "sensitive": handout.facts.sensitive,
            "legal": handout.facts.legal,
            **_common(prose, lang, handout.words),
            **told(staging.coverage, f"handouts/{slug}", here, staging.interfaces[lang], staging.outlet),
            "print": _print(papers_of_handout(handout), here, lang, staging),
        }
        body = _body(prose, _setting(staging, prose, here, lang)).replace("](figures/", f"]({slug}/")
        yield _words(prose, lang, here, body, facts)


def _worksheets(staging: Staging, lang: Lang) -> Iterator[Staged]:
    for slug, sheet in staging.curriculum.worksheets.items():
        here = f"worksheets/{sheet.code}.md"
        yield Staged(
            lang=lang,
            path=here,
            title=spoken(sheet.facts.title, lang),
            summary="",
            body=worksheet_page(sheet, staging.curriculum, staging.interfaces[lang]),
            facts={
                "kind": "worksheet",
                "code": sheet.facts.id,
                "sensitive": sheet.facts.sensitive,
                "source": sheet.places.path,
                "draft": lang is not Lang.EN,
                **told(staging.coverage, f"worksheets/{slug}", here, staging.interfaces[lang], staging.outlet),
                "print": _print(papers_of_worksheet(sheet), here, lang, staging),
            },
        )


def _paths(staging: Staging, lang: Lang) -> Iterator[Staged]:
    for path in staging.curriculum.paths.values():
        here = f"paths/{path.id}.md"
        yield Staged(
            lang=lang,
            path=here,
            title=spoken(path.title, lang),
            summary=spoken(path.summary, lang),
            body=path_body(path, staging.curriculum, staging.interfaces[lang], Shelf(here, lang, staging.outlet)),
            facts={"kind": "path", "source": "data/paths.yml", "draft": lang is not Lang.EN},
        )


def _setting(staging: Staging, prose: Prose, here: str, lang: Lang, *, trainer: bool = False) -> Setting:
    return Setting(staging.curriculum, staging.interfaces[prose.lang], here, trainer, staging.outlet, lang)


def _common(prose: Prose, lang: Lang, words: Mapping[Lang, Prose]) -> dict[str, object]:
    """What the theme must know of any page of words."""
    return {
        "source": prose.path,
        "draft": prose.draft,
        "fallback": None if prose.lang is lang else str(prose.lang),
        "langs": [str(one) for one in words],
    }


def _print(papers: Mapping[str, str], here: str, lang: Lang, staging: Staging) -> list[dict[str, str]]:
    """The PDFs of a page: kind → file name without its ending."""
    shelf, say = Shelf(here, lang, staging.outlet), staging.interfaces[lang].say
    return [
        {"kind": kind, "label": say(f"print-kind.{kind}"), "href": shelf.printed(name, lang)}
        for kind, name in papers.items()
    ]


def _body(prose: Prose, setting: Setting, module: Module | None = None) -> str:
    """The page's body; of a page that could not be read, a word to the reader instead."""
    if prose.broken:
        return setting.interface.say("repair.body")
    return module_body(module, prose, setting, Medium.screen) if module else staged_body(prose, setting)


def _words(prose: Prose, lang: Lang, here: str, body: str, facts: Mapping[str, object]) -> Staged:
    title = prose.front.title or here.removesuffix(".md").rsplit("/", 1)[-1]
    return Staged(lang=lang, path=here, title=title, summary=prose.front.summary, body=body, facts=facts)


def _figure(path: str) -> str:
    """Where a drawing is staged: a module's beside its page, a handout's in a folder named after it."""
    kind, slug, _, file = path.split("/", 3)
    return f"modules/{slug}/figures/{file}" if kind == "modules" else f"handouts/{slug}/{file}"
