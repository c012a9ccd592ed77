"""S01: what a page about violence owes its readers before it begins."""

from collections.abc import Iterator

from ahil.model.spot import Fault, Spot
from ahil.model.text import Prose
from ahil.rules.engine import rule
from ahil.rules.forms import says
from ahil.rules.ground import Ground
from ahil.rules.owner import Owner
from ahil.rules.passage import blanked


def _sensitive(ground: Ground) -> Iterator[tuple[Owner, Prose, int, int]]:
    """(owner, prose, first and last line): the safety section of a module, the whole of a page or handout."""
    for owner, prose in ground.prose():
        if owner.sensitive:
            yield (owner, prose, *(_section(prose) if owner.kind == "module" else (1, len(prose.lines))))


def _section(prose: Prose) -> tuple[int, int]:
    tops = [heading for heading in prose.headings if heading.level == 2]
    for heading, after in zip(tops, [*tops[1:], None], strict=True):
        if heading.id == "safety":
            return heading.spot.line, after.spot.line - 1 if after else len(prose.lines)
    return 1, len(prose.lines)


@rule("SA601")
def help_missing(ground: Ground) -> Iterator[Fault]:
    """A sensitive page does not say where help is (S01).

    A reader who recognises herself must not have to search. Put ``{{ help }}`` on a line of its own: in a
    module into the section *Safety first*.
    """
    for _, prose, first, last in _sensitive(ground):
        if not any(mark.name == "help" and first <= mark.spot.line <= last for mark in prose.marks):
            yield Fault("SA601", Spot(prose.path, first), {})


@rule("SA631")
def note_missing(ground: Ground) -> Iterator[Fault]:
    """A sensitive module or page has no note on what it is about (S01).

    People decide whether to read on. Begin with a ``/// safety`` block; in a module it stands in *Safety
    first*.
    """
    for owner, prose, first, last in _sensitive(ground):
        blocks = (block for block in prose.blocks if block.name == "safety" and first <= block.first <= last)
        if owner.kind != "handout" and not any(blocks):
            yield Fault("SA631", Spot(prose.path, first), {})


@rule("SA632")
def way_out_missing(ground: Ground) -> Iterator[Fault]:
    """A sensitive module or page does not tell people that they may stop or leave (S01).

    Say it in *Safety first*, in one of the ways of ``opt-out`` in ``data/phrases.yml``; add your own words
    to that list.
    """
    for owner, prose, first, last in _sensitive(ground):
        text = blanked("\n".join(prose.lines[first - 1 : last]))
        if owner.kind != "handout" and not says(ground.watch.said("opt-out", prose.lang), text):
            yield Fault("SA632", Spot(prose.path, first), {})
