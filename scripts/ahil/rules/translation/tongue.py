"""Which language some words are in, judged by letters and by the small words that hold sentences together."""

import re
from collections.abc import Iterable, Sequence

from ahil.model.blocks import Part, Sheet
from ahil.model.lexicon import Knowledge
from ahil.model.translation import Pair
from ahil.rules.translation.marks import CYRILLIC, EN_SMALL, ENGLISH, LATIN, NAME, UZ_CYRILLIC, UZ_SMALL, UZBEK

_CYR = "а-яёА-ЯЁўқғҳЎҚҒҲіїєґІЇЄҐ"
WORD = re.compile(rf"[A-Za-zÀ-ɏ{_CYR}ʻʼ]+(?:[’'‘`ʻʼ‑-][A-Za-zÀ-ɏ{_CYR}ʻʼ]+)*")
_ANY_CYR = re.compile(f"[{_CYR}]")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“]*“|\"[^\"]*\"|\([^()]*\)|\[[^\[\]]*\]|‘[^’]*’(?!\w)")
_SOFT = re.compile(r"(?<![\w*])\*([^*\s][^*]*?)\*(?![\w*])|(?<![\w_])_([^_\s][^_]*?)_(?![\w_])")
ADDRESS = re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b|\b\w*_\w*\b|(?:\b[\w.-]+)?/(?:[\w.*-]+/?)*")
_SENTENCE = re.compile(r"(?<=[.!?…:;])\s+")


def words_of(text: str) -> list[str]:
    """The words, without numbers and signs."""
    return WORD.findall(text)


def is_cyrillic(word: str) -> bool:
    """Whether a word has a Cyrillic letter."""
    return _ANY_CYR.search(word) is not None


def spoken(text: str, knowledge: Knowledge, *, guess: bool = False) -> str:
    """``en``, ``ru``, ``uz``, ``uz-Cyrl``, or nothing when the words do not tell, unless a ``guess`` will do."""
    words = words_of(ADDRESS.sub(" ", text) if "." in text or "/" in text or "_" in text else text)
    found = spoken_words(words, knowledge)
    latin = guess and not found and len(words) >= 5 and not any(knowledge.marks[word] & CYRILLIC for word in words)
    return knowledge.identify(text) if latin else found


def spoken_words(words: Sequence[str], knowledge: Knowledge) -> str:
    """The same for words."""
    marks = [knowledge.marks[word] for word in words]
    cyrillic = sum(1 for mark in marks if mark & CYRILLIC)
    if cyrillic * 2 > len(marks):
        marked = sum(1 for mark in marks if mark & UZ_CYRILLIC)
        return "uz-Cyrl" if marked and marked * 12 >= cyrillic else "ru"
    return "" if cyrillic * 3 > len(marks) else _latin([mark for mark in marks if not mark & NAME])


def _latin(marks: list[int]) -> str:
    many = len(marks)
    uz = sum(1 for mark in marks if mark & (UZ_SMALL | UZBEK))
    en = sum(1 for mark in marks if mark & EN_SMALL)
    plain = sum(1 for mark in marks if mark & ENGLISH)
    if many >= 4 and ((en >= 0.2 * many and en > uz) or (plain >= 0.5 * many and plain > 2 * uz)):
        return "en"
    if uz > en and uz >= 0.2 * many and (uz >= 2 or many < 4):
        return "uz"
    return "en" if 0 < many < 4 and plain == many and not uz else ""


def unquoted(part: Part, lang: str, knowledge: Knowledge) -> str:
    """The words without what is quoted, bracketed or set in italics, unless the whole is."""
    text = part.words
    text = whole = ADDRESS.sub(" ", text) if "." in text or "_" in text or "/" in text else text
    if "*" in part.raw or "_" in part.raw:
        for found in _SOFT.finditer(part.raw):
            text = text.replace(found[1] or found[2], " ", 1)
    outer = _QUOTED.sub(" , ", text)
    if outer == whole:
        return outer
    native = [word for word in words_of(outer) if bool(knowledge.marks[word] & CYRILLIC) == (lang == "ru")]
    if len(native) >= 2 or not words_of(outer):
        return outer if native and (lang != "uz" or spoken(outer, knowledge) != "en") else whole
    return whole


def sentences(text: str) -> Iterable[str]:
    """One by one."""
    return _SENTENCE.split(" ".join(text.split()))


def page_tongue(sheet: Sheet, knowledge: Knowledge) -> str:
    """The language most of a page is in, judged by its first few hundred words."""
    words: list[str] = []
    for section in sheet.sections:
        for block in section.blocks:
            for part in block.parts:
                words += part.tokens
        if len(words) > 300:
            break
    marks = [knowledge.marks[word] for word in words]
    cyrillic, latin = (sum(1 for mark in marks if mark & bit) for bit in (CYRILLIC, LATIN))
    if len(words) < 8 or max(cyrillic, latin) < 0.6 * (cyrillic + latin):
        return ""
    return spoken_words(words, knowledge)


def same_and_foreign(one: Part, two: Part, pair: Pair, knowledge: Knowledge) -> bool:
    """The translation repeats the source, and its words need translating."""
    if len(one.tokens) != len(two.tokens) or not two.tokens:
        return False
    if one.tokens != two.tokens and [word.casefold() for word in one.tokens] != [
        word.casefold() for word in two.tokens
    ]:
        return False
    return needs_translation(two.tokens, pair.source.lang, pair.target.lang, knowledge)


def needs_translation(words: Sequence[str], source: str, target: str, knowledge: Knowledge) -> bool:
    """Whether words of one language cannot stay as they are in another: names and short forms can."""
    marks = [(word, knowledge.marks[word]) for word in words if not (word.isupper() and len(word) <= 6)]
    marks = [(word, mark) for word, mark in marks if not mark & NAME]
    if any(mark & CYRILLIC for _, mark in marks):
        return target != "ru" and source == "ru"
    if source == "uz":
        return any(
            (mark & UZBEK and (word[0].islower() or len(words) > 1))
            or (target == "ru" and word.islower() and len(word) >= 3)
            for word, mark in marks
        )
    if target == "ru":
        return any(len(word) >= 3 and (word[0].islower() or _common(word, knowledge)) for word, _ in marks)
    return any(
        mark & ENGLISH and len(word) >= 3 and (word[0].islower() or _common(word, knowledge)) for word, mark in marks
    )


def _common(word: str, knowledge: Knowledge) -> bool:
    """A word with a capital that is an everyday word at the beginning of a title."""
    low, english = word.lower(), knowledge.lexicon.english
    ending = len(low) >= 6 and low.endswith(knowledge.lexicon.endings["en"])
    return low in english or low.removesuffix("s") in english or ending
