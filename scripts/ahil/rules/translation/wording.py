"""Signs of unfinished work: leftovers of a draft, cut or doubled text, brackets that do not close."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from ahil.model.blocks import Block, Part, Sheet
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault, short
from ahil.rules.translation.marks import HINT
from ahil.rules.translation.tongue import words_of

_ENDS = ".!?…:;。"
_CLOSERS = "»”\"’')]}*_|"
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}|={7})(?: |$)", re.M)
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
_DOUBLE = re.compile(r"\b([^\W\d_]{2,}|[авикосуя])[ \u00a0\n]+\1\b(?![-ʻʼ’'])", re.I)


def leftovers(sheet: Sheet, knowledge: Knowledge) -> Iterator[Fault]:
    """LA401 words of a draft."""
    texts = [(block.line, part) for block in sheet.blocks if block.kind != "code" for part in block.parts]
    texts += [(entry.line, entry.part) for entry in sheet.front if not entry.route.startswith("checks")]
    for line, part in texts:
        for pattern in knowledge.lexicon.leftovers if _hinted(part, knowledge) else ():
            if match := pattern.search(part.raw):
                yield Fault(
                    "LA401", sheet.spot(line + part.raw.count("\n", 0, match.start())), {"text": short(match[0])}
                )


def _hinted(part: Part, knowledge: Knowledge) -> bool:
    return knowledge.marks[part.tokens] & HINT != 0 or "[" in part.plain or "#" in part.plain


def translator_notes(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """LA401 a note of the translator to himself, where the source says nothing of the kind."""
    patterns = knowledge.lexicon.translator_notes
    for one, two in pair.blocks:
        if (
            two
            and two.kind not in ("code", "math", "snippet", "label")
            and any(_hinted(part, knowledge) for part in two.parts)
        ):
            said = one.raw if one else ""
            for pattern in patterns:
                match = pattern.search(two.raw)
                if match and not any(other.search(said) for other in patterns):
                    yield fault(
                        pair,
                        "LA401",
                        one,
                        two.line + two.raw.count("\n", 0, match.start()),
                        text=short(match[0]),
                    )


def doubled_words(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """LA402 a word twice in a row."""
    for one, two, ours, theirs in pair.parts:
        words = theirs.tokens
        for before, after in itertools.pairwise(words):
            if before is after or (before[-1] == after[-1] and before.lower() == after.lower()):
                match = _DOUBLE.search(theirs.words)
                if match and not _DOUBLE.search(ours.words) and _slip(match[1].lower(), pair.target.lang, knowledge):
                    yield fault(pair, "LA402", one, two, text=match[0])
                break


def _slip(word: str, lang: str, knowledge: Knowledge) -> bool:
    """In Uzbek pronouns are doubled on purpose, and a bare noun may meet itself: “ayollar ayollar bilan”."""
    if lang == "uz" and not word.endswith(knowledge.lexicon.closed):
        return word in knowledge.lexicon.function_words["uz"] and word not in ("kim", "nima", "har", "bir")
    return word not in ("ha", "bla", "had", "that")


def cut(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA902 the end of a sentence is missing, PA901 a text is far shorter or longer than its source."""
    for one, two, ours, theirs in pair.parts:
        before, after = ours.plain.strip(), theirs.plain.strip()
        if not after or one.kind == "html":
            continue
        if not _ends(after) and _whole(before, one.kind) and not _quoted(after, before):
            yield fault(pair, "PA902", one, two.last or two, text=short(after[-50:]))
        elif _far(before, after):
            yield fault(pair, "PA901", one, two, have=len(after), want=len(before), text=short(after))


def _quoted(after: str, before: str) -> bool:
    """A quotation at the end may keep its full stop outside, or leave it out."""
    return before[-1] in '»”"’' and (after[-1] in '»”"’' or len(after) > 0.75 * len(before))


def _whole(text: str, kind: str) -> bool:
    """Whether a text is a sentence that ends: not a label, not a blank to fill in, not “No.” at its end."""
    text = text.rstrip(_CLOSERS + " \n")
    last = text.split()[-1] if text.split() else ""
    signs = ".!?:" if kind in ("paragraph", "item") and len(text) >= 15 else ".!?"
    short_form = text.endswith(".") and (len(last.strip("(.")) <= 2 or last.count(".") > 1)
    return len(text.split()) >= 3 and text[-1:] in signs and not text.endswith("...") and not short_form


def _ends(text: str) -> bool:
    text = text.rstrip()
    while text and (text[-1] in _CLOSERS or text[-1].isspace()):
        text = text[:-1]
    return bool(text) and text[-1] in _ENDS


def _far(before: str, after: str) -> bool:
    """Measured on real pages: Russian and Uzbek stay between six tenths and one and nine tenths of the English."""
    if len(before) < 60 and len(after) < 90:
        return False
    ratio = len(after) / max(len(before), 1)
    low, high = (0.45, 2.4) if len(before) >= 120 else (0.38, 3.0)
    return bool(after) and (ratio < low or ratio > high)


def sentences_lost(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA904 three sentences or more became one, or one became many."""
    for one, two in pair.both:
        if one.kind not in ("paragraph", "item", "definition") or not one.parts or not two.parts:
            continue
        share = len(two.plain) / max(len(one.plain), 1)
        if 0.75 <= share <= 1.6 or (len(one.plain) < 40 and len(two.plain) < 90):
            continue
        before, after = (_sentences(block) for block in (one, two))
        if (
            (before - after >= 2 and share < 0.75)
            or (before - after == 1 and share < 0.66)
            or (after > before and share > 1.6)
        ):
            yield fault(pair, "PA904", one, two, want=before, have=after, text=short(two.plain))


def _sentences(block: Block) -> int:
    return len(re.findall(r"[.!?…]+(?=[\s»”\")]+[«“\"(]?[A-ZА-ЯЁЎҚҒҲʻ]|\s*$|[»”\")]+$)", block.plain.strip()))


def endings(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA905 a question is no longer one; the other way round may be good style."""
    for one, two, ours, theirs in pair.parts:
        lost = "?" in ours.plain and "?" not in theirs.plain and theirs.plain.strip() and len(ours.plain) > 8
        if (
            lost
            and one.kind != "label"
            and not knowledge.lexicon.polite.search(ours.plain)
            and re.search(r"\w\?[»”\"')]*(?:\s|$)", ours.plain)
        ):
            yield fault(pair, "PA905", one, two.last or two, text=short(theirs.plain.strip()[-50:]))


def doubled_blocks(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA903 a passage stands twice though its sources differ."""
    for first, block, ours, theirs in pair.parts:
        pieces = _SENTENCES.split(" ".join(theirs.plain.split())) if len(theirs.plain) > 24 else []
        twice = next((each for each in pieces if len(each) > 11 and pieces.count(each) > 1), "")
        before = _SENTENCES.split(" ".join(ours.plain.split())) if twice else []
        if twice and len(set(before)) == len(before):
            yield fault(pair, "PA903", first, block, text=short(twice), first=block.line)
    seen: dict[str, tuple[Block | None, Block]] = {}
    for one, two in pair.blocks:
        if two is None or two.kind in ("code", "row", "table", "rule", "snippet") or len(two.plain) < 25:
            continue
        words = " ".join(two.plain.split())
        if words in seen:
            earlier = seen[words][0]
            if one is None or earlier is None or " ".join(earlier.plain.split()) != " ".join(one.plain.split()):
                yield fault(pair, "PA903", one, two, text=short(words), first=seen[words][1].line)
        seen.setdefault(words, (one, two))


def brackets(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA906 a bracket or quotation mark has lost its partner."""
    for one, two, ours, theirs in pair.parts:
        plain = theirs.plain
        for left, right in _PAIRS:
            if (
                plain.count(left) != plain.count(right)
                and _balance(plain, left, right)
                and not _balance(ours.plain, left, right)
            ):
                yield fault(pair, "PA906", one, two, sign=left + right, text=short(plain))
        if plain.count('"') % 2 and not ours.plain.count('"') % 2 and not re.search(r"\d\"", plain):
            yield fault(pair, "PA906", one, two, sign='""', text=short(plain))


def _balance(text: str, left: str, right: str) -> int:
    if left not in text and right not in text:
        return 0
    if (left == "“" and "„" in text) or len(text) < 4:
        return 0
    balance = text.count(left) - text.count(right)
    if balance and left == "(":  # a) 2) :)
        bare = re.sub(r"(?:^|(?<=\s))(?:\w|\d\d)\)|[:;]-?[()]", "", text)
        return balance if bare.count(left) != bare.count(right) else 0
    return balance


def conflicts(path_lines: str) -> list[int]:
    """The lines of a file that two editors left to each other."""
    return [
        path_lines.count("\n", 0, match.start()) + 1 for match in _CONFLICT.finditer(path_lines) if match[0][0] != "="
    ]


def repeated(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA907 words of the translation that have run together: the same long word many times more than its source."""
    for one, two in pair.both:
        tokens = [word for part in two.parts for word in part.tokens]
        if len(tokens) < 8 or len(set(tokens)) > 0.7 * len(tokens):
            continue
        counts = Counter(word for word in words_of(two.plain.lower()) if len(word) > 6)
        source = Counter(words_of(one.plain.lower())).most_common(1)
        for word, count in counts.most_common(1):
            if count >= 6 and count > 2 * (source[0][1] if source else 1):
                yield fault(pair, "PA907", one, two, text=word)
