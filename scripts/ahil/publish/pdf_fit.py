"""A job on its paper: set as readably as fits, and what is wrong with it."""

from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

from fontTools.ttLib import TTFont

from ahil.model.interface import Interface
from ahil.model.print import Look, PrintEdition, PrintJob, PrintKind
from ahil.model.spot import Fault, Spot
from ahil.model.worksheet import Paper
from ahil.publish.press import Press, Sheet
from ahil.render.print_body import trainers_block
from ahil.render.print_page import ROOMIER, print_page, settings_of

_FULL = 0.25
"""A page with less than this left over is full enough."""
_SIDES = {Paper.A4: 2, Paper.A3: 1}
_UNSEEN = frozenset("\n\r\t\u00ad\u200b\u2060\ufeff")


def fitted(job: PrintJob, interface: Interface, press: Press) -> tuple[Sheet | None, list[Fault]]:
    """The best setting of a job; nothing at all where a learner would get what is the trainer's."""
    spot = Spot(job.source)
    block = trainers_block(job.body_html) if job.edition is PrintEdition.LEARNER else None
    if block:
        return None, [Fault("PR105", spot, {"name": job.name, "block": block})]
    sheet = _best(job, interface, press)
    complaints = [Fault("PR103", spot, {"name": job.name, "said": said}) for said in sheet.complaints]
    return sheet, [*_too_long(job, sheet), *complaints, *_letters(job, press.theme)]


def _best(job: PrintJob, interface: Interface, press: Press) -> Sheet:
    """The first setting that needs the fewest sides; a form also uses the room it has."""
    best: Sheet | None = None
    for setting in settings_of(job):
        sheet = press.pages_of(print_page(job, interface, setting))
        if best is None or _cost(sheet) < _cost(best):
            best = sheet
        if best.pages == 1:
            break
    assert best is not None
    form = job.kind is PrintKind.WORKSHEET and job.look is Look.USUAL
    return _roomier(job, interface, press, best) if form else best


def _cost(sheet: Sheet) -> tuple[int, int]:
    return sheet.pages, sheet.broken


def _roomier(job: PrintJob, interface: Interface, press: Press, best: Sheet) -> Sheet:
    """A form whose page stays half empty gets higher lines, as long as it takes no more sides."""
    for setting in ROOMIER:
        if best.empty < _FULL:
            break
        sheet = press.pages_of(print_page(job, interface, setting))
        if _cost(sheet) <= _cost(best) and sheet.empty < best.empty:
            best = sheet
    return best


def _too_long(job: PrintJob, sheet: Sheet) -> Iterator[Fault]:
    spot = Spot(job.source)
    match job.kind:
        case _ if job.look is not Look.USUAL:
            return
        case PrintKind.HANDOUT if sheet.pages > 1:
            yield Fault("PR101", spot, {"lang": job.lang.value, "pages": sheet.pages})
        case PrintKind.WORKSHEET if sheet.pages > _SIDES[job.paper]:
            gaps = {
                "lang": job.lang.value,
                "pages": sheet.pages,
                "paper": job.paper,
                "most": _SIDES[job.paper],
            }
            yield Fault("PR102", spot, gaps)


def _letters(job: PrintJob, theme: Path) -> Iterator[Fault]:
    """A letter no font of ours has would be drawn with some font of the building machine, or as a box."""
    written = unescape(" ".join((job.title, job.summary, job.body_html, *job.figures.values())))
    for letter in sorted(set(written) - _known(theme) - _UNSEEN):
        yield Fault("PR104", Spot(job.source), {"letter": letter, "point": f"U+{ord(letter):04X}"})


@cache
def _known(theme: Path) -> frozenset[str]:
    """What every cut of the sans font can draw; the text font falls back to it."""
    fonts = [TTFont(path, lazy=True) for path in sorted((theme / "fonts").glob("SourceSans3-*.ttf"))]
    return frozenset.intersection(*(frozenset(map(chr, font.getBestCmap())) for font in fonts))
