"""Titles of works in their own language, marked so that a voice reads them rightly."""

import html
import re

from ahil.model.lang import Lang

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_UZBEK = re.compile(r"[ʻʼ]")


def cited(title: str, reader: Lang) -> str:
    """The title as inline HTML. Our registers hold Russian, Uzbek and English titles: their letters tell them apart."""
    lang = Lang.RU if _CYRILLIC.search(title) else Lang.UZ if _UZBEK.search(title) else Lang.EN
    words = html.escape(title, quote=False)
    return words if lang is reader else f'<cite lang="{lang.tag}">{words}</cite>'


def in_language(words: str, lang: Lang, reader: Lang) -> str:
    """Markdown words in the language they are in, said where it is not the reader's."""
    return words if lang is reader else f'<span lang="{lang.tag}">{words}</span>'
