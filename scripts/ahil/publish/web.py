"""The browser's share of a build: the stylesheet and the search index, in a folder MkDocs takes as theme."""

import shutil
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.outlet import WEB, Outlet
from ahil.publish.stylesheet import compose, words_of
from ahil.render.agenda_data import agenda_script
from ahil.render.search_script import search_files
from ahil.render.staged import Staged

STYLES = "assets/ahil.css"
_SHED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


def lay_web(theme: Path, out: Path) -> None:
    """Write the stylesheet of a site into ``out``, to stand first among the folders of the theme."""
    _write(out / STYLES, stylesheet(theme))


def lay_search(
    pages: Iterable[Staged],
    curriculum: Curriculum,
    interfaces: Mapping[Lang, Interface],
    out: Path,
    outlet: Outlet = WEB,
) -> None:
    """Write what the search box asks for; pages that are gone leave nothing behind."""
    pages = tuple(pages)
    shutil.rmtree(out / "search", ignore_errors=True)
    for lang in outlet.langs:
        for path, text in search_files(pages, curriculum, interfaces[lang], outlet):
            _write(out / path, text)


def lay_agendas(curriculum: Curriculum, interfaces: Mapping[Lang, Interface], out: Path, outlet: Outlet = WEB) -> None:
    """Write the data of the agenda builder, a trainers' tool."""
    for lang in outlet.langs if outlet.trainers else ():
        _write(out / f"agenda/{lang}.js", agenda_script(curriculum, interfaces[lang], outlet))


def stylesheet(theme: Path) -> str:
    """Material's styles as far as our templates can meet them, and ours (``theme/web/assets/web.css``)."""
    templates = sorted(
        path for path in theme.rglob("*") if path.suffix in (".html", ".js") and "vendor" not in path.parts
    )
    return compose(material_styles(), (theme / "assets/web.css").read_text("utf-8"), words_of(templates))


def material_styles() -> str:
    """The main stylesheet of the installed Material."""
    spec = find_spec("material")
    root = Path(next(iter(spec.submodule_search_locations or ()))) if spec else Path()
    found = sorted((root / "templates/assets/stylesheets").glob("main.*.min.css"))
    return found[0].read_text("utf-8")


def is_shed(path: str) -> bool:
    """Whether a file of the parent theme (or a source of ours) stays out of the site."""
    return path.startswith(_SHED) or path == "assets/web.css" or path.endswith(".map")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
