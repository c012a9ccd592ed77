"""S25: a handout is one side that a tired reader finishes."""

import re
from collections.abc import Iterator
from statistics import median

from ahil.model.curriculum import Curriculum
from ahil.model.spot import Fault, Spot
from ahil.model.text import Prose
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.passage import blanked
from ahil.rules.sentences import count_words, sentence_lengths

MOST_WORDS, MOST_POINTS, LONGEST = 220, 7, 18
_OTHER_LANGUAGE = re.compile(r"<bdi lang=\"[^\"]*\">.*?</bdi>")
_ALT = re.compile(r"!\[[^\]]*\]")
_POINT = re.compile(r"[ \t]*(?:[-*+]|\d+\.) ")


def _handouts(ground: Ground) -> Iterator[Prose]:
    return (prose for owner, prose in ground.prose() if owner.kind == "handout")


def _own(prose: Prose) -> str:
    """The body in the language of its reader, without the words that stand for the drawing."""
    return _ALT.sub("", _OTHER_LANGUAGE.sub("", "\n".join(prose.lines[prose.body - 1 :])))


@rule("ST140")
def handout_too_wordy(ground: Ground) -> Iterator[Fault]:
    """A handout has more than 220 words, the facts it quotes included; words of a twin language do not count.

    It must stay on one side in large print. Take a thought out; a module has room for it.
    """
    for prose in _handouts(ground):
        words = count_words(blanked(_own(prose))) + _quoted(prose, ground.curriculum)
        if words > MOST_WORDS:
            yield Fault("ST140", Spot(prose.path), {"words": words, "most": MOST_WORDS})


def _quoted(prose: Prose, curriculum: Curriculum) -> int:
    facts = (curriculum.facts.get(mark.argument) for mark in prose.marks if mark.name == "fact")
    return sum(count_words(fact.text.get(prose.lang, "")) for fact in facts if fact)


@rule("ST141")
def too_many_points(ground: Ground) -> Iterator[Fault]:
    """A handout has more than seven points.

    Nobody remembers more. Join two of them, or leave the weakest out.
    """
    for prose in _handouts(ground):
        points = [number for number, line in enumerate(prose.lines, 1) if _POINT.match(line) and number >= prose.body]
        if len(points) > MOST_POINTS:
            yield Fault("ST141", Spot(prose.path, points[MOST_POINTS]), {"points": len(points), "most": MOST_POINTS})


@rule("ST142")
def not_one_drawing(ground: Ground) -> Iterator[Fault]:
    """A handout has no drawing, or more than one.

    One picture is what people recognise the sheet by, also those who read little. Draw one that says the main
    thing; ``![what it shows](figures/name.svg)``.
    """
    for prose in _handouts(ground):
        drawings = sum(link.image for link in prose.links)
        if drawings != 1:
            yield Fault("ST142", Spot(prose.path), {"count": drawings})


@rule("SA625")
def sentences_too_long(ground: Ground) -> Iterator[Fault]:
    """Half of the sentences of a handout have more than 18 words (S25).

    People read it after work, some in a language they did not learn at school. Cut sentences in two.
    """
    for prose in _handouts(ground):
        lengths = list(sentence_lengths(blanked(_own(prose))))
        if lengths and (middle := median(lengths)) > LONGEST:
            yield Fault("SA625", Spot(prose.path), {"words": int(middle), "most": LONGEST})
