"""The curriculum → a plain Markdown tree: ``<lang>/**.md`` and the drawings, ready for any generator."""

from collections.abc import Iterator, Mapping

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.module import Module
from ahil.model.outlet import WEB, Outlet
from ahil.model.text import Prose
from ahil.render.address import Shelf, spoken
from ahil.render.az import az_page
from ahil.render.index_pages import index_pages
from ahil.render.marks import Setting
from ahil.render.module_page import Medium, module_body
from ahil.render.path_page import path_body
from ahil.render.prose_page import staged_body
from ahil.render.staged import Staged
from ahil.render.worksheet import worksheet_form

Interfaces = Mapping[Lang, Interface]


def stage(
    curriculum: Curriculum, interfaces: Interfaces, outlet: Outlet = WEB
) -> tuple[list[Staged], dict[str, str]]:
    """(the pages, all files: path below the staged root → text)."""
    staged = list(pages(curriculum, interfaces, outlet))
    files = {f"{page.lang}/{page.path}": page.text() for page in staged}
    for lang in outlet.langs:
        for path, drawing in curriculum.figures.items():
            files[f"{lang}/{_figure(path)}"] = drawing.in_language(lang)
    return staged, files


def pages(curriculum: Curriculum, interfaces: Interfaces, outlet: Outlet = WEB) -> Iterator[Staged]:
    """Every page of every language: one that is not written in it stands there in the language it has."""
    for lang in outlet.langs:
        of_language = list(_of_language(curriculum, interfaces, lang, outlet))
        yield from of_language
        yield az_page(of_language, interfaces[lang])


def _of_language(
    curriculum: Curriculum, interfaces: Interfaces, lang: Lang, outlet: Outlet
) -> Iterator[Staged]:
    yield from _knowledge(curriculum, interfaces, lang, outlet)
    yield from _modules(curriculum, interfaces, lang, outlet)
    yield from _handouts(curriculum, interfaces, lang, outlet)
    yield from _worksheets(curriculum, interfaces, lang, outlet)
    for path in curriculum.paths.values():
        here = f"paths/{path.id}.md"
        yield Staged(
            lang=lang,
            path=here,
            title=spoken(path.title, lang),
            summary=spoken(path.summary, lang),
            body=path_body(path, curriculum, interfaces[lang], here),
            facts={"kind": "path", "source": "data/paths.yml", "draft": lang is not Lang.EN},
        )
    yield from index_pages(curriculum, interfaces[lang], outlet)


def chosen(words: Mapping[Lang, Prose], lang: Lang, source: Lang) -> Prose | None:
    """The words in ``lang``, else in the language they were first written in, else in any."""
    return words.get(lang) or words.get(source) or next(iter(words.values()), None)


def common(prose: Prose, lang: Lang, *, sensitive: bool, legal: bool) -> dict[str, object]:
    """What the theme must know of any page of words."""
    return {
        "source": prose.path,
        "sensitive": sensitive,
        "legal": legal,
        "draft": prose.draft,
        "fallback": None if prose.lang is lang else str(prose.lang),
    }


def _knowledge(
    curriculum: Curriculum, interfaces: Interfaces, lang: Lang, outlet: Outlet
) -> Iterator[Staged]:
    for page in curriculum.pages.values():
        prose = chosen(page.words, lang, Lang.EN)
        if prose is None:
            continue
        here = f"{page.name}.md"
        facts = common(
            prose,
            lang,
            sensitive=bool(page.facts and page.facts.sensitive),
            legal=bool(page.facts and page.facts.legal),
        )
        setting = Setting(curriculum, interfaces[prose.lang], here, outlet=outlet, of=lang)
        yield _words(prose, lang, here, _body(prose, setting), {"kind": "page", **facts})


def _body(prose: Prose, setting: Setting, module: Module | None = None) -> str:
    """The page's body; of a page that could not be read, a word to the reader instead."""
    if prose.broken:
        return setting.interface.say("repair.body")
    return module_body(module, prose, setting, Medium.screen) if module else staged_body(prose, setting)


def _words(prose: Prose, lang: Lang, here: str, body: str, facts: Mapping[str, object]) -> Staged:
    title = prose.front.title or here.removesuffix(".md").rsplit("/", 1)[-1]
    return Staged(lang=lang, path=here, title=title, summary=prose.front.summary, body=body, facts=facts)


def _modules(curriculum: Curriculum, interfaces: Interfaces, lang: Lang, outlet: Outlet) -> Iterator[Staged]:
    for slug, module in curriculum.modules.items():
        prose = chosen(module.words, lang, module.facts.source)
        if prose is None:
            continue
        for trainer in (False, True) if outlet.trainers else (False,):
            here = f"modules/{slug}/{'trainer' if trainer else 'index'}.md"
            setting = Setting(curriculum, interfaces[prose.lang], here, trainer, outlet, lang)
            facts = {
                "kind": "trainer" if trainer else "module",
                "edition": "trainer" if trainer else "learner",
                "code": module.facts.id,
                **common(prose, lang, sensitive=module.facts.sensitive, legal=module.facts.legal),
                "print": _pdfs(module.code, here, lang, interfaces, outlet, trainer=trainer),
                "counterpart": ("index.html" if trainer else "trainer.html") if outlet.trainers else None,
            }
            yield _words(prose, lang, here, _body(prose, setting, module), facts)


def _pdfs(
    code: str, here: str, lang: Lang, interfaces: Interfaces, outlet: Outlet, *, trainer: bool
) -> list[dict[str, str]]:
    kinds = [("learner", code)] + ([("trainer", f"{code}-trainer")] if trainer else [])
    say = interfaces[lang].say
    return [
        {
            "kind": kind,
            "label": say(f"print-kind.{kind}"),
            "href": Shelf(here, lang, outlet).printed(name, lang),
        }
        for kind, name in kinds
    ]


def _handouts(curriculum: Curriculum, interfaces: Interfaces, lang: Lang, outlet: Outlet) -> Iterator[Staged]:
    for handout in curriculum.handouts.values():
        prose = chosen(handout.words, lang, handout.facts.source)
        if prose is None:
            continue
        here = f"handouts/{handout.code}.md"
        setting = Setting(curriculum, interfaces[prose.lang], here, outlet=outlet, of=lang)
        body = _body(prose, setting).replace("](figures/", f"]({handout.slug}/")
        label = interfaces[lang].say("print-kind.handout")
        facts = {
            "kind": "handout",
            "code": handout.facts.id,
            **common(prose, lang, sensitive=handout.facts.sensitive, legal=handout.facts.legal),
            "print": [
                {
                    "kind": "handout",
                    "label": label,
                    "href": Shelf(here, lang, outlet).printed(handout.code, lang),
                }
            ],
        }
        yield _words(prose, lang, here, body, facts)


def _worksheets(
    curriculum: Curriculum, interfaces: Interfaces, lang: Lang, outlet: Outlet
) -> Iterator[Staged]:
    for sheet in curriculum.worksheets.values():
        here = f"worksheets/{sheet.code}.md"
        label = interfaces[lang].say("print-kind.worksheet")
        yield Staged(
            lang=lang,
            path=here,
            title=spoken(sheet.facts.title, lang),
            summary="",
            body=worksheet_form(sheet, interfaces[lang]),
            facts={
                "kind": "worksheet",
                "code": sheet.facts.id,
                "source": sheet.places.path,
                "draft": lang is not Lang.EN,
                "print": [
                    {
                        "kind": "worksheet",
                        "label": label,
                        "href": Shelf(here, lang, outlet).printed(sheet.code, lang),
                    }
                ],
            },
        )


def _figure(path: str) -> str:
    """Where a drawing is staged: a module's beside its page, a handout's in a folder named after it."""
    kind, slug, _, file = path.split("/", 3)
    return f"modules/{slug}/figures/{file}" if kind == "modules" else f"handouts/{slug}/{file}"
