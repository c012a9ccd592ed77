"""What readers have is never broken: killed builds, two builds at once, a full disk, broken pages."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from conftest import CANARY, CANARY_IN_CYRILLIC, ROOT, Built, run_ahil

from ahil.publish import swap
from ahil.publish.lock import Busy, locked


def fingerprint(folder: Path) -> str:
    """All names and bytes below a folder as one word."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def test_a_build_killed_at_ten_points_leaves_the_old_site_or_the_new(tiny: Path) -> None:
    page = tiny / "docs/en/index.md"
    before = page.read_text("utf-8")
    assert run_ahil("build", "--quick", root=tiny).returncode == 0
    old = fingerprint(tiny / "site")
    shutil.copytree(tiny, tiny.with_name("other"), symlinks=True)
    other = tiny.with_name("other")
    (other / "docs/en/index.md").write_text(before + "\nA new sentence.\n")
    start = time.monotonic()
    assert run_ahil("build", "--quick", root=other).returncode == 0
    whole = time.monotonic() - start
    new = fingerprint(other / "site")
    assert old != new
    page.write_text(before + "\nA new sentence.\n")
    for point in range(1, 11):
        build = subprocess.Popen(
            [sys.executable, "-m", "ahil", "build", "--quick"],
            cwd=tiny,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(whole * point / 10)
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert fingerprint(tiny / "site") in {old, new}, f"a mix after point {point}"
    assert run_ahil("build", "--quick", root=tiny).returncode == 0
    assert fingerprint(tiny / "site") == new
    assert [path.name for path in tiny.glob(".site*")] == []


def test_a_word_nobody_has_confirmed_stops_the_build(tiny: Path) -> None:
    page = tiny / "docs/uz/index.md"
    page.write_text(page.read_text("utf-8") + "\nYangi kvartal va bitseps.\n")
    refused = run_ahil("build", "--quick", root=tiny)
    assert refused.returncode == 1
    assert "WO406" in refused.stdout + refused.stderr
    assert "Yangi kvartal va bitseps." in refused.stdout + refused.stderr
    assert not (tiny / "site").exists()
    spelled = tiny / "data/uzbek/exceptions.tsv"
    spelled.parent.mkdir()
    spelled.write_text((ROOT / "data/uzbek/exceptions.tsv").read_text() + "kvartal\t=\nbitseps\tбицепс\n")
    assert run_ahil("build", "--quick", root=tiny).returncode == 0


def test_the_swap_survives_being_stopped_between_its_two_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two folders at once, the next start brings the old site back."""
    monkeypatch.setattr(swap, "_exchanged", lambda *_: False)
    site = tmp_path / "site"
    for folder, word in ((site, "old"), (swap.beside(site), "new")):
        folder.mkdir()
        (folder / "index.html").write_text(word)
    site.rename(swap.aside(site))
    swap.sweep(site)
    assert (site / "index.html").read_text() == "old"
    swap.beside(site).mkdir()
    (swap.beside(site) / "index.html").write_text("new")
    swap.publish(swap.beside(site), site)
    assert (site / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_builds_at_once_are_one_build_and_one_clear_line(tiny: Path) -> None:
    with locked(tiny / "build" / "lock"):
        second = run_ahil("build", "--quick", root=tiny)
    assert second.returncode == 1
    assert f"process {os.getpid()}" in second.stderr
    assert not (tiny / "site").exists()
    with locked(tiny / "build" / "lock"), pytest.raises(Busy), locked(tiny / "build" / "lock"):
        raise AssertionError("locked twice")


BROKEN = {
    "cp1251": ("docs/ru/index.md", "---\ntitle: Главная\n---\n".encode("cp1251"), "LO001"),
    "NUL": ("docs/ru/index.md", b"---\ntitle: a\n---\n\0\n", "LO014"),
    "front matter": ("docs/uz/index.md", b"---\ntitle: Bosh sahifa\n", "LO009"),
    "50 MB": ("docs/en/index.md", b"---\ntitle: a\n---\n" + b"word " * 10_000_000, "LO015"),
    "yaml": ("modules/listen-first/module.yml", b"id: M01\nsteps: [\n", "LO002"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_one_line_and_the_old_site_stands(tiny: Path, kind: str) -> None:
    name, content, code = BROKEN[kind]
    site = tiny / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    (tiny / name).write_bytes(content)
    done = run_ahil("build", "--quick", "--strict", root=tiny)
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if line.startswith(f"{name}:") and f" {code} " in line]
    assert "Traceback" not in done.stderr
    assert fingerprint(site) == fingerprint_of({"index.html": b"the last good site"}, tiny)


def fingerprint_of(files: dict[str, bytes], scratch: Path) -> str:
    """The fingerprint a folder of just these files has."""
    folder = scratch / "expected"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return fingerprint(folder)


def test_without_strict_a_broken_page_is_being_repaired_and_the_rest_is_there(tiny: Path) -> None:
    (tiny / "docs/ru/index.md").write_bytes("---\ntitle: Главная\n---\n".encode("cp1251"))
    done = run_ahil("build", "--quick", root=tiny)
    assert done.returncode == 3
    assert "Эта страница на исправлении" in (tiny / "site/ru/index.html").read_text("utf-8")
    assert "Listening comes before acting." in (tiny / "site/en/index.html").read_text("utf-8")


def test_a_link_out_of_the_tree_is_refused_and_not_published(tiny: Path) -> None:
    (tiny / "docs/en/secret.md").symlink_to("/etc/passwd")
    done = run_ahil("build", "--quick", "--strict", root=tiny)
    assert done.returncode == 1 and "docs/en/secret.md:1:1: LO019" in done.stderr
    assert not (tiny / "site").exists()


@pytest.mark.skipif(os.name == "nt", reason="read-only folders are another matter there")
def test_a_folder_that_cannot_be_written_is_said_in_one_line(tiny: Path) -> None:
    (tiny / "build").write_text("a file where a folder must be")
    done = run_ahil("build", "--quick", root=tiny)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and done.stderr.count("\n") <= 2


def test_two_builds_of_one_tree_are_the_same_to_the_byte(tiny: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    shutil.copytree(tiny, other, symlinks=True)
    east = {"TZ": "Asia/Tashkent", "LANG": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1800000000"}
    west = {
        "TZ": "America/Lima",
        "LANG": "en_US.UTF-8",
        "PYTHONHASHSEED": "2",
        "SOURCE_DATE_EPOCH": "1800000000",
    }
    for root, env in ((tiny, east), (other, west)):
        assert run_ahil("build", root=root, **env).returncode == 0
    assert fingerprint(tiny / "site") == fingerprint(other / "site")
    assert (tiny / "dist/SHA256SUMS").read_text() == (other / "dist/SHA256SUMS").read_text()


def test_the_whole_content_is_built_without_a_finding(built: Built) -> None:
    assert built.code == 0, built.said


def test_no_canary_reaches_a_learner(built: Built) -> None:
    """Trainers' text and answers are left out of the source: they are in no learner's page, index, PDF or ZIP."""
    trainers = [path for path in built.site.rglob("*") if path.is_file() and "trainer" in path.name]
    learners = [path for path in built.site.rglob("*") if path.is_file() and "trainer" not in path.name]
    assert any(CANARY in told(path) for path in trainers), "the canaries were not planted"
    assert [path for path in learners if CANARY in told(path) or CANARY_IN_CYRILLIC in told(path)] == []
    for copy in built.dist.glob("*-learner.zip"):
        with zipfile.ZipFile(copy) as archive:
            names = archive.namelist()
            assert not [name for name in names if "trainer" in name.rsplit("/", 1)[-1] and "guide" not in name]
            for word in (CANARY, CANARY_IN_CYRILLIC):
                assert not [name for name in names if word.encode() in archive.read(name)]


def told(path: Path) -> str:
    """The words of a file; of a PDF those that are on paper."""
    if path.suffix == ".pdf":
        done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
        return done.stdout.decode("utf-8", "replace")
    return path.read_bytes().decode("utf-8", "replace")


def test_copies_open_from_a_folder_and_are_listed_with_their_sums(built: Built, tmp_path: Path) -> None:
    sums = dict(reversed(line.split("  ")) for line in (built.dist / "SHA256SUMS").read_text().splitlines())
    names = {path.name for path in built.dist.glob("*.zip")}
    assert set(sums) == names and len(names) == 7
    for name in names:
        content = (built.dist / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == sums[name]
        with zipfile.ZipFile(built.dist / name) as archive:
            assert f"{name.removesuffix('.zip')}/index.html" in archive.namelist()
