"""What is to be printed, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ahil.model.alphabet import Alphabet
from ahil.model.lang import Lang
from ahil.model.spot import Fault
from ahil.model.worksheet import Orientation, Paper


class PrintKind(StrEnum):
    """Each kind of document has a layout of its own."""

    MODULE = "module"
    HANDOUT = "handout"
    WORKSHEET = "worksheet"
    LIST = "list"


class Cut(StrEnum):
    """Another form of the same paper, beside the usual one."""

    WHOLE = ""
    A4 = "a4"
    POCKET = "pocket"


class PrintEdition(StrEnum):
    """Whose copy it is: nothing meant for trainers alone stands in a learner's."""

    LEARNER = "learner"
    TRAINER = "trainer"


class Look(StrEnum):
    """In what form a text is set: on the usual sheet, for a booklet, for weak eyes, or two languages side by side."""

    USUAL = "usual"
    BOOKLET = "booklet"
    LARGE = "large"
    FACING = "facing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One PDF to make.

    ``body_html`` is the page of that edition without its title: headings have ids, blocks are
    ``<div class="admonition say">``. ``figures`` are its drawings, SVG text by the ``src`` they are shown
    with. ``page_url`` is where the same page stands on the web, and where the QR code leads; empty when the
    site has no address. ``source`` is the file to correct when something does not fit. ``written_in`` is
    the language of the text where it is not yet translated into ``lang``. ``cut`` names another form of it: an
    A3 sheet on A4 pages, a handout as cards for the pocket. ``beside`` is the language of a second text, which
    stands in elements ``section``. ``alphabet`` is that of Uzbek words, ``papers`` the folder of an edition in
    another alphabet than that of the root.
    """

    kind: PrintKind
    lang: Lang
    code: str
    title: str
    body_html: str
    source: str
    edition: PrintEdition = PrintEdition.LEARNER
    written_in: Lang | None = None
    summary: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)
    page_url: str = ""
    edition_code: str = ""
    edition_date: date | None = None
    draft: bool = False
    sensitive: bool = False
    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.PORTRAIT
    look: Look = Look.USUAL
    cut: Cut = Cut.WHOLE
    beside: Lang | None = None
    alphabet: Alphabet = Alphabet.LATIN
    papers: str = ""

    @property
    def tongue(self) -> Lang:
        """The language the text is really in: it decides hyphenation, and the voice that reads aloud."""
        return self.written_in or self.lang

    @property
    def tag(self) -> str:
        """What the file says of its language: Uzbek with its alphabet."""
        return self.alphabet.tag if self.tongue is Lang.UZ else self.tongue.tag

    @property
    def name(self) -> str:
        """Where it stands in the site: ``print/uz/m03-trainer.pdf``, ``print/uz/w01-a4.pdf``."""
        suffix = "" if self.look is Look.USUAL else f"-{self.look}"
        suffix += f"-{self.cut}" if self.cut else ""
        suffix += "-list" if self.kind is PrintKind.LIST else ""
        suffix += "-trainer" if self.edition is PrintEdition.TRAINER else ""
        return f"print/{self.papers or self.lang}/{self.code.lower()}{suffix}.pdf"


@dataclass(frozen=True, slots=True)
class Printed:
    """One PDF that was made, or taken from the cache; of no pages when ``faults`` kept it from being made."""

    name: str
    pages: int
    size: int
    cached: bool
    faults: tuple[Fault, ...] = ()
