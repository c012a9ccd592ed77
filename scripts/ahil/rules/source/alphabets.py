"""Uzbek is read in three alphabets: words whose Cyrillic a program cannot know are confirmed by a person, once."""

import re
from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.passage import Passage, of_values
from ahil.rules.values import spoken_values

_ALSO_READ = ("facts", "contacts", "sources", "briefing", "recommendations")
_FOREIGN = re.compile(r'<(\w+)[^<>]*\slang="(?!uz)[^<>]*>.*?</\1>|^[ \t]*/{3,}[ \t]*\w+', re.MULTILINE)
_KEYS = re.compile(r"^[ \t]*[\w-]+:", re.MULTILINE)
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_AROUND = 60


@rule("WO406")
def cyrillic_unconfirmed(ground: Ground) -> Iterator[Fault]:
    """Nobody has confirmed how an Uzbek word is written in Cyrillic, and its Latin letters do not tell.

    The Cyrillic edition is made from the Latin text. *ketsa* has т and с, *konstitutsiya* has ц; *albom* has ь,
    *albatta* none: a wrong guess would be printed for every elder. Add the word to ``data/uzbek/exceptions.tsv``:
    ``word<TAB>=`` if the proposal is right, ``word<TAB>сўз`` if it is written otherwise, ``word<TAB>-`` for a name
    that stays in Latin letters. Until then nothing is built.
    """
    asked: set[str] = set()
    raw = {prose.path: "\n".join(prose.lines) for _, prose in ground.prose() if prose.lang is Lang.UZ}
    for passage in (*ground.passages, *_registers(ground)):
        if passage.lang is not Lang.UZ:
            continue
        silent = _silent(raw.get(passage.path, ""))
        for doubt in ground.watch.doubts(passage.text):
            small = doubt.word.lower()
            if small in asked or any(doubt.start in one for one in silent):
                continue
            asked.add(small)
            gaps = {"word": small, "proposal": doubt.proposal.lower(), "sentence": _sentence(passage, doubt.start)}
            yield Fault("WO406", passage.spot(doubt.start), gaps)


def _registers(ground: Ground) -> Iterator[Passage]:
    """What readers meet of the registers that other rules leave to themselves."""
    for name in _ALSO_READ:
        path = f"data/{name}.yml"
        places = ground.curriculum.places.get(path)
        if places is None:
            continue
        rows = [(value, ground.row(name, key)) for key, value in getattr(ground.curriculum, name).items()]
        said = [one for value, row in rows for one in spoken_values(value, places, (row,))]
        uzbek = [(spot, text) for lang, spot, text in said if lang is Lang.UZ]
        yield of_values(path, Lang.UZ, (name, "", ""), uzbek)


def _silent(raw: str) -> list[range]:
    """Where a Markdown file speaks another language or to programs."""
    front = _FRONT.match(raw)
    found = [*_FOREIGN.finditer(raw), *(_KEYS.finditer(raw, 0, front.end()) if front else ())]
    return [range(*match.span()) for match in found]


def _sentence(passage: Passage, at: int) -> str:
    """The words around an offset, as many of its line as a message holds."""
    start = max(passage.text.rfind("\n", 0, at) + 1, at - _AROUND)
    end = passage.text.find("\n", at)
    return " ".join(passage.text[start : min(end if end >= 0 else len(passage.text), at + _AROUND)].split())
