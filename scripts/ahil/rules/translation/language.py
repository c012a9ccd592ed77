"""A translation is in its own language: whole pages, paragraphs, and single words left behind."""

import re
from collections.abc import Iterator

from ahil.model.blocks import Block, Part, Sheet
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault, short
from ahil.rules.translation.left_behind import left_behind
from ahil.rules.translation.marks import CYRILLIC, ENGLISH, LATIN, UZ_CYRILLIC, UZ_SMALL, UZBEK
from ahil.rules.translation.tongue import (
    ADDRESS,
    needs_translation,
    page_tongue,
    same_and_foreign,
    sentences,
    spoken,
    unquoted,
    words_of,
)

_SILENT = ("code", "math", "snippet", "rule", "table")
_WORDED = re.compile(r"\b(?:title|alt|aria-label|placeholder)=\"([^\"<>]+)\"")
_ELSEWHERE = re.compile(r"[\u0530-\u1cff\u2e80-\ua63f\ua840-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]+")
_REFERENCE = re.compile(r"\b[A-ZА-ЯЁ][\w’-]+, [A-ZА-ЯЁ]\.[\s\S]*\b(?:19|20)\d\d\b")


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
            found = (
                _strange(ours, part) or _attribute(ours, part, pair, knowledge) or foreign(ours, part, pair, knowledge)
            )
            if found and not (two.kind == "label" and " " not in found):
                yield fault(pair, "LA203", one, _line(two, part, found), lang=pair.target.lang, text=short(found))
                break


def _strange(ours: Part, theirs: Part) -> str:
    """Letters of a script that none of the languages has, unless the source has them too."""
    found = None if theirs.words.isascii() else _ELSEWHERE.search(theirs.words)
    return found[0] if found and found[0] not in ours.raw else ""


def _attribute(ours: Part, theirs: Part, pair: Pair, knowledge: Knowledge) -> str:
    """The words of an attribute of raw HTML, as they stand in the source."""
    same: set[str] = set(_WORDED.findall(ours.raw)) & set(_WORDED.findall(theirs.raw)) if theirs.tags else set()
    for said in sorted(same):
        if needs_translation(words_of(said), pair.source.lang, pair.target.lang, knowledge):
            return said
    return ""


def _line(block: Block, part: Part, found: str) -> int:
    at = part.raw.find(found.split()[0])
    return block.line + (part.raw.count("\n", 0, at) if at > 0 else 0)


def foreign(ours: Part, theirs: Part, pair: Pair, knowledge: Knowledge) -> str:
    """The first words of a part that are in another language than its page."""
    if not _suspicious(theirs, pair.target.lang, knowledge):
        return _words_of_links(ours, theirs, pair, knowledge)
    if same_and_foreign(ours, theirs, pair, knowledge):
        return theirs.words.strip() if not (_external(theirs) or _REFERENCE.search(theirs.raw)) else ""
    allowed = {word.lower() for word in words_of(ours.raw)} if _other_script(ours, pair) else set()
    text = unquoted(theirs, pair.target.lang, knowledge)
    found: str = left_behind[pair.target.lang](
        text, allowed, {word.lower() for word in words_of(ours.words)}, knowledge
    )
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


def _mostly_cyrillic(part: Part, lang: str, knowledge: Knowledge) -> bool:
    return lang != "ru" and len(part.tokens) >= 2 and bool(knowledge.marks[part.tokens] & CYRILLIC)


def code_titles(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """LA203 the title over a piece of code, and words for readers that are set as code."""
    for one, two in pair.both:
        if one.kind == two.kind == "code" and one.raw == two.raw and two.detail in ("text", "txt", "mermaid"):
            found = spoken(two.raw, knowledge)
            if found and found != pair.target.lang and found == pair.source.lang:
                yield fault(pair, "LA203", one, two.line + 1, lang=pair.target.lang, text=short(two.raw))
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
                whole = Part(tokens=tuple(words_of(ADDRESS.sub(" ", link.words))))
                if same_and_foreign(whole, whole, pair, knowledge):
                    return link.words
        titles = {other.title for other in others if other.title}
        for link in links:
            whole = Part(tokens=tuple(words_of(link.title)))
            if link.title in titles and same_and_foreign(whole, whole, pair, knowledge):
                return link.title
    return _alt(ours, theirs, pair, knowledge)


def _alt(ours: Part, theirs: Part, pair: Pair, knowledge: Knowledge) -> str:
    for image in theirs.images:
        allowed = {word.lower() for word in words_of(ours.raw)} if _other_script(ours, pair) else set()
        if image.words and left_behind[pair.target.lang](image.words, allowed, set(), knowledge):
            return image.words
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
