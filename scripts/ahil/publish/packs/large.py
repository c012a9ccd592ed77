"""Modules and handouts in large print, for tired and weak eyes."""

from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.model.print import Look
from ahil.publish.packs.room import Artefact, PackRoom


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``large/m03.pdf``, ``large/h03.pdf`` and so on: tagged and bookmarked as every PDF of ours."""
    jobs = room.looks([*room.codes(lang)], lang, Look.LARGE)
    printed = room.printed(jobs)
    for job in jobs:
        if job.name in printed:
            yield Artefact(f"large/{job.code.lower()}.pdf", printed[job.name], job.edition_code)
