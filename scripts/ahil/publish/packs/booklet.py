"""Each module as a booklet: pages of A5, two on each side of an A4 sheet, to fold in the middle."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Name, Rectangle

from ahil.model.lang import Lang
from ahil.model.print import Look
from ahil.publish.packs.paper_file import strip, to_print
from ahil.publish.packs.room import Artefact, PackRoom

WIDTH, HEIGHT = 841.89, 595.276
"""A4 on its side, in points."""


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``booklet/m03.pdf`` and so on."""
    jobs = room.looks([module.facts.id for module, _ in room.wanted(lang)], lang, Look.BOOKLET)
    printed = room.printed(jobs)
    for job in jobs:
        if job.name in printed:
            content = folded(printed[job.name], job.title, job.tongue.tag)
            yield Artefact(f"booklet/{job.code.lower()}.pdf", content, job.edition_code)


def folded(pdf: bytes, title: str, tag: str) -> bytes:
    """The pages in the order of a folded pile, for printing on both sides (flip on the short edge)."""
    with pikepdf.open(BytesIO(pdf)) as document, pikepdf.new() as sheets:
        for page in document.pages:
            strip(page)
        for left, right in sides(len(document.pages)):
            side = sheets.add_blank_page(page_size=(WIDTH, HEIGHT))
            for number, start, name in ((left, 0.0, "/Left"), (right, WIDTH / 2, "/Right")):
                if number is not None:
                    _lay(side, document.pages[number], Rectangle(start, 0, start + WIDTH / 2, HEIGHT), Name(name))
        return to_print(sheets, title, tag, "DuplexFlipShortEdge")


def _lay(side: pikepdf.Page, page: pikepdf.Page, place: Rectangle, name: Name) -> None:
    """As ``add_overlay``, which gives the page a name by chance: the same pages must give the same bytes."""
    form = page.as_form_xobject()
    side.add_resource(form, Name.XObject, name)
    side.contents_add(
        side.calc_form_xobject_placement(
            form, name, place, invert_transformations=True, allow_shrink=True, allow_expand=True
        )
    )


def sides(count: int) -> Iterator[tuple[int | None, int | None]]:
    """What stands left and right on each printed side, by numbers from 0; None is an empty page."""
    whole = count + -count % 4
    for sheet in range(whole // 4):
        outer, inner = 2 * sheet, 2 * sheet + 1
        for left, right in ((whole - 1 - outer, outer), (inner, whole - 1 - inner)):
            yield (left if left < count else None), (right if right < count else None)
