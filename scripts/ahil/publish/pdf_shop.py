"""Where print is made: its words, fonts and styles, and the names under which its work is kept."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from ahil.load.interface import read_interface
from ahil.model.alphabet import Alphabet
from ahil.model.interface import Interface
from ahil.model.lang import Lang
from ahil.model.print import PrintJob
from ahil.publish.inventory import spellings
from ahil.publish.press import Press
from ahil.publish.wording import our_data
from ahil.render.uzbek.paper import interface_in
from ahil.render.uzbek.text import conversion

_TOOLS = ("weasyprint", "pydyf", "pikepdf", "pyphen", "fonttools", "segno", "selectolax")
_PROGRAMS = (
    *("render/print_body.py", "render/print_page.py", "render/pocket_page.py", "render/qr.py"),
    *(
        "publish/press.py",
        "publish/laid_page.py",
        "publish/pdf.py",
        "publish/pdf_fit.py",
        "publish/pdf_finish.py",
        "publish/pdf_fields.py",
    ),
)
_WORDS = ("print.", "module.", "month.", "date.")


@dataclass(frozen=True)
class Shop:
    """Where the words, fonts and styles of print are; everything a PDF depends on besides its job."""

    data: Path
    theme: Path

    @cached_property
    def press(self) -> Press:
        """The press of this process."""
        return Press(self.theme, self.data / "hyphenation")

    @cached_property
    def interfaces(self) -> Mapping[Lang, Interface]:
        """The words around the text."""
        return read_interface((self.data / "words.yml").read_text("utf-8"))

    @cached_property
    def stamp(self) -> bytes:
        """Changes when any PDF could come out differently: tools, programs, words, fonts, styles."""
        package = Path(__file__).resolve().parent.parent
        files = [*sorted(self.theme.glob("fonts/*.ttf")), *sorted(self.theme.glob("print/*.css"))]
        files += sorted(self.data.glob("hyphenation/*.dic"))
        files += [package / program for program in _PROGRAMS]
        digest = hashlib.sha256(" ".join(f"{tool} {version(tool)}" for tool in _TOOLS).encode())
        entries = self.interfaces[Lang.EN].entries
        words = {key: dict(said) for key, said in entries.items() if key.startswith(_WORDS)}
        digest.update(json.dumps(words, sort_keys=True).encode())
        for file in files:
            digest.update(hashlib.sha256(file.read_bytes()).digest())
        return digest.digest()

    def words(self, job: PrintJob) -> Interface:
        """The words around the text of a job, in its language and alphabet."""
        spoken = self.interfaces[job.tongue]
        return spoken if job.alphabet is Alphabet.LATIN else _in_alphabet(spoken, self.data, job.alphabet)

    def key(self, job: PrintJob) -> str:
        """The name of a job's PDF in the cache."""
        told = json.dumps(asdict(job), default=str, sort_keys=True, ensure_ascii=False)
        if job.alphabet is not Alphabet.LATIN:
            told += json.dumps(_printed(self.words(job)), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(self.stamp + told.encode()).hexdigest()


def _printed(interface: Interface) -> dict[str, str]:
    return {key: said.get(Lang.UZ, "") for key, said in interface.entries.items() if key.startswith(_WORDS)}


_made: dict[tuple[Lang, Path, Alphabet], Interface] = {}


def _in_alphabet(interface: Interface, data: Path, alphabet: Alphabet) -> Interface:
    """Converted once: every paper of an edition says the same words."""
    name = (interface.lang, data, alphabet)
    if name not in _made:
        convert = conversion(alphabet, spellings(data.parent)[0])
        _made[name] = interface_in(interface, alphabet, convert)
    return _made[name]


def our_shop() -> Shop:
    """The words and styles of this repository."""
    data = our_data()
    return Shop(data, data.parent / "theme")
