"""The curriculum → print jobs: every module twice, every handout and worksheet once, in each language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urljoin

from ahil.model.alphabet import Alphabet
from ahil.model.curriculum import Curriculum
from ahil.model.handout import Handout
from ahil.model.lang import Lang
from ahil.model.module import Module
from ahil.model.outlet import WEB
from ahil.model.print import Cut, PrintEdition, PrintJob, PrintKind
from ahil.model.worksheet import Orientation, Paper
from ahil.publish.alphabets import Alphabets
from ahil.publish.markdown_html import Typesetter
from ahil.publish.reading import Reading
from ahil.publish.staging import edition_code
from ahil.render.address import spoken
from ahil.render.marks import Setting
from ahil.render.module_page import Medium, module_body
from ahil.render.prose_page import staged_body
from ahil.render.stage import chosen
from ahil.render.translated import paper_note
from ahil.render.uzbek.paper import job_in
from ahil.render.worksheet import worksheet_body

_PAGE = re.compile(r'(href="[^":#?]+)\.md(?=["#])')


@dataclass(frozen=True, slots=True)
class PrintRoom:
    """What the jobs of a run share: what was read, how Markdown is set, where the site is, and the edition's day."""

    reading: Reading
    setter: Typesetter
    site_url: str
    day: date | None = None
    alphabets: Alphabets | None = None

    @property
    def curriculum(self) -> Curriculum:
        """What is printed."""
        return self.reading.curriculum

    def address(self, lang: Lang, path: str) -> str:
        """Where a page stands on the web; empty while the site has no address."""
        prefix = "" if lang is WEB.home else f"{lang}/"
        return urljoin(self.site_url, prefix + path) if self.site_url else ""

    def behind(self, name: str, lang: Lang) -> str:
        """What a paper says when its source has changed since it was translated."""
        return paper_note(self.reading.coverage, name, self.reading.interfaces[lang])

    def figures(self, folder: str, lang: Lang) -> dict[str, str]:
        """The drawings of a folder in one language, by the ``src`` its pages show them with."""
        return {
            path.removeprefix(folder): drawing.in_language(lang)
            for path, drawing in self.curriculum.figures.items()
            if path.startswith(folder)
        }

    def body(self, text: str) -> str:
        """HTML whose links lead to built pages."""
        return _PAGE.sub(r"\1.html", self.setter.html(text))


def print_jobs(room: PrintRoom) -> Iterator[PrintJob]:
    """Every PDF of the site; Uzbek ones in each alphabet that is shown."""
    for job in _authored(room):
        if job.lang is Lang.UZ and room.alphabets:
            yield from _in_alphabets(job, room.alphabets, room.site_url)
        else:
            yield job


def _in_alphabets(job: PrintJob, alphabets: Alphabets, site_url: str) -> Iterator[PrintJob]:
    for edition in alphabets.editions:
        if edition.alphabet is Alphabet.LATIN:
            yield replace(job, papers=edition.folder)
            continue
        url = job.page_url
        if edition.folder:
            url = url.replace(site_url, f"{site_url}{edition.folder}/", 1) if site_url else ""
        yield job_in(job, edition, alphabets.convert[edition.alphabet], url)


def _authored(room: PrintRoom) -> Iterator[PrintJob]:
    for lang in Lang:
        for module in room.curriculum.modules.values():
            for edition in PrintEdition:
                yield from _module(module, lang, edition, room)
        for handout in room.curriculum.handouts.values():
            yield from _handout(handout, lang, room)
        for slug in room.curriculum.worksheets:
            yield from _worksheet(slug, lang, room)


def _module(module: Module, lang: Lang, edition: PrintEdition, room: PrintRoom) -> Iterator[PrintJob]:
    prose = chosen(module.words, lang, module.facts.source)
    if prose is None or prose.broken:
        return
    trainer = edition is PrintEdition.TRAINER
    here = f"modules/{module.slug}/{'trainer' if trainer else 'index'}.md"
    setting = Setting(room.curriculum, room.reading.interfaces[prose.lang], here, trainer)
    body = room.behind(f"modules/{module.slug}", lang) + room.body(module_body(module, prose, setting, Medium.paper))
    yield PrintJob(
        kind=PrintKind.MODULE,
        lang=lang,
        code=module.facts.id,
        title=prose.front.title,
        written_in=prose.lang,
        summary=prose.front.summary,
        body_html=body,
        source=prose.path,
        edition=edition,
        figures=room.figures(f"modules/{module.slug}/", prose.lang),
        page_url=room.address(lang, f"modules/{module.slug}/{'trainer' if trainer else 'index'}.html"),
        edition_code=edition_code(prose.front.title, body),
        edition_date=room.day,
        draft=prose.draft,
        sensitive=module.facts.sensitive,
    )


def _handout(handout: Handout, lang: Lang, room: PrintRoom) -> Iterator[PrintJob]:
    prose = chosen(handout.words, lang, handout.facts.source)
    if prose is None or prose.broken:
        return
    here = f"handouts/{handout.code}.md"
    setting = Setting(room.curriculum, room.reading.interfaces[prose.lang], here)
    body = room.behind(f"handouts/{handout.slug}", lang) + room.body(staged_body(prose, setting))
    job = PrintJob(
        kind=PrintKind.HANDOUT,
        lang=lang,
        code=handout.facts.id,
        title=prose.front.title,
        written_in=prose.lang,
        summary=prose.front.summary,
        body_html=body,
        source=prose.path,
        figures=room.figures(f"handouts/{handout.slug}/", prose.lang),
        page_url=room.address(lang, f"handouts/{handout.code}.html"),
        edition_code=edition_code(prose.front.title, body),
        edition_date=room.day,
        draft=prose.draft,
        sensitive=handout.facts.sensitive,
    )
    yield job
    if handout.facts.pocket:
        yield replace(job, cut=Cut.POCKET)


def _worksheet(slug: str, lang: Lang, room: PrintRoom) -> Iterator[PrintJob]:
    sheet = room.curriculum.worksheets[slug]
    body = worksheet_body(sheet, room.reading.interfaces[lang])
    title = spoken(sheet.facts.title, lang)
    job = PrintJob(
        kind=PrintKind.WORKSHEET,
        lang=lang,
        code=sheet.facts.id,
        title=title,
        body_html=body,
        source=sheet.places.path,
        page_url=room.address(lang, f"worksheets/{sheet.code}.html"),
        edition_code=edition_code(title, body),
        edition_date=room.day,
        draft=lang is not Lang.EN,
        sensitive=sheet.facts.sensitive,
        paper=sheet.facts.paper,
        orientation=sheet.facts.orientation,
    )
    yield job
    if sheet.facts.paper is Paper.A3:  # few have a printer for it
        yield replace(job, cut=Cut.A4, paper=Paper.A4, orientation=Orientation.PORTRAIT)
