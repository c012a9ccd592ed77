"""S07, S08, S13, S29: nobody may be found by what we write."""

import re
from collections.abc import Iterator

from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.forms import matches, named, says
from ahil.rules.ground import Ground

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
            for hit in named(name.forms, passage):
                yield Fault(code, passage.spot(hit.start), {"name": hit.said, "pages": ", ".join(name.pages)})


@rule("SA608")
def details_together(ground: Ground) -> Iterator[Fault]:
    """Details that together point to one family stand in one paragraph (S08).

    A place and an age, or “Mehr”, a relative in prison or an orphanage and any of these. Leave all but one
    out.
    """
    places = tuple(name for name in ground.watch.names.values() if name.kind == "place")
    for passage in ground.passages:
        ages = list(matches(ground.watch.said("age-of-a-person", passage.lang), passage))
        kin = list(matches(ground.watch.said("relative-in-care", passage.lang), passage))
        if ages or kin:
            mehr = list(matches(ground.watch.said("returned-by-mehr", passage.lang), passage))
            there = [*mehr, *(hit for name in places for hit in named(name.forms, passage))]
            for one, others in [*((age, [*there, *kin]) for age in ages), *((who, there) for who in kin)]:
                around = passage.unit_at(one.start)
                two = next((hit for hit in others if around[0] <= hit.start < around[1]), None)
                if two:
                    yield Fault("SA608", passage.spot(one.start), {"one": one.said, "two": two.said})


@rule("SA613")
def shelter_placed(ground: Ground) -> Iterator[Fault]:
    """An address or a point on a map stands near the word shelter (S13).

    The one who hits reads too. Never write where a shelter is; the way leads through the helpline.
    """
    for passage in ground.passages:
        for hit in matches(ground.watch.said("shelter", passage.lang), passage):
            near = passage.text[max(0, hit.start - 200) : hit.end + 200]
            point = _POINT.search(near)
            if point or says(ground.watch.said("street-address", passage.lang), near):
                yield Fault("SA613", passage.spot(hit.start), {"word": hit.said})
