"""The addresses a style sheet asks for."""

import re
from collections.abc import Iterator

from ahil.model.site import Doc, Reading, Ref

_TOKEN = re.compile(
    r"""/\*.*?(?:\*/|$)"""
    r"""|@import\s+(?:url\(\s*)?(?:"(?P<i1>[^"]*)"|'(?P<i2>[^']*)'|(?P<i3>[^\s"'();]+))"""
    r"""|\burl\(\s*(?:"(?P<u1>(?:\\.|[^"\\])*)"|'(?P<u2>(?:\\.|[^'\\])*)'|(?P<u3>(?:\\.|[^\s"'()\\])*))\s*\)"""
    r"""|(?:image-set\(|\b(?:\d+x|dppx|dpi|\))\s*,)\s*(?:"(?P<s1>[^"]*\.\w+)"|'(?P<s2>[^']*\.\w+)')(?=\s+[\d.t])"""
    r"""|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""",
    re.S | re.I,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.S)


def addresses(css: str) -> Iterator[tuple[str, str]]:
    """``("css" | "import", address)`` in order; comments and other strings are passed over."""
    for found in _TOKEN.finditer(css):
        for name, value in found.groupdict().items():
            if value is not None:
                yield ("import" if name.startswith("i") else "css"), _unescaped(value)


def read_sheet(path: str, css: str) -> Reading:
    """A style sheet as a doc with references."""
    return Reading(Doc(path), tuple(Ref(role, "css", "url", address) for role, address in addresses(css)))


def _unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda m: chr(min(int(m[1], 16), 0x10FFFF)) if m[1] else m[2], value)
