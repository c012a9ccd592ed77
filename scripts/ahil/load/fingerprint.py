"""Fingerprints of what a section says: equal for every layout, different for every other word.

Wrapping, bullets, padding, quotation marks, dashes, emphasis characters, comments, the way a link is written and where
notes stand are layout. Words, structure, link targets, code and marks are not.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2s

from ahil.model.blocks import Block, Entry, Link, Part, Section, Sheet

FRONT = "front"
TECHNICAL = frozenset(
    [
        "source",
        "checks",
        "translate",
        "id",
        "order",
        "date",
        "updated",
        "created",
        "review_by",
        "reviewed",
        "template",
        "hide",
        "icon",
        "search",
        "lang",
        "layout",
        "weight",
        "slug",
        "status",
        "sensitive",
        "legal",
        "draft",
        "author",
        "authors",
        "version",
        "image",
    ]
)
_FOLDS = str.maketrans(
    {**dict.fromkeys("“”„«»‟", '"'), **dict.fromkeys("‘’‚`´′ʹ", "'"), **dict.fromkeys("–—−‑‐", "-"),
     **dict.fromkeys("\u00ad\u200b\u2060\ufeff\\", ""), **dict.fromkeys("\u00a0\u202f\u2009", " "), "…": "..."}
)  # fmt: skip


@lru_cache(maxsize=50_000)
def _canonical(part: Part) -> str:
    words = " ".join(part.plain.translate(_FOLDS).split())
    links = [(link.target, _said(link.words.replace("_", "*")), *_title(link)) for link in part.links]
    images = [(image.target, " ".join(image.words.split()), *_title(image)) for image in part.images]
    rest = (links, images, part.codes, part.marks, part.notes, part.tags, part.attrs, part.signs, part.strong)
    return f"{words}\x00{rest}"


def _said(words: str) -> str:
    return " ".join(words.translate(_FOLDS).split())


def _title(link: Link) -> tuple[str, ...]:
    return (_said(link.title),) if link.title else ()


def fingerprint(block: Block) -> str:
    """Twelve hexadecimal digits for the words and the place of a block."""
    if block.kind in ("code", "math"):
        said = block.raw.replace("\xa0", " ")
    else:
        said = "\x01".join(_canonical(part) for part in block.parts)
    detail = str(len(block.detail.split())) if block.kind == "table" else block.detail
    return _digest(f"{block.kind}\x02{detail}\x02{block.depth}\x02{block.inside}\x02{block.id}\x02{said}")


def _digest(text: str) -> str:
    return blake2s(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _readable(block: Block) -> str:
    return block.raw if block.kind == "code" else " ".join(block.raw.split())


def is_text(entry: Entry) -> bool:
    """Whether a value of front matter is meant for readers."""
    root = re.split(r"[.\[]", entry.route)[0]
    return root not in TECHNICAL and any(sign.isalpha() for sign in entry.said) and entry.said not in ("true", "false")


def section_prints(sheet: Sheet) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Each section with the fingerprint and the text of everything in it; the front matter and short forms come first."""  # noqa: E501
    homes = _homes(sheet)
    front = sorted(f"{entry.route}: {' '.join(entry.said.split())}" for entry in sheet.front if is_text(entry))
    loose = sorted((block for block in sheet.shared if block.id not in homes), key=lambda block: (block.kind, block.id))
    yield FRONT, tuple((_digest(text.translate(_FOLDS)), text) for text in front) + _prints(tuple(loose))
    for section in sheet.sections:
        notes = sorted(
            (block for block in sheet.shared if homes.get(block.id) == section.key),
            key=lambda block: block.id,
        )
        yield section.key, _prints(section.blocks) + _prints(tuple(notes))


def _prints(blocks: tuple[Block, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((fingerprint(block), _readable(block)) for block in blocks)


def section_keys(sheet: Sheet) -> dict[str, tuple[tuple[str, str], ...]]:
    """The same sections without fingerprints, for a page of which nothing was accepted."""
    some: tuple[tuple[str, str], ...] = (("", ""),)
    front = {FRONT: some} if any(is_text(entry) for entry in sheet.front) or sheet.shared else {}
    return front | {section.key: some for section in sheet.sections if section.blocks}


def _homes(sheet: Sheet) -> dict[str, str]:
    """The section in which a footnote is first called."""
    homes: dict[str, str] = {}
    if sheet.shared:
        for section in sheet.sections:
            for block in section.blocks:
                for part in block.parts:
                    for note in part.notes:
                        homes.setdefault(note, section.key)
    return homes


def section_of(sections: tuple[Section, ...], key: str) -> Section | None:
    """The section with a key."""
    return next((section for section in sections if section.key == key), None)
