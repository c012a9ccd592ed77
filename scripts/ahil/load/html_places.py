"""Where a start tag stands in the source; asked only about pages that have a fault."""

import re
from collections.abc import Iterator
from html import unescape

_TAG = re.compile(
    r"<!--.*?(?:-->|$)"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes|template)(?P<rawattrs>(?=[\s/>])(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>.*?(?:</(?P=raw)\s*>|$)"
    r"|<(?P<tag>[a-zA-Z][^\s/>]*)(?P<attrs>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.S | re.I,
)
_ATTR = re.compile(r"""([^\s=/>"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


def start_tags(text: str) -> Iterator[tuple[str, dict[str, str], int]]:
    """Every start tag a browser would see: its name, its attributes, its offset."""
    for found in _TAG.finditer(text):
        name = found["tag"] or found["raw"]
        if name:
            yield name.lower(), _attributes(found["attrs"] or found["rawattrs"] or ""), found.start()


def _attributes(source: str) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for name, *values in _ATTR.findall(source):
        attributes.setdefault(name.lower(), unescape("".join(values)))
    return attributes


def offset_of(text: str, tag: str, attr: str, value: str, nth: int = 0) -> int | None:
    """The offset of the ``nth`` tag whose attribute has this value (or holds it, as a ``srcset`` does)."""
    part = attr in {"srcset", "imagesrcset", "style", "content", "ping"} or attr.startswith("aria-")
    for name, attributes, offset in start_tags(text):
        if name != tag.lower() or attr not in attributes:
            continue
        found = attributes[attr].replace("\r\n", "\n")
        if found == value or (part and value in found):
            if nth == 0:
                return offset
            nth -= 1
    return None


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Count both from 1; the column in characters."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1
