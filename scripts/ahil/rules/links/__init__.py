"""Rules of the built site: one function a rule, its docstring its documentation."""

from collections.abc import Iterator
from importlib import import_module

from ahil.model.site import Flaw, Site
from ahil.rules.links.web import CODES, RULES, Web

__all__ = ["CODES", "RULES", "examine"]

FAMILIES = (
    "targets",
    "assets",
    "anchors",
    "redirects",
    "listings",
    "pdfs",
    "mail_and_phone",
    "offline",
    "languages",
    "hreflang",
    "switch",
    "sitemap_languages",
    "texts",
    "pictures",
    "quality",
    "reach",
)
for family in FAMILIES:
    import_module(f"ahil.rules.links.{family}")  # registers its rules


def examine(site: Site) -> Iterator[Flaw]:
    """Everything the rules find in a site."""
    web = Web(site)
    for one in RULES:
        yield from one(web)
