"""Our guest in MkDocs: it stages the tree before each build, so that plain ``mkdocs build`` and ``serve`` work.

Events: ``on_config`` stages and points ``docs_dir``, ``nav`` and the theme's words at what was staged;
``on_page_context`` gives each page the edit link of its true source; ``on_post_build`` writes Uzbek in its other
alphabets; ``on_serve`` watches the true sources.
"""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from ahil.model.alphabet import Alphabet, editions
from ahil.model.lang import Lang
from ahil.model.outlet import WEB, Outlet, copy_for
from ahil.publish.alphabets import Alphabets
from ahil.publish.examination import findings
from ahil.publish.inventory import spellings
from ahil.publish.reading import Reading, read
from ahil.publish.report import plain
from ahil.publish.staging import edition_code, write_tree
from ahil.publish.tree import ROOMS
from ahil.publish.web import is_shed, lay_agendas, lay_search, lay_web
from ahil.render.frame import frame
from ahil.render.navigation import navigation
from ahil.render.stage import Staging, stage

log = logging.getLogger("mkdocs.plugins.ahil")


_ALPHABET = config_options.Choice([one.value for one in Alphabet])


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs types its config loosely
    """``staged`` is where the plain tree is written; ``only`` and ``trainers`` make a copy for some readers.

    ``alphabets`` are those in which Uzbek is shown, ``alphabet`` is the one at the root.
    """

    staged = config_options.Type(str, default="build/docs")
    only = config_options.Optional(config_options.Choice([str(lang) for lang in Lang]))
    trainers = config_options.Type(bool, default=True)
    check = config_options.Type(bool, default=True)
    alphabets = config_options.ListOfItems(_ALPHABET, default=[Alphabet.LATIN.value, Alphabet.CYRILLIC.value])
    alphabet = config_options.Choice([one.value for one in Alphabet], default=Alphabet.LATIN.value)


class AhilPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Listed first in ``mkdocs.yml``."""

    def __init__(self) -> None:
        self.reading: Reading | None = None  # what a caller of ours has read already
        self._seen: object = None
        self._nav: list[Any] = []
        self._frame: dict[str, object] = {}
        self._alphabets: Alphabets | None = None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Stage once for each state of the sources; static-i18n calls this again for every language."""
        root = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        staged = root / self.config.staged
        state = _state(root)
        if state != self._seen:
            self._seen = state
            self._stage(self.reading or read(root, compared=True), staged, config)
        config.docs_dir = str(staged)
        config.nav = self._nav
        config.extra["ahil"] = self._frame
        if str(self._laid(staged)) not in config.theme.dirs:
            config.theme.dirs.insert(0, str(self._laid(staged)))
        return config

    def _stage(self, reading: Reading, staged: Path, config: MkDocsConfig) -> None:
        if self.config.check:
            for problem in findings(reading):
                log.warning(plain.report([problem]).rstrip())
        outlet = self.outlet()
        pages, files = stage(Staging(reading.curriculum, reading.interfaces, outlet, reading.coverage))
        write_tree(staged, files)
        theme = Path(config.theme.custom_dir or "theme/web")
        lay_web(theme, self._laid(staged))
        lay_search(pages, reading.curriculum, reading.interfaces, self._laid(staged), outlet)
        lay_agendas(reading.curriculum, reading.interfaces, self._laid(staged), outlet)
        self._nav, titles = navigation(
            reading.curriculum, reading.interfaces, outlet, compared=reading.coverage is not None
        )
        self._alphabets = self.alphabets(reading.root) if Lang.UZ in outlet.langs else None
        shown = self._alphabets.editions if self._alphabets else ()
        self._frame = {**frame(reading.interfaces, pages, outlet, shown), "edition": edition_code(*files.values())}
        for language in config.plugins["i18n"].config.languages:
            language.nav_translations = titles[Lang(language.locale)]

    @staticmethod
    def _laid(staged: Path) -> Path:
        """What the theme needs that is made anew for each state of the sources."""
        return staged.with_name(f"{staged.name}-theme")

    def outlet(self) -> Outlet:
        """For whom this build is."""
        if self.config.only:
            return copy_for(Lang(self.config.only), trainers=self.config.trainers)
        return WEB if self.config.trainers else Outlet(trainers=False)

    def alphabets(self, root: Path) -> Alphabets:
        """The alphabets in which Uzbek is shown, the one at the root first."""
        shown = editions(map(Alphabet, self.config.alphabets), Alphabet(self.config.alphabet))
        return Alphabets(shown, spellings(root)[0])

    @event_priority(-200)  # after static-i18n
    def on_post_build(self, *, config: MkDocsConfig, **_: Any) -> None:
        """When all languages stand: Uzbek once more in its other alphabets."""
        if self._alphabets and not config.plugins["i18n"].building:  # type: ignore[attr-defined]
            folders = [str(lang) for lang in self.outlet().langs if lang is not Lang.UZ]
            self._alphabets.lay(Path(config.site_dir), folders, config.site_url or "")

    def on_files(self, files: Files, *, config: MkDocsConfig, **_: Any) -> Files:
        """Leave out what we do not use of the parent theme."""
        return Files([file for file in files if not is_shed(file.src_uri)])

    def on_page_context(self, context: Any, *, page: Any, config: MkDocsConfig, **_: Any) -> Any:
        """Point “edit this page” at the file a person edits, not at the staged one."""
        source = (page.meta.get("ahil") or {}).get("source")
        if source and config.repo_url:
            page.edit_url = f"{config.repo_url.rstrip('/')}/{(config.edit_uri or 'edit/main/').strip('/')}/{source}"
        return context

    def on_serve(self, server: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Reload on changes of the sources; the staged tree changes because of us and is not watched."""
        root = Path(config.config_file_path).absolute().parent
        server.unwatch(config.docs_dir)
        for room in (*ROOMS, "theme"):
            if (root / room).is_dir():
                server.watch(str(root / room))
        return server


def _state(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of all sources: equal as long as nothing was touched."""
    paths = sorted(path for room in ROOMS for path in (root / room).rglob("*") if path.is_file())
    return tuple((str(path), (stat := path.stat()).st_mtime_ns, stat.st_size) for path in paths)
