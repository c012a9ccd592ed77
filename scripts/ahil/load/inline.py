"""Words with what stands among them: links, images, code, marks, footnotes, tags, emphasis, quantities."""

import html
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from sys import intern

from ahil.model.blocks import Link, Part, Quantity

Quantities = Callable[[str, str], tuple[Quantity, ...]]

_SIGNS = (*"`{[<*_:+$%=~^\\&@", "www.")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_MARK = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\$\{\w+\}|%\(\w+\)[sdif]|(?<![\w%])%[sd](?!\w)|\{[A-Za-z_]\w*\}|\{\d*\}|<<\w+>>|\[\[[^\]\n]+\]\]|(?<![\w$])\$[A-Z][A-Z_]+\b"
)
_TARGET = r"\(\s*(<[^>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(\"[^\"]*\"|'[^']*'|\([^)]*\)))?\s*\)"
_TEXT = r"\[((?:[^\[\]]|\[(?:[^\[\]])*\])*)\]"
_IMAGE = re.compile("!" + _TEXT + _TARGET)
_LINK = re.compile(r"(?<!!)" + _TEXT + _TARGET)
_BY_NAME = re.compile(r"(!?)" + _TEXT + r"\s?\[([^\[\]]*)\]|(!?)\[([^\[\]\n]+)\](?![\[(:])")
_AUTO = re.compile(r"<((?:https?|ftp|tel|mailto):[^>\s]+|[\w.+-]+@[\w.-]+\.\w+)>")
_BARE = re.compile(r"(?<![\w/\"'=(])(?:https?://|www\.)[^\s<>()\[\]«»“”\"]*[^\s<>()\[\]«»“”\".,;:!?'’]")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_FOREIGN = re.compile(r"<(span|q|cite|i|em|bdi|abbr|p|div|small)\b[^>]*\blang=[^>]*>.*?</\1>", re.S | re.I)
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_ATTR = re.compile(r"\{:?\s*((?:[#.][\w:-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}]+)|\s)+)\}")
_KEYS = re.compile(r"\+\+[\w\"+-]+\+\+")
_ICON = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])")
_MATH = re.compile(r"(?<![\\$\w])\$(?=[^\s$\d])[^$\n]*[^\s$]\$(?![\w$])|\\\(.+?\\\)")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.S)
_SOFT = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])([^*]+?)(?<=[^\s*\\])\*(?!\*)|(?<![\w_\\])_(?=[^\s_])([^_]+?)(?<=[^\s_\\])_(?![\w_])",
    re.S,
)
_LOW = re.compile(r"(?<=\w)([~^])(?![~^])[\w+-]{1,5}\1(?![~^])")
_OTHERS = re.compile(r"(==|~~|\^\^)(?=\S)(.+?)(?<=\S)\1", re.S)


def inline_reader(quantities: Quantities) -> Callable[[str, str, Mapping[str, str] | None], Part]:
    """Make the function that turns Markdown text of a language into a part; equal texts are read once."""

    @lru_cache(maxsize=50_000)
    def cached(raw: str, lang: str) -> Part:
        return _Reading(raw, {}).part(lang, quantities)

    def read(raw: str, lang: str, names: Mapping[str, str] | None = None) -> Part:
        if names and "[" in raw:
            return _Reading(raw, names).part(lang, quantities)
        return cached(raw, lang)

    return read


class _Reading:
    """One pass over a text: each find leaves ``self.text`` shorter, so that nothing is counted twice."""

    def __init__(self, raw: str, names: Mapping[str, str]) -> None:
        self.raw, self.text, self.names = raw, raw, names
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.drawn: list[str] = []

    def part(self, lang: str, quantities: Quantities) -> Part:
        if not any(sign in self.raw for sign in _SIGNS):
            return self._simple(lang, quantities)
        codes = self._take("`", _CODE, 2)
        marks = self._marks()
        notes = self._take("[^", _NOTE, 1)
        self._images_and_links()
        attrs = tuple(" ".join(sorted(found.split())) for found in self._take("{", _ATTR, 1))
        foreign = self._foreign()
        tags = tuple(_tag(tag) for tag in self._take("<", _TAG, 0))
        signs = (
            self._take("++", _KEYS, 0)
            + (self._take(":", _ICON, 0) if self.text.count(":") > 1 else ())
            + (self._take("", _MATH, 0) if "$" in self.text or "\\(" in self.text else ())
        )
        strong = self._emphasis()
        loose = self._loose()
        plain = html.unescape(self.text) if "&" in self.text else self.text
        mails = tuple(mail.lower() for mail in _MAIL.findall(plain)) if "@" in plain else ()
        without = _MAIL.sub(" ", plain) if mails else plain
        return Part(
            raw=self.raw, plain=plain, words=without,
            tokens=tokens(without), links=tuple(self.links), images=tuple(self.images), codes=codes,
            marks=marks, notes=notes, tags=tags, attrs=attrs, signs=(*signs, *self.drawn), mails=mails, strong=strong, loose=loose, rich=self.text != self.raw or bool(loose or mails),  # noqa: E501
            quantities=quantities(without + foreign, lang) if _counts(without + foreign) else (),
        )  # fmt: skip

    def _simple(self, lang: str, quantities: Quantities) -> Part:
        found = quantities(self.raw, lang) if _counts(self.raw) else ()
        return Part(raw=self.raw, plain=self.raw, words=self.raw, tokens=tokens(self.raw), quantities=found)

    def _take(self, sign: str, pattern: re.Pattern[str], group: int) -> tuple[str, ...]:
        if sign not in self.text:
            return ()
        found: list[str] = []

        def keep(match: re.Match[str]) -> str:
            found.append(match[group].strip())
            return " " + "\n" * match[0].count("\n")

        self.text = pattern.sub(keep, self.text)
        return tuple(found)

    def _marks(self) -> tuple[str, ...]:
        if not any(sign in self.text for sign in ("{", "%", "$", "<<", "[[")):
            return ()
        return tuple(_spaced(mark) for mark in self._take("", _MARK, 0))

    def _line(self, match: re.Match[str]) -> int:
        return match.string.count("\n", 0, match.start())

    def _images_and_links(self) -> None:
        if "](" in self.text or "] (" in self.text:
            self.text = _IMAGE.sub(self._image, self.text) if "![" in self.text else self.text
            self.text = _LINK.sub(self._link, self.text)
        if self.names and "[" in self.text:
            self.text = _BY_NAME.sub(self._named, self.text)
        if "<" in self.text:
            self.text = _AUTO.sub(self._auto, self.text)
        if "://" in self.text or "www." in self.text:
            self.text = _BARE.sub(self._auto, self.text)

    def _image(self, match: re.Match[str]) -> str:
        self.images.append(self._made(match))
        return " " + "\n" * match[0].count("\n")

    def _link(self, match: re.Match[str]) -> str:
        self.links.append(self._made(match))
        return match[1]

    def _made(self, match: re.Match[str]) -> Link:
        title = match[3][1:-1].strip() if match[3] else ""
        return Link(match[2].strip("<>"), match[1].strip(), self._line(match), title=title)

    def _named(self, match: re.Match[str]) -> str:
        words = match[2] if match[2] is not None else match[5]
        name = (match[3] or words).lower()
        if name not in self.names:
            return match[0]
        link = Link(self.names[name], words.strip(), self._line(match))
        image = bool(match[1] or match[4])
        (self.images if image else self.links).append(link)
        return " " if image else words

    def _auto(self, match: re.Match[str]) -> str:
        target = match[1] if match.re is _AUTO else match[0]
        self.links.append(Link(target, "", self._line(match), bare=True))
        return " "

    def _foreign(self) -> str:
        """What is marked as another language is read for its numbers only."""
        if "lang=" not in self.text:
            return ""
        found = " ".join(match[0] for match in _FOREIGN.finditer(self.text))
        self.text = _FOREIGN.sub(lambda match: match[0].split(">")[0] + ">" + "</" + match[1] + ">", self.text)
        return " " + _TAG.sub(" ", found)

    def _emphasis(self) -> int:
        strong = 0
        if "**" in self.text or "__" in self.text:
            self.text, strong = _STRONG.subn(r"\2", self.text)
            self.text, more = _STRONG.subn(r"\2", self.text)
            strong += more
        if "*" in self.text or "_" in self.text:
            self.text = _SOFT.sub(lambda match: match[1] or match[2], self.text)
        if any(sign in self.text for sign in ("==", "~~", "^^")):
            self.text = _OTHERS.sub(self._other, self.text)
        if "~" in self.text or "^" in self.text:
            self.drawn += [match[0] for match in _LOW.finditer(self.text)]
        return strong

    def _other(self, match: re.Match[str]) -> str:
        self.drawn.append(match[1])
        return match[2]

    def _loose(self) -> tuple[str, ...]:
        """Signs whose partner is lost, so that a reader would see them."""
        text = re.sub(r"\\.", "", self.text) if "\\" in self.text else self.text
        found = [
            sign
            for sign in ("**", "~~", "`")
            if sign in text and not (sign == "**" and re.search(r"\d\s*\*\*\s*\d", text))
        ]
        if "](" in text or re.search(r"\]\s+\((?:https?:|\.{0,2}/|[\w/-]+\.(?:md|html|pdf|svg|png))", text):
            found.append("[…](…)")
        if re.search(r"(?:^|\s)\*\w[^*\n]*$|(?:^|\s)_\w[^_\n]*$", text) and text.count("*") + text.count("_") == 1:
            found.append("*")
        return tuple(found)


def _spaced(mark: str) -> str:
    """``{{place}}`` and ``{{ place }}`` are one mark."""
    if mark.startswith(("{{", "{%")):
        return f"{mark[:2]} {' '.join(mark[2:-2].split())} {mark[-2:]}"
    return " ".join(mark.split())


_WORDED = ("title", "alt", "lang", "xml:lang", "hreflang", "dir", "style", "placeholder", "summary", "content", "label")


def _tag(tag: str) -> str:
    """A tag by its name and its attributes, without those that are words."""
    name = re.match(r"</?[\w-]+", tag)
    inner = tag[len(name[0]) if name else 0 :].rstrip("/> ")
    pairs = re.findall(r"[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?", inner)
    kept = sorted(" ".join(pair.split()) for pair in pairs if not _is_worded(pair.split("=")[0].lower()))
    return (name[0].lower() if name else tag) + "".join(" " + pair.replace("'", '"') for pair in kept)


def _is_worded(name: str) -> bool:
    return name in _WORDED or name.startswith("aria-")


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text; equal words are one object, for a tree repeats most of them."""
    return tuple(map(intern, _WORD.findall(text)))


def _counts(text: str) -> bool:
    return (not text.isascii() and any(half in text for half in "½¼¾⅓⅔")) or _DIGIT.search(text) is not None


_DIGIT = re.compile(r"\d")
_LETTERS = "A-Za-zÀ-ɏЀ-ԯʻʼ"
_WORD = re.compile(rf"[{_LETTERS}]+(?:[’'‘`ʻʼ‑-][{_LETTERS}]+)*")
