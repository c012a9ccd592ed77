"""The whole build: read, check, make everything beside, verify it, and put it in place at once."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.outlet import WEB, Outlet, copy_for
from ahil.model.print import Printed
from ahil.model.spot import Gravity, Problem
from ahil.publish.alphabets import Alphabets
from ahil.publish.examination import findings
from ahil.publish.lock import locked
from ahil.publish.markdown_html import Typesetter
from ahil.publish.offline import checksums, zip_folder
from ahil.publish.packs.downloads import keep_packs, lay_downloads
from ahil.publish.printing import PrintRoom, print_jobs
from ahil.publish.reading import Reading, edition_day, read
from ahil.publish.site import alphabets_of, build_site, site_config
from ahil.publish.site_check import check_site
from ahil.publish.swap import beside, publish, sweep
from ahil.publish.wording import our_data, put_into_words

Tell = Callable[[str], None]

STOPS = frozenset({"WO406"})
"""Findings with which nothing is published: what would be made of them is a guess."""


class Ended(IntEnum):
    """How a build ended, as the exit code of the command."""

    PUBLISHED = 0
    REFUSED = 1
    REPAIRED = 3


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a build. ``quick`` leaves out papers and copies, for looking at a page."""

    root: Path
    strict: bool = False
    quick: bool = False
    lang: Lang = Lang.EN

    @property
    def site(self) -> Path:
        """Where the web site stands."""
        return self.root / "site"

    @property
    def dist(self) -> Path:
        """Where the copies to carry stand."""
        return self.root / "dist"

    @property
    def cache(self) -> Path:
        """What may be thrown away at any time."""
        return self.root / ".cache"


@dataclass(slots=True)
class Outcome:
    """How it ended and why."""

    ended: Ended
    problems: list[Problem] = field(default_factory=list)


def build(order: Order, tell: Tell) -> Outcome:
    """Publish, or leave everything as it was. Raises ``Busy`` while another build is at work."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with locked(order.root / "build" / "lock"):
        for place in (order.site, order.dist):
            sweep(place)
        reading = read(order.root, compared=True)
        problems = [problem for problem in findings(reading, order.lang) if problem.gravity is not Gravity.INFO]
        if problems and (order.strict or any(problem.code in STOPS for problem in problems)):
            return Outcome(Ended.REFUSED, problems)
        dead_ends = _make(order, reading, tell)
        problems += dead_ends
        if any(problem.gravity is Gravity.ERROR for problem in dead_ends) or (problems and order.strict):
            return Outcome(Ended.REFUSED, problems)
        _put_in_place(order)
        return Outcome(Ended.REPAIRED if problems else Ended.PUBLISHED, problems)


def _make(order: Order, reading: Reading, tell: Tell) -> list[Problem]:
    """Everything beside; the problems of what was built, which no reader may meet."""
    say = reading.interfaces[order.lang].say
    new = beside(order.site)
    config = site_config(order.root, new, WEB)
    warnings = build_site(config, reading)
    tell(say("build.site", pages=sum(1 for _ in new.rglob("*.html"))))
    for line in warnings:
        logging.getLogger("ahil").warning(line)
    if order.quick:
        return []
    printed = _print(order, reading, new)
    made = sum(not one.cached for one in printed)
    tell(say("build.papers", made=made, kept=len(printed) - made))
    problems = put_into_words([fault for one in printed for fault in one.faults], order.lang)
    problems += check_site(new, site_url=config.site_url or None, origins=order.root, lang=order.lang)
    problems += _copies(order, reading, new)
    tell(say("build.copies", names=", ".join(sorted(path.name for path in beside(order.dist).glob("*.zip")))))
    return problems


def _print(order: Order, reading: Reading, new: Path) -> Sequence[Printed]:
    from ahil.publish.day_packs import lay_day_packs
    from ahil.publish.pdf import print_all  # the press takes a second to load: a quick look needs none

    config = site_config(order.root, new, WEB)
    setter = Typesetter(config, order.cache / "markdown")
    alphabets = alphabets_of(config)
    room = PrintRoom(reading, setter, config.site_url or "", edition_day(order.root), alphabets)
    printed = print_all(list(print_jobs(room)), new, order.cache / "print")
    lay_day_packs(reading.curriculum, new, alphabets)
    return printed


def _copies(order: Order, reading: Reading, new: Path) -> list[Problem]:
    """The copies to carry, each looked through as it will be opened: from a folder."""
    dist = beside(order.dist)
    dist.mkdir(parents=True)
    problems: list[Problem] = []
    for name, outlet in copies():
        folder = order.root / "build" / "copies" / name
        shutil.rmtree(folder, ignore_errors=True)
        config = site_config(order.root, folder, outlet, f"build/docs-{name}")
        build_site(config, reading)
        for papers in _papers(outlet, alphabets_of(config)):
            _add_papers(new / papers, folder / papers, trainers=outlet.trainers)
        problems += check_site(folder, offline=True, origins=order.root, lang=order.lang)
        zip_folder(folder, dist / f"{name}.zip", name)
    zip_folder(new, dist / "ahil-all.zip", "ahil-all")
    (dist / "SHA256SUMS").write_text(checksums(dist.glob("*.zip")), "ascii")
    keep_packs(order.dist, dist)
    lay_downloads(dist, reading.curriculum, reading.interfaces, our_data().parent / "theme")
    return problems


def copies() -> Iterator[tuple[str, Outlet]]:
    """Every copy by name: a learner's and a trainer's in each language."""
    for lang in Lang:
        for trainers in (False, True):
            yield f"ahil-{lang}-{'trainer' if trainers else 'learner'}", copy_for(lang, trainers=trainers)


def _papers(outlet: Outlet, alphabets: Alphabets) -> Iterator[str]:
    """The folders of PDFs that belong into a copy: one a language, and one an alphabet."""
    for lang in outlet.langs:
        yield from (f"print/{one.papers}" for one in alphabets.editions) if lang is Lang.UZ else (f"print/{lang}",)


def _add_papers(source: Path, target: Path, *, trainers: bool) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for pdf in source.glob("*.pdf"):
        if trainers or not pdf.stem.endswith("-trainer"):
            shutil.copyfile(pdf, target / pdf.name)


def _put_in_place(order: Order) -> None:
    if not order.quick:
        publish(beside(order.dist), order.dist)
    publish(beside(order.site), order.site)


def said(interface: Interface, outcome: Outcome) -> str:
    """The last line of a build: what has become of the site."""
    key = {Ended.REFUSED: "build.refused", Ended.REPAIRED: "build.repaired"}.get(outcome.ended)
    return interface.say(key, count=len(outcome.problems)) if key else ""
