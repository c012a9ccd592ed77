"""Whether the files are what their names and their tags say."""

import posixpath
import re
from collections.abc import Iterator

from ahil.model.site import Flaw
from ahil.rules.links.address import FOUND
from ahil.rules.links.web import Use, Web, flaws, rule

_DRAWN = frozenset(
    ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "svgz", "ico", "bmp", "apng", "tif", "tiff", "jxl"]
)
_PLAYED = frozenset(
    [
        "mp4",
        "m4v",
        "m4a",
        "webm",
        "ogg",
        "ogv",
        "oga",
        "opus",
        "mp3",
        "wav",
        "flac",
        "mov",
        "aac",
        "m3u8",
        "mpd",
    ]
)
_NOT_DRAWN = frozenset(
    [
        "html",
        "htm",
        "pdf",
        "css",
        "js",
        "json",
        "txt",
        "md",
        "xml",
        "zip",
        "docx",
        "mp3",
        "mp4",
        "webm",
        "woff",
        "woff2",
        "ttf",
    ]
)
_TYPES = {
    "image/png": {"png", "apng"},
    "image/jpeg": {"jpg", "jpeg"},
    "image/webp": {"webp"},
    "image/avif": {"avif"},
    "image/gif": {"gif"},
    "image/svg+xml": {"svg", "svgz"},
    "image/x-icon": {"ico"},
    "image/vnd.microsoft.icon": {"ico"},
    "video/mp4": {"mp4", "m4v", "mov"},
    "video/webm": {"webm"},
    "video/ogg": {"ogv", "ogg"},
    "audio/mpeg": {"mp3"},
    "audio/ogg": {"ogg", "oga", "opus"},
    "audio/mp4": {"m4a", "mp4"},
    "audio/wav": {"wav"},
    "application/pdf": {"pdf"},
    "text/css": {"css"},
    "text/vtt": {"vtt"},
    "font/woff2": {"woff2"},
    "font/woff": {"woff"},
}
_ENDINGS = frozenset().union(*_TYPES.values())
_DESCRIPTOR = re.compile(r"(?:\d+w|\d*\.?\d+(?:e\d+)?x|\d+w \d+h)?$")


@rule("LK122", "LK123", "LK124")
def not_what_it_says(web: Web) -> Iterator[Flaw]:
    """A file that pages use is not what its name says.

    LK122: the bytes are of another kind (a web page saved as ``photo.jpg``). LK123: the file is empty.
    LK124: its end is missing or its text is broken, as after an interrupted copy. Put the right file there.
    """
    seen: set[tuple[str, int]] = set()
    bad = {path: code for path in web.site.files if (code := _fault_of_file(web, path))}
    for use in web.uses(kinds={FOUND}) if bad else ():
        path = use.target.path
        code = bad.get(path, "") if use.ref.role != "canonical" else ""
        for flaw in flaws(code, use, file=path, kind=web.site.files[path].kind) if code else ():
            if isinstance(flaw.doc, int) and (path, flaw.doc) not in seen:
                seen.add((path, flaw.doc))
                yield flaw


def _fault_of_file(web: Web, path: str) -> str:
    file = web.site.files[path]
    if file.size == 0:
        return "LK123"
    if not file.as_named:
        return "LK122"
    return "" if file.whole else "LK124"


@rule("LK125")
def srcset_unreadable(web: Web) -> Iterator[Flaw]:
    """A ``srcset`` that browsers cannot use: two candidates of one size, mixed ``w`` and ``x``, other words.

    Write ``a.png 1x, b.png 2x`` or ``a.png 480w, b.png 960w``.
    """
    for use in web.uses("srcset"):
        sizes = use.ref.text.split("|")
        plain = [size or "1x" for size in sizes]
        mixed = any(size.endswith("w") for size in plain) and any(size.endswith("x") for size in plain)
        if not use.ref.href.strip() or mixed or len(set(plain)) < len(plain) or not all(map(_DESCRIPTOR.match, sizes)):
            yield from flaws("LK125", use, sizes=", ".join(plain))


@rule("LK126")
def wrong_use(web: Web) -> Iterator[Flaw]:
    """A tag is given a file it cannot show: a page as a picture, a picture as a style sheet.

    The browser shows nothing and says nothing. Give the tag a file of its kind.
    """
    for use in web.uses("image", "icon", "style", "script", "import", "media", "track"):
        if use.target.kind == FOUND and use.ref.href.strip()[:1] not in {"", "#"} and _cannot_show(use):
            yield from flaws("LK126", use, tag=use.ref.tag)


def _cannot_show(use: Use) -> bool:
    ending = posixpath.splitext(use.target.path)[1][1:].lower()
    if not ending:
        return False
    match use.ref.role:
        case "image" | "icon":
            return ending in _NOT_DRAWN
        case "style" | "import":
            return ending in _DRAWN | _PLAYED | {"html", "htm", "js", "json", "pdf", "txt", "md"}
        case "script":
            return ending in _DRAWN | _PLAYED | {"html", "htm", "css", "pdf", "txt", "md"}
        case "track":
            return ending not in {"vtt", "ttml", "srt"} or ending == "srt"
    if use.ref.tag in {"video", "audio", "source"}:
        return ending in {"html", "htm", "pdf", "css", "js", "txt"} or ending in _DRAWN
    return False


@rule("LK127")
def wrong_type(web: Web) -> Iterator[Flaw]:
    """``type`` says another kind of file than the address (``type="image/webp"`` for ``tree.png``).

    Browsers choose by ``type`` and then fail. Make the two agree.
    """
    for use in web.uses("image", "media", "icon", "style", "preload"):
        kind = (
            (use.ref.get("type") or (use.ref.text if use.ref.region == "srcset" else "")).split(";")[0].strip().lower()
        )
        ending = posixpath.splitext(use.target.path)[1][1:].lower()
        known = use.target.kind == FOUND and kind in _TYPES and ending in _ENDINGS
        if known and ending not in _TYPES[kind]:
            yield from flaws("LK127", use, type=kind)
