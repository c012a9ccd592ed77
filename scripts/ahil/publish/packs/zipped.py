"""ZIP files that come out the same whenever their contents are the same."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from ahil.publish.offline import DAY


def zipped(files: Mapping[str, bytes], stored: tuple[str, ...] = ()) -> bytes:
    """The files in the order given; those named in ``stored`` are not compressed."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, DAY)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return made.getvalue()
