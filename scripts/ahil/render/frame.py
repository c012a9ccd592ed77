"""What the page frame (``theme/web``) is told besides the page: its words and the languages there are."""

from collections.abc import Iterable, Mapping, Sequence

from ahil.model.alphabet import Edition
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.outlet import WEB, Outlet
from ahil.render.staged import Staged

NAMES = {Lang.UZ: "Oʻzbekcha", Lang.RU: "Русский", Lang.EN: "English"}
"""A language calls itself by its own name."""


def frame(
    interfaces: Mapping[Lang, Interface],
    pages: Iterable[Staged],
    outlet: Outlet = WEB,
    alphabets: Sequence[Edition] = (),
) -> dict[str, object]:
    """The value of ``config.extra.ahil``; the foot of a page links only to ``pages`` that there are.

    The first of ``alphabets`` stands at the root.
    """
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
        "alphabets": [_named(one) for one in alphabets],
        "pages": sorted({page.path for page in pages}),
    }


def _named(edition: Edition) -> dict[str, str]:
    alphabet = edition.alphabet
    folder = f"{edition.folder}/" if edition.folder else ""
    return {"folder": folder, "tag": edition.tag, "label": alphabet.label, "called": alphabet.called}
