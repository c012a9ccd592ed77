"""Links lead to the same places, in the same order, in the reader's language; images are there and described."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ahil.model.blocks import Block, Link
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault, short

_LANG = r"(?:en|ru|uz|oz|uz-latn|uz-cyrl|en-gb)"
_HOST = re.compile(rf"^(https?://)(?:www\.)?(?:{_LANG}\.)?", re.I)
_FOLDER = re.compile(rf"(?<=/){_LANG}(?:/|$|(?=[?#]))", re.I)
_SUFFIX = re.compile(rf"[._-]{_LANG}(?=\.\w+$)", re.I)
_QUERY = re.compile(rf"([?&](?:lang|hl|language|locale|l)=){_LANG}(?=&|$)", re.I)


@lru_cache(maxsize=20_000)
def neutral(target: str) -> str:
    """A target without the language it is meant for: ``/en/`` is ``/ru/``, ``plan.svg`` is ``plan.ru.svg``."""
    target = target.strip()
    if "://" in target:
        target = _QUERY.sub(r"\1*", _HOST.sub(r"\1", target))
        wiki = re.match(r"https?://(?:\w+\.)?wikipedia\.org/", target)
        return "wikipedia" if wiki else _FOLDER.sub("", target).rstrip("/")
    path, hash_, anchor = target.partition("#")
    return _SUFFIX.sub("", _FOLDER.sub("", "/" + path)) + hash_ + anchor


def links(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA501 a link is missing, PA502 one too many, PA503 it leads elsewhere, PA504 another order."""
    for one, two, ours, theirs in pair.rich:
        if ours.links or theirs.links:
            yield from _compare(pair, (one, two), (ours.links, theirs.links))


def _compare(pair: Pair, blocks: tuple[Block, Block], both: tuple[Sequence[Link], Sequence[Link]]) -> Iterator[Fault]:
    ones, twos = ([neutral(link.target) for link in links] for links in both)
    if ones == twos:
        return
    if sorted(ones) == sorted(twos):
        yield fault(pair, "PA504", blocks[0], blocks[1], want=" → ".join(link.target for link in both[0]))
        return
    lost, found = list(both[0]), list(both[1])
    for link in both[0]:
        match = next((other for other in found if neutral(other.target) == neutral(link.target)), None)
        if match:
            lost.remove(link)
            found.remove(match)
    for was, now in zip(lost, found, strict=False):
        yield fault(pair, "PA503", blocks[0], blocks[1].line + now.line, want=was.target, have=now.target)
    for was in lost[len(found) :]:
        yield fault(pair, "PA501", blocks[0], blocks[1], want=was.target)
    for now in found[len(lost) :]:
        yield fault(pair, "PA502", blocks[0], blocks[1].line + now.line, have=now.target)


def language_left(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA505 a link or image of our own leads to the page or picture of another language."""
    mine = pair.target.lang
    for one, two, ours, theirs in pair.rich:
        before = {link.target for link in ours.links + ours.images}
        for link in theirs.links + theirs.images:
            other = _other_language(link.target, pair)
            wrong = other and other != mine and (other == pair.source.lang or link.target not in before)
            if wrong and not _only_there(link.target, other, pair, knowledge):
                yield fault(pair, "PA505", one, two.line + link.line, have=link.target, lang=mine)


def _other_language(target: str, pair: Pair) -> str:
    """The language a relative target names, by folder or suffix; the source names none when it does not leave its own."""  # noqa: E501
    if "://" in target or target.startswith(("mailto:", "tel:", "#")):
        return ""
    path = target.split("#")[0]
    folder = re.search(r"(?:^|/)(en|ru|uz)/", path)
    suffix = re.search(r"[._-](en|ru|uz)\.\w+$", path)
    found = folder or suffix
    if not found:
        return ""
    there = posixpath.normpath(posixpath.join(posixpath.dirname(pair.target.path), path))
    return found[1] if folder is None or not there.startswith(f"docs/{pair.target.lang}/") else ""


def _only_there(target: str, other: str, pair: Pair, knowledge: Knowledge) -> bool:
    """The file exists in the other language and not in this one: better than nothing."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(pair.target.path), target.split("#")[0]))
    mine = re.sub(rf"(?<=[/._-]){other}(?=[/.])", pair.target.lang, path)
    return path in knowledge.files and mine not in knowledge.files


def words_of_links(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA506 a link whose words were lost."""
    for one, two in {(id(one), id(two)): (one, two) for one, two, _, _ in pair.rich}.values():
        ours = [link for part in one.parts for link in part.links]
        for at, link in enumerate(link for part in two.parts for link in part.links):
            had = at < len(ours) and (ours[at].words or ours[at].bare)
            if not link.bare and not link.words.strip() and had and ours[at].words.strip():
                yield fault(pair, "PA506", one, two.line + link.line, have=link.target)


def images(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA511 missing, PA512 too many, PA513 another picture, PA514 no description."""
    for one, two in {(id(one), id(two)): (one, two) for one, two, _, _ in pair.rich}.values():
        ones = [image for part in one.parts for image in part.images]
        twos = [image for part in two.parts for image in part.images]
        for was, now in zip(ones, twos, strict=False):
            if neutral(was.target) != neutral(now.target):
                yield fault(pair, "PA513", one, two.line + now.line, want=was.target, have=now.target)
            if (was.words and (not now.words or _file_name(was, now))) or (was.title and not now.title):
                yield fault(
                    pair, "PA514", one, two.line + now.line, have=now.target, text=short(was.words or was.title)
                )
        for was in ones[len(twos) :]:
            yield fault(pair, "PA511", one, two, want=was.target)
        for now in twos[len(ones) :]:
            yield fault(pair, "PA512", one, two.line + now.line, have=now.target)


def _file_name(was: Link, now: Link) -> bool:
    """The name of the file instead of a description."""
    return now.words != was.words and now.words == now.target.rsplit("/", 1)[-1]


def raw_images(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA514 for ``<img>``."""
    for one, two in pair.both:
        if "<img" in one.raw and "alt=" in one.raw and "<img" in two.raw:
            had = len(re.findall(r"\balt=[\"'][^\"']", one.raw))
            if len(re.findall(r"\balt=[\"'][^\"']", two.raw)) < had:
                yield fault(pair, "PA514", one, two, have="<img>", text=short(one.raw))
