"""The source tree on disk → (path, bytes); what cannot be had is a fault and hides nothing else."""

import os
from collections.abc import Iterator
from pathlib import Path

from ahil.model.spot import Fault, Spot

ROOMS = ("docs", "modules", "handouts", "worksheets", "data", "translations")
_TEXT = {".md", ".yml", ".yaml", ".svg", ".json", ".txt"}


def read_tree(root: Path, rooms: tuple[str, ...] = ROOMS) -> tuple[list[tuple[str, bytes]], list[Fault]]:
    """Every text file of the content folders below ``root``, by its path with ``/``."""
    files: list[tuple[str, bytes]] = []
    faults: list[Fault] = []
    for path in _walk(root, rooms):
        name = path.relative_to(root).as_posix()
        try:
            if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
                faults.append(Fault("LO019", Spot(name), {"target": path.readlink()}))
            elif path.suffix in _TEXT:
                files.append((name, path.read_bytes()))
        except OSError as error:
            faults.append(Fault("LO020", Spot(name), {"reason": error.strerror}))
    return files, faults


def _walk(root: Path, rooms: tuple[str, ...]) -> Iterator[Path]:
    for room in rooms:
        for folder, names, files in os.walk(root / room):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for name in sorted(files):
                if not name.startswith("."):
                    yield Path(folder, name)
            for name in names:
                if Path(folder, name).is_symlink():
                    yield Path(folder, name)
