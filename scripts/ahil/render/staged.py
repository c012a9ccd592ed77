"""One page of the staged tree: its front matter for the theme, and its Markdown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ahil.model.lang import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A page as any generator can build it. ``facts`` is what the theme reads as ``page.meta.ahil``."""

    lang: Lang
    path: str
    title: str
    summary: str
    body: str
    facts: Mapping[str, object]

    def text(self) -> str:
        """The whole file; JSON is YAML that no title can break. The title is the theme's to show."""
        front = {"title": self.title, "summary": self.summary, "ahil": self.facts}
        lines = "\n".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value != ""
        )
        return f"---\n{lines}\n---\n\n{self.body}\n"
