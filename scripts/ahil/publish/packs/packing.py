"""Making the packs: each format in each language, put in place file by file, with their checksums."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from ahil.model.lang import Lang
from ahil.publish.packs.room import Artefact, Missing, PackRoom

FORMATS = ("single", "epub", "scorm", "moodle", "booklet", "large", "bilingual", "docx", "zim", "kit")
"""Each is a module of this package with ``make``; it is loaded when it is asked for."""

SUMS, EDITIONS = "SHA256SUMS", "EDITIONS.tsv"

Make = Callable[[PackRoom, Lang], Iterator[Artefact]]


@dataclass(frozen=True, slots=True)
class Packed:
    """What came of one format in one language; ``needs`` is the extra that is not installed."""

    format: str
    lang: Lang
    sizes: tuple[int, ...]
    needs: str = ""


def pack(room: PackRoom, formats: Iterable[str], langs: Iterable[Lang], out: Path) -> Iterator[Packed]:
    """Put the packs below ``out``, and tell of each when it is there."""
    langs = tuple(langs)
    editions = read_editions(out)
    for name in formats:
        for lang in langs:
            yield _one(room, name, lang, out, editions)
    packs = [path.relative_to(out).as_posix() for path in _packs(out)]
    _put(out / SUMS, "".join(f"{_sum(out / path)}  {path}\n" for path in packs).encode("ascii"))
    _put(out / EDITIONS, "".join(f"{path}\t{editions.get(path, '')}\n" for path in packs).encode("ascii"))


def read_editions(out: Path) -> dict[str, str]:
    """The edition of each pack that stands below ``out``."""
    place = out / EDITIONS
    lines = place.read_text("ascii").splitlines() if place.is_file() else []
    rows = (line.partition("\t")[::2] for line in lines)
    return dict(rows)


def _one(room: PackRoom, name: str, lang: Lang, out: Path, editions: dict[str, str]) -> Packed:
    sizes = []
    try:
        make: Make = import_module(f"ahil.publish.packs.{name}").make
        before = {path for path in (out / lang / name).rglob("*") if path.is_file()}
        for artefact in make(room, lang):
            place = out / lang / artefact.name
            _put(place, artefact.content)
            before.discard(place)
            editions[place.relative_to(out).as_posix()] = artefact.edition
            sizes.append(len(artefact.content))
    except Missing as missing:
        return Packed(name, lang, (), str(missing))
    if not room.only:
        for path in before:
            path.unlink()  # of a module that is no more
    return Packed(name, lang, tuple(sizes))


def _put(place: Path, content: bytes) -> None:
    """Whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    beside.write_bytes(content)
    beside.replace(place)


def _packs(out: Path) -> list[Path]:
    return sorted(path for path in out.rglob("*") if path.is_file() and path.name not in {SUMS, EDITIONS})


def _sum(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
