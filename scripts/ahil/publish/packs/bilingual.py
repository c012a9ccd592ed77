"""Modules and handouts in two languages side by side, for rooms where both are spoken."""

from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.publish.packs.room import Artefact, PackRoom
from ahil.render.packs.facing import facing

LEFT = Lang.UZ


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``bilingual/m03-uz-ru.pdf`` and so on, in the folder of the right-hand language; none in that of the left."""
    if lang is LEFT:
        return
    interfaces = room.printing.reading.interfaces
    both = [(room.paper(code, LEFT), room.paper(code, lang)) for code in room.codes(lang)]
    jobs = [facing(left, right, interfaces) for left, right in both if left and right]
    printed = room.printed(jobs)
    for job in jobs:
        if job.name in printed:
            yield Artefact(f"bilingual/{job.code.lower()}-{LEFT}-{lang}.pdf", printed[job.name], job.edition_code)
