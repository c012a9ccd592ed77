"""What the packs of a run share: what was read, how text is set, which modules are asked for, and the press."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.module import Module
from ahil.model.print import Look, PrintEdition, PrintJob
from ahil.model.text import Prose
from ahil.publish.printing import PrintRoom, print_jobs
from ahil.publish.staging import edition_code
from ahil.render.marks import Setting
from ahil.render.module_page import Medium, module_body
from ahil.render.packs.chapter import Chapter
from ahil.render.prose_page import staged_body


class Missing(Exception):  # noqa: N818 - a state of the machine, not a mistake
    """A format needs a package that is not installed; the message is the name of the extra."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file of a pack: where it stands below the folder of its language, what is in it, and its edition."""

    name: str
    content: bytes
    edition: str = ""


@dataclass(frozen=True)
class PackRoom:
    """``only`` names the modules that are asked for (none: all); ``group`` is for how many people a kit is."""

    printing: PrintRoom
    theme: Path
    cache: Path
    only: frozenset[str] = frozenset()
    group: int = 20

    @property
    def curriculum(self) -> Curriculum:
        """What is packed."""
        return self.printing.curriculum

    def interface(self, lang: Lang) -> Interface:
        """The words around the text."""
        return self.printing.reading.interfaces[lang]

    def dress(self, *names: str) -> str:
        """Files of ``theme/packs`` (or of the theme, where a path is given) one after another."""
        places = (self.theme / name if "/" in name else self.theme / "packs" / name for name in names)
        return "\n".join(place.read_text("utf-8") for place in places)

    def web(self, chapter: Chapter, target: str) -> str:
        """Where a link of a chapter leads on the web; nowhere while the site has no address of its own."""
        host = urlsplit(self.printing.site_url).hostname or ""
        if not host or host.endswith((".example", ".invalid", "localhost")):
            return ""
        return urljoin(self.printing.address(chapter.lang, chapter.here), target)

    def wanted(self, lang: Lang) -> Iterator[tuple[Module, Prose]]:
        """The modules that are asked for and are written in ``lang``: no pack holds another language's text."""
        for slug, module in self.curriculum.modules.items():
            prose = module.words.get(lang)
            if (not self.only or slug in self.only) and prose is not None and not prose.broken:
                yield module, prose

    def modules(self, lang: Lang, medium: Medium) -> Iterator[Chapter]:
        """The learners' edition of every module that is asked for."""
        for module, prose in self.wanted(lang):
            setting = Setting(self.curriculum, self.interface(lang), f"modules/{module.slug}/index.md")
            body = self.printing.body(module_body(module, prose, setting, medium))
            yield self._chapter(
                f"modules/{module.slug}", f"modules/{module.slug}/index.html", prose, body, module.facts.id,
                sensitive=module.facts.sensitive, legal=module.facts.legal,
            )  # fmt: skip

    def handouts(self, lang: Lang) -> Iterator[Chapter]:
        """Every handout written in ``lang``."""
        for slug, handout in self.curriculum.handouts.items():
            prose = handout.words.get(lang)
            if prose is not None and not prose.broken:
                body = self._set(prose, f"handouts/{handout.code}.md")
                yield self._chapter(
                    f"handouts/{slug}", f"handouts/{handout.code}.html", prose, body, handout.facts.id,
                    sensitive=handout.facts.sensitive, legal=handout.facts.legal,
                )  # fmt: skip

    def pages(self, lang: Lang) -> Iterator[Chapter]:
        """Every page of the knowledge base written in ``lang``."""
        for name, page in self.curriculum.pages.items():
            prose = page.words.get(lang)
            if prose is not None and not prose.broken:
                body = self._set(prose, f"{name}.md")
                yield self._chapter(
                    f"docs/{name}", f"{name}.html", prose, body, "",
                    sensitive=bool(page.facts and page.facts.sensitive), legal=bool(page.facts and page.facts.legal),
                )  # fmt: skip

    def _set(self, prose: Prose, here: str) -> str:
        return self.printing.body(staged_body(prose, Setting(self.curriculum, self.interface(prose.lang), here)))

    def _chapter(
        self, name: str, here: str, prose: Prose, body: str, code: str, *, sensitive: bool, legal: bool
    ) -> Chapter:
        return Chapter(
            here=here,
            lang=prose.lang,
            code=code,
            slug=name.partition("/")[2],
            title=prose.front.title,
            summary=prose.front.summary,
            body=body,
            figures=self.printing.figures(f"{name}/", prose.lang),
            edition=edition_code(prose.front.title, body),
            note=self.printing.behind(name, prose.lang),
            draft=prose.draft,
            legal=legal,
            sensitive=sensitive,
        )

    @cached_property
    def jobs(self) -> Mapping[str, PrintJob]:
        """Every paper of the site by its name."""
        return {job.name: job for job in print_jobs(self.printing)}

    def paper(self, code: str, lang: Lang, edition: PrintEdition = PrintEdition.LEARNER) -> PrintJob | None:
        """The print job of a module, handout or worksheet, if it is written in ``lang``."""
        suffix = "-trainer" if edition is PrintEdition.TRAINER else ""
        job = self.jobs.get(f"print/{lang}/{code.lower()}{suffix}.pdf")
        return job if job is not None and job.tongue is lang else None

    def codes(self, lang: Lang) -> Iterator[str]:
        """The modules asked for, and their handouts; every handout where no module is named."""
        yield from (module.facts.id for module, _ in self.wanted(lang))
        for handout in self.curriculum.handouts.values():
            if not self.only or self.only & set(handout.facts.modules):
                yield handout.facts.id

    def looks(self, codes: Sequence[str], lang: Lang, look: Look) -> list[PrintJob]:
        """The learners' papers of these codes that are written in ``lang``, set in a look of their own."""
        papers = (self.paper(code, lang) for code in codes)
        return [replace(job, look=look) for job in papers if job is not None]

    def printed(self, jobs: Sequence[PrintJob]) -> Mapping[str, bytes]:
        """The PDFs by the names of their jobs, out of the site's memory; what cannot be made is not there."""
        from ahil.publish.pdf import print_all

        with tempfile.TemporaryDirectory() as folder:
            made = print_all(jobs, Path(folder), self.cache / "print")
            return {one.name: Path(folder, one.name).read_bytes() for one in made if one.pages}
