"""The staged tree on disk: only what changed is written, what is no longer staged is removed."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> int:
    """Make ``folder`` hold exactly ``files``; says how many were written."""
    written = sum(_write(folder / name, content) for name, content in files.items())
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()
    return written


def _write(path: Path, content: str | bytes) -> bool:
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def edition_code(*contents: str | bytes) -> str:
    """Six characters that change whenever the content does: what paper and copies are told apart by."""
    digest = sha256()
    for content in contents:
        digest.update(content.encode() if isinstance(content, str) else content)
        digest.update(b"\0")
    return digest.hexdigest()[:6]
