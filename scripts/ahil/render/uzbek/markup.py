"""HTML or SVG → the same with its words in another alphabet: no tag, address or id is touched.

What a reader sees or hears is converted: text, and the attributes ``title alt aria-label placeholder`` and the
like. Scripts, styles, code, ``translate="no"`` and what says it is in another language stay as they are.
"""

import re
from collections.abc import Callable, Iterator

SPOKEN = frozenset({"title", "alt", "aria-label", "aria-description", "aria-roledescription", "placeholder", "label"})
_SILENT = frozenset({"script", "style", "code", "pre", "kbd", "samp", "textarea"})
_VOID = frozenset(
    {
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
        ),
        *("circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "stop", "use"),
    }
)
_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[!?][^>]*>|</?[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL
)
_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_ENTITY = re.compile(r"&(?:[A-Za-z]\w*|#\d+|#x[\dA-Fa-f]+);")

Convert = Callable[[str], str]


def converted(html: str, convert: Convert) -> str:
    """Every piece of text in Uzbek through ``convert``; everything else as it was, byte for byte."""
    return "".join(_pieces(html, convert))


def _pieces(html: str, convert: Convert) -> Iterator[str]:
    open_tags: list[tuple[str, bool]] = [("", True)]  # (name, whether its text is ours)
    at = 0
    for token in _TOKEN.finditer(html):
        if token.start() < at:
            continue
        yield _said(html[at : token.start()], convert) if open_tags[-1][1] else html[at : token.start()]
        at = token.end()
        tag = token[0]
        name = _named(tag)
        if not name:
            yield tag
        elif tag.startswith("</"):
            _leave(open_tags, name)
            yield tag
        else:
            ours = open_tags[-1][1] and not _stays(tag)
            yield _tag(tag, convert) if ours else tag
            if name in ("script", "style"):
                end = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
                stop = end.start() if end else len(html)
                yield html[at:stop]
                at = stop
            if name not in _VOID and not tag.endswith("/>"):
                open_tags.append((name, ours and name not in _SILENT))
    yield _said(html[at:], convert) if open_tags[-1][1] else html[at:]


def _named(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def _leave(open_tags: list[tuple[str, bool]], name: str) -> None:
    """Close the nearest tag of this name and what was left open in it; a stray end closes nothing."""
    for depth in range(len(open_tags) - 1, 0, -1):
        if open_tags[depth][0] == name:
            del open_tags[depth:]
            return


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag as typed, by their small names."""
    return {name.lower(): value[1:-1] for name, value in _ATTRIBUTE.findall(tag)}


def _stays(tag: str) -> bool:
    told = attributes(tag)
    lang = (told.get("lang") or told.get("xml:lang") or "uz").lower()
    return told.get("translate") == "no" or lang.split("-")[0] != "uz"


def _tag(tag: str, convert: Convert) -> str:
    def attribute(found: re.Match[str]) -> str:
        name, value = found[1], found[2]
        if name.lower() not in SPOKEN:
            return found[0]
        start = found.start(2) - found.start()
        return found[0][: start + 1] + _said(value[1:-1], convert) + value[-1]

    return _ATTRIBUTE.sub(attribute, tag)


def _said(text: str, convert: Convert) -> str:
    """Text between its entities: ``&amp;`` has letters and says none."""
    if not text or text.isspace():
        return text
    parts, at = [], 0
    for entity in _ENTITY.finditer(text):
        parts += [convert(text[at : entity.start()]), entity[0]]
        at = entity.end()
    return "".join([*parts, convert(text[at:])])
