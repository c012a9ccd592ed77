"""One print job as an HTML page: what stands on the sheet around the text."""

from dataclasses import replace
from html import escape

from selectolax.lexbor import LexborHTMLParser

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.print import Cut, Look, PrintEdition, PrintJob, PrintKind
from ahil.model.worksheet import Paper
from ahil.render.pocket_page import pocket_body
from ahil.render.print_body import body_for_paper
from ahil.render.qr import qr_picture

PROJECT = "Ahil"
SETTINGS = {
    PrintKind.MODULE: ("plain",),
    PrintKind.HANDOUT: ("roomy", "plain", "tight"),
    PrintKind.WORKSHEET: ("plain", "tight"),
    PrintKind.LIST: ("plain",),
}
"""What is tried to save a side, the most readable first; the last never goes below 11 pt or 8 mm."""
ROOMIER = ("airier", "airy")
"""What is tried for a form with room to spare, the most generous first."""


def settings_of(job: PrintJob) -> tuple[str, ...]:
    """How a job may be set; a look of its own has one size of its own."""
    return SETTINGS[job.kind] if job.look is Look.USUAL else (job.look,)


def print_page(job: PrintJob, interface: Interface, setting: str = "plain") -> str:
    """The whole document; how it looks is in ``theme/print/print.css``.

    ``setting`` is one of ``settings_of``: how large or close the text is set.
    """
    body, cards = body_for_paper(job, interface)
    pocket = job.cut is Cut.POCKET
    looks = f"{job.cut if pocket else job.kind} for-{job.edition} {job.paper.lower()}-{job.orientation} {setting}"
    inside = pocket_body(job, body, interface) if pocket else _whole(job, body, cards, interface)
    return (
        f'<!doctype html><html lang="{job.tag}" class="{looks}"><head><meta charset="utf-8">'
        f"<title>{escape(job.title)}</title>{_about(job)}</head><body>{inside}</body></html>"
    )


def _whole(job: PrintJob, body: str, cards: str, interface: Interface) -> str:
    """The text with its running head, its top and, for trainers, its contents and cards."""
    around = f"{_margins(job, interface)}{_fold(job)}{_top(job, interface)}{_contents(job, body, interface)}"
    return f"{around}<main>{body}</main>{cards}"


def _about(job: PrintJob) -> str:
    summary = f'<meta name="description" content="{escape(job.summary)}">' if job.summary else ""
    day = job.edition_date.isoformat() if job.edition_date else ""
    dates = f'<meta name="dcterms.created" content="{day}"><meta name="dcterms.modified" content="{day}">'
    return f'<meta name="author" content="{PROJECT}">{summary}{dates if day else ""}'


def _margins(job: PrintJob, interface: Interface) -> str:
    """What the running header and footer say; the style sheet lifts it from the attributes."""
    kind = kind_of(job, interface)
    mark = f"{interface.say('print.draft')} · {kind}" if job.draft else kind
    told = [interface.say("print.edition") + " " + job.edition_code] if job.edition_code else []
    told += [interface.date(job.edition_date)] if job.edition_date else []
    said = {
        "code": job.code,
        "mark": mark,
        "edition": " · ".join(told),
        "page": interface.say("print.page"),
        "of": interface.say("print.page-of"),
    }
    return '<div class="margins"' + "".join(f' data-{k}="{escape(v)}"' for k, v in said.items()) + "></div>"


def _fold(job: PrintJob) -> str:
    """Where a sheet of A3 is folded to the size of the other papers."""
    return '<div class="fold top-edge"></div><div class="fold bottom-edge"></div>' if job.paper is Paper.A3 else ""


def kind_of(job: PrintJob, interface: Interface) -> str:
    """What kind of paper this is, in the reader's words."""
    match job.kind:
        case PrintKind.MODULE if job.edition is PrintEdition.TRAINER:
            return interface.say("module.trainer-edition")
        case PrintKind.MODULE:
            return interface.say("module.learner-edition")
        case _:
            return interface.say(f"print.{job.kind}")


def _top(job: PrintJob, interface: Interface) -> str:
    lines = [f'<p class="kind">{escape(job.code)} · {escape(kind_of(job, interface))}</p>']
    lines.append(f"<h1>{escape(job.title)}</h1>")
    if job.summary:
        lines.append(f'<p class="summary">{escape(job.summary)}</p>')
    if job.tongue is not job.lang:
        said = escape(replace(interface, lang=job.lang).say("print.untranslated"))
        lines.append(f'<p class="draft" lang="{job.alphabet.tag if job.lang is Lang.UZ else job.lang.tag}">{said}</p>')
    elif job.draft:
        lines.append(f'<p class="draft">{escape(interface.say("print.draft-long"))}</p>')
    if job.sensitive and job.kind is PrintKind.MODULE:
        lines.append(f'<p class="sensitive">{escape(interface.say("print.sensitive"))}</p>')
    return f'<div class="top">{_qr(job, interface)}{"".join(lines)}</div>'


def _qr(job: PrintJob, interface: Interface) -> str:
    if not job.page_url:
        return ""
    alt = escape(interface.say("print.qr-alt", url=job.page_url))
    picture = f'<img src="{qr_picture(job.page_url)}" alt="{alt}">'
    return (
        f'<div class="qr"><a href="{escape(job.page_url)}">{picture}</a>'
        f"<p>{escape(interface.say('print.qr'))}</p></div>"
    )


def _contents(job: PrintJob, body: str, interface: Interface) -> str:
    """A trainer turns pages while people wait: the sections with their pages."""
    if job.kind is not PrintKind.MODULE or job.edition is not PrintEdition.TRAINER:
        return ""
    headings = LexborHTMLParser(body).css("h2[id], h3[id]")
    steps = [h for h in headings if not (h.attributes["id"] or "").startswith(("var-", "quiz-"))]
    rows = "".join(
        f'<li class="{h.tag}"><a href="#{h.attributes["id"]}">{escape(h.text(deep=True).strip())}</a></li>'
        for h in steps
    )
    title = escape(interface.say("print.contents"))
    return f'<div class="contents"><p class="contents-title">{title}</p><ul>{rows}</ul></div>'
