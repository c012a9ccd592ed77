"""A handout as cards for the pocket, four on a sheet: its points and where help is, nothing else."""

from html import escape

from selectolax.lexbor import LexborHTMLParser

from ahil.model.interface import Interface
from ahil.model.print import PrintJob

A_SHEET = 4
_KEPT = ("ul", "ol", "div")


def pocket_body(job: PrintJob, body: str, interface: Interface) -> str:
    """The same card four times; only the first has a heading, so that a listener hears the sheet once."""
    points = _points(body)
    foot = " · ".join(part for part in (job.code, job.edition_code, _draft(job, interface)) if part)
    cards = []
    for number in range(A_SHEET):
        title = f"<h1>{escape(job.title)}</h1>" if number == 0 else f'<p class="title">{escape(job.title)}</p>'
        cards.append(f'<section class="card">{title}{points}<p class="foot">{escape(foot)}</p></section>')
    return "".join(cards)


def _points(body: str) -> str:
    """Lists, blocks and help lines above “what to do next”."""
    tree = LexborHTMLParser(f'<div id="ahil-body">{body}</div>')
    kept: list[str] = []
    node = tree.css_first("#ahil-body > *")
    while node is not None and node.attributes.get("id") != "next":
        if node.tag in _KEPT:
            kept.append(node.html or "")
        node = node.next
    return "".join(kept)


def _draft(job: PrintJob, interface: Interface) -> str:
    return interface.say("print.draft") if job.draft else ""
