"""A translation is in its own language: whole pages, paragraphs, and single words left behind."""

import re
from collections.abc import Callable, Iterator

from ahil.model.blocks import Block, Part, Sheet
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault, short
from ahil.rules.translation.marks import CYRILLIC, ENGLISH, LATIN, UZ_CYRILLIC, UZ_SMALL, UZBEK
from ahil.rules.translation.tongue import (
    needs_translation,
    page_tongue,
    same_and_foreign,
    sentences,
    spoken,
    unquoted,
    words_of,
)

_SILENT = ("code", "math", "snippet", "rule", "table")


def whole_page(sheet: Sheet, knowledge: Knowledge) -> Iterator[Fault]:
    """LA201 the page is in another language, LA202 Uzbek is in the Cyrillic alphabet."""
    found = page_tongue(sheet, knowledge)
    if found and found != sheet.lang:
        code = "LA202" if (found, sheet.lang) == ("uz-Cyrl", "uz") else "LA201"
        yield Fault(
            code,
            sheet.spot(sheet.sections[0].line if sheet.sections else 1),
            {"found": found, "lang": sheet.lang},
        )


def passages(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """LA203 words of another language in a translation."""
    for one, two in pair.blocks:
        if not two or two.kind in _SILENT:
            continue
        for at, part in enumerate(two.parts):
            ours = one.parts[at] if one and at < len(one.parts) else Part()
            found = foreign(ours, part, pair, knowledge)
            if found and not (two.kind == "label" and " " not in found):
                yield fault(pair, "LA203", one, _line(two, part, found), lang=pair.target.lang, text=short(found))
                break


def _line(block: Block, part: Part, found: str) -> int:
    at = part.raw.find(found.split()[0])
    return block.line + (part.raw.count("\n", 0, at) if at > 0 else 0)


def foreign(ours: Part, theirs: Part, pair: Pair, knowledge: Knowledge) -> str:
    """The first words of a part that are in another language than its page."""
    if not _suspicious(theirs, pair.target.lang, knowledge):
        return _words_of_links(ours, theirs, pair, knowledge)
    if same_and_foreign(ours, theirs, pair, knowledge):
        return theirs.words.strip() if not _external(theirs) else ""
    allowed = {word.lower() for word in words_of(ours.raw)} if _other_script(ours, pair) else set()
    text = unquoted(theirs, pair.target.lang, knowledge)
    found: str = _RULES[pair.target.lang](text, allowed, {word.lower() for word in words_of(ours.words)}, knowledge)
    return found or _words_of_links(ours, theirs, pair, knowledge)


def _suspicious(part: Part, lang: str, knowledge: Knowledge) -> bool:
    """Whether any word is not of the language, or no word is: all others are passed over at once."""
    bits = knowledge.marks[part.tokens]
    if lang == "ru":
        return bool(bits & (LATIN | UZ_CYRILLIC))
    if lang == "en":
        return bool(bits & (CYRILLIC | UZBEK))
    return bool(bits & (CYRILLIC | ENGLISH) or not bits & (UZBEK | UZ_SMALL))


def _external(part: Part) -> bool:
    """The whole text is the title of something elsewhere."""
    return (
        bool(part.links)
        and all("://" in link.target for link in part.links)
        and len("".join(link.words for link in part.links)) > 0.6 * len(part.words.strip())
    )


def _other_script(part: Part, pair: Pair) -> bool:
    """Words of a third language in the source may stay."""
    cyrillic = any("\u0400" <= sign <= "\u04ff" for sign in part.raw)
    return cyrillic and pair.source.lang in ("en", "uz")


def _in_russian(text: str, allowed: set[str], source: set[str], knowledge: Knowledge) -> str:
    for word in words_of(text):
        if knowledge.marks[word] & UZ_CYRILLIC and word.lower() not in allowed:
            return word
    for sentence in sentences(text):
        for run in re.findall(r"[A-Za-zʻʼ’'-]{2,}(?:[ ,]+[A-Za-zʻʼ’'-]{1,})*", sentence):
            words = [word for word in words_of(run) if word.lower() not in knowledge.lexicon.names]
            lower = [word for word in words if word[0].islower() and len(word) >= 2 and word.islower()]
            if len(words) >= 3 and len(lower) >= 2:
                return str(run)
            for word in lower:
                if len(word) >= 4 and (word in source or word in knowledge.lexicon.english or "ʻ" in word):
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
        if (
            word in source
            and word.islower()
            and len(word) >= 4
            and word in lexicon.english
            and word not in lexicon.shared
            and word not in lexicon.names
        ):
            return word
    return ""


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


_RULES: dict[str, Callable[[str, set[str], set[str], Knowledge], str]] = {
    "ru": _in_russian,
    "uz": _in_uzbek,
    "en": _in_english,
}


def _mostly_cyrillic(part: Part, lang: str, knowledge: Knowledge) -> bool:
    return lang != "ru" and len(part.tokens) >= 2 and bool(knowledge.marks[part.tokens] & CYRILLIC)


def code_titles(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """LA203 the title over a piece of code."""
    for one, two in pair.both:
        if one.kind == two.kind == "code" and one.id and one.id == two.id:
            words = words_of(two.id)
            if needs_translation(words, pair.source.lang, pair.target.lang, knowledge):
                yield fault(pair, "LA203", one, two, lang=pair.target.lang, text=short(two.id))


def _words_of_links(ours: Part, theirs: Part, pair: Pair, knowledge: Knowledge) -> str:
    """The words of a link or the description of an image, word for word those of the source."""
    for links, others in ((theirs.links, ours.links), (theirs.images, ours.images)):
        same = {other.words for other in others}
        for link in links:
            if (
                link.words in same
                and " " not in link.target
                and not _title(link.target, link.words, links is theirs.images)
            ):
                whole = Part(tokens=tuple(words_of(link.words)))
                if same_and_foreign(whole, whole, pair, knowledge):
                    return link.words
    return _alt(ours, theirs, pair, knowledge)


def _alt(ours: Part, theirs: Part, pair: Pair, knowledge: Knowledge) -> str:
    for image in theirs.images:
        if (
            image.words
            and (found := spoken(image.words, knowledge))
            and found != pair.target.lang
            and len(words_of(image.words)) >= 2
        ):
            return image.words if pair.target.lang == "ru" or found in ("ru", "en") else ""
    return ""


def _title(target: str, words: str, image: bool) -> bool:
    """Works elsewhere keep their titles; titles have capitals."""
    names = [word for word in words_of(words) if len(word) > 3]
    capitals = sum(1 for word in names if word[0].isupper())
    return not image and "://" in target and (not names or capitals >= 0.5 * len(names))


def own_language(sheet: Sheet, knowledge: Knowledge) -> Iterator[Fault]:
    """LA204 a source page has a passage in another language."""
    for block in sheet.blocks:
        if block.kind in (*_SILENT, "row", "abbreviation"):
            continue
        for part in block.parts:
            doubt = len(part.tokens) >= 4 and _suspicious(part, sheet.lang, knowledge)
            text = (
                unquoted(part, sheet.lang, knowledge) if doubt or _mostly_cyrillic(part, sheet.lang, knowledge) else ""
            )
            for sentence in sentences(text) if text else ():
                words = words_of(sentence)
                least = 2 if words and knowledge.marks[words[0]] & CYRILLIC else 4
                found = spoken(sentence, knowledge) if len(words) >= least else ""
                if found and found != sheet.lang:
                    yield Fault("LA204", sheet.spot(block.line), {"lang": sheet.lang, "text": short(sentence)})
                    break
