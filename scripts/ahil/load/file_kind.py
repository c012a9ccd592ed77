"""What a file is by its first bytes, and whether its end is there."""

import json
from xml.parsers import expat

_HEADS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"\x00\x00\x01\x00", "ico"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"wOFF", "woff"),
    (b"wOF2", "woff2"),
    (b"\x00\x01\x00\x00", "ttf"),
    (b"true", "ttf"),
    (b"OTTO", "otf"),
    (b"ttcf", "ttf"),
    (b"\x1f\x8b", "gzip"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"\x1aE\xdf\xa3", "webm"),
    (b"fLaC", "flac"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"WEBVTT", "vtt"),
)
_NAMES = {
    "png": {"png"},
    "apng": {"png"},
    "jpg": {"jpeg"},
    "jpeg": {"jpeg"},
    "gif": {"gif"},
    "webp": {"webp"},
    "avif": {"avif"},
    "svg": {"svg"},
    "svgz": {"gzip"},
    "ico": {"ico", "png"},
    "bmp": {"bmp"},
    "tif": {"tiff"},
    "tiff": {"tiff"},
    "pdf": {"pdf"},
    "zip": {"zip"},
    "epub": {"zip"},
    "docx": {"zip"},
    "xlsx": {"zip"},
    "pptx": {"zip"},
    "odt": {"zip"},
    "ods": {"zip"},
    "odp": {"zip"},
    "woff": {"woff"},
    "woff2": {"woff2"},
    "ttf": {"ttf", "otf"},
    "otf": {"otf", "ttf"},
    "mp3": {"mp3"},
    "mp4": {"mp4"},
    "m4a": {"mp4"},
    "m4v": {"mp4"},
    "webm": {"webm"},
    "ogg": {"ogg"},
    "oga": {"ogg"},
    "ogv": {"ogg"},
    "opus": {"ogg"},
    "wav": {"wav"},
    "flac": {"flac"},
    "gz": {"gzip"},
    "vtt": {"vtt"},
    "css": {"text"},
    "js": {"text"},
    "mjs": {"text"},
    "json": {"json"},
    "webmanifest": {"json"},
    "html": {"html", "text"},
    "htm": {"html", "text"},
}


def expected_kinds(name: str) -> set[str] | None:
    """The kinds a file name promises; none when it promises nothing we know."""
    return _NAMES.get(name.rpartition(".")[2].lower())


def kind_of(head: bytes) -> str:
    """One word for the first bytes; ``text`` and ``data`` for what has no mark of its own."""
    for start, kind in _HEADS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF":
        return {b"WEBP": "webp", b"WAVE": "wav"}.get(head[8:12], "riff")
    if head[4:8] == b"ftyp":
        return "avif" if head[8:12] in {b"avif", b"avis"} else "mp4"
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return "mp3"
    return _kind_of_text(head)


def _kind_of_text(head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(b"webvtt"):
        return "vtt"
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "html"
    if b"<svg" in text and text.startswith(b"<"):
        return "svg"
    if text.startswith((b"<?xml", b"<!doctype svg", b"<!--")):
        return "xml"
    return "data" if b"\x00" in head[:512] else "text"


def is_whole(kind: str, size: int, head: bytes, tail: bytes) -> bool:
    """Whether a file of this kind ends as it should."""
    match kind:
        case "png":
            return b"IEND" in tail
        case "jpeg":
            return b"\xff\xd9" in tail
        case "gif":
            return tail.rstrip(b"\x00").endswith(b";")
        case "pdf":
            return b"%%EOF" in tail
        case "zip":
            return b"PK\x05\x06" in tail
        case "webp" | "wav":
            return int.from_bytes(head[4:8], "little") + 8 <= size + 1
        case "woff" | "woff2":
            return int.from_bytes(head[8:12], "big") <= size
    return True


def is_well_formed(kind: str, content: bytes) -> bool:
    """Whether XML and JSON can be read at all."""
    try:
        if kind == "json":
            json.loads(content)
        else:
            expat.ParserCreate().Parse(content, True)
    except (ValueError, expat.ExpatError):
        return False
    return True
