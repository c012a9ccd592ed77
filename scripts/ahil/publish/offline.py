"""Copies to carry: one ZIP a language and kind of reader, one with everything, and their checksums."""

import zipfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

DAY = (2026, 1, 1, 0, 0, 0)
"""One fixed day for every file in a ZIP, so that equal contents give equal copies."""


def zip_folder(folder: Path, target: Path, inside: str) -> None:
    """All files of ``folder`` below the folder ``inside``, names sorted, no dates."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{inside}/{path.relative_to(folder).as_posix()}", DAY)
            entry.compress_type = zipfile.ZIP_STORED if path.suffix in {".pdf", ".woff2"} else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def checksums(files: Iterable[Path]) -> str:
    """``SHA256SUMS`` as ``sha256sum -c`` reads it."""
    return "".join(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(files))
