"""What a link says about where it leads."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ahil.model.site import Flaw, Ref
from ahil.rules.links.address import EXTERNAL, FOUND
from ahil.rules.links.web import Use, Web, flaws, rule

_WORDY = re.compile(r"[^\W\d_]{2}")
_PROSE, _LEADING = frozenset({"main", "body"}), frozenset({FOUND, EXTERNAL})
_TRIM = " .,:;!?…›»«→←>\u00a0\"“”'()[]"


@rule("LK411")
def text_empty(web: Web) -> Iterator[Flaw]:
    """A link has no text, no label and no picture with words.

    A screen reader reads out the address; others see nothing to press. Write what is behind it.
    """
    for use in web.texts.get("", ()):
        if not _unspoken(use.ref):
            yield from flaws("LK411", _outside_stubs(web, use))


def _unspoken(ref: Ref) -> bool:
    """Marks of line numbers and hidden twins of another link are not read out."""
    own = ref.href.partition("#")[2]
    if own and own in {ref.get("id"), ref.get("name")}:
        return True
    if ref.tag == "area" and not ref.href:
        return True
    return ref.get("aria-hidden") == "true" or ref.get("aria-labelledby") is not None or ref.region == "hidden"


@rule("LK412")
def text_vague(web: Web) -> Iterator[Flaw]:
    """A link says only “here”, “more”, «подробнее», “bu yerda”.

    Read out in a list of links it means nothing. Let it name its target: “the worksheet *Conflict tree*”.
    """
    vague = web.site.words.vague
    for text, uses in web.texts.items():
        if text and len(text) < 40 and plain(text) in vague:
            for use in uses:
                if not _is_step(use.ref):
                    yield from flaws("LK412", _outside_stubs(web, use), text=text)


def _outside_stubs(web: Web, use: Use) -> Use:
    """Nobody reads the texts of a redirect."""
    docs = web.site.docs
    return use._replace(docs=[number for number in use.docs if not docs[number].refreshes])


def _is_step(ref: Ref) -> bool:
    rels = (ref.get("rel") or "").lower().split()
    return "next" in rels or "prev" in rels or ref.get("role") == "button" or "aria-labelledby" in dict(ref.more)


@rule("LK413")
def one_text_two_targets(web: Web) -> Iterator[Flaw]:
    """Two links in the text of a page say the same and lead to different pages.

    The reader cannot know which is which. Name the difference.
    """
    groups: dict[str, list[Use]] = {}
    for text, uses in web.texts.items():
        prose = [use for use in uses if use.ref.region in _PROSE and use.target.kind in _LEADING]
        if prose:
            groups.setdefault(plain(text), []).extend(prose)
    for text, uses in groups.items():
        if len({_goal(use) for use in uses}) > 1 and _WORDY.search(text) and not _says_little(web, text):
            yield from _told_apart(web, uses)


def _says_little(web: Web, text: str) -> bool:
    """Formats and languages in tables of downloads; vague texts have a rule of their own."""
    words = web.site.words
    if text in words.vague or any(text in names for names in words.languages.values()):
        return True
    return all(part in words.formats or part.isdigit() for part in re.split(r"[\s,()/·–-]+", text) if part)


def _told_apart(web: Web, uses: list[Use]) -> Iterator[Flaw]:
    first: dict[int, tuple[str, Use]] = {}
    for use in uses:
        if (
            use.ref.href.startswith("#")
            or use.ref.get("aria-describedby") is not None
            or (use.ref.get("rel") or "")
            in {
                "next",
                "prev",
                "tag",
            }
        ):
            continue
        goal = _goal(use)
        for number in dict.fromkeys(use.docs):
            known = first.setdefault(number, (goal, use))
            if known[0] != goal:
                gaps = (("text", use.ref.text), ("href", use.ref.href), ("twin", known[1].ref.href))
                yield Flaw("LK413", number, use.ref, gaps, about=goal)


def _goal(use: Use) -> str:
    target = use.target
    if target.kind == FOUND:
        return target.path
    plain_url = re.sub(r"^https?://(?:www\.)?", "", target.url, flags=re.I).partition("#")[0]
    return plain_url.rstrip("/")


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """A text as it sounds: no case, no signs around it, one kind of apostrophe."""
    joined = " ".join(text.translate(_ALIKE).casefold().split())
    return joined.strip(_TRIM)


_ALIKE = str.maketrans(dict.fromkeys("ʻʼ’‘`´", "'"))
