"""What a machine reads is the same in every language: code, marks, placeholders, tags, attributes, signs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ahil.model.blocks import Block, Part
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault, short
from ahil.rules.translation.links import neutral

_WORDS = ("", "text", "txt", "plain", "mermaid", "md", "markdown", "console-text")
_REMARK = re.compile(r"(?:(?<=\s)|^)(?:#|//|--|;|%)[^\n]*$|/\*[\s\S]*?\*/|<!--[\s\S]*?-->", re.M)
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|«[^»\n]*»|“[^”\n]*”")


def code(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA602 code differs, PA603 its language or options differ."""
    for one, two in pair.both:
        if not one.kind == two.kind == "code":
            continue
        if one.detail != two.detail:
            yield fault(pair, "PA603", one, two, want=one.detail or "–", have=two.detail or "–")
        line = _first_difference(one, two)
        if line is not None:
            want, have = (_line(block.raw, line) for block in (one, two))
            yield fault(pair, "PA602", one.line + 1 + line, two.line + 1 + line, want=short(want), have=short(have))


def _line(raw: str, at: int) -> str:
    lines = raw.split("\n")
    return lines[at].strip() if at < len(lines) else "–"


def _first_difference(one: Block, two: Block) -> int | None:
    if one.raw == two.raw:
        return None
    bones = [_bones(block.raw, (one.detail.split() or [""])[0]) for block in (one, two)]
    if bones[0] == bones[1]:
        return None
    ours, theirs = bones
    return next(
        (at for at, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]),
        min(len(ours), len(theirs)),
    )


def _bones(raw: str, info: str) -> list[str]:
    """Each line without what may be translated: remarks, strings with words, and in plain text all words."""
    if info in _WORDS:
        return [
            " ".join(re.findall(r"\d+|-+>|=+>|[{}<>\[\]|]|https?://\S+", line)) for line in raw.rstrip().split("\n")
        ]
    raw = _STRING.sub(_kept, _REMARK.sub("", raw))
    return [re.sub(r"[^\x00-\x7f]+", "¿", line).rstrip() for line in raw.split("\n")]


def _kept(match: re.Match[str]) -> str:
    """A string with words is for readers; a string that looks like a name is for machines."""
    said = match[0][1:-1]
    readable = not said.isascii() or ((" " in said.strip() or said.istitle()) and re.search(r"[^\W\d_]{3}", said))
    return '"…"' if readable else '"' + said + '"'


def inline_code(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA604 code within the words differs."""
    for one, two, ours, theirs in pair.rich:
        if ours.codes != theirs.codes:
            lost, found = _differences(ours.codes, theirs.codes)
            pairs = [(was, now) for was, now in zip(lost, found, strict=False) if not _translated(was, now)]
            rest = lost[len(found) :] or found[len(lost) :]
            if pairs or rest:
                want = " ".join(f"`{code}`" for code in lost) or "–"
                have = " ".join(f"`{code}`" for code in found) or "–"
                yield fault(pair, "PA604", one, two, want=short(want), have=short(have))


def _translated(was: str, now: str) -> bool:
    """Words set as code, not code: capitals or spaces and letters only, now in another alphabet."""
    worded = re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", was) is not None and was[0].isupper()
    return worded and re.fullmatch(r"[^\W\d_ʻʼ]?[\w ʻʼ’'-]+", now) is not None


def _differences(ones: Sequence[str], twos: Sequence[str]) -> tuple[list[str], list[str]]:
    ours, theirs = Counter(ones), Counter(twos)
    return list((ours - theirs).elements()), list((theirs - ours).elements())


def marks(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA605 a mark or placeholder is lost or changed."""
    for one, two, ours, theirs in pair.rich:
        if ours.marks != theirs.marks:
            lost, found = _differences([_tight(m) for m in ours.marks], [_tight(m) for m in theirs.marks])
            if lost or found:
                yield fault(
                    pair,
                    "PA605",
                    one,
                    two,
                    want=short(" ".join(lost)) or "–",
                    have=short(" ".join(found)) or "–",
                )


def _tight(mark: str) -> str:
    return re.sub(r"^(\{\{|\{%)\s*(.*?)\s*(\}\}|%\})$", r"\1 \2 \3", mark)


def tags(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA606 raw HTML is lost or changed."""
    for one, two, ours, theirs in pair.rich:
        if ours.tags != theirs.tags:
            lost, found = _differences(_neutral_tags(ours.tags), _neutral_tags(theirs.tags))
            if lost or found:
                yield fault(
                    pair,
                    "PA606",
                    one,
                    two,
                    want=short(" ".join(lost)) or "–",
                    have=short(" ".join(found)) or "–",
                )


def _neutral_tags(tags: Sequence[str]) -> list[str]:
    """Without spans that only name a language, and with targets free of languages."""
    kept = [
        tag
        for tag in tags
        if tag
        not in (
            "<span",
            "</span",
            "<q",
            "</q",
            "<wbr",
            "<br",
            "<bdi",
            "</bdi",
            "<i",
            "</i",
            "<nobr",
            "</nobr",
        )
    ]
    return [re.sub(r"(href|src)=\"([^\"]*)\"", lambda match: f'{match[1]}="{neutral(match[2])}"', tag) for tag in kept]


def attributes(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA607 classes or other attributes in braces differ."""
    for one, two, ours, theirs in pair.rich:
        if ours.attrs != theirs.attrs and one.kind == two.kind:
            lost, found = _differences(_bare(ours, one), _bare(theirs, two))
            if lost or found:
                want, have = (short(" ".join(f"{{ {attr} }}" for attr in attrs)) or "–" for attrs in (lost, found))
                yield fault(pair, "PA607", one, two, want=want, have=have)


def _bare(part: Part, block: Block) -> list[str]:
    """The attributes without the id of a heading, which has its own rule, and without words for readers."""
    found = []
    for attr in part.attrs:
        tokens = re.findall(r"[\w-]+=(?:\"[^\"]*\"|'[^']*'|\S+)|\S+", attr)
        kept = [token for token in tokens if not re.match(r"(?:title|alt|aria-label|data-title|data-caption)=", token)]
        kept = [token for token in kept if not (block.kind == "heading" and token.startswith("#"))]
        found += [" ".join(kept)] if kept else []
    return found


def signs(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA608 keys, icons or formulas differ."""
    for one, two, ours, theirs in pair.rich:
        lost, found = _differences(ours.signs, theirs.signs) if ours.signs != theirs.signs else ([], [])
        if lost or found:
            yield fault(pair, "PA608", one, two, want=short(" ".join(lost)) or "–", have=short(" ".join(found)) or "–")
    for one, two in pair.both:
        if one.kind == two.kind == "math" and _no_words(one.raw) != _no_words(two.raw):
            yield fault(pair, "PA608", one, two, want=short(one.raw), have=short(two.raw))


def _no_words(formula: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"\\(?:text|mathrm)\{[^}]*\}", "", formula))


def strong(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA609 bold words are more or fewer."""
    for one, two, ours, theirs in pair.rich:
        if ours.strong != theirs.strong and not theirs.loose:
            yield fault(pair, "PA609", one, two, want=ours.strong, have=theirs.strong)


def loose(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA610 a sign has lost its partner, PA507 a link names a target that is nowhere."""
    for one, two, ours, theirs in pair.rich:
        if theirs.loose and theirs.loose != ours.loose:
            yield fault(pair, "PA610", one, two, sign=" ".join(theirs.loose), text=short(theirs.raw))
        pattern = r"\[[^\[\]]+\]\s?\[[^\[\]]*\]"
        if "][" in theirs.plain and (found := re.search(pattern, theirs.plain)) and not re.search(pattern, ours.plain):
            yield fault(pair, "PA507", one, two, have=short(found[0]))
