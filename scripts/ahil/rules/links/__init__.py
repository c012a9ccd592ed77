"""Rules of the built site: one function a rule, its docstring its documentation."""

from collections.abc import Iterator

from ahil.model.site import Flaw, Site
from ahil.rules.links import (  # noqa: F401 - importing a family registers its rules
    anchors,
    assets,
    hreflang,
    languages,
    listings,
    mail_and_phone,
    offline,
    pdfs,
    quality,
    reach,
    redirects,
    switch,
    targets,
    texts,
)
from ahil.rules.links.web import CODES, RULES, Web

__all__ = ["CODES", "RULES", "examine"]


def examine(site: Site) -> Iterator[Flaw]:
    """Everything the rules find in a site."""
    web = Web(site)
    for one in RULES:
        yield from one(web)
