"""S20: our own words."""

from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.runs import LENGTH, fingerprints, words_of


@rule("SA620")
def words_copied(ground: Ground) -> Iterator[Fault]:
    """Twelve words in a row are those of the briefing (S20).

    It is somebody’s work and is cited, not copied; ``data/briefing-runs.txt`` holds fingerprints of its
    sentences, made by ``ahil fingerprint``. Say it in your own words.
    """
    for passage in ground.passages:
        if passage.lang is Lang.EN:
            for at, count, said in _copied(ground, passage.text):
                yield Fault("SA620", passage.spot(at), {"n": count, "words": said})
    for item in ground.curriculum.briefing.values():
        for _, count, said in _copied(ground, item.text):
            yield Fault("SA620", ground.entry("briefing", item.id, "text"), {"n": count, "words": said})
    for fact in ground.curriculum.facts.values():
        for _, count, said in _copied(ground, fact.text.get(Lang.EN, "")):
            yield Fault("SA620", ground.entry("facts", fact.id, "text"), {"n": count, "words": said})


def _copied(ground: Ground, text: str) -> Iterator[tuple[int, int, str]]:
    """(offset, number of words, first words) of each stretch that is not ours."""
    found = [at for run, at in fingerprints(text) if run in ground.watch.runs]
    words = words_of(text) if found else []
    for number, at in enumerate(found):
        if number and found[number - 1] == at - 1:
            continue
        end = at
        while end + 1 in found:
            end += 1
        said = " ".join(word for word, _ in words[at : at + 6])
        yield words[at][1], end - at + LENGTH, f"{said} …"
