"""Two languages of one text side by side, each section beside the same section."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from selectolax.lexbor import LexborHTMLParser

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.print import Look, PrintJob
from ahil.model.worksheet import Orientation

_NAME = re.compile(r'(\s(?:id|for|name)="|\shref="#|\saria-(?:labelledby|describedby)=")')
_SRC = re.compile(r'(<img\b[^>]*?\ssrc=")(?!data:)')


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, list, block, table or heading, and of what kind it is."""

    kind: str
    html: str


def facing(left: PrintJob, right: PrintJob, interfaces: Mapping[Lang, Interface]) -> PrintJob:
    """One job of two: names and drawings of the right side get a name of their own."""
    beside = f"{right.lang}-"
    body = _SRC.sub(rf"\g<1>{beside}", _NAME.sub(rf"\g<1>{beside}", right.body_html))
    rows = pairs(
        sections(left.body_html), {name.removeprefix(beside): pieces for name, pieces in sections(body).items()}
    )
    top = (_about(left, None), _about(right, interfaces[right.lang]))
    inside = "".join(_row(first, second, left.tongue, right.tongue) for first, second in (top, *rows))
    figures = {**left.figures, **{f"{beside}{src}": svg for src, svg in right.figures.items()}}
    return replace(
        left,
        summary="",
        body_html=inside,
        figures=figures,
        look=Look.FACING,
        beside=right.tongue,
        orientation=Orientation.LANDSCAPE,
        edition_code=f"{left.edition_code} | {right.edition_code}",
    )


def sections(body: str) -> dict[str, list[Piece]]:
    """The pieces of a page by the id of the heading before them; what stands before the first has none."""
    root = LexborHTMLParser(f'<div id="ahil-body">{body}</div>').css_first("#ahil-body")
    assert root is not None
    parts: dict[str, list[Piece]] = {"": []}
    name = ""
    for node in root.iter():
        if node.tag in {"h2", "h3"} and (found := node.attributes.get("id")):
            name = found
        parts.setdefault(name, []).append(Piece(f"{node.tag} {node.attributes.get('class') or ''}", node.html or ""))
    return parts


def pairs(left: Mapping[str, list[Piece]], right: Mapping[str, list[Piece]]) -> Iterator[tuple[str, str]]:
    """Every section of both, in the order of the left; one that only the right has follows its neighbour there."""
    waiting = list(right)
    for name, pieces in left.items():
        if name in right:
            while waiting and waiting[0] != name:
                if (early := waiting.pop(0)) not in left:
                    yield "", _whole(right[early])
            waiting = waiting[1:]
        yield from _matched(pieces, right.get(name, []))
    yield from (("", _whole(right[name])) for name in waiting if name not in left)


def _matched(left: list[Piece], right: list[Piece]) -> Iterator[tuple[str, str]]:
    """Piece beside piece while both sides are of the same kinds; from the first difference on, the rest as a whole."""
    same = 0
    while same < min(len(left), len(right)) and left[same].kind == right[same].kind:
        yield left[same].html, right[same].html
        same += 1
    yield _whole(left[same:]), _whole(right[same:])


def _whole(pieces: list[Piece]) -> str:
    return "".join(piece.html for piece in pieces)


def _about(job: PrintJob, interface: Interface | None) -> str:
    """The summary; on the right also what the top of the sheet says of the left: title, and whether it is a draft."""
    title = f'<p class="facing-title">{escape(job.title)}</p>' if interface else ""
    summary = f'<p class="summary">{escape(job.summary)}</p>' if job.summary else ""
    draft = interface and job.draft and f'<p class="draft">{escape(interface.say("print.draft-long"))}</p>'
    return title + summary + (draft or "")


def _row(left: str, right: str, *langs: Lang) -> str:
    sides = (
        f'<{element} class="side" lang="{lang.tag}">{html}</{element}>'
        for element, lang, html in zip(("div", "section"), langs, (left, right), strict=True)
    )
    heading = " before" if re.match(r"<(?:h[23]\b|p class=.step-facts)", left) else ""
    return f'<div class="pair{heading}">{"".join(sides)}</div>' if left.strip() or right.strip() else ""
