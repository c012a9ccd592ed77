"""Drawings are programs to a browser: only lines and words may be in them."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from ahil.model.spot import Fault, Spot
from ahil.rules.engine import rule
from ahil.rules.ground import Ground

_ACTIVE = re.compile(
    r"<\s*(?:\w+:)?(script|foreignObject|iframe|object|embed|audio|video|handler|animate\w*|set)\b"
    r"|\s(on[a-z]+)\s*=|(<!DOCTYPE|<!ENTITY)|(javascript:)|(<\?xml-stylesheet)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"(?:xlink:)?href\s*=\s*[\"'](?!#)([^\"']*)|url\(\s*[\"']?(?!#)([^)\"']+)|@import\s+([^;]+)|\ssrc\s*=\s*[\"']([^\"']*)",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"@font-face|data:(?:font|application|image)[\w/+.-]*|<\s*(?:font|image|glyph)\b", re.IGNORECASE)


def _spot(path: str, svg: str, at: int) -> Spot:
    return Spot(path, svg.count("\n", 0, at) + 1, at - svg.rfind("\n", 0, at))


@rule("UN806", "UN807", "UN808")
def drawing_acts(ground: Ground) -> Iterator[Fault]:
    """A drawing holds something that runs (UN806), refers to something outside of it (UN807), or carries a
    font or picture inside (UN808).

    It would act in the reader’s browser, tell another site who reads, or not print. Keep lines, shapes and
    words.
    """
    for path, drawing in ground.curriculum.figures.items():
        svg = drawing.svg
        for match in _ACTIVE.finditer(svg):
            what = next(group for group in match.groups() if group)
            yield Fault("UN806", _spot(path, svg, match.start()), {"what": what})
        for match in _INSIDE.finditer(svg):
            yield Fault("UN808", _spot(path, svg, match.start()), {"what": match[0]})
        for match in _OUTSIDE.finditer(svg):
            target = next((group for group in match.groups() if group), "")
            if not target.lower().startswith("data:"):
                yield Fault("UN807", _spot(path, svg, match.start()), {"target": target})


@rule("UN812")
def drawing_broken(ground: Ground) -> Iterator[Fault]:
    """A drawing is no well-formed SVG.

    Browsers and printers show nothing of it. Close every tag; write & as ``&amp;``.
    """
    for path, drawing in ground.curriculum.figures.items():
        if re.search(r"<!DOCTYPE|<!ENTITY", drawing.svg, re.IGNORECASE):
            continue
        try:
            root = ElementTree.fromstring(drawing.svg)
        except ElementTree.ParseError as error:
            line, column = error.position
            yield Fault("UN812", Spot(path, line, column + 1), {"problem": str(error).partition(":")[0]})
            continue
        if root.tag.rpartition("}")[2] != "svg":
            yield Fault("UN812", Spot(path), {"problem": root.tag})
