"""The self-checks as Moodle reads them into a question bank. It holds which answers are right: it is for trainers."""

from collections.abc import Iterator
from html import escape

from markdown_it import MarkdownIt

from ahil.model.curriculum import Curriculum
from ahil.model.lang import Lang
from ahil.model.module import Module
from ahil.model.text import Prose, QuizItem
from ahil.render.quiz import shuffled

_INLINE = MarkdownIt("commonmark")


def question_bank(curriculum: Curriculum, lang: Lang, only: frozenset[str] = frozenset()) -> str:
    """Every question of every module written in ``lang``, one category a module; explanations stay with trainers."""
    inside = "".join(
        f"{_category(module, prose)}{''.join(_question(module, item) for item in prose.quiz)}"
        for module, prose in _asking(curriculum, lang)
        if not only or module.slug in only
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{inside}</quiz>\n'


def _asking(curriculum: Curriculum, lang: Lang) -> Iterator[tuple[Module, Prose]]:
    for module in curriculum.modules.values():
        prose = module.words.get(lang)
        if prose is not None and not prose.broken and prose.quiz:
            yield module, prose


def _category(module: Module, prose: Prose) -> str:
    title = prose.front.title.replace("/", "//")  # a single stroke would open a category inside
    return (
        f'<question type="category"><category><text>$course$/top/Ahil/{module.facts.id} {escape(title, quote=False)}'
        "</text></category></question>\n"
    )


def _question(module: Module, item: QuizItem) -> str:
    answers = "".join(
        f'<answer fraction="{100 if right else 0}" format="html"><text>{_html(text)}</text></answer>'
        for text, right in shuffled(item, module.slug)
    )
    asked = _INLINE.renderInline(" ".join(item.question).strip())
    return (
        f'<question type="multichoice"><name><text>{module.facts.id} {item.id}</text></name>'
        f'<questiontext format="html"><text>{escape(f"<p>{asked}</p>", quote=False)}</text></questiontext>'
        "<defaultgrade>1</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>"
        f"<idnumber>{module.code}-{item.id}</idnumber><single>true</single><shuffleanswers>true</shuffleanswers>"
        f"<answernumbering>abc</answernumbering>{answers}</question>\n"
    )


def _html(text: str) -> str:
    """Words → HTML → XML."""
    return escape(escape(text, quote=False), quote=False)
