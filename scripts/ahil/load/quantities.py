"""Numbers, dates, times and phones in running text, read as each language writes them."""

import re
from collections.abc import Callable, Iterator
from itertools import product

from ahil.model.blocks import Quantity
from ahil.model.lexicon import Lexicon

_GAP = "[ \u00a0\u202f\u2009]"
_PHONE = re.compile(
    rf"(?<![\w+])(?:\+\d[\d \u00a0()\-‑–]{{6,}}\d|\(\d{{2,5}}\){_GAP}?\d[\d \u00a0\-‑]{{4,}}\d|\d{{2,3}}[ \-‑]\d{{3}}[\-‑]\d{{2}}[\-‑]\d{{2}}|\d{{3}}[\-‑]\d{{2}}[\-‑]\d{{2}})(?!\d)"  # noqa: E501
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)")
_CLOCK = re.compile(
    rf"(?<![\d:.])(\d{{1,2}})(?:[:.](\d{{2}}))?{_GAP}?([ap])\.?m\b\.?|(?<![\d:.,])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])",
    re.I,
)
_VERSION = re.compile(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d.])")
_NUMBER = re.compile(
    rf"(?<![\d])([$€£₽])?{_GAP}?((?<!\d)\d{{1,3}}(?:[ \u00a0\u202f\u2009'’]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?(?!\d)|\d+[.,]\d+|\d+)"  # noqa: E501
)
_AFTER = re.compile(rf"(?:{_GAP}|-|‑|\n)?(%|°[CС]|℃|[$€₽]|[^\W\d_][\w.ʻʼ'’]*)(?:{_GAP}([^\W\d_][\wʻʼ]*))?")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_VERBS = re.compile(r"\b(?:may|march|mar|dec)\b")
_SLASHED = re.compile(r"(?<![\d/.,])([123])/([234])(?![\d/])")
_DAYS = re.compile(rf"(\d{{4}}(?:{_GAP}?-{_GAP}?yil\w*|{_GAP}yil\w*))\s+(\d{{1,2}})[-–—‑](?=\d{{1,2}}-)")
_HALVES = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.33", "⅔": "0.67"}


def quantity_reader(lexicon: Lexicon) -> Callable[[str, str], tuple[Quantity, ...]]:
    """Make the function that reads the quantities of a text of a language."""
    month = rf"({lexicon.month})(?!\w)"
    dated = [
        (
            re.compile(
                rf"(?<!\d)(\d{{4}})(?:{_GAP}?-{_GAP}?yil\w*|{_GAP}yil\w*),?\s+(\d{{1,2}})(?:-|‑|\s){{0,2}}{month}",
                re.I,
            ),
            "ydm",
        ),
        (
            re.compile(
                rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|-?го|-?е)?(?:\s+of\s+|\s*-\s*|\s+){month},?(?:\s+(\d{{4}}))?",
                re.I,
            ),
            "dmy",
        ),
        (
            re.compile(rf"\b{month}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]),?(?:\s+(\d{{4}}))?", re.I),
            "mdy",
        ),
        (re.compile(rf"\b{month},?\s+(\d{{4}})(?!\d)", re.I), "my"),
        (re.compile(rf"(?<!\d)(\d{{4}})(?:{_GAP}?-{_GAP}?yil\w*|{_GAP}yil\w*)\s+{month}", re.I), "ym"),
    ]

    months = _Months(lexicon)

    def read(text: str, lang: str) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        if lang == "en":  # English months have capitals; “2 may differ” is no date
            text = _VERBS.sub("\n", text)
        digits = len(_DIGIT.findall(text))
        for reader in (_phones, _plain_dates, _versions) if digits >= 3 else ():
            text = reader(text, found)
        text = _times(text, found)
        if months.any(_WORDS.findall(text.lower())):
            text = _DAYS.sub(r"\2 \1 ", text)  # 2023-yil 5–9-iyun
            text = named(text, found)
        found += _numbers(text, lang, lexicon)
        return tuple(found)

    def named(text: str, found: list[Quantity]) -> str:
        for pattern, order in dated:
            text = _named_dates(text, pattern, order, lexicon, found)
        return text

    return read


class _Months(dict[str, bool]):
    """Whether a word names a month, asked once for each word."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> bool:
        self[word] = bool(self._lexicon.months(word))
        return self[word]

    def any(self, words: list[str]) -> bool:
        """Whether any of the words does."""
        return any(self[word] for word in words)


def _cut(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + "\n" * (match.end() - match.start()) + text[match.end() :]


def _take(
    text: str,
    pattern: re.Pattern[str],
    found: list[Quantity],
    make: Callable[[re.Match[str]], Quantity | None],
) -> str:
    if not pattern.search(text):
        return text
    for match in pattern.finditer(text):
        quantity = make(match)
        if quantity:
            found.append(quantity)
            text = _cut(text, match)
    return text


def _phones(text: str, found: list[Quantity]) -> str:
    def make(match: re.Match[str]) -> Quantity | None:
        digits = re.sub(r"\D", "", match[0])
        return Quantity("phone", frozenset([digits]), match[0]) if len(digits) >= 7 else None

    return _take(text, _PHONE, found, make)


def _plain_dates(text: str, found: list[Quantity]) -> str:
    def iso(match: re.Match[str]) -> Quantity:
        return Quantity("date", frozenset([(int(match[1]), int(match[2]), int(match[3]))]), match[0])

    def dotted(match: re.Match[str]) -> Quantity:
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        readings = {(year, month, day)} | ({(year, day, month)} if match[2] == "/" and day <= 12 else set())
        return Quantity("date", frozenset(readings), match[0])

    return _take(_take(text, _ISO, found, iso), _DOTTED, found, dotted)


def _times(text: str, found: list[Quantity]) -> str:
    def make(match: re.Match[str]) -> Quantity:
        if not match[3]:
            return Quantity("time", frozenset([(int(match[4]) % 24, int(match[5]))]), match[0])
        hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
        return Quantity("time", frozenset([(hour, int(match[2] or 0))]), match[0])

    return _take(text, _CLOCK, found, make)


def _versions(text: str, found: list[Quantity]) -> str:
    def make(match: re.Match[str]) -> Quantity | None:
        grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", match[0])
        return None if grouped else Quantity("version", frozenset([match[0]]), match[0])

    return _take(text, _VERSION, found, make)


def _named_dates(text: str, pattern: re.Pattern[str], order: str, lexicon: Lexicon, found: list[Quantity]) -> str:
    def make(match: re.Match[str]) -> Quantity | None:
        parts = dict(zip(order, match.groups(), strict=False))
        months = lexicon.months(parts["m"].lower())
        year = int(parts["y"]) if parts.get("y") else 0
        day = int(parts["d"]) if parts.get("d") else 0
        return (
            Quantity("date", frozenset((year, month, day) for month in months), match[0].strip()) if day <= 31 else None
        )

    return _take(text, pattern, found, make)


def _numbers(text: str, lang: str, lexicon: Lexicon) -> Iterator[Quantity]:
    for sign, value in _HALVES.items():
        text = text.replace(sign, f" {value} ") if sign in text else text
    if "/" in text:
        text = _SLASHED.sub(lambda match: f" {int(match[1]) / int(match[2]):.2g} ", text)
    for match in _NUMBER.finditer(text):
        after = _AFTER.match(text, match.end())
        words = [word.lower().rstrip(".") for word in after.groups() if word] if after else []
        scales: frozenset[object] = frozenset()
        if words and (scales := lexicon.scales(words[0])):
            words = words[1:]
        unit = _unit(match[1], words[:1], lexicon) or (_unit(None, words[1:2], lexicon) if scales else "")
        readings = frozenset(_scaled(_readings(match[2], lang), scales))
        yield Quantity("number", readings, match[0].strip(), unit)


def _unit(before: str | None, words: list[str], lexicon: Lexicon) -> str:
    for word in ([before] if before else []) + words:
        for unit in sorted(map(str, lexicon.units(word))):
            return unit
    return ""


def _scaled(values: set[float], scales: frozenset[object]) -> Iterator[float]:
    yield from (round(value * float(str(scale)), 6) for value, scale in product(values, scales or {1}))


def _readings(said: str, lang: str) -> set[float]:
    bare = re.sub("[ \u00a0\u202f\u2009'’]", "", said)
    english, other = bare.replace(",", ""), bare.replace(".", "").replace(",", ".")
    if lang == "en":
        return {float(english)} if english.count(".") <= 1 and not re.search(r",\d{1,2}$", bare) else {float(other)}
    readings = set()
    if bare.count(",") <= 1:
        readings.add(float(bare.replace(",", ".")) if bare.count(".") + bare.count(",") <= 1 else float(other))
    if re.fullmatch(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", bare):
        readings.add(float(re.sub(r"[.,]", "", bare)))
    return readings or {float(english)}
