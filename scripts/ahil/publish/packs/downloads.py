"""What stands in ``dist`` → the pages that list it, in three languages."""

import os
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from ahil.model.alphabet import Alphabet
from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.publish.packs.packing import FORMATS, read_editions
from ahil.publish.stylesheet import squeeze
from ahil.render.address import spoken, titled
from ahil.render.packs.downloads import PAGES, Download, downloads_page

CYRILLIC = Alphabet.CYRILLIC.called
FIRST = ("copies", "single", "epub", "zim", "kit", "booklet", "large", "bilingual", "docx", "scorm", "moodle")
"""The order on the page: what most people look for comes first."""
assert set(FIRST) == {"copies", *FORMATS}


def lay_downloads(dist: Path, curriculum: Curriculum, interfaces: Mapping[Lang, Interface], theme: Path) -> None:
    """Write the pages into ``dist``; they lead to files beside and below them."""
    css = squeeze("".join((theme / "packs" / f"{name}.css").read_text("utf-8") for name in ("single", "downloads")))
    titles = _titles(curriculum)
    editions = read_editions(dist / "packs")
    for lang, page in PAGES.items():
        groups = {
            key: list(_copies(dist, interfaces[lang]) if key == "copies" else _packs(dist, key, lang, titles, editions))
            for key in FIRST
        }
        (dist / page).write_text(downloads_page(interfaces[lang], groups, css), "utf-8", newline="\n")


def keep_packs(old: Path, new: Path) -> None:
    """Let the packs of the old ``dist`` stand in the new one too: a build makes copies, not packs."""
    if (old / "packs").is_dir():
        shutil.copytree(old / "packs", new / "packs", copy_function=_linked)


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _titles(curriculum: Curriculum) -> dict[tuple[str, Lang], str]:
    """What is called ``m03`` in each language."""
    titles: dict[tuple[str, Lang], str] = {}
    for lang in Lang:
        for module in curriculum.modules.values():
            titles[module.code, lang] = f"{module.facts.id} {titled(module.words, lang)}"
        for handout in curriculum.handouts.values():
            titles[handout.code, lang] = f"{handout.facts.id} {titled(handout.words, lang)}"
        for sheet in curriculum.worksheets.values():
            titles[sheet.code, lang] = f"{sheet.facts.id} {spoken(sheet.facts.title, lang)}"
    return titles


def _copies(dist: Path, interface: Interface) -> Iterator[Download]:
    for kind, name in (
        ("learner", f"{interface.lang}-learner"),
        ("trainer", f"{interface.lang}-trainer"),
        ("all", "all"),
    ):
        path = dist / f"ahil-{name}.zip"
        if path.is_file():
            yield _download(path, dist, interface.say(f"downloads.copy-{kind}"), "")


def _packs(
    dist: Path, key: str, lang: Lang, titles: Mapping[tuple[str, Lang], str], editions: Mapping[str, str]
) -> Iterator[Download]:
    """The files of a format; the left language of facing editions finds them in the folders of the others."""
    folders = [dist / "packs" / one / key for one in Lang if one is lang or (key == "bilingual" and lang is Lang.UZ)]
    for path in sorted(path for folder in folders for path in folder.glob("*") if not path.name.startswith(".")):
        code, _, rest = path.stem.partition("-")
        title = titles.get((code, lang), path.name)
        detail = rest.removesuffix("trainer").strip("-").replace("-", "–") if key in {"kit", "bilingual"} else ""
        detail = CYRILLIC if rest == "cyrl" else detail
        named = f"{title} ({detail})" if detail else title
        yield _download(path, dist, named, editions.get(path.relative_to(dist / "packs").as_posix(), ""))


def _download(path: Path, dist: Path, title: str, edition: str) -> Download:
    content = path.read_bytes()
    href = path.relative_to(dist).as_posix()
    digest = sha256(content).hexdigest()
    return Download(href, title, len(content), edition or digest[:6], digest, "-trainer" in path.name)
