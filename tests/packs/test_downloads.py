"""The page of downloads: every file is on it, with its size, edition and checksum, and every link leads to a file."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import TINY, lay_tree, run_ahil

from ahil.model.lang import Lang
from ahil.publish.packs.downloads import keep_packs
from ahil.publish.packs.packing import EDITIONS, read_editions
from ahil.publish.site_check import check_site
from ahil.render.packs.downloads import PAGES

FORMATS = "single,scorm,moodle,bilingual"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lay_tree(TINY, tmp_path_factory.mktemp("downloads") / "tiny")
    (root / "dist").mkdir()
    (root / "dist" / "ahil-uz-learner.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    done = run_ahil("pack", "--only", FORMATS, root=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "dist"


def test_every_pack_is_listed_with_what_tells_it(dist: Path) -> None:
    editions = read_editions(dist / "packs")
    files = [path for path in dist.rglob("*") if path.suffix in {".zip", ".xml", ".pdf"} or "/single/" in str(path)]
    pages = "".join((dist / page).read_text("utf-8") for page in PAGES.values())
    assert len(files) == 1 + 3 * 3 + 1 + 2 * 2
    for path in files:
        name = path.relative_to(dist).as_posix()
        digest = sha256(path.read_bytes()).hexdigest()
        edition = editions.get(name.removeprefix("packs/"), digest[:6])
        assert edition and re.search(
            rf'href="{name}" aria-label="[^"]+">[^<]+</a>.*?KB</td><td>{re.escape(edition)}</td><td><code>{digest}', pages.replace("КБ", "KB")
        ), name  # fmt: skip


def test_trainers_files_are_marked_and_both_folders_find_the_facing_edition(dist: Path) -> None:
    english, uzbek = ((dist / PAGES[lang]).read_text("utf-8") for lang in (Lang.EN, Lang.UZ))
    assert '">quizzes-trainer.xml</a> <em>(for trainers)</em>' in english
    assert "m01-uz-ru.pdf" in uzbek and "m01-uz-en.pdf" in uzbek and "m01-uz-en.pdf" in english


def test_no_link_of_the_pages_is_dead(dist: Path) -> None:
    assert [
        f"{one.spot} {one.code} {one.what}" for one in check_site(dist, offline=True) if "packs/" not in one.spot.path
    ] == []


def test_a_build_keeps_the_packs(dist: Path, tmp_path: Path) -> None:
    keep_packs(dist, tmp_path / "new")
    kept = {path.relative_to(tmp_path / "new").as_posix() for path in (tmp_path / "new").rglob("*") if path.is_file()}
    assert {f"packs/{EDITIONS}", "packs/SHA256SUMS", "packs/uz/single/m01.html"} < kept
    keep_packs(tmp_path / "nothing", tmp_path / "empty")
    assert not (tmp_path / "empty").exists()
