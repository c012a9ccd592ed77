"""What was accepted, on disk: ``translations/<lang>/<page>.accepted`` and the text it was made from.

A record has a line for each block, ``section<tab>fingerprint``; the text of each fingerprint stands once for all
languages in ``translations/<source>/<page>.texts``, a line each, sorted: two branches merge line by line.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from ahil.load.fingerprint import section_prints
from ahil.model.blocks import Sheet
from ahil.model.translation import Accepted

FOLDER = "translations"
_HEAD = "# What this translation was accepted against: section, fingerprint. Written by `ahil accept`.\n"
_TEXTS = "# The accepted text of each fingerprint. Written by `ahil accept`.\n"


def record_path(root: Path, name: str, lang: str) -> Path:
    """Where the record of a translation is."""
    return root / FOLDER / lang / f"{name}.accepted"


def texts_path(root: Path, name: str, source: str) -> Path:
    """Where the accepted text of a page is."""
    return root / FOLDER / source / f"{name}.texts"


def read_record(root: Path, name: str, lang: str, source: str) -> dict[str, Accepted]:
    """The accepted sections of a translation; none if it was never accepted."""
    lines = _lines(record_path(root, name, lang))
    if not lines:
        return {}
    texts = read_texts(root, name, source)
    found: dict[str, list[str]] = {}
    for line in lines:
        section, _, print_ = line.partition("\t")
        found.setdefault(section, []).extend([print_] if print_ else [])
    return {
        key: Accepted(key, tuple(prints), tuple(texts.get(each, "") for each in prints))
        for key, prints in found.items()
    }


def read_texts(root: Path, name: str, source: str) -> dict[str, str]:
    """The accepted text by fingerprint."""
    pairs = (line.partition("\t") for line in _lines(texts_path(root, name, source)))
    return {print_: _text(said) for print_, _, said in pairs}


def _text(said: str) -> str:
    try:
        return str(json.loads(said))
    except ValueError:
        return said


def _lines(path: Path) -> list[str]:
    """Lines without remarks; those two editors left to each other count for both."""
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError:
        return []
    return [line for line in text.splitlines() if line and not line.startswith(("#", "<<<<<<<", "=======", ">>>>>>>"))]


def write_record(
    root: Path, source: Sheet, lang: str, sections: Mapping[str, tuple[str, ...]], langs: Iterable[str]
) -> None:
    """Write a record and, once for all languages, the texts it names; texts nobody names any more go."""
    path = record_path(root, source.name, lang)
    lines = [f"{key}\t{print_}\n" for key, prints in sections.items() for print_ in (prints or ("",))]
    _write(path, _HEAD + "".join(lines))
    texts = read_texts(root, source.name, source.lang)
    texts |= {print_: text for _, said in section_prints(source) for print_, text in said}
    used = {print_ for prints in sections.values() for print_ in prints}
    for other in langs:
        if other not in (lang, source.lang):
            used |= {line.partition("\t")[2] for line in _lines(record_path(root, source.name, other))}
    kept = [f"{each}\t{json.dumps(texts[each], ensure_ascii=False)}\n" for each in sorted(used & texts.keys())]
    _write(texts_path(root, source.name, source.lang), _TEXTS + "".join(kept))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text("utf-8", errors="replace") != text:
        path.write_text(text, "utf-8", newline="\n")
