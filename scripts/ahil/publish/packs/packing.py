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
    for name in formats:
        for lang in langs:
            yield _one(room, name, lang, out)
    sums = "".join(f"{_sum(path)}  {path.relative_to(out).as_posix()}\n" for path in _packs(out))
    _put(out / "SHA256SUMS", sums.encode("ascii"))


def _one(room: PackRoom, name: str, lang: Lang, out: Path) -> Packed:
    sizes = []
    try:
        make: Make = import_module(f"ahil.publish.packs.{name}").make
        before = {path for path in (out / lang / name).rglob("*") if path.is_file()}
        for artefact in make(room, lang):
            place = out / lang / artefact.name
            _put(place, artefact.content)
            before.discard(place)
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
    return sorted(path for path in out.rglob("*") if path.is_file() and path.name != "SHA256SUMS")


def _sum(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
