"""PDFs put together for a printer: pages without links and fields, for paper has neither."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, OutlineItem, String


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF, what it is called, and how often it is printed."""

    title: str
    pdf: bytes
    copies: int


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def bound(parts: Iterable[Part], title: str, tag: str) -> bytes:
    """One file to print on both sides: every copy begins on a front; what is printed often is stored once."""
    with pikepdf.new() as whole:
        marks = []
        for part in parts:
            marks.append(OutlineItem(part.title, len(whole.pages)))
            with pikepdf.open(BytesIO(part.pdf)) as document:
                for page in document.pages:
                    strip(page)
                for _ in range(part.copies):
                    whole.pages.extend(document.pages)
                    if len(whole.pages) % 2:
                        _, _, width, height = (float(edge) for edge in document.pages[-1].mediabox)
                        whole.add_blank_page(page_size=(width, height))
        with whole.open_outline() as outline:
            outline.root.extend(marks)
        return to_print(whole, title, tag, "DuplexFlipLongEdge")


def strip(page: pikepdf.Page) -> None:
    """Leave what is drawn; links, fields and the tags of the old file stay behind."""
    for key in ("/Annots", "/StructParents", "/Tabs"):
        if key in page:
            del page[key]


def to_print(document: pikepdf.Pdf, title: str, tag: str, duplex: str) -> bytes:
    """The bytes of a file that is only for paper; the print dialog opens as the file wants it."""
    document.Root.Lang = String(tag)
    document.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, PrintScaling=Name("/None"), Duplex=Name(f"/{duplex}")
    )
    document.docinfo["/Title"] = title
    made = BytesIO()
    document.save(
        made,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=False,
    )
    return made.getvalue()
