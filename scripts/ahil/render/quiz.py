"""The self-check: shuffled the same way in every language, answers never in a learner's page."""

import hashlib
import html
from random import Random

from ahil.model.text import QuizItem


def shuffled(item: QuizItem, slug: str) -> list[tuple[str, bool]]:
    """The options in the order readers see: decided by the module and the item alone, so equal in all languages."""
    order = list(item.options)
    Random(f"{slug}/{item.id}").shuffle(order)
    return order


def digest(salt: str, item: str, option: int) -> str:
    """What a page may know of the right answer: SHA-256 of salt, item and the number of the option, in hex."""
    return hashlib.sha256(f"{salt}:{item}:{option}".encode()).hexdigest()


def fieldset(item: QuizItem, slug: str, question: str) -> str:
    """One question (already HTML) as radio buttons; the page's script compares digests and says right or not yet."""
    options = shuffled(item, slug)
    right = next((number for number, (_, correct) in enumerate(options) if correct), -1)
    rows = "".join(
        f'<div class="quiz-option"><input type="radio" name="{item.id}" value="{number}" id="q-{item.id}-{number}">'
        f'<label for="q-{item.id}-{number}">{html.escape(text, quote=False)}</label></div>'
        for number, (text, _) in enumerate(options)
    )
    return (
        f'<fieldset class="quiz-item" data-item="{item.id}" data-digest="{digest(slug, item.id, right)}">'
        f"<legend>{question}</legend>{rows}"
        '<p class="quiz-verdict" role="status"></p></fieldset>'
    )


def open_list(item: QuizItem, slug: str) -> list[str]:
    """The options as empty boxes, for paper."""
    return [f"- [ ] {text}" for text, _ in shuffled(item, slug)]


def marked_list(item: QuizItem, slug: str) -> list[str]:
    """The options with the right one marked, for trainers."""
    return [f"- [{'x' if right else ' '}] {text}" for text, right in shuffled(item, slug)]
