"""The lists of languages in the sitemap must say what those in the pages say."""

from collections.abc import Iterator

from ahil.model.site import Flaw
from ahil.rules.links.address import FOUND
from ahil.rules.links.codes import is_language_tag
from ahil.rules.links.hreflang import DEFAULT
from ahil.rules.links.layout import Layout, layout_of
from ahil.rules.links.web import Use, Web, flaws, rule


@rule("LK633", "LK634")
def sitemap_alternates(web: Web) -> Iterator[Flaw]:
    """LK633: the sitemap gives a page's translation a code of another language. LK634: it leaves a translation out.

    Bad: ``<xhtml:link rel="alternate" hreflang="ru" href="https://…/en/m1.html"/>``. Search engines then show
    Russian readers the English page. Let every ``<url>`` carry the same list as its page: each language once.
    """
    layout = layout_of(web)
    if not layout.many:
        return
    lists: dict[str, list[Use]] = {}
    for use in web.uses("sitemap", kinds={FOUND}):
        code = use.ref.get("hreflang") or ""
        if use.ref.attr != "alternate" or not is_language_tag(code):
            continue
        lists.setdefault(use.ref.text, []).append(use)
        there = layout.language_of(use.target.path)
        if there and not layout.same(there, code):
            yield from flaws("LK633", use, said=code, there=there)
    for entry, uses in lists.items():
        yield from _left_out(web, layout, entry, uses)


def _left_out(web: Web, layout: Layout, entry: str, uses: list[Use]) -> Iterator[Flaw]:
    own = web.compass.target("", entry)
    codes = [use.ref.get("hreflang") or DEFAULT for use in uses]
    if own.path not in {use.target.path for use in uses}:
        return  # a list without the page itself only adds to those in the pages
    for page in layout.translations(own.path).values():
        lang, doc = layout.language_of(page), web.doc(page)
        listed = doc is not None and not (doc.noindex or doc.refreshes)
        if listed and not any(layout.same(code, lang) for code in codes):
            yield from flaws("LK634", uses[0], lang=lang, page=page, entry=entry)
