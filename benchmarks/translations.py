"""CPU seconds and memory of ``ahil translations`` on 534 Markdown files made of our own pages.

Run ``python benchmarks/translations.py``: it prints the figures (the aim is 2.5 CPU seconds and 150 MB on a quiet
machine) and, as a measure for any machine, their ratio to what Python-Markdown needs to render the same files once.
"""

import os
import resource
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from subprocess import CompletedProcess, run

FILES = 534
RENDER = """
import sys; from pathlib import Path; from markdown import Markdown
page = Markdown(extensions=["attr_list", "def_list", "footnotes", "tables", "toc", "admonition"])
for path in sorted(Path(sys.argv[1]).rglob("*.md")):
    page.reset().convert(path.read_text("utf-8"))
"""
_TREE = Path(__file__).resolve().parents[1]


def lay_out(root: Path) -> int:
    """Copy our pages again and again, each time with other letters at the end of each passage; say how many bytes that is."""  # noqa: E501
    names = sorted(path.relative_to(_TREE / "docs" / "en") for path in (_TREE / "docs" / "en").rglob("*.md"))
    names = [name for name in names if all((_TREE / "docs" / lang / name).is_file() for lang in ("uz", "ru"))]
    size = 0
    for at, name in zip(range(FILES // 3), cycle(names)):
        for lang, first in (("uz", 65), ("ru", 0x410), ("en", 65)):
            text = (_TREE / "docs" / lang / name).read_text("utf-8")
            text = text.replace(".\n", f" ({chr(first + at % 26)}{chr(first + at // 26)}).\n")
            path = root / "docs" / lang / f"p{at}" / name.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            size += len(text.encode())
    return size


def measured(*command: str) -> tuple[float, float, CompletedProcess[str]]:
    """CPU seconds and peak megabytes of a command, and how it ended."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = run([sys.executable, *command], capture_output=True, text=True, check=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime, used.ru_maxrss / 1024, ended


def main() -> int:
    """Measure the command as a user starts it, then the yardstick."""
    with tempfile.TemporaryDirectory() as folder:
        size = lay_out(Path(folder))
        seconds, megabytes, ended = measured("-m", "ahil", "translations", "--root", folder)
        yardstick, _, _ = measured("-c", RENDER, folder)
    print(f"{FILES} files, {size / 1e6:.1f} MB: {seconds:.2f} CPU s, {megabytes:.0f} MB, exit {ended.returncode}")
    print(f"rendered once by Python-Markdown: {yardstick:.2f} CPU s, ratio {seconds / yardstick:.2f}")
    print(ended.stdout[-400:] if ended.returncode not in (0, 1) or os.environ.get("SHOW") else "", end="")
    return int(ended.returncode not in (0, 1))


if __name__ == "__main__":
    sys.exit(main())
