"""A module → its page for learners or for trainers."""

from collections.abc import Iterator
from enum import StrEnum

from markdown_it import MarkdownIt

from ahil.model.module import Module
from ahil.model.text import Prose, QuizItem
from ahil.render import quiz
from ahil.render.marks import Setting
from ahil.render.prose_page import staged_lines
from ahil.render.timetable import facts_box, step_line, timetable, to_bring

_INLINE = MarkdownIt("commonmark")

Medium = StrEnum("Medium", ["screen", "paper"])


def module_body(module: Module, prose: Prose, setting: Setting, medium: Medium) -> str:
    """Markdown: the author's words with what the numbers say put in its places."""
    questions = {item.first: item for item in prose.quiz}
    answered = {n for item in prose.quiz for n in range(item.first + 1, item.last + 1)}
    headings = {heading.spot.line: heading.id for heading in prose.headings}
    out = [_facts(module, setting), ""]
    for number, lines in staged_lines(prose, setting):
        if number in questions:
            out += _question(questions[number], module, prose, setting, medium)
        elif number not in answered:
            out += _around(headings.get(number, ""), lines, module, prose, setting)
    return "\n".join(_gathered(out, module, setting, medium))


def _around(heading: str, lines: list[str], module: Module, prose: Prose, setting: Setting) -> list[str]:
    """A line of the author's, and what is computed before or after the heading it may be."""
    match heading:
        case "for-whom":
            return [*_objectives(prose, setting), *lines]
        case "safety" if setting.trainer:
            return [to_bring(module, setting.curriculum, setting.interface, setting.here), "", *lines]
        case "steps":
            return [*lines, "", timetable(module, prose, setting.interface), ""]
        case _:
            step = next((step for step in module.facts.steps if step.id == heading), None)
            after = step_line(step, setting.curriculum, setting.interface, setting.here) if step else None
            return [*lines, "", after, ""] if after else lines


def _facts(module: Module, setting: Setting) -> str:
    return facts_box(module, setting.curriculum, setting.interface, setting.here, trainer=setting.trainer)


def _objectives(prose: Prose, setting: Setting) -> list[str]:
    words = (prose.front.objectives or {}).values()
    return [
        f"## {setting.interface.say('module.objectives')} {{ #objectives }}",
        "",
        *(f"- {one}" for one in words),
        "",
    ]


def _question(item: QuizItem, module: Module, prose: Prose, setting: Setting, medium: Medium) -> Iterator[str]:
    """One question as the edition and the medium want it."""
    if medium is Medium.screen and not setting.trainer:
        question = _INLINE.renderInline(" ".join(item.question))
        yield quiz.fieldset(item, module.slug, question)
        return
    yield from (prose.lines[item.first - 1], "", *item.question, "")
    yield from quiz.marked_list(item, module.slug) if setting.trainer else quiz.open_list(item, module.slug)
    yield ""
    if setting.trainer:
        kept = ((n, lines) for n, lines in staged_lines(prose, setting) if item.first < n <= item.last)
        yield from (line for n, lines in kept if n >= item.answer for line in lines)


def _gathered(lines: list[str], module: Module, setting: Setting, medium: Medium) -> list[str]:
    """Put the questions of a learner's screen into one form with one button."""
    fields = [n for n, line in enumerate(lines) if line.startswith("<fieldset")]
    if not fields or medium is Medium.paper:
        return lines
    first, last = fields[0], fields[-1]
    button = f'<button type="submit" class="md-button">{setting.interface.say("module.check-answer")}</button>'
    form = "".join(lines[n] for n in fields)
    return [
        *lines[:first],
        "",
        f'<form class="quiz" data-salt="{module.slug}">{form}{button}</form>',
        "",
        *lines[last + 1 :],
    ]
