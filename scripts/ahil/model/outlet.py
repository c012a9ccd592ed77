"""Where a staged tree is going: the web, or a copy for one language and one kind of reader."""

from dataclasses import dataclass

from ahil.model.lang import Lang


@dataclass(frozen=True, slots=True)
class Outlet:
    """``home`` is the language at the root of the site; ``trainers`` says whether trainers' pages are in it."""

    langs: tuple[Lang, ...] = tuple(Lang)
    home: Lang = Lang.UZ
    trainers: bool = True


WEB = Outlet()


def copy_for(lang: Lang, *, trainers: bool) -> Outlet:
    """A copy in one language; it knows nothing of the others."""
    return Outlet((lang,), lang, trainers)
