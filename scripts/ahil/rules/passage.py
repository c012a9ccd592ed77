"""Running words of one file in one language; what is not language is blanked, so that columns stay true."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ahil.model.lang import Lang
from ahil.model.spot import Spot
from ahil.model.text import Prose

HIDDEN = re.compile(
    r"(?=[`~<({hw])(?:"
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[`~]*[ \t]*$"
    r"|<!--.*?-->"
    r"|(?<!`)(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"
    r"|\{\{[^}\n]*\}\}"
    r"|(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
    r"|\{:?[ ]*[#.][^}\n]*\}"
    r"|<[a-zA-Z/][^<>\n]*>"
    r"|(?:https?://|www\.)[^\s<>()]+)",
    re.DOTALL | re.MULTILINE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_NOT_BREAK = re.compile(r"[^\n]")
_UNIT = re.compile(r"\n(?=[ \t]*(?:\n|[-*+] |\d+\. |#|\||/{3,}))|\n[ \t]*/{3,}[^\n]*(?=\n)")
_LISTED = re.compile(r"\s*(?:[-*+] |\d+\. |\|)")
_SENTENCE = re.compile(r"[.!?…](?:[”“»\")\]]*)\s")


def blanked(text: str) -> str:
    """Code, comments, marks, link targets, ids, tags and addresses become spaces."""
    text = HIDDEN.sub(_blank, text)
    return _MAIL.sub(_blank, text) if "@" in text else text


def _blank(match: re.Match[str]) -> str:
    return _NOT_BREAK.sub(" ", match[0]) if "\n" in match[0] else " " * len(match[0])


def folded(text: str) -> str:
    """Lower case, ё as е, as long as the text itself: how words are compared."""
    return text.replace("İ", "I").lower().replace("ё", "е")


@dataclass(frozen=True)
class Passage:
    """``starts`` are the offsets of lines (or of values of a data file), ``spots`` where each of them stands.

    ``exact`` says that a column can be counted from a start.
    """

    path: str
    lang: Lang
    kind: str
    slug: str
    code: str
    text: str
    starts: tuple[int, ...]
    spots: tuple[Spot, ...]
    exact: bool = False

    def spot(self, at: int) -> Spot:
        """The place of an offset."""
        row = bisect_right(self.starts, at) - 1
        spot = self.spots[row]
        return spot.at(spot.line, spot.column + at - self.starts[row]) if self.exact else spot

    def has(self, word: str, *, beginning: bool = False) -> bool:
        """Whether a word (folded) stands anywhere, or a word that begins so."""
        if not beginning:
            return word in self._words
        at = bisect_left(self._sorted, word)
        return at < len(self._sorted) and self._sorted[at].startswith(word)

    @cached_property
    def low(self) -> str:
        """The text as it is compared."""
        return folded(self.text)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(re.findall(r"[^\W\d_]+", self.low))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    @cached_property
    def _units(self) -> list[int]:
        return [0, *(match.start() + 1 for match in _UNIT.finditer(self.text)), len(self.text) + 1]

    def unit_at(self, at: int) -> tuple[int, int]:
        """Start and end of the paragraph, list item, table row or value an offset stands in."""
        row = bisect_right(self._units, at)
        return self._units[row - 1], self._units[row] - 1

    def unit(self, at: int) -> str:
        """Its text."""
        start, end = self.unit_at(at)
        return self.text[start:end]

    def sentence(self, at: int) -> str:
        """The sentence of its unit an offset stands in."""
        start, end = self.unit_at(at)
        for match in _SENTENCE.finditer(self.text, start, end):
            if match.end() > at:
                return self.text[start : match.end()]
            start = match.end()
        return self.text[start:end]

    def section(self, at: int) -> str:
        """From the heading above an offset to the next; in a data file, its value."""
        if not self.exact:
            return self.unit(at)
        start = self.text.rfind("\n#", 0, at)
        end = self.text.find("\n#", at)
        return self.text[max(start, 0) : end if end >= 0 else len(self.text)]

    def context(self, at: int) -> str:
        """The unit of an offset and what stands over it: heading, title of its block, words before a list.

        A question of a quiz is understood with its answers.
        """
        if not self.exact:
            return self.unit(at)
        if "\n- [x] " in (section := self.section(at)):
            return section
        row = bisect_right(self._units, at) - 1
        heading = self.text.rfind("\n#", 0, at)
        opened = self.text.rfind("\n///", 0, at)
        above = [self._line(one) for one in (heading, opened) if one >= 0]
        units = [self.text[one:two] for one, two in zip(self._units[:row], self._units[1 : row + 1], strict=True)]
        intro = next((unit for unit in reversed(units) if unit.strip() and not _LISTED.match(unit)), "")
        unit = self.unit(at)
        return "\n".join([*above, intro, unit] if _LISTED.match(unit) else [*above, unit])

    def _line(self, at: int) -> str:
        end = self.text.find("\n", at + 1)
        return self.text[at + 1 : end if end >= 0 else len(self.text)]


def of_prose(prose: Prose, kind: str, slug: str, code: str) -> Passage:
    """The words of a Markdown file, front matter included."""
    text = blanked("\n".join(prose.lines))
    starts = [0]
    for line in prose.lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    spots = tuple(Spot(prose.path, number) for number in range(1, len(prose.lines) + 1))
    return Passage(prose.path, prose.lang, kind, slug, code, text, tuple(starts), spots, exact=True)


def of_values(path: str, lang: Lang, owner: tuple[str, str, str], values: Iterable[tuple[Spot, str]]) -> Passage:
    """The words of one language in a data file, an empty line between two values."""
    starts, spots, texts, at = [0], [Spot(path)], [""], 2
    for spot, text in values:
        starts.append(at)
        spots.append(spot)
        texts.append(blanked(text))
        at += len(text) + 2
    return Passage(path, lang, *owner, "\n\n".join(texts), tuple(starts), tuple(spots))
