#!/usr/bin/env python3
"""Everything with one word: ``python3 run.py build``, ``test``, ``serve``, ``check`` … Needs only Python 3.11 or newer.

It makes ``.venv`` with exactly what ``requirements.lock`` names, then hands every word on: ``test`` to pytest, the
others to ``ahil``. What the system must bring (Pango for print; for the tests a browser, Poppler, Java) is installed
on Debian as root and named elsewhere; a missing need is an error, never a skipped test.
"""

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LIBRARIES = {"pango-1.0": "libpango-1.0-0", "pangoft2-1.0": "libpangoft2-1.0-0"}
PROGRAMS = {
    "chromium": "chromium",
    "pdftotext": "poppler-utils",
    "java": "default-jre-headless",
    "epubcheck": "epubcheck",
    "soffice": "libreoffice-writer-nogui",
}
NEEDS_NO_PRINT = {
    "check",
    "explain",
    "translations",
    "accept",
    "move",
    "links",
    "schema",
    "--help",
    "--version",
}


def main(words: list[str]) -> int:
    """Prepare what is not ready, then run."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must be told, not crash
        return stop("Python 3.11 or newer is needed: https://www.python.org/downloads/")
    words = words or ["--help"]
    if problem := prepare() or system_needs(words[0]):
        return stop(problem)
    program = [str(BIN / "ahil")]
    if words[0] == "test":  # two at a time, unless somebody asks for something else
        program, words = [str(BIN / "python"), "-m", "pytest"], words[1:] or ["-n", "2", "--dist", "loadgroup"]
    return subprocess.call([*program, *words], cwd=ROOT)


def stop(problem: str) -> int:
    """Say what is missing and what to do."""
    print(problem, file=sys.stderr)
    return 2


def prepare() -> str:
    """Make ``.venv`` when the lock, the project's own table or this folder's place is not the one it was made for."""
    asked = b"".join((ROOT / name).read_bytes() for name in ("requirements.lock", "pyproject.toml"))
    stamp = hashlib.sha256(asked + str(ROOT).encode() + sys.version.encode()).hexdigest()
    ready = VENV / "ready"
    if ready.is_file() and ready.read_text() == stamp:
        return ""
    print("preparing .venv (once)…", file=sys.stderr)
    venv.create(VENV, with_pip=True, clear=not (BIN / "python").exists())
    pip = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for step in (
        ["--require-hashes", "-r", "requirements.lock"],
        ["--no-deps", "--no-build-isolation", "-e", "."],
    ):
        if subprocess.call([*pip, *step], cwd=ROOT):
            return "the packages could not be installed: see the lines above; is there a connection?"
    ready.write_text(stamp)
    return ""


def system_needs(verb: str) -> str:
    """Find what the verb needs of the system; on Debian as root, install it."""
    missing = [] if verb in NEEDS_NO_PRINT else [p for lib, p in LIBRARIES.items() if not ctypes.util.find_library(lib)]
    if verb in {"test", "bench"}:
        missing += [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if not missing:
        return ""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"installing {' '.join(missing)}…", file=sys.stderr)
        apt = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.call(["apt-get", "update", "-qq"], env=apt, stdout=subprocess.DEVNULL)
        if not subprocess.call(["apt-get", "install", "-y", "-qq", *missing], env=apt, stdout=subprocess.DEVNULL):
            return ""
    return f"please install: {' '.join(missing)} (on Debian and Ubuntu: sudo apt-get install {' '.join(missing)})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
