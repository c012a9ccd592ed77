"""The words in drawings."""

from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.model.spot import Fault, Spot
from ahil.model.text import PLACEHOLDER
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.source.references import nearest


@rule("LK318", "LK319")
def drawing_word(ground: Ground) -> Iterator[Fault]:
    """A drawing asks for a word that ``figures/words.yml`` does not have (LK318) or has not in every
    language (LK319).

    The sheet would show the id. Write the word in three languages. Good: ``roots: {en: Causes, ru: Причины,
    uz: Sabablar}``.
    """
    for path, drawing in ground.curriculum.figures.items():
        words = path.rsplit("/", 1)[0] + "/words.yml"
        places = ground.curriculum.places.get(words)
        for match in PLACEHOLDER.finditer(drawing.svg):
            before = drawing.svg[: match.start()]
            spot = Spot(path, before.count("\n") + 1, match.start() - before.rfind("\n"))
            entry = drawing.words.get(match[1])
            if entry is None:
                yield Fault("LK318", spot, {"word": match[1], "near": nearest(match[1], drawing.words)})
                continue
            for lang in Lang:
                if not str(entry.get(lang, "")).strip():
                    there = places.spot(match[1]) if places else Spot(words)
                    yield Fault("LK319", there, {"word": match[1], "lang": lang}, spot)
