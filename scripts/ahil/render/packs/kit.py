"""What a group needs on paper: which papers of a module, and how many of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.module import GroupForm, Module
from ahil.render.address import find

SHARING = {
    GroupForm.individual: 1,
    GroupForm.pairs: 2,
    GroupForm.trios: 3,
    GroupForm.fours: 4,
    GroupForm.fives: 5,
    GroupForm.groups: 5,
}
"""How many people share a paper; those who remain over get one of their own."""


@dataclass(frozen=True, slots=True)
class Supply:
    """A paper by its kind, name and code, for whom it is, and in how many copies."""

    kind: str
    name: str
    code: str
    form: GroupForm
    copies: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: a paper, for whom, how many, and its first and last page in the file."""

    title: str
    whom: str
    copies: int
    first: int
    last: int


def supplies(module: Module, curriculum: Curriculum, people: int) -> list[Supply]:
    """In the order of the steps. A paper that comes back in a later step is the same paper: the larger number counts.

    Everyone takes a handout home; a worksheet is for those who work on it together.
    """
    wanted: dict[tuple[str, str], Supply] = {}
    for kind, name, form in _uses(module, curriculum):
        shelf = curriculum.handouts if kind == "handout" else curriculum.worksheets
        if name not in shelf:
            continue
        copies = 1 if form is GroupForm.all else -(-people // SHARING[form])
        before = wanted.get((kind, name))
        if before is None or copies > before.copies:
            wanted[kind, name] = Supply(kind, name, shelf[name].facts.id, form, copies)
    return list(wanted.values())


def _uses(module: Module, curriculum: Curriculum) -> Iterator[tuple[str, str, GroupForm]]:
    for step in module.facts.steps:
        yield from (("handout", name, GroupForm.individual) for name in step.handouts)
        for name in step.worksheets:
            sheet = curriculum.worksheets.get(name)
            yield "worksheet", name, (sheet.facts.each if sheet else None) or step.group
    yield from (("handout", name, GroupForm.individual) for name in module.facts.handouts)
    yield from (("worksheet", name, GroupForm.all) for name in module.facts.worksheets)


def row(supply: Supply, curriculum: Curriculum, interface: Interface, first: int, last: int) -> Row:
    """The line of a paper."""
    target = find(curriculum, supply.kind, supply.name, interface.lang)
    title = target.title if target else supply.code
    return Row(title, interface.say(f"kit.each-{supply.form}"), supply.copies, first, last)


def list_body(rows: Iterable[Row], interface: Interface, people: int, sheets: int, large: str) -> str:
    """The first page of a kit; ``large`` are the pages that need large paper, if any do."""
    say = interface.say
    head = "".join(f'<th scope="col">{say(f"kit.{key}")}</th>' for key in ("what", "whom", "copies", "pages"))
    lines = "".join(
        f'<tr><th scope="row">{escape(one.title, quote=False)}</th><td>{one.whom}</td><td>{one.copies}</td>'
        f"<td>{pages(one.first, one.last)}</td></tr>"
        for one in rows
    )
    told = [say("kit.for", people=people, sheets=sheets), say("kit.how")]
    told += [say("kit.large-paper", pages=large)] if large else []
    return (
        "".join(f"<p>{escape(words)}</p>" for words in told)
        + f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table><p>{escape(say('kit.tear'))}</p>"
    )


def pages(first: int, last: int) -> str:
    """``3–42``, or ``3``."""
    return str(first) if first == last else f"{first}–{last}"
