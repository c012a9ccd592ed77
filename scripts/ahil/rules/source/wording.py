"""S09, S10, S14, S24, S28: words that harm, and what to say instead."""

import re
from collections.abc import Iterator

from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.forms import matches, says
from ahil.rules.ground import Ground
from ahil.rules.passage import Passage

NO_MEDIATION = frozenset(
    [
        "gender-norms",
        "safe-response",
        "psychological-first-aid",
        "reintegration",
        "myths-and-facts",
        "first-ten-minutes",
        "law-and-services-card",
        "safety",
        "challenges/domestic-violence",
    ]
)
_WRONG_OPTION = re.compile(r"\s*[-*+] \[ \]")


def _refused(ground: Ground, passage: Passage, at: int, *more: str) -> bool:
    """Whether the words around an offset say no to what stands there."""
    around = passage.context(at)
    return any(says(ground.watch.said(phrase, passage.lang), around) for phrase in ("no", *more))


@rule("SA609")
def label_harms(ground: Ground) -> Iterator[Fault]:
    """A label that harms people is written (S09).

    It stays with a child through school. Say what happened instead; ``data/labels.yml`` has words for each.
    Where a text teaches why not to say it, put ``<!-- allow-term: reason -->`` above.
    """
    for passage in ground.passages:
        for label in ground.curriculum.labels.values():
            forms = {"en": label.en, "ru": label.ru, "uz": label.uz}[passage.lang]
            for hit in matches(forms, passage):
                gaps = {"word": hit.said, "use": label.use.get(passage.lang, "")}
                yield Fault("SA609", passage.spot(hit.start), gaps, ground.entry("labels", label.id))


@rule("SA624")
def term_forbidden(ground: Ground) -> Iterator[Fault]:
    """A variant is written that the term base rules out (S24).

    One thing has one name, or readers think there are two. Write the term of ``data/glossary.yml``.
    Bad: “mahalla” in English. Good: “makhalla”.
    """
    for passage in ground.passages:
        if passage.kind == "glossary":
            continue
        for term in ground.curriculum.terms.values():
            for one in (term.forbidden or {}).get(passage.lang, ()):
                for hit in matches((one.text,), passage):
                    gaps = {"word": hit.said, "use": one.use}
                    yield Fault("SA624", passage.spot(hit.start), gaps, ground.entry("glossary", term.id))


@rule("SA610")
def faith_as_sign(ground: Ground) -> Iterator[Fault]:
    """Dress or prayer is written down as a sign of danger (S10).

    Nobody becomes safer by it, and believers are driven away. Say what was done, not how somebody looks.
    """
    for passage in ground.passages:
        for hit in matches(ground.watch.said("religious-sign", passage.lang), passage):
            sentence = passage.sentence(hit.start)
            signs = says(ground.watch.said("sign-of", passage.lang), sentence)
            if signs and not _refused(ground, passage, hit.start):
                yield Fault("SA610", passage.spot(hit.start), {"word": hit.said})


@rule("SA614")
def mediation_offered(ground: Ground) -> Iterator[Fault]:
    """A text about violence at home speaks of reconciling or mediating and does not say that we do not do
    it (S14).

    Pressed to make peace, people are hurt again. Say no in the same paragraph, or leave it out. A wrong
    answer of the quiz may name it.
    """
    for passage in ground.passages:
        if passage.slug not in NO_MEDIATION or passage.kind in ("drawing", "worksheet"):
            continue
        for hit in matches(ground.watch.said("mediation", passage.lang), passage):
            if _WRONG_OPTION.match(passage.unit(hit.start)):
                continue
            if not _refused(ground, passage, hit.start, "apart"):
                yield Fault("SA614", passage.spot(hit.start), {"word": hit.said})


@rule("SA628")
def own_story_asked(ground: Ground) -> Iterator[Fault]:
    """An exercise asks people for their own story of violence (S28).

    A story told in a room goes home before its teller. Use an invented case, a card, or a role read by a
    trainer.
    """
    for passage in ground.passages:
        if passage.kind not in ("module", "handout", "worksheet"):
            continue
        for hit in matches(ground.watch.said("own-story", passage.lang), passage):
            if _WRONG_OPTION.match(passage.unit(hit.start)):
                continue
            if not _refused(ground, passage, hit.start, "apart"):
                yield Fault("SA628", passage.spot(hit.start), {"words": hit.said})
