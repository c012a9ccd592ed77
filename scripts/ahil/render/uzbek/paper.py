"""A paper, and the words around it, in another alphabet of Uzbek."""

from collections.abc import Mapping
from dataclasses import replace

from ahil.model.alphabet import Alphabet, Edition
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.print import PrintJob
from ahil.model.text import Words
from ahil.render.uzbek.markup import Convert, converted, said


def job_in(job: PrintJob, edition: Edition, convert: Convert, page_url: str) -> PrintJob:
    """An Uzbek job of an edition; a text that is not translated stays in its language."""
    uzbek = job.tongue is Lang.UZ
    return replace(
        job,
        alphabet=edition.alphabet,
        papers=edition.folder,
        page_url=page_url,
        title=convert(job.title) if uzbek else job.title,
        summary=convert(job.summary) if uzbek else job.summary,
        body_html=converted(job.body_html, convert) if uzbek else job.body_html,
        figures={name: converted(drawing, convert) if uzbek else drawing for name, drawing in job.figures.items()},
    )


def interface_in(interface: Interface, alphabet: Alphabet, convert: Convert) -> Interface:
    """The same words with those in Uzbek in another alphabet; gaps stay gaps."""

    def words(key: str, texts: Words) -> Words:
        text = texts.get(Lang.UZ, "")
        if key == "date.long" and alphabet is Alphabet.CYRILLIC:
            text = text.replace("}-", "} ")  # 2022-yil 15-avgust, 2022 йил 15 август
        return {**texts, Lang.UZ: said(text, convert)} if text else texts

    entries: Mapping[str, Words] = {key: words(key, texts) for key, texts in interface.entries.items()}
    return replace(interface, entries=entries)
