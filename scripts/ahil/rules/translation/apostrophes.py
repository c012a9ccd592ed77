"""ʻ (U+02BB) in oʻ and gʻ, ʼ (U+02BC) elsewhere: other characters break words for readers, search and speech."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ahil.model.blocks import Part, Sheet
from ahil.model.lexicon import Knowledge, Lexicon
from ahil.model.spot import Fault

_APOSTROPHE = 1024  # as in marks, which asks this module
WRONG = "'’‘`´ʹ′ʽ＇"
_WORD = re.compile(rf"[A-Za-z]+(?:[{WRONG}ʻʼ]+[A-Za-z]*)+")
_SUFFIX = re.compile(
    r"(?:lar|i|ni|ning|ga|da|dan|gi|si|im|ing|imiz|ingiz|lik|li|siz|chi|ish|di|adi|gan|sh|ng|ma|moq|b|ladi|lar|lash)+"
)
_MARK = re.compile(rf"[{WRONG}ʻʼ]+")
_SAFE = re.compile(r"`[^`\n]+`(?!\w)|https?://\S+|\]\([^)]*\)|\{[^{}\n]*\}|<[^<>\n]*>|[\w.+-]+@[\w.-]+")


def right_word(word: str, after: str = "", before: str = "") -> str:
    """The word with the apostrophes it should have; unchanged when they may be quotation marks."""
    if re.search(rf"[a-z][{WRONG}](?:s|t|re|ve|ll|m|d)$", word) and not re.search(rf"[oOgG][{WRONG}]", word):
        return word  # English: women’s, don't
    if re.match(rf"[A-Z][{WRONG}][A-Z][a-z]", word):
        return word  # O’Brien
    return _MARK.sub(lambda match: _right(word, match, before), word)


def _right(word: str, match: re.Match[str], before: str) -> str:
    mark, previous = match[0], word[match.start() - 1 : match.start()]
    last = match.end() == len(word)
    if (
        last
        and mark[0] in WRONG
        and (previous.lower() not in "og" or before[-1:] in WRONG + "‘" or _opened(before, mark))
    ):
        return mark
    if len(mark) == 2:  # moʻʼjiza
        return "ʻʼ" if previous.lower() in "og" else mark
    return "ʻ" if previous.lower() in "og" else "ʼ"


def _opened(before: str, mark: str) -> bool:
    """Whether a quotation that such a mark would close was opened earlier."""
    opener = {"’": "‘", "'": "'", "`": "`"}.get(mark[0], mark[0])
    return re.search(rf"(?:^|[\s(«“\"]){re.escape(opener)}\w", before) is not None


def apostrophes(sheet: Sheet, knowledge: Knowledge) -> Iterator[Fault]:
    """LA301 a wrong apostrophe, LA302 a lost one."""
    if sheet.lang != "uz":
        return
    for line, text in _lines(sheet, knowledge):
        yield from _wrong(sheet, line, _SAFE.sub(lambda match: " " * len(match[0]), text))
        yield from _lost(sheet, line, text, knowledge)


def _lines(sheet: Sheet, knowledge: Knowledge) -> Iterator[tuple[int, str]]:
    for block in sheet.blocks:
        if block.kind not in ("code", "math", "snippet"):
            for part in block.parts:
                if _doubtful(part, knowledge):
                    yield from enumerate(part.raw.split("\n"), block.line)
    for entry in sheet.front:
        if _doubtful(entry.part, knowledge):
            yield entry.line, entry.said.replace("\n", " ")


_ANY = re.compile(f"[{WRONG}]")


def _doubtful(part: Part, knowledge: Knowledge) -> bool:
    if _ANY.search(part.raw) is not None or knowledge.marks[part.tokens] & _APOSTROPHE != 0:
        return True
    return "oʻ " in part.raw or not knowledge.apostrophes.keys().isdisjoint(part.tokens)


_APART = re.compile(r"(?<![\wʻʼ])[A-Za-z]{0,2}[oO]ʻ (?=[a-z])[a-zʻʼ]+")


def _wrong(sheet: Sheet, line: int, text: str) -> Iterator[Fault]:
    for match in _WORD.finditer(text):
        right = right_word(match[0], text[match.end() :], text[: match.start()])
        if right != match[0]:
            gaps = {"have": match[0], "want": right}
            yield Fault("LA301", sheet.spot(line, match.start() + 1), gaps)
    for match in _APART.finditer(text) if "oʻ " in text else ():
        gaps = {"have": match[0], "want": match[0].replace(" ", "")}
        yield Fault("LA301", sheet.spot(line, match.start() + 1), gaps)


def _lost(sheet: Sheet, line: int, text: str, knowledge: Knowledge) -> Iterator[Fault]:
    lost = knowledge.lexicon.apostrophe_lost
    for match in re.finditer(r"(?<![\w`/.@#:{-])[A-Za-z]{3,}(?![\w'’‘`ʻʼ@/.-]*[@/}])", text):
        if right := right_lost(match[0].lower(), lost) or knowledge.apostrophes.get(match[0], ""):
            yield Fault("LA302", sheet.spot(line, match.start() + 1), {"have": match[0], "want": right})


def right_lost(word: str, lost: Mapping[str, str]) -> str:
    """The word with the apostrophe it lost, if it is one of those known, alone or with endings; or nothing."""
    if word in lost:
        return lost[word]
    for end in range(len(word) - 1, 4, -1):
        if word[:end] in lost:
            return lost[word[:end]] + word[end:] if _SUFFIX.fullmatch(word[end:]) else ""
    return ""


def learn(sheets: Iterable[Sheet], lexicon: Lexicon) -> dict[str, str]:
    """Words that stand once or twice without the apostrophe they have everywhere else in the tree."""
    counts: Counter[str] = Counter()
    for sheet in sheets:
        for block in sheet.blocks:
            for part in block.parts:
                counts.update(part.tokens)
    learned = {}
    for word, many in counts.items():
        if ("ʻ" in word or "ʼ" in word) and many >= 3:
            bare = word.replace("ʻ", "").replace("ʼ", "")
            if len(bare) >= 5 and 0 < counts.get(bare, 0) * 8 <= many and not _real(bare.lower(), lexicon):
                learned[bare] = word
    return learned


def _real(word: str, lexicon: Lexicon) -> bool:
    """A word in its own right, alone or with endings."""
    if word in lexicon.english or word in lexicon.shared:
        return True
    return any(
        word[:end] in lexicon.real_pairs and (end == len(word) or _SUFFIX.fullmatch(word[end:]) is not None)
        for end in range(2, len(word) + 1)
    )


def put_right(text: str) -> str:
    """Uzbek Markdown with its apostrophes right; code, addresses and attributes stay as they are."""
    out, fence = [], False
    for line in text.split("\n"):
        if re.match(r"\s*(?:```|~~~)", line):
            fence = not fence
        out.append(line if fence else _line_right(line))
    return "\n".join(out)


def _line_right(line: str) -> str:
    masked = _SAFE.sub(lambda match: "\0" * len(match[0]), line)
    return "".join(_pieces(line, masked))


def _pieces(line: str, masked: str) -> Iterator[str]:
    end = 0
    for match in _WORD.finditer(masked):
        yield line[end : match.start()]
        yield right_word(match[0], masked[match.end() :], masked[: match.start()])
        end = match.end()
    yield line[end:]
