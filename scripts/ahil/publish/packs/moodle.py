"""The self-checks of a language for the question bank of Moodle."""

from collections.abc import Iterator

from ahil.model.lang import Lang
from ahil.publish.packs.room import Artefact, PackRoom
from ahil.publish.staging import edition_code
from ahil.render.packs.moodle import question_bank


def make(room: PackRoom, lang: Lang) -> Iterator[Artefact]:
    """``moodle/quizzes-trainer.xml``: it says which answers are right."""
    if any(prose.quiz for _, prose in room.wanted(lang)):
        bank = question_bank(room.curriculum, lang, room.only)
        yield Artefact("moodle/quizzes-trainer.xml", bank.encode(), edition_code("", bank))
