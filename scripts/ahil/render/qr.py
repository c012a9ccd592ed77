"""The square that leads from paper to the page."""

from collections.abc import Iterable
from urllib.parse import quote

import segno

QUIET = 4
"""Modules of white around the code: readers need them, and paper has no margin of its own inside a page."""


def qr_picture(address: str) -> str:
    """The code as the ``src`` of an image: one black path on white, sharp at any size."""
    code = segno.make_qr(address, error="m")
    side = code.symbol_size(border=QUIET)[0]
    path = "".join(_runs(row, y) for y, row in enumerate(code.matrix_iter(border=QUIET)))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="24mm" height="24mm">'
        f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )
    return f"data:image/svg+xml,{quote(svg)}"


def _runs(row: Iterable[int], y: int) -> str:
    """Dark modules side by side as one rectangle: no hairlines between them in print."""
    drawn, start = "", None
    for x, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            drawn += f"M{start} {y}h{x - start}v1h-{x - start}z"
            start = None
    return drawn
