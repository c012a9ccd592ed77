"""The index A–Z: what the search box is to a reader without scripts."""

import html
from collections.abc import Iterable

from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.render.address import relative
from ahil.render.alphabet import sort_key
from ahil.render.staged import Staged

HERE = "az.md"
_TWO_LETTERS = ("oʻ", "gʻ", "sh", "ch")
_NOT_LETTERS = "“”«»‘’\"'(…"


def az_page(pages: Iterable[Staged], interface: Interface) -> Staged:
    """Every learner's page of this language under its first letter, as a staged page of its own."""
    lang = interface.lang
    listed = [page for page in pages if page.lang is lang and page.facts.get("edition") != "trainer"]
    listed.sort(key=lambda page: sort_key(page.title.strip(_NOT_LETTERS), lang))
    letters: dict[str, list[str]] = {}
    for page in listed:
        letters.setdefault(first_letter(page.title, lang), []).append(_line(page))
    anchors = {letter: f"az-{number}" for number, letter in enumerate(letters, 1)}
    row = "".join(f'<li><a href="#{anchors[letter]}">{html.escape(letter)}</a></li>' for letter in letters)
    parts = [f'<ul class="az-letters">{row}</ul>']
    parts += [f"## {letter} {{ #{anchors[letter]} }}\n\n" + "\n".join(lines) for letter, lines in letters.items()]
    return Staged(
        lang=lang,
        path=HERE,
        title=interface.say("web.az_title"),
        summary=interface.say("web.az_summary"),
        body="\n\n".join(parts),
        facts={"kind": "page", "draft": False},
    )


def first_letter(title: str, lang: Lang) -> str:
    """The letter a title stands under: oʻ gʻ sh ch are letters in Uzbek; digits stand under #."""
    word = title.strip(_NOT_LETTERS)
    letters = 2 if lang is Lang.UZ and word[:2].casefold() in _TWO_LETTERS else 1
    letter = word[:letters].replace("ё", "е").replace("Ё", "Е")
    return (letter[:1].upper() + letter[1:].lower()) if letter[:1].isalpha() else "#"


def _line(page: Staged) -> str:
    code = page.facts.get("code")
    title = f"{page.title} · {code}" if code else page.title
    return f"- [{title}]({relative(page.path, HERE)})"
