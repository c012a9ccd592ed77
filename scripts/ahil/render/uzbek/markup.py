"""HTML or SVG → the same with its words in another alphabet: no tag, address or id is touched.

What a reader sees or hears is converted: text, and the attributes ``title alt aria-label placeholder`` and the
like. Scripts, styles, code, ``translate="no"`` and what says it is in another language stay as they are.
"""

import re
from collections.abc import Callable, Iterator

_SPOKEN = "title alt aria-label aria-description aria-roledescription aria-valuetext placeholder label summary abbr"
SPOKEN = frozenset([*_SPOKEN.split(" "), "data-found", "data-none", "data-spoken"])
_SILENT = frozenset({"script", "style", "code", "pre", "kbd", "samp", "textarea"})
_EMPTY = "area base br col embed hr img input link meta param source track wbr"
_SHAPES = "circle ellipse line path polygon polyline rect stop use"
_VOID = frozenset([*_EMPTY.split(" "), *_SHAPES.split(" ")])
_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[!?][^>]*>|</?[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL
)
_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_ENTITY = re.compile(r"&(?:[A-Za-z]\w*|#\d+|#x[\dA-Fa-f]+);")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}

Convert = Callable[[str], str]
Change = Callable[[str, str], str]
"""(name of a start tag, the tag) → the tag as it should be."""


def converted(html: str, convert: Convert, change: Change | None = None, data: Convert | None = None) -> str:
    """Every piece of text in Uzbek through ``convert``; everything else as it was, byte for byte.

    ``change`` may rewrite any start tag, ``data`` the content of a script that is no program but JSON.
    """
    return "".join(_Walk(html, convert, change, data).pieces())


class _Walk:
    """One way through a document, remembering which open tag said that its text is not ours."""

    def __init__(self, html: str, convert: Convert, change: Change | None, data: Convert | None) -> None:
        self._html, self._convert, self._change, self._data = html, convert, change, data
        self._open: list[tuple[str, bool]] = [("", True)]  # (name, whether its text is ours)

    def pieces(self) -> Iterator[str]:
        at = 0
        while token := _TOKEN.search(self._html, at):
            yield self._text(self._html[at : token.start()])
            at = token.end()
            yield self._token(token[0])
            if (name := _named(token[0])) in _RAW and not token[0].startswith("</"):
                end = _RAW[name].search(self._html, at)
                stop = end.start() if end else len(self._html)
                yield self._raw(token[0], self._html[at:stop])
                at = stop
        yield self._text(self._html[at:])

    def _text(self, text: str) -> str:
        return said(text, self._convert) if self._open[-1][1] else text

    def _token(self, tag: str) -> str:
        name = _named(tag)
        if not name:
            return tag
        if tag.startswith("</"):
            self._leave(name)
            return tag
        ours = self._open[-1][1] and not _stays(tag)
        if name not in _VOID and not tag.endswith("/>"):
            self._open.append((name, ours and name not in _SILENT))
        spoken = _spoken(name, tag, self._convert) if ours else tag
        return self._change(name, spoken) if self._change else spoken

    def _leave(self, name: str) -> None:
        """Close the nearest tag of this name and what was left open in it; a stray end closes nothing."""
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth][0] == name:
                del self._open[depth:]
                return

    def _raw(self, tag: str, content: str) -> str:
        return self._data(content) if self._data and 'type="application/json"' in tag else content


def _named(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag as typed, by their small names."""
    return {name.lower(): value[1:-1] for name, value in _ATTRIBUTE.findall(tag)}


def with_attribute(tag: str, name: str, value: str) -> str:
    """A start tag whose attribute says something else; it is added where there is none."""
    pattern = re.compile(rf"(\s{re.escape(name)}\s*=\s*)(\"[^\"]*\"|'[^']*')")
    if pattern.search(tag):
        return pattern.sub(lambda found: f'{found[1]}"{value}"', tag, count=1)
    end = -2 if tag.endswith("/>") else -1
    return f'{tag[:end]} {name}="{value}"{tag[end:]}'


def _stays(tag: str) -> bool:
    told = attributes(tag)
    lang = (told.get("lang") or told.get("xml:lang") or "uz").lower()
    return told.get("translate") == "no" or lang.split("-")[0] != "uz"


def _spoken(name: str, tag: str, convert: Convert) -> str:
    described = name == "meta" and attributes(tag).get("name") == "description"

    def attribute(found: re.Match[str]) -> str:
        key, value = found[1].lower(), found[2]
        if key not in SPOKEN and not (described and key == "content"):
            return found[0]
        start = found.start(2) - found.start()
        return found[0][: start + 1] + said(value[1:-1], convert) + value[-1]

    return _ATTRIBUTE.sub(attribute, tag)


def said(text: str, convert: Convert) -> str:
    """Text between its entities: ``&amp;`` has letters and says none."""
    if not text or text.isspace():
        return text
    parts, at = [], 0
    for entity in _ENTITY.finditer(text):
        parts += [convert(text[at : entity.start()]), entity[0]]
        at = entity.end()
    return "".join([*parts, convert(text[at:])])
