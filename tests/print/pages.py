"""Real modules and worksheets as print jobs, with just enough of staging to be set on paper."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import markdown
import yaml
from pydantic import TypeAdapter

from ahil.load.interface import read_interface
from ahil.model.lang import Lang
from ahil.model.module import BLOCKS, TRAINER_BLOCKS, TRAINER_SECTIONS
from ahil.model.print import PrintEdition, PrintJob, PrintKind
from ahil.model.text import Places
from ahil.model.worksheet import Worksheet, WorksheetFacts
from ahil.render.worksheet import worksheet_form

ROOT = Path(__file__).resolve().parents[2]
INTERFACES = read_interface((ROOT / "data" / "words.yml").read_text("utf-8"))
DAY = date(2026, 11, 22)
_FACTS = TypeAdapter(WorksheetFacts)
_MARKDOWN = {
    "extensions": ["attr_list", "tables", "sane_lists", "pymdownx.tasklist", "pymdownx.blocks.admonition"],
    "extension_configs": {"pymdownx.blocks.admonition": {"types": [*sorted(BLOCKS)]}},
}


def html_of(text: str, lang: Lang) -> str:
    """Markdown → the HTML the generator would make of it; blocks without a title get the usual one."""
    said = INTERFACES[lang].say
    text = re.sub(r"(?m)^(/{3,}) (\w+)$", lambda m: f"{m[1]} {m[2]} | {said(f'block.{m[2]}')}", text)
    text = re.sub(r"\[([^\]]*)\]\((\w+):([\w-]+)(#[\w-]+)?\)", lambda m: f"[{m[1] or m[3]}](../{m[3]}.html)", text)
    text = text.replace("{{ help }}", '<p class="help-line"></p>')
    text = re.sub(r"\{\{ \w+ ([\w-]+) \}\}", r"\1", text)
    return markdown.markdown(text, **_MARKDOWN)


def learner_text(text: str) -> str:
    """Without trainers' blocks and sections."""
    names = "|".join(sorted(TRAINER_BLOCKS))
    text = re.sub(rf"(?ms)^(/{{3,}}) ({names})\b.*?^\1$\n", "", text)
    sections = re.split(r"(?m)^(?=## )", text)
    return "".join(s for s in sections if not any(f"{{ #{i} }}" in s.split("\n")[0] for i in TRAINER_SECTIONS))


def figures_of(folder: Path, lang: Lang) -> dict[str, str]:
    """Drawings with their words filled in."""
    words = folder / "figures" / "words.yml"
    said = yaml.safe_load(words.read_text("utf-8")) if words.exists() else {}
    return {
        f"figures/{svg.name}": re.sub(r"\{\{ ([\w-]+) \}\}", lambda m: said[m[1]][lang], svg.read_text("utf-8"))
        for svg in sorted(folder.glob("figures/*.svg"))
    }


def job_of(path: Path, code: str, kind: PrintKind, edition: PrintEdition) -> PrintJob:
    """A module's or handout's words in one language → a job."""
    lang = Lang(path.stem)
    _, front, text = path.read_text("utf-8").split("---\n", 2)
    facts = yaml.safe_load(front)
    body = text if edition is PrintEdition.TRAINER else learner_text(text)
    return PrintJob(
        kind=kind,
        lang=lang,
        code=code,
        edition=edition,
        title=facts["title"],
        summary=facts["summary"],
        body_html=html_of(body, lang),
        figures=figures_of(path.parent, lang),
        source=path.relative_to(ROOT).as_posix(),
        **_edition(lang, path.parent.name),
    )


def sheet_job(path: Path, lang: Lang) -> PrintJob:
    """A worksheet in one language → a job."""
    facts = _FACTS.validate_python(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
    sheet = Worksheet(slug=path.stem, facts=facts, places=Places(str(path), {}))
    return PrintJob(
        kind=PrintKind.WORKSHEET,
        lang=lang,
        code=facts.id,
        title=facts.title[lang],
        body_html=worksheet_form(sheet, INTERFACES[lang]),
        paper=facts.paper,
        orientation=facts.orientation,
        source=path.relative_to(ROOT).as_posix(),
        **_edition(lang, path.stem),
    )


def _edition(lang: Lang, slug: str) -> dict[str, object]:
    return {
        "page_url": f"https://ahil.example.org/{lang}/{slug}/index.html",
        "edition_code": "2026.11-3f2a",
        "edition_date": DAY,
        "draft": lang is not Lang.EN,
    }


def real_jobs() -> Iterator[PrintJob]:
    """Everything there is to print today."""
    for facts in sorted(ROOT.glob("modules/*/module.yml")):
        code = yaml.safe_load(facts.read_text("utf-8"))["id"]
        for path in sorted(facts.parent.glob("??.md")):
            for edition in PrintEdition:
                yield job_of(path, code, PrintKind.MODULE, edition)
    for facts in sorted(ROOT.glob("handouts/*/handout.yml")):
        code = yaml.safe_load(facts.read_text("utf-8"))["id"]
        for path in sorted(facts.parent.glob("??.md")):
            yield job_of(path, code, PrintKind.HANDOUT, PrintEdition.LEARNER)
    for path in sorted(ROOT.glob("worksheets/*.yml")):
        for lang in Lang:
            yield sheet_job(path, lang)
