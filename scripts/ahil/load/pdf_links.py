"""Links, destinations and pages of a PDF."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from ahil.model.site import Booklet, Doc, Reading, Ref


def read_pdf(path: str, content: bytes) -> tuple[Reading, Booklet]:
    """Everything that leads somewhere: addresses, other files, named destinations, pages."""
    import pikepdf

    with pikepdf.open(BytesIO(content)) as pdf:
        names = frozenset(_names(pdf))
        known = {page.objgen for page in pdf.pages}
        refs = tuple(_refs(pdf, known))
        return Reading(Doc(path), refs), Booklet(len(pdf.pages), names)


def _names(pdf: Any) -> Iterator[str]:
    old = pdf.Root.get("/Dests")
    if old is not None:
        yield from (str(name).lstrip("/") for name in dict(old))
    tree = pdf.Root.get("/Names", {}).get("/Dests")
    if tree is not None:
        yield from _tree(tree, 0)


def _tree(node: Any, depth: int) -> Iterator[str]:
    entries = node.get("/Names", ())
    for at in range(0, len(entries), 2):
        yield str(entries[at])
    if depth < 40:
        for kid in node.get("/Kids", ()):
            yield from _tree(kid, depth + 1)


def _refs(pdf: Any, known: set[Any]) -> Iterator[Ref]:
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", ()):
            if str(note.get("/Subtype", "")) == "/Link":
                yield from _action(note, known, number)
    yield from _outline(pdf.Root.get("/Outlines"), known, 0)


def _outline(node: Any, known: set[Any], depth: int) -> Iterator[Ref]:
    entry = node.get("/First") if node is not None and depth < 30 else None
    for _ in range(5000):
        if entry is None:
            return
        yield from _action(entry, known, 1)
        yield from _outline(entry, known, depth + 1)
        entry = entry.get("/Next")


def _action(holder: Any, known: set[Any], number: int) -> Iterator[Ref]:
    more = (("page", str(number)),)
    action = holder.get("/A")
    if action is None:
        yield from _destination(holder.get("/Dest"), known, more)
        return
    match str(action.get("/S", "")):
        case "/URI":
            yield Ref("pdf", "pdf", "uri", str(action.get("/URI", "")), more=more)
        case "/GoTo":
            yield from _destination(action.get("/D"), known, more)
        case "/GoToR" | "/Launch":
            file = action.get("/F")
            name = file.get("/UF", file.get("/F", "")) if _kind(file) == "dictionary" else file
            yield Ref("pdf", "pdf", "file", str(name), more=more)


def _destination(place: Any, known: set[Any], more: tuple[tuple[str, str], ...]) -> Iterator[Ref]:
    if _kind(place) == "dictionary":
        place = place.get("/D")
    if place is None:
        return
    if _kind(place) != "array":
        yield Ref("pdfname", "pdf", "name", str(place).lstrip("/"), more=more)
        return
    page = place[0] if len(place) else None
    if isinstance(page, int):
        if not 0 <= page < len(known):
            yield Ref("pdfpage", "pdf", "page", str(page + 1), more=more)
    elif getattr(page, "objgen", None) not in known:
        yield Ref("pdfpage", "pdf", "page", "?", more=more)


def _kind(value: Any) -> str:
    """``array``, ``dictionary``, ``string``, ``name``… of a PDF object."""
    return str(getattr(value, "_type_name", type(value).__name__)).lower()
