"""S17: the check at the end of a module."""

from collections.abc import Iterator

from ahil.model.module import Module
from ahil.model.spot import Fault, Spot
from ahil.model.text import Prose, QuizItem
from ahil.rules.engine import rule
from ahil.rules.ground import Ground
from ahil.rules.source.structure import modules_in_words, order_differs, under


def _items(ground: Ground) -> Iterator[tuple[Module, Prose, QuizItem]]:
    for module, prose in modules_in_words(ground):
        for item in prose.quiz:
            yield module, prose, item


@rule("QU501")
def items_few(ground: Ground) -> Iterator[Fault]:
    """A module has fewer than four or more than six questions.

    Three can be guessed; seven are a burden at the end of an evening.
    """
    for module in ground.curriculum.modules.values():
        if not 4 <= len(module.facts.quiz) <= 6:
            yield Fault("QU501", module.places.spot("quiz"), {"n": len(module.facts.quiz)})


@rule("QU502", "QU503", "QU504")
def items_differ(ground: Ground) -> Iterator[Fault]:
    """The questions are not those of ``module.yml``: one is missing (QU502), one is too many (QU503), or
    the order differs (QU504).

    Write one ``### … { #quiz-<id> }`` under *Check* for each id of ``quiz``, in its order.
    """
    for module, prose in modules_in_words(ground):
        headings = [one for one in under(prose, "check") if one.id]
        wanted = [f"quiz-{one}" for one in module.facts.quiz]
        there = {heading.id for heading in headings}
        start = next((one.spot for one in prose.headings if one.id == "check"), Spot(prose.path))
        for number, one in enumerate(wanted):
            if one not in there:
                yield Fault("QU502", start, {"id": one}, module.places.spot("quiz", number))
        for heading in headings:
            if heading.id not in wanted:
                yield Fault("QU503", heading.spot, {"id": heading.id}, module.places.spot("quiz"))
        yield from order_differs("QU504", headings, wanted, module.places.spot("quiz"))


@rule("QU505", "QU506", "QU507", "QU508")
def options_wrong(ground: Ground) -> Iterator[Fault]:
    """A question has not exactly one right answer (QU505), fewer than three options (QU506), two equal ones
    (QU507), or no words of its own (QU508).

    A learner could not answer it, or could not fail. Good: a question, then ``- [x] …`` once and ``- [ ]
    …`` twice or more.
    """
    for _, _, item in _items(ground):
        right = sum(correct for _, correct in item.options)
        if right != 1:
            yield Fault("QU505", item.spot, {"id": item.id, "n": right})
        if len(item.options) < 3:
            yield Fault("QU506", item.spot, {"id": item.id, "n": len(item.options)})
        texts = [text.strip(" .").casefold() for text, _ in item.options]
        for text in dict.fromkeys(text for text in texts if texts.count(text) > 1):
            yield Fault("QU507", item.spot, {"id": item.id, "text": text})
        if not item.question:
            yield Fault("QU508", item.spot, {"id": item.id})


@rule("QU509", "QU510")
def why_missing(ground: Ground) -> Iterator[Fault]:
    """A question has no ``answer`` block (QU509), or nothing stands in it (QU510).

    Without the why, a wrong answer teaches nothing. Good: ``/// answer``, a sentence or two, ``///``.
    """
    for _, prose, item in _items(ground):
        block = next((one for one in prose.blocks if one.name == "answer" and one.first == item.answer), None)
        if block is None:
            yield Fault("QU509", item.spot, {"id": item.id})
        elif not any(line.strip() for line in prose.lines[block.first : block.last - 1]):
            yield Fault("QU510", block.spot, {"id": item.id})


@rule("QU511")
def options_differ(ground: Ground) -> Iterator[Fault]:
    """A question has another number of options, or another right one, than in the source language.

    Options are shuffled alike in all languages, so the same place must be right everywhere. Put them in the
    same order.
    """
    for module in ground.curriculum.modules.values():
        source = module.words.get(module.facts.source)
        asked = {item.id: item for item in source.quiz} if source and not source.broken else {}
        for prose in module.words.values():
            for item in prose.quiz:
                first = asked.get(item.id)
                if first and [right for _, right in item.options] != [right for _, right in first.options]:
                    yield Fault("QU511", item.spot, {"id": item.id}, first.spot)
