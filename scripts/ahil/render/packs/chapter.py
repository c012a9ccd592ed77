"""One text of the learners' edition, as every pack takes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ahil.model.lang import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A module, handout or page in the language it is written in, its body set as HTML.

    ``here`` is where it stands in the folder of its language (``modules/dialogue/index.html``): links of ``body``
    are relative to it. ``figures`` are the drawings by the ``src`` they are shown with. ``note`` is a sentence of
    HTML about the state of the translation, or nothing; ``edition`` the code that changes with the content.
    """

    here: str
    lang: Lang
    code: str
    slug: str
    title: str
    summary: str
    body: str
    figures: Mapping[str, str]
    edition: str
    note: str = ""
    draft: bool = False
    legal: bool = False
    sensitive: bool = False

    @property
    def named(self) -> str:
        """The title with the code by which people ask for it."""
        return f"{self.code} {self.title}".strip()

    @property
    def file(self) -> str:
        """A short neutral name: nothing on a telephone's screen says what the file is about."""
        return self.code.lower() or self.slug.replace("/", "-")
