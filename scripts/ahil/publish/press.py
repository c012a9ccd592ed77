"""WeasyPrint, warmed up once: its fonts and style sheet are parsed for all documents together."""

import gc
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyphen
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from ahil.publish.laid_page import LaidPage, broken_tables

HYPHENATION = {"uz": "hyph_uz.dic", "uz_Cyrl": "hyph_uz_Cyrl.dic"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What came out of the press: a PDF as WeasyPrint leaves it, its number of pages, and its complaints.

    ``broken`` forms' tables go on overleaf; ``empty`` is the share of the emptiest page that holds nothing.
    """

    pdf: bytes
    pages: int
    complaints: tuple[str, ...]
    broken: int = 0
    empty: float = 0.0


@dataclass(frozen=True)
class Press:
    """``theme`` holds ``print/*.css`` and ``fonts/``, ``hyphenation`` our patterns."""

    theme: Path
    hyphenation: Path

    def warm_up(self) -> None:
        """Set one line, so that forks find the fonts already read."""
        self.pages_of("<html lang=en><h1>a</h1><p>b</p></html>")
        gc.collect()

    @cached_property
    def _fonts(self) -> FontConfiguration:
        for name, file in HYPHENATION.items():
            pyphen.LANGUAGES[name] = self.hyphenation / file
            pyphen.LANGUAGES_LOWERCASE[name.lower()] = name
        return FontConfiguration()

    @cached_property
    def _styles(self) -> list[CSS]:
        """The usual style first: the looks change what it says."""
        fetcher = URLFetcher(allowed_protocols={"file"})
        names = ("print", "looks")
        return [
            CSS(filename=str(self.theme / "print" / f"{name}.css"), font_config=self._fonts, url_fetcher=fetcher)
            for name in names
        ]

    def pages_of(self, page: str) -> Sheet:
        """Set one document. Nothing is fetched: drawings are in the page."""
        with _listening() as complaints:
            document = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols={"data"})).render(
                font_config=self._fonts,
                stylesheets=self._styles,
                presentational_hints=True,
                pdf_forms=True,
                **_UA,
            )
            pdf = document.write_pdf(pdf_forms=True, uncompressed_pdf=True, **_UA)
        laid = [LaidPage.of(page) for page in document.pages]
        return Sheet(pdf, len(laid), tuple(complaints), broken_tables(laid), max(page.empty for page in laid))


_UA: Mapping[str, str] = {"pdf_variant": "pdf/ua-1"}


@contextmanager
def _listening() -> Iterator[list[str]]:
    """WeasyPrint goes on without a picture it could not draw, and says so only in its log."""
    heard: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("weasyprint")
    log.addHandler(handler)
    try:
        yield heard
    finally:
        log.removeHandler(handler)
