"""The language switch must lead to the same page in the other language."""

from collections.abc import Iterator

from ahil.model.site import Doc, Flaw
from ahil.rules.links.address import FOUND
from ahil.rules.links.codes import is_language_tag, primary
from ahil.rules.links.layout import Layout, layout_of
from ahil.rules.links.web import Use, Web, rule


@rule("LK631", "LK632")
def switch_elsewhere(web: Web) -> Iterator[Flaw]:
    """LK631: the switch leads to another page than the counterpart. LK632: it lacks a language the page exists in.

    A reader who changes the language in the middle of a module must stay in that module. Point the switch to the
    same page; if it is not translated, to the start page of that language.
    """
    layout = layout_of(web)
    if not layout.many:
        return
    links: dict[int, list[tuple[Use, str]]] = {}
    names = {name for names in web.site.words.languages.values() for name in names}
    named = [use for text, uses in web.texts.items() if text.casefold() in names for use in uses if not use.ref.more]
    for use in (*web.qualified, *named):
        lang = _switches_to(web, layout, use)
        for number in dict.fromkeys(use.docs) if lang else ():
            if _has_language(layout, web.site.docs[number]):
                links.setdefault(number, []).append((use, str(lang)))
    for number, found in links.items():
        for use, lang in found:
            if _is_switch(layout, layout.language_of(web.site.docs[number].path), use, lang, found):
                yield from _elsewhere(web, layout, number, use, lang)
    yield from _lacking(web, layout, {number: {lang for _, lang in found} for number, found in links.items()})


def _has_language(layout: Layout, doc: Doc) -> bool:
    return doc.html and not doc.refreshes and not doc.path.endswith("404.html") and bool(layout.language_of(doc.path))


def _is_switch(layout: Layout, own: str, use: Use, lang: str, found: list[tuple[Use, str]]) -> bool:
    """A link that names the page's own language is a switch only beside one that names another."""
    if use.ref.region == "switch" or not layout.same(own, lang):
        return True
    return any(one.ref.region == use.ref.region and not layout.same(own, other) for one, other in found)


def _switches_to(web: Web, layout: Layout, use: Use) -> str | None:
    """The language a link of the switch promises; none when the link is not one of the switch."""
    ref = use.ref
    said = ref.get("hreflang") or ""
    if ref.region not in {"switch", "nav", "header", "footer", "aside", "body"}:
        return None
    text = " ".join(ref.text.casefold().split())
    named = next((code for code, names in web.site.words.languages.items() if text in names), None)
    if ref.region != "switch" and named is None:
        return None
    if said and not is_language_tag(said):
        return None
    lang = said or _edition(layout, use, named)
    return lang if lang and layout.folder_for(lang) is not None else None


def _edition(layout: Layout, use: Use, named: str | None) -> str | None:
    """A name alone does not tell the alphabet, the page it leads to does."""
    there = layout.language_of(use.target.path) if use.target.kind == FOUND else ""
    return there if named and there and primary(there) == primary(named) else named


def _elsewhere(web: Web, layout: Layout, number: int, use: Use, lang: str) -> Iterator[Flaw]:
    doc = web.site.docs[number]
    folder = layout.folder_for(lang) or ""
    if use.target.kind != FOUND:
        return
    there = layout.language_of(use.target.path) or lang
    if use.ref.get("hreflang") and not layout.same(there, lang):
        return  # LK612 says so
    meant = layout.counterpart(doc.path, folder)
    target = web.final(use.target.path)
    home = f"{folder}/index.html" if folder else "index.html"
    if target == meant or (meant not in web.numbers and target == home):
        return
    if meant not in web.numbers:
        if layout.folder_of(target) == folder:
            return
        meant = home
    yield Flaw("LK631", number, use.ref, (("href", use.ref.href), ("lang", lang), ("meant", meant)), about=target)


def _lacking(web: Web, layout: Layout, offered: dict[int, set[str]]) -> Iterator[Flaw]:
    """A page without any switch is left alone when most have none: the site may offer another way."""
    pages = [(number, doc) for number, doc in web.site.pages() if _switching(web, layout, doc)]
    if 2 * sum(number in offered for number, _ in pages) < len(pages):
        return
    for number, doc in pages:
        langs = offered.get(number, set())
        for folder, page in layout.translations(doc.path).items():
            lang = layout.language_of(page)
            if page not in web.stubs and not any(layout.same(lang, one) for one in langs):
                yield Flaw("LK632", number, None, (("lang", lang), ("page", page)), about=folder)


def _switching(web: Web, layout: Layout, doc: Doc) -> bool:
    if doc.refreshes or doc.path.endswith("404.html") or not layout.language_of(doc.path):
        return False
    return bool(layout.translations(doc.path))
