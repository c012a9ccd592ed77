"""Safe corrections of files: what ``--fix`` changes."""

import re
from collections.abc import Iterable
from pathlib import Path

from ahil.rules.translation.apostrophes import put_right

_HIDDEN = re.compile("(?<![\u2000-\U0001ffff])\u200d|[\u200b\u200c\u2060\u180e\u034f\u115f\u3164]|(?<!^)\ufeff")


def fix(root: Path, paths: Iterable[str]) -> list[str]:
    """Put right the files named; say which changed."""
    changed = []
    for name in sorted(paths):
        path = root / name
        text = path.read_bytes().decode("utf-8")
        right = _HIDDEN.sub("", text)
        if name.startswith("docs/uz/") or name.endswith("/uz.md"):
            right = put_right(right)
        if right != text:
            path.write_bytes(right.encode("utf-8"))
            changed.append(name)
    return changed
