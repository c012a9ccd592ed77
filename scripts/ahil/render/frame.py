"""What the page frame (``theme/web``) is told besides the page: its words and the languages there are."""

from collections.abc import Mapping

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.outlet import WEB, Outlet

NAMES = {Lang.UZ: "Oʻzbekcha", Lang.RU: "Русский", Lang.EN: "English"}
"""A language calls itself by its own name."""


def frame(interfaces: Mapping[Lang, Interface], outlet: Outlet = WEB) -> dict[str, object]:
    """The value of ``config.extra.ahil``."""
    words = {
        str(lang): {
            key.removeprefix("web."): text[lang] for key, text in interface.entries.items() if key.startswith("web.")
        }
        for lang, interface in interfaces.items()
    }
    return {
        "words": words,
        "langs": {str(lang): NAMES[lang] for lang in outlet.langs},
        "root_lang": str(outlet.home),
    }
