"""The three languages, in the order in which readers meet them."""

from enum import StrEnum


class Lang(StrEnum):
    """A language words are written in; Uzbek is authored in today's Latin alphabet."""

    UZ = "uz"
    RU = "ru"
    EN = "en"

    @property
    def tag(self) -> str:
        """The BCP 47 tag for ``lang`` attributes and PDFs."""
        return {"uz": "uz-Latn", "ru": "ru", "en": "en-GB"}[self.value]
