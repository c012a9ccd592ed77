"""Letters that only look right, characters nobody sees, text that went through a wrong encoding."""

import re
import unicodedata
from collections.abc import Iterator

from ahil.model.blocks import Block, Entry, Part, Sheet
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.rules.translation.fault import short
from ahil.rules.translation.marks import LONE_LATIN, MIXED, ODD, SHORT_CYRILLIC

_CYR, _LAT = "Ѐ-ԯ", "A-Za-zÀ-ɏ"
_MIXED = re.compile(rf"(?=[{_CYR}{_LAT}ʻʼ]*[{_CYR}])(?=[{_CYR}{_LAT}ʻʼ]*[{_LAT}])[{_CYR}{_LAT}ʻʼ]+")
_LONE = re.compile(rf"(?<=[{_CYR},»] )([aceopxykui])(?= [{_CYR}«\d])|(?:^|(?<=[.!?] ))([ABCKOYaceokyu])(?= [а-яё«])")
_TWINS = re.compile(r"(?<![\w-])[аАеЕоОсСрРхХуУкКМТВНіІјѕ]+(?![\w-])")
_GREEK = re.compile(rf"[{_CYR}{_LAT}]+[Ͱ-Ͽ]+[{_CYR}{_LAT}]*|[Ͱ-Ͽ]+[{_CYR}{_LAT}]+")
_STRANGE_RU = re.compile(r"\w*[іїєґІЇЄҐјљњћђџѕЅӘәіңҢөӨұҰүҮһҺ]\w*")
_NEW_LATIN = re.compile(r"\b\w*[öğşçıÖĞŞÇİəñ]\w*\b")
_MOJIBAKE = re.compile(
    '(?:Ð[°-¿\u0080-¿]|Ñ[\u0080-\u008f‚€ƒ„…†‡ˆ‰Š‹Œ]){2,}|[ÃÂ][\u0080-¿ ¡-¿]|â€[™œ\u009d“”˜¦"]|Ð\\S Ð|(?:Р[°±Іµ¶·ёѕїјЅ»°№]|С[‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™]){2,}'  # noqa: E501
    "|(?:[РС][\u0080-\u00bfЀ-ЏѐA-Z°-ї] ?){3,}|Ð|вЂ[”“™њќ¦]|К»|Кј|Ê[»¼]|[╨╤][\u2500-\u25ffА-я]"
)
_KOI = re.compile(r"(?<!\w)[а-яё][А-ЯЁ]{3,}|\b[А-ЯЁ]?[а-яё]{0,2}(?:[бвгджзклмнпрстфхцчшщ][А-ЯЁ]){2,}\w*")
_DIGIT = re.compile(r"(?<![\w.-])[^\W\d_]*[a-zа-яё][013][a-zа-яё]{2,}[^\W\d_]*(?![\w.])")
_FIGURES = re.compile("[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]+")
_HIDDEN = re.compile("[\u200b\u200c\u200d\u2060\u180e\u034f\u115f\u3164\ufeff]")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u009f\u2028\u2029\ue000-\uf8ff\ufff9-\ufffc]")
_LOST = re.compile(r"�|(?<![\w?])\?{4,}(?![\w?])|\w\?{2,}\w|\w+\?[а-яёa-z]+\?[а-яёa-z]+")
_PARTS = re.compile("[А-Яа-яA-Za-z][\u0300-\u036f\u0483-\u0487]")
_TWICE = re.compile(
    r"&amp;(?:\w+|#\d+);|&(?:nbsp|quot|laquo|raquo|mdash|ndash|amp|#\d+)(?!\w*;)(?=[\s\w])|\\[nrt](?=[А-Яа-яA-ZЁё])|\\u[0-9a-f]{4}|%D0%[0-9A-F]{2}(?=%)|&lt;/?\w+&gt;"
)
_SAFE = re.compile(r"`[^`]*`|https?://\S+|\]\([^)]*\)|\{[^{}\n]*\}|\{\{.*?\}\}|<[^<>\n]*>|[\w.+-]+@[\w.-]+")


def letters(sheet: Sheet, knowledge: Knowledge) -> Iterator[Fault]:
    """LA101 mixed alphabets … LA110: one finding for each kind and line."""
    for line, text in _texts(sheet, knowledge):
        masked = _SAFE.sub(lambda match: " " * len(match[0]), text) if _SAFE.search(text) else text
        yield from _spelled(sheet, line, masked)
        yield from _unseen(sheet, line, text, masked)


_DOUBT = MIXED | ODD
_SIGNS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0370-\u03ff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u009f\u2028\u2029\ue000-\uf8ff\ufff9-\ufffd"
    "\u200b-\u200f\u2060\u180e\u034f\u115f\u3164\ufeff\u202a-\u202e\u2066-\u2069\u061c\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2500-\u25ff‚†‡€‰‹™°±¶·¦\\\\]|&|\\?[^\\s»”\"')*_|]|%D0|К»|Кј|Ð|Ñ|Ã|Â|â€|[a-zа-яё][013][a-zа-яё]"
)


def _doubtful(part: Part, lang: str, knowledge: Knowledge) -> bool:
    """Whether a text is worth a closer look: nearly all are passed over by this."""
    bits = knowledge.marks[part.tokens]
    if bits & (_DOUBT | (LONE_LATIN if lang == "ru" else SHORT_CYRILLIC)):
        return True
    return _SIGNS.search(part.raw) is not None


def _texts(sheet: Sheet, knowledge: Knowledge) -> Iterator[tuple[int, str]]:
    for block in sheet.blocks:
        if block.kind in ("code", "math", "snippet"):
            yield from _code(block)
            continue
        for part in block.parts:
            if _doubtful(part, sheet.lang, knowledge) or part.images:
                yield from enumerate(part.raw.split("\n"), block.line)
    for entry in sheet.front:
        if _doubtful(entry.part, sheet.lang, knowledge):
            yield from _entry(entry)


def _code(block: Block) -> Iterator[tuple[int, str]]:
    """In code only what nobody sees is looked for."""
    for line, text in enumerate(block.raw.split("\n"), block.line + 1):
        if _HIDDEN.search(text) or _BIDI.search(text) or "�" in text:
            yield line, "".join(_HIDDEN.findall(text) + _BIDI.findall(text)) + ("�" if "�" in text else "")


def _entry(entry: Entry) -> Iterator[tuple[int, str]]:
    yield entry.line, entry.said.replace("\n", " ")


def _spelled(sheet: Sheet, line: int, text: str) -> Iterator[Fault]:
    mojibake = _MOJIBAKE.search(text)
    if mojibake:
        yield _found(sheet, "LA104", line, text, mojibake)
        return
    for match in _MIXED.finditer(text):
        if not _excused(match[0]):
            yield _found(sheet, "LA101", line, text, match)
    for match in _DIGIT.finditer(text) if sheet.lang != "en" else ():
        yield _found(sheet, "LA101", line, text, match)
    for match in _FIGURES.finditer(text):
        yield _found(sheet, "LA101", line, text, match)
    for match in _GREEK.finditer(text):
        yield _found(sheet, "LA101", line, text, match)
    if sheet.lang == "ru":
        yield from (_found(sheet, "LA102", line, text, match) for match in _LONE.finditer(text))
        yield from (
            _found(sheet, "LA103", line, text, match)
            for match in _STRANGE_RU.finditer(text)
            if not _LAT_ONLY.search(match[0])
        )
    else:
        yield from (
            _found(sheet, "LA102", line, text, match)
            for match in _TWINS.finditer(text)
            if len(match[0]) <= 3 and _among_latin(text, match)
        )
    if sheet.lang == "uz":
        yield from (
            _found(sheet, "LA105", line, text, match)
            for match in _NEW_LATIN.finditer(text)
            if not match[0][0].isupper() or match[0][1:].lower() != re.sub("[öğşçı]", "", match[0][1:].lower())
        )
    if koi := _KOI.search(text):
        yield _found(sheet, "LA104", line, text, koi)


_LAT_ONLY = re.compile(rf"[{_LAT}]")


def _among_latin(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 12) : match.start()] + text[match.end() : match.end() + 12]
    return not re.search(f"[{_CYR}]", around) and re.search("[A-Za-z]", around) is not None


def _excused(word: str) -> bool:
    """Parts joined on purpose, each in its own alphabet, are split by a hyphen and never come here; units may."""
    return len(word) == 1


def _unseen(sheet: Sheet, line: int, text: str, masked: str) -> Iterator[Fault]:
    for code, pattern, where in (
        ("LA106", _LOST, masked), ("LA107", _HIDDEN, text), ("LA108", _BIDI, text), ("LA109", _CONTROL, text), ("LA110", _PARTS, text), ("LA111", _TWICE, masked)  # noqa: E501
    ):  # fmt: skip
        match = next((each for each in pattern.finditer(where) if not _meant(code, where, each)), None)
        if match:
            yield _found(sheet, code, line, where, match)


def _meant(code: str, text: str, match: re.Match[str]) -> bool:
    """A joiner within a picture, or a stress mark: no single character has that."""
    if code == "LA110":
        return len(unicodedata.normalize("NFC", match[0])) > 1
    return code == "LA107" and match[0] == "\u200d" and _emoji(text, match)


def _emoji(text: str, match: re.Match[str]) -> bool:
    return ord(text[match.start() - 1 : match.start()] or " ") > 0x2000


def _found(sheet: Sheet, code: str, line: int, text: str, match: re.Match[str]) -> Fault:
    shown = (
        match[0]
        if match[0].strip() and match[0].isprintable()
        else " ".join(f"U+{ord(sign):04X}" for sign in match[0][:3])
    )
    around = text[max(0, match.start() - 15) : match.end() + 15]
    return Fault(code, sheet.spot(line, match.start() + 1), {"text": short(shown), "around": short(around)})
