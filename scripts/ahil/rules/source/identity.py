"""S07, S08, S13, S29: nobody may be found by what we write."""

import re
from collections.abc import Iterator

from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.forms import matches, named, says
from ahil.rules.ground import Ground
from ahil.rules.passage import Passage

_POINT = re.compile(r"(?<![\d.])\d{2}[.,]\d{4,}(?!\d)")


@rule("SA607", "SA629")
def name_outside(ground: Ground) -> Iterator[Fault]:
    """The name of a person of the briefing (SA607, S07) or of a community (SA629, S29) stands outside its
    pages.

    Together with a detail from elsewhere it leads to a door. Write “a woman”, “a community in Jizzakh
    region”. The names and their pages stand in ``data/names.yml``.
    """
    for passage in ground.passages:
        for name in ground.watch.names.values():
            if passage.kind == "page" and passage.slug in name.pages:
                continue
            code = "SA607" if name.kind == "person" else "SA629"
            for match in named(name.forms, passage):
                yield Fault(
                    code, passage.spot(match.start()), {"name": match[0], "pages": ", ".join(name.pages)}
                )


@rule("SA608")
def details_together(ground: Ground) -> Iterator[Fault]:
    """Details that together point to one family stand in one paragraph (S08).

    A place and an age, or “Mehr”, a relative in prison or an orphanage and any of these. Leave all but one
    out.
    """
    places = [name for name in ground.watch.names.values() if name.kind == "place"]
    for passage in ground.passages:
        ages = [match for _, match in matches(ground.watch.said("age-of-a-person", passage.lang), passage)]
        kin = [match for _, match in matches(ground.watch.said("relative-in-care", passage.lang), passage)]
        for match in [*ages, *kin]:
            around = passage.unit(match.start())
            said = match[0]
            others = [one[0] for name in places for one in named(name.forms, passage) if one[0] in around]
            others += [one for one in _mehr(ground, passage) if one in around]
            others += [one[0] for one in kin if one[0] in around and match in ages]
            if others:
                yield Fault("SA608", passage.spot(match.start()), {"one": said, "two": others[0]})


def _mehr(ground: Ground, passage: Passage) -> list[str]:
    return [match[0] for _, match in matches(ground.watch.said("returned-by-mehr", passage.lang), passage)]


@rule("SA613")
def shelter_placed(ground: Ground) -> Iterator[Fault]:
    """An address or a point on a map stands near the word shelter (S13).

    The one who hits reads too. Never write where a shelter is; the way leads through the helpline.
    """
    for passage in ground.passages:
        for _, match in matches(ground.watch.said("shelter", passage.lang), passage):
            near = passage.text[max(0, match.start() - 200) : match.end() + 200]
            point = _POINT.search(near)
            if point or says(ground.watch.said("street-address", passage.lang), near):
                yield Fault("SA613", passage.spot(match.start()), {"word": match[0]})
