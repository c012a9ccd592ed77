"""One run of MkDocs into a folder beside the site, and the pictures, papers and scripts that belong to it."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from ahil.model.outlet import WEB, Outlet
from ahil.publish.alphabets import Alphabets
from ahil.publish.plugin import AhilPlugin
from ahil.publish.reading import Reading


def site_config(root: Path, out: Path, outlet: Outlet, staged: str = "build/docs") -> MkDocsConfig:
    """``mkdocs.yml`` of ``root`` for one outlet; the checks have been made before and are not made again."""
    said = yaml_load((root / "mkdocs.yml").open("rb"))
    plugins = [_plugin(entry, outlet, staged) for entry in said["plugins"]]
    settings: dict[str, Any] = {"site_dir": str(out), "plugins": plugins}
    if outlet is not WEB:
        settings["site_url"] = ""  # a copy has no address: nothing in it may lead to the web
    return load_config(config_file=str(root / "mkdocs.yml"), **settings)


def _plugin(entry: Any, outlet: Outlet, staged: str) -> Any:
    only = str(outlet.home) if len(outlet.langs) == 1 else None
    name, options = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
    match name:
        case "ahil":
            return {
                "ahil": {
                    **options,
                    "check": False,
                    "staged": staged,
                    "only": only,
                    "trainers": outlet.trainers,
                }
            }
        case "i18n" if only:
            return {
                "i18n": {
                    **options,
                    "build_only_locale": only,
                    "languages": _settled(options["languages"], only),
                }
            }
        case _:
            return entry


def _settled(languages: list[dict[str, Any]], only: str) -> list[dict[str, Any]]:
    return [{**one, "default": one["locale"] == only, "build": one["locale"] == only} for one in languages]


def alphabets_of(config: MkDocsConfig) -> Alphabets:
    """The alphabets in which Uzbek is shown, as ``mkdocs.yml`` says."""
    guest = config.plugins["ahil"]
    assert isinstance(guest, AhilPlugin)
    return guest.alphabets(Path(config.config_file_path or "mkdocs.yml").parent)


def build_site(config: MkDocsConfig, reading: Reading) -> list[str]:
    """Build what was read; the warnings of MkDocs are returned, for each means that a reader would meet a fault."""
    heard = _Listener()
    guest = config.plugins["ahil"]
    assert isinstance(guest, AhilPlugin)
    guest.reading = reading
    log = logging.getLogger("mkdocs")
    log.addHandler(heard)
    log.setLevel(logging.WARNING)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
        log.removeHandler(heard)
    return heard.said


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())
