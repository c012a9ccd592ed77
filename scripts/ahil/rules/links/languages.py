"""Whether every page says its language and is in it."""

import posixpath
from collections.abc import Iterator, Sequence

from ahil.model.site import Doc, Flaw, Ref
from ahil.rules.links.address import FOUND
from ahil.rules.links.codes import is_language_tag, primary, same_language, script, usual_script
from ahil.rules.links.layout import Layout, layout_of
from ahil.rules.links.web import Use, Web, flaws, rule


@rule("LK601", "LK602")
def page_language(web: Web) -> Iterator[Flaw]:
    """LK601: ``<html>`` does not say its language. LK602: it says another one than its folder.

    A screen reader then reads Russian with an English voice, and a browser offers to translate Uzbek into
    Uzbek. Write ``<html lang="ru">`` in ``ru/``.
    """
    layout = layout_of(web)
    told = sum(1 for _, doc in web.site.pages() if doc.lang)
    for number, doc in web.site.pages():
        if doc.refreshes or not _is_page(doc):
            continue
        expected = layout.language_of(doc.path)
        if not doc.lang:
            if layout.many or doc.lang == "" or told * 2 > len(web.numbers):
                yield Flaw("LK601", number, None, (("lang", expected or "…"),))
        elif expected and layout.many and not _fits(doc.lang, expected, layout):
            where = layout.folder_of(doc.path) + "/"
            yield Flaw(
                "LK602",
                number,
                _lang_ref(doc.lang),
                (("lang", doc.lang), ("expected", expected), ("folder", where)),
            )


def _lang_ref(lang: str) -> Ref:
    return Ref("lang", "html", "lang", lang, lang)


def _fits(lang: str, expected: str, layout: Layout) -> bool:
    if primary(lang) != primary(expected):
        return not is_language_tag(lang)  # said by the rule for codes
    if script(lang) and not script(expected) and script(lang) != usual_script(lang):
        return False
    return layout.same(lang, expected)


def _is_page(doc: Doc) -> bool:
    """Tokens that search engines ask for and 404.html are no pages of a language."""
    name = posixpath.basename(doc.path)
    return name != "404.html" and not name.startswith(("google", "yandex_")) and bool(doc.title or doc.ids or doc.lang)


@rule("LK603", "LK604")
def language_code(web: Web) -> Iterator[Flaw]:
    """LK603: no such language code (``uzb``, ``ru_RU``, ``english``). LK604: two statements of a page disagree.

    Programs know ``uz``, ``ru``, ``en``, ``uz-Cyrl``. ``lang`` and ``xml:lang`` must be equal.
    """
    for use in web.uses("lang"):
        ref = use.ref
        if ref.tag == "meta":
            yield from _meta_disagrees(web, use)
        elif (ref.href and not is_language_tag(ref.href)) or (
            not ref.href and ref.tag != "html" and ref.attr == "hreflang"
        ):
            yield from flaws("LK603", use)
        elif ref.attr == "xml:lang" and ref.tag == "html" and ref.text and not same_language(ref.href, ref.text):
            yield from flaws("LK604", use, lang=ref.text)


def _meta_disagrees(web: Web, use: Use) -> Iterator[Flaw]:
    for flaw in flaws("LK604", use):
        doc = web.site.docs[int(flaw.doc)]
        said = use.ref.href.split(",")[0].strip()
        if doc.lang and said and "," not in use.ref.href and primary(said) != primary(doc.lang):
            yield flaw._replace(gaps=(*flaw.gaps, ("lang", doc.lang)))


@rule("LK605", "LK606")
def text_in_another_language(web: Web) -> Iterator[Flaw]:
    """LK605: the page shows a fallback in another language and does not say so. LK606: one block does.

    Put ``lang="en"`` on the element that holds the English text, so that it is read with the right voice and
    the reader is told.
    """
    for number, doc in web.site.pages():
        if not doc.strangers:
            continue
        first = doc.strangers[0]
        if doc.mostly:
            gaps = (("lang", doc.lang), ("found", doc.mostly))
            yield Flaw("LK605", number, _block(first.tag, first.text), gaps, about=doc.mostly)
            continue
        for block in doc.strangers[:8]:
            yield Flaw(
                "LK606",
                number,
                _block(block.tag, block.text),
                (("lang", doc.lang), ("found", block.lang), ("text", _short(block.text))),
            )


def _block(tag: str, text: str) -> Ref:
    return Ref("text", tag, "", text)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"


@rule("LK611", "LK612")
def leaves_the_language(web: Web) -> Iterator[Flaw]:
    """LK611: a link of the text leads to a page in another language and does not say so. LK612: it says another one.

    The reader is suddenly on a page she cannot read. Link to the page in her language; if the other language is
    meant, write ``hreflang="ru"`` on the link.
    """
    layout = layout_of(web)
    if not layout.many:
        return
    here = [layout.language_of(doc.path) for doc in web.site.docs]
    for use in web.uses("link", "frame", "relation", kinds={FOUND}):
        target = use.target
        there = layout.language_of(target.path)
        if not there or (not use.ref.more and _stays(here, there, use.docs)):
            continue
        said = use.ref.get("hreflang")
        if said is not None:
            if is_language_tag(said) and not layout.same(said, there) and not _entrance(layout, target.path):
                yield from flaws("LK612", use, said=said, there=there)
            continue
        if use.ref.region == "switch" or names_language(web, use, there) or _entrance(layout, target.path):
            continue
        holders = [n for n in use.docs if _leaves(layout, web.site.docs[n], there)]
        yield from flaws("LK611", use._replace(docs=holders), there=there, page=target.path)


@rule("LK613")
def picture_of_another_language(web: Web) -> Iterator[Flaw]:
    """A page shows a picture with words of another language, though its own exists (``tree.en.svg``, ``tree.uz.svg``).

    The reader cannot read it. Show the picture of the page's language.
    """
    layout = layout_of(web)
    for use in web.uses("image", "media") if layout.many else ():
        path = use.target.path
        there = layout.language_of(path) if use.target.kind == FOUND else ""
        for flaw in flaws("LK613", use, there=there) if there else ():
            here = layout.language_of(web.site.docs[int(flaw.doc)].path)
            own = next((one for one in layout.in_language(path, here) if one in web.site.files), path)
            if here and not layout.same(here, there) and own != path:
                yield flaw._replace(gaps=(*flaw.gaps, ("own", own)))


def _stays(here: list[str], there: str, docs: Sequence[int]) -> bool:
    return here[docs[0]] == there and (len(docs) == 1 or all(here[number] == there for number in docs))


def _leaves(layout: Layout, doc: Doc, there: str) -> bool:
    here = layout.language_of(doc.path)
    return bool(here) and doc.html and not doc.refreshes and not layout.same(here, there) and _is_page(doc)


def _entrance(layout: Layout, path: str) -> bool:
    """The root of a site whose languages are all in folders, and files that belong to no language."""
    if path.endswith((".html", ".htm")):
        return not layout.root and not layout.folder_of(path)
    return layout.is_neutral(path)


def names_language(web: Web, use: Use, there: str) -> bool:
    """Whether the text of the link names the language it leads to."""
    words, code = web.site.words, primary(there)
    text = " ".join(use.ref.text.casefold().split())
    if text in words.languages.get(code, ()) or use.ref.get("lang"):
        return True
    return any(word in text for word in words.in_language.get(code, ()))
