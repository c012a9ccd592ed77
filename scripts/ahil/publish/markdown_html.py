"""Staged Markdown → HTML with the site's own extensions, remembered between runs."""

from hashlib import sha256
from pathlib import Path

import markdown
from mkdocs.config.defaults import MkDocsConfig


class Typesetter:
    """``memory`` keeps what was converted, by the hash of the text and of the extensions."""

    def __init__(self, config: MkDocsConfig, memory: Path) -> None:
        self._extensions = list(config.markdown_extensions)
        self._settings = dict(config.mdx_configs)
        self._memory = memory
        self._salt = f"{markdown.__version__}{self._extensions}{self._settings}"

    def html(self, text: str) -> str:
        """The body of a page; links to staged pages lead to built ones."""
        place = self._memory / f"{sha256((self._salt + text).encode()).hexdigest()}.html"
        if place.is_file():
            return place.read_text("utf-8")
        made = markdown.Markdown(extensions=self._extensions, extension_configs=self._settings).convert(text)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(made, "utf-8")
        return made
