"""The page that lists everything to take along: a file alone, at home in any folder, in one language."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from ahil.model.interface import Interface
from ahil.model.lang import Lang

PAGES = {Lang.UZ: "index.html", Lang.RU: "ru.html", Lang.EN: "en.html"}
NAMES = {Lang.UZ: "Oʻzbekcha", Lang.RU: "Русский", Lang.EN: "English"}


@dataclass(frozen=True, slots=True)
class Download:
    """A file: where it stands, what is in it, and how to know it."""

    href: str
    title: str
    size: int
    edition: str
    digest: str
    trainers: bool = False


def downloads_page(interface: Interface, groups: Mapping[str, Sequence[Download]], css: str) -> str:
    """Groups by the key of their name in ``downloads``, in the order given."""
    say = interface.say
    hashed = b64encode(sha256(css.encode()).digest()).decode()
    inside = "".join(_group(key, files, interface) for key, files in groups.items() if files)
    inside = inside or f"<p>{escape(say('downloads.empty'))}</p>"
    return (
        f'<!doctype html><html lang="{interface.lang.tag}"><head><meta charset="utf-8"><meta '
        f"http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hashed}'; "
        'base-uri \'none\'; form-action \'none\'"><meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(say('downloads.title'))}</title><style>{css}</style></head><body>"
        f"<header><h1>{escape(say('downloads.title'))}</h1><p>{escape(say('downloads.about'))}</p>"
        f'<p class="notice">{escape(say("downloads.care"))}</p>{_languages(interface)}</header>'
        f"<main>{inside}</main></body></html>\n"
    )


def _languages(interface: Interface) -> str:
    links = " · ".join(
        f'<a href="{page}" lang="{lang.tag}" hreflang="{lang.tag}">{NAMES[lang]}</a>'
        if lang is not interface.lang
        else f'<strong lang="{lang.tag}">{NAMES[lang]}</strong>'
        for lang, page in PAGES.items()
    )
    return f'<nav aria-label="{escape(interface.say("web.language"))}"><p>{links}</p></nav>'


def _group(key: str, files: Iterable[Download], interface: Interface) -> str:
    say = interface.say
    head = "".join(f'<th scope="col">{escape(say(f"downloads.{name}"))}</th>' for name in ("file", "size", "edition"))
    title = escape(say(f"downloads.{key}"))
    rows = "".join(_row(one, title, interface) for one in files)
    return (
        f'<section><h2 id="{key}">{title}</h2><p>{escape(say(f"downloads.{key}-how"))}</p>'
        f'<div class="wide" role="region" tabindex="0" aria-label="{title}"><table><thead><tr>{head}'
        f'<th scope="col">SHA-256</th></tr></thead><tbody>{rows}</tbody></table></div></section>'
    )


def _row(one: Download, group: str, interface: Interface) -> str:
    """The link says aloud to which group it belongs: a module is there in many forms."""
    marked = f" <em>({escape(interface.say('downloads.trainers'))})</em>" if one.trainers else ""
    named = f"{escape(one.title)}: {group}"
    size = interface.say("downloads.kilobytes", n=-(-one.size // 1024))
    return (
        f'<tr><th scope="row"><a href="{escape(one.href)}" aria-label="{named}">{escape(one.title)}</a>{marked}</th>'
        f"<td>{size}</td><td>{escape(one.edition)}</td><td><code>{one.digest}</code></td></tr>"
    )
