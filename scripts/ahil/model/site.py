"""A built site as its files say it: what is there, and every reference one file makes to another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Ref(NamedTuple):
    """One reference as its author typed it; equal references of one folder are one value.

    ``role`` says what a browser does with it: link, form, cite, image, media, track, frame, script, style,
    icon, manifest, preload, css, import, relation, canonical, alternate, card, refresh, idref, lang, and
    listings: sitemap, search, feed, robots, pdf.
    """

    role: str
    tag: str
    attr: str
    href: str
    text: str = ""
    region: str = ""
    more: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """Another attribute of the same tag, if it was kept."""
        return next((value for key, value in self.more if key == name), None)


class Stranger(NamedTuple):
    """A block of text in another language than its page says, without a ``lang`` of its own."""

    tag: str
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Doc:
    """A file that refers to others: a page, a style sheet, a drawing, a listing or a PDF."""

    path: str
    html: bool = False
    lang: str | None = None
    title: str = ""
    base: str | None = None
    ids: frozenset[str] = frozenset()
    twice: tuple[str, ...] = ()
    noindex: bool = False
    draft: bool = False
    refreshes: bool = False
    strangers: tuple[Stranger, ...] = ()
    mostly: str = ""  # the language of nearly all of the text, when it is not the page's own
    words: str = ""  # the text without spaces, kept only where a text fragment points


class Reading(NamedTuple):
    """What one file gave: its facts and its references in order."""

    doc: Doc
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """A PDF: how many pages, and the names of its destinations."""

    pages: int
    names: frozenset[str]


class Unread(NamedTuple):
    """A file that could not be read, and why in one word of ``data/messages``."""

    path: str
    why: str
    line: int = 1


class Asset(NamedTuple):
    """A file that is shown or downloaded: its size, what its bytes are, and whether its end is there."""

    size: int
    kind: str = ""
    as_named: bool = True
    whole: bool = True


@dataclass(frozen=True, slots=True)
class LinkWords:
    """Words by which rules recognise vague texts, names of languages, drafts (``data/link-words.yml``)."""

    vague: frozenset[str] = frozenset()
    vague_alt: frozenset[str] = frozenset()
    top: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    draft: frozenset[str] = frozenset()
    languages: Mapping[str, frozenset[str]] = field(default_factory=dict)
    in_language: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sentence: Mapping[str, frozenset[str]] = field(default_factory=dict)


Uses = Mapping[str, Mapping[Ref, Sequence[int]]]
"""The folder, or for ``#…`` the page, a reference starts from → the reference → the numbers of the docs with it."""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the rules may know; nothing here is read from the disk again."""

    files: Mapping[str, Asset]
    folders: frozenset[str]
    docs: tuple[Doc, ...]
    uses: Uses
    booklets: Mapping[str, Booklet] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    words: LinkWords = LinkWords()
    url: str | None = None
    offline: bool = False

    def pages(self) -> Iterator[tuple[int, Doc]]:
        """The HTML pages with their numbers."""
        return ((number, doc) for number, doc in enumerate(self.docs) if doc.html)


class Flaw(NamedTuple):
    """What a rule found in a doc; the line is looked up later, and only for what is reported."""

    code: str
    doc: int | str
    ref: Ref | None = None
    gaps: tuple[tuple[str, object], ...] = ()
    other: str | None = None
    about: str = ""  # what it leads to: equal on every page that has the same fault from the template
