"""Single words and sentences of another language within a text: what stands out in Russian, in Uzbek, in English."""

import re
from collections.abc import Callable

from ahil.model.lexicon import Knowledge
from ahil.rules.translation.marks import CYRILLIC, ENGLISH, LATIN, UZ_CYRILLIC, UZ_SMALL, UZBEK
from ahil.rules.translation.tongue import sentences, spoken, words_of


def _in_russian(text: str, allowed: set[str], source: set[str], knowledge: Knowledge) -> str:
    for word in words_of(text):
        if knowledge.marks[word] & UZ_CYRILLIC and word.lower() not in allowed:
            return word
    for sentence in sentences(text):
        for run in re.findall(r"[A-Za-zʻʼ’'‑-]{2,}(?:[ ,]+[A-Za-zʻʼ’'‑-]{1,})*", sentence):
            words = [word for word in words_of(run) if word.lower() not in knowledge.lexicon.names]
            lower = [word for word in words if word[0].islower() and len(word) >= 2 and word.islower()]
            if len(words) >= 3 and len(lower) >= 2:
                return str(run)
            for word in lower:
                if len(word) >= 4 and not _kept(word, source, knowledge) and not _joined(word, sentence):
                    return word
        if not any(knowledge.marks[word] & CYRILLIC for word in words_of(sentence)):
            found = spoken(sentence, knowledge)
            english = any(word.lower() in knowledge.lexicon.english and len(word) > 2 for word in words_of(sentence))
            if found == "uz" or (found == "en" and english):
                return sentence
    return ""


def _in_uzbek(text: str, allowed: set[str], source: set[str], knowledge: Knowledge) -> str:
    for word in words_of(text):
        if (
            knowledge.marks[word] & CYRILLIC
            and len(word) >= 2
            and not knowledge.marks[word] & LATIN
            and word.lower() not in allowed
        ):
            return word
    for sentence in sentences(text):
        words = words_of(sentence)
        if (
            len(words) >= 2
            and spoken(sentence, knowledge, guess=_no_uzbek(words, knowledge)) == "en"
            and not all(word[0].isupper() for word in words)
        ):
            return sentence
    lexicon = knowledge.lexicon
    for word in words_of(text):
        english = word in lexicon.english and (word in source or _ENGLISH_ONLY.search(word) is not None)
        if (
            word.islower()
            and len(word) >= 4
            and word not in lexicon.shared
            and word not in lexicon.names
            and (english or (_NOT_UZBEK.search(word) and not _kept(word, source, knowledge)))
        ):
            return word
    return ""


def _kept(word: str, source: set[str], knowledge: Knowledge) -> bool:
    """A technical word of the source that is no everyday English may stay as it is."""
    known = word in knowledge.lexicon.english or knowledge.marks[word] & (UZBEK | UZ_SMALL)
    return (word in source and not known) or word in knowledge.lexicon.shared


def _joined(word: str, sentence: str) -> bool:
    """``smart-часы``: the first part of a Russian word."""
    return re.search(rf"{re.escape(word)}[-‑][а-яё]|[а-яё][-‑]{re.escape(word)}", sentence) is not None


_NOT_UZBEK = re.compile("w|c(?!h)")
_ENGLISH_ONLY = re.compile("w|c(?!h)|th|oo|ee|ea|ou|ai|ei|ck|ph|ght|tion|ss")


def _no_uzbek(words: list[str], knowledge: Knowledge) -> bool:
    """Only a sentence with signs of English and none of Uzbek is worth waking the slow reader."""
    marks = [knowledge.marks[word] for word in words]
    english = sum(1 for mark in marks if mark & ENGLISH)
    return english >= max(2, 0.35 * len(marks)) and not any(mark & (UZBEK | UZ_SMALL) for mark in marks)


def _in_english(text: str, allowed: set[str], source: set[str], knowledge: Knowledge) -> str:
    for word in words_of(text):
        if knowledge.marks[word] & CYRILLIC and len(word) >= 2:
            return word
    for sentence in sentences(text):
        if len(words_of(sentence)) >= 4 and spoken(sentence, knowledge) == "uz":
            return sentence
    return ""


left_behind: dict[str, Callable[[str, set[str], set[str], Knowledge], str]] = {
    "ru": _in_russian,
    "uz": _in_uzbek,
    "en": _in_english,
}
