"""The last pass over a PDF: what WeasyPrint leaves undone for readers who listen, and for printing links.

Running headers become artifacts, heads of tables say what they head, links print, fields are named in the
reader's language, the file says its language, and the same job always gives the same bytes.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ahil.model.print import PrintJob
from ahil.publish.pdf_fields import finish_fields

_PRINT = 4
_MARKED = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")


def finished(pdf: bytes, job: PrintJob) -> bytes:
    """The PDF as it is published."""
    with pikepdf.open(BytesIO(pdf)) as document:
        document.Root.Lang = String(job.tag)
        _tag(document, job)
        for page in document.pages:
            page.Tabs = Name.S
            for annotation in page.get("/Annots", Array()):
                _finish_link(annotation)
        finish_fields(document, job.body_html)
        made = BytesIO()
        document.save(
            made,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=False,
        )
    return made.getvalue()


def _finish_link(annotation: Any) -> None:
    """A link keeps its line when printed, and says where it leads."""
    if annotation.get("/Subtype") != Name.Link:
        return
    annotation.F = int(annotation.get("/F", 0)) | _PRINT
    if "/Contents" not in annotation:
        action = annotation.get("/A", Dictionary())
        annotation.Contents = String(str(action.get("/URI", annotation.get("/Dest", ""))))


def _tag(document: pikepdf.Pdf, job: PrintJob) -> None:
    """One walk over the structure: heads get a scope, a second language its name, strays become artifacts."""
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    held: list[set[int]] = [set() for _ in document.pages]
    root = document.Root.StructTreeRoot
    for element, row in _elements(root.K, None):
        if element.get("/S") == Name.TH:
            _finish_head(element, row)
        if job.beside and element.get("/S") == Name.Sect:
            element.Lang = String(job.beside.tag)
        page = element.get("/Pg")
        if page is not None:
            held[pages[page.objgen]].update(int(kid) for kid in _kids(element) if isinstance(kid, int))
    owners = _owners(root)
    for number, page in enumerate(document.pages):
        _set_apart(document, page, held[number], owners.get(number))


def _elements(kids: Any, row: Any) -> Iterator[tuple[Any, Any]]:
    """Every element with the table row it stands in; by a stack, however deep the nesting."""
    stack = [(kid, row) for kid in reversed(list(kids))]
    while stack:
        element, inside = stack.pop()
        if not isinstance(element, Dictionary) or element.get("/Type") == Name.OBJR:
            continue
        yield element, inside
        inside = element if element.get("/S") == Name.TR else inside
        stack.extend((kid, inside) for kid in reversed(_kids(element)) if isinstance(kid, Dictionary))


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _finish_head(element: Any, row: Any) -> None:
    """A head beside cells heads its row, a head among heads its column."""
    mixed = row is not None and any(kid.get("/S") == Name.TD for kid in _kids(row))
    element.A = element.get("/A", Dictionary(O=Name.Table))
    element.A.Scope = Name.Row if mixed else Name.Column


def _owners(root: Any) -> dict[int, Any]:
    """The parent tree: page number → the elements that own its marked content."""
    numbers = list(root.ParentTree.Nums)
    return {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}


def _set_apart(document: pikepdf.Pdf, page: pikepdf.Page, held: set[int], owners: Any) -> None:
    """Running headers and footers are marked as content of nobody; call them artifacts."""

    def renamed(found: re.Match[bytes]) -> bytes:
        return found[0] if int(found[1]) in held else b"/Artifact BMC"

    streams = page.Contents if isinstance(page.Contents, Array) else [page.Contents]
    for stream in streams:
        content = stream.read_bytes()
        changed = _MARKED.sub(renamed, content)
        if changed != content:
            stream.write(changed)
    if owners is not None and isinstance(owners, Array):
        for number in range(len(owners)):
            if number not in held:
                owners[number] = None
