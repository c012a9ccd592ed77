"""A case: a tiny tree in a folder named after the code it shows, and what must be found in it."""

import re
import shutil
from datetime import date
from pathlib import Path

import yaml

from ahil.model.spot import Fault
from ahil.publish.examination import examined
from ahil.publish.reading import read
from ahil.publish.wording import put_into_words

CASES = Path(__file__).resolve().parent / "cases"
TODAY = date(2026, 12, 1)
_CODE = re.compile(r"[A-Z]{2}\d{3}")


def laid(case: Path, root: Path) -> Path:
    """The case as a tree; ``also.yml`` adds what cannot be kept in a repository: sizes, bytes, links, odd names."""
    shutil.copytree(case, root, ignore=shutil.ignore_patterns("expect.txt", "also.yml"), dirs_exist_ok=True)
    also = case / "also.yml"
    for name, made in (yaml.safe_load(also.read_text("utf-8")) if also.is_file() else {}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if "link" in made:
            path.symlink_to(made["link"])
        else:
            text = made.get("text", "").encode() + bytes.fromhex(made.get("bytes", ""))
            path.write_bytes(text + b"x" * made.get("size", 0))
    return root


def found(root: Path) -> list[Fault]:
    """Everything a check finds in a tree."""
    return examined(read(root, TODAY))[0]


def said(root: Path, codes: str) -> list[str]:
    """The findings whose code begins so, as ``path:line:col: CODE what``."""
    faults = [fault for fault in found(root) if fault.code.startswith(codes)]
    return [f"{one.spot}: {one.code} {one.what}" for one in put_into_words(faults)]


def code_of(case: Path) -> str:
    """The code a case is named after; empty for a good one."""
    match = _CODE.match(case.name)
    return match[0] if match else ""
