"""A module as one file that opens anywhere: nothing is fetched, nothing runs but what its own policy names."""

import json
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from selectolax.lexbor import LexborHTMLParser

from ahil.model.interface import Interface
from ahil.render.packs.body import Lead, drawn, inline, led, scrolling
from ahil.render.packs.chapter import Chapter

QUIZ_WORDS = ("right", "wrong", "choose", "score")


@dataclass(frozen=True, slots=True)
class Dress:
    """The style sheet and the script that go into every file."""

    css: str
    script: str


def single_page(chapter: Chapter, interface: Interface, dress: Dress, lead: Lead) -> str:
    """The whole file. Styles and script are named in its policy by their hashes: any other is refused."""
    body = led(drawn(chapter.body, chapter.figures, inline("drawing-")), lead)
    return (
        f'<!doctype html><html lang="{chapter.lang.tag}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(dress)}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(chapter.named)}</title><style>{dress.css}</style></head><body>"
        f'<a class="skip" href="#main">{escape(interface.say("web.skip"))}</a>{head(chapter, interface)}'
        f'{_contents(body, interface)}<main id="main">{scrolling(body, interface.say("web.table"))}</main>'
        f"{_foot(chapter, interface)}{_words(interface)}<script>{dress.script}</script></body></html>\n"
    )


def _policy(dress: Dress) -> str:
    return (
        f"default-src 'none'; style-src '{_hashed(dress.css)}'; script-src '{_hashed(dress.script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def head(chapter: Chapter, interface: Interface) -> str:
    """What stands above the text, with what a reader should know of it first."""
    say = interface.say
    kind = " · ".join(part for part in (chapter.code, say("module.learner-edition")) if part)
    summary = f'<p class="summary">{escape(chapter.summary)}</p>' if chapter.summary else ""
    said = [
        say(f"web.{key}")
        for key, wanted in (("draft", chapter.draft), ("legal", chapter.legal), ("care", chapter.sensitive))
        if wanted
    ]
    notices = "".join(f'<p class="notice">{escape(words)}</p>' for words in said) + chapter.note
    return f'<header><p class="kind">{escape(kind)}</p><h1>{escape(chapter.title)}</h1>{summary}{notices}</header>'


def _contents(body: str, interface: Interface) -> str:
    rows = "".join(
        f'<li><a href="#{node.attributes["id"]}">{escape(node.text(deep=True).strip())}</a></li>'
        for node in LexborHTMLParser(body).css("h2[id]")
    )
    title = escape(interface.say("print.contents"))
    return f'<nav aria-label="{title}"><details><summary>{title}</summary><ul>{rows}</ul></details></nav>'


def _foot(chapter: Chapter, interface: Interface) -> str:
    edition = f"Ahil · {interface.say('web.edition')} {chapter.edition}"
    return f"<footer><p>{escape(edition)}</p><p>{escape(interface.say('web.licence'))}</p></footer>"


def _words(interface: Interface) -> str:
    """What the self-check says; data, so that the script is the same in every language."""
    said = json.dumps({key: interface.say(f"web.quiz_{key}") for key in QUIZ_WORDS}, ensure_ascii=False)
    return (
        f"<noscript><p>{escape(interface.say('web.quiz_without'))}</p></noscript>"
        f'<script type="application/json" id="words">{said.replace("<", chr(92) + "u003c")}</script>'
    )
