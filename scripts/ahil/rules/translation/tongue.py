"""Which language some words are in, judged by letters and by the small words that hold sentences together."""

import re
from collections.abc import Iterable

from ahil.model.blocks import Part, Sheet
from ahil.model.lexicon import Knowledge
from ahil.model.translation import Pair

CYRILLIC = "а-яёА-ЯЁўқғҳЎҚҒҲіїєґІЇЄҐ"
WORD = re.compile(rf"[A-Za-zÀ-ɏ{CYRILLIC}ʻʼ]+(?:[’'‘`ʻʼ-][A-Za-zÀ-ɏ{CYRILLIC}ʻʼ]+)*")
_CYR = re.compile(rf"[{CYRILLIC}]")
_UZ_CYR = re.compile(r"[ўқғҳЎҚҒҲ]")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“]*“|\"[^\"]*\"|\([^()]*\)|\[[^\[\]]*\]|‘[^’]*’(?!\w)")
_SOFT = re.compile(r"(?<![\w*])\*([^*\s][^*]*?)\*(?![\w*])|(?<![\w_])_([^_\s][^_]*?)_(?![\w_])")
_DOMAIN = re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b|\b\w*_\w*\b")
_SENTENCE = re.compile(r"(?<=[.!?…:;])\s+")


def words_of(text: str) -> list[str]:
    """The words, without numbers and signs."""
    return WORD.findall(text)


def is_cyrillic(word: str) -> bool:
    """Whether a word has a Cyrillic letter."""
    return _CYR.search(word) is not None


def spoken(text: str, knowledge: Knowledge, *, guess: bool = False) -> str:
    """``en``, ``ru``, ``uz``, ``uz-Cyrl``, or nothing when the words do not tell, unless a ``guess`` will do."""
    words = words_of(_DOMAIN.sub(" ", text) if "." in text else text)
    cyrillic = sum(1 for word in words if is_cyrillic(word))
    if cyrillic * 2 > len(words):
        marked = sum(1 for word in words if _UZ_CYR.search(word))
        return "uz-Cyrl" if marked and marked * 12 >= cyrillic else "ru"
    if cyrillic * 3 > len(words):
        return ""
    found = _latin([word.lower() for word in words], knowledge)
    return knowledge.identify(text) if guess and not found and len(words) >= 5 else found


def _latin(words: list[str], knowledge: Knowledge) -> str:
    known = [word for word in words if word not in knowledge.lexicon.names]
    if not known:
        return ""
    function = knowledge.lexicon.function_words
    uz = sum(1 for word in known if word in function["uz"] or _looks_uzbek(word, knowledge))
    en = sum(1 for word in known if word in function["en"] and word not in function["uz"])
    plain = sum(1 for word in known if _looks_english(word, knowledge))
    if len(known) >= 4 and (
        (en >= 0.2 * len(known) and en > uz) or (plain >= 0.5 * len(known) and plain > 2 * uz)
    ):
        return "en"
    if uz > en and uz >= 0.2 * len(known) and (uz >= 2 or len(known) < 4):
        return "uz"
    if len(known) < 4:
        return "en" if plain == len(known) and not uz else ""
    return ""


def _looks_uzbek(word: str, knowledge: Knowledge) -> bool:
    return (
        "ʻ" in word
        or "ʼ" in word
        or "oʻ" in word
        or (len(word) >= 6 and word.endswith(knowledge.lexicon.endings["uz"]))
        or re.search(r"q(?!u)", word) is not None
    )


def _looks_english(word: str, knowledge: Knowledge) -> bool:
    if word in knowledge.lexicon.shared or _looks_uzbek(word, knowledge) or "‘" in word:
        return False
    if word in knowledge.lexicon.english:
        return True
    letters = re.search(r"w|c(?!h)", word) is not None
    return (
        len(word) >= 5
        and (
            word.endswith(knowledge.lexicon.endings["en"])
            or word.removesuffix("s") in knowledge.lexicon.english
        )
    ) or (letters and len(word) >= 4)


def unquoted(part: Part, lang: str, knowledge: Knowledge) -> str:
    """The words without what is quoted, bracketed or set in italics, unless the whole is."""
    text = _DOMAIN.sub(" ", part.words) if "." in part.words or "_" in part.words else part.words
    if "*" in part.raw or "_" in part.raw:
        for found in _SOFT.finditer(part.raw):
            text = text.replace(found[1] or found[2], " ", 1)
    outer = _QUOTED.sub(" , ", text)
    if outer == part.words:
        return outer
    native = [word for word in words_of(outer) if is_cyrillic(word) == (lang == "ru")]
    if len(native) >= 2 or not words_of(outer):
        return outer if native and (lang != "uz" or spoken(outer, knowledge) != "en") else part.words
    return part.words


def sentences(text: str) -> Iterable[str]:
    """One by one."""
    return _SENTENCE.split(" ".join(text.split()))


def page_tongue(sheet: Sheet, knowledge: Knowledge) -> str:
    """The language most of a page is in."""
    texts = [
        part.words for block in sheet.blocks if block.kind not in ("code", "math") for part in block.parts
    ]
    votes: dict[str, int] = {}
    for text in texts[:120]:
        found = spoken(text, knowledge) if text else ""
        if found:
            votes[found] = votes.get(found, 0) + len(text)
    whole = sum(votes.values())
    best = max(votes, key=lambda lang: votes[lang], default="")
    return best if best and votes[best] >= 0.6 * whole else ""


def same_and_foreign(one: Part, two: Part, pair: Pair, knowledge: Knowledge) -> bool:
    """The translation repeats the source, and its words need translating."""
    ours, theirs = (" ".join(part.words.split()).casefold() for part in (one, two))
    if ours != theirs or not any(sign.isalpha() for sign in ours):
        return False
    return needs_translation(two.words, pair.source.lang, pair.target.lang, knowledge)


def needs_translation(text: str, source: str, target: str, knowledge: Knowledge) -> bool:
    """Whether words of one language cannot stay as they are in another: names and short forms can."""
    words = [word for word in words_of(text) if not _is_name(word, knowledge)]
    if not words:
        return False
    cyrillic = [word for word in words if is_cyrillic(word)]
    if cyrillic:
        return target != "ru" and source == "ru"
    if target == "ru":
        return any(
            len(word) >= 3 and (word[0].islower() or _common(word.lower(), knowledge)) for word in words
        )
    if source == "en":
        return any(
            _looks_english(word.lower(), knowledge) and len(word) >= 3 and _plain(word, knowledge)
            for word in words
        )
    return any(_looks_uzbek(word.lower(), knowledge) for word in words)


def _plain(word: str, knowledge: Knowledge) -> bool:
    return word[0].islower() or _common(word.lower(), knowledge)


def _common(word: str, knowledge: Knowledge) -> bool:
    english = knowledge.lexicon.english
    return (
        word in english
        or word.removesuffix("s") in english
        or (len(word) >= 6 and word.endswith(knowledge.lexicon.endings["en"]))
    )


def _is_name(word: str, knowledge: Knowledge) -> bool:
    return (
        word.lower() in knowledge.lexicon.names
        or (word.isupper() and len(word) <= 6)
        or any(sign.isdigit() for sign in word)
    )
