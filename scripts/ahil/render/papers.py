"""The papers there are of a handout or a worksheet: kind → file name without its ending."""

from collections.abc import Mapping

from ahil.model.handout import Handout
from ahil.model.print import Cut
from ahil.model.worksheet import Paper, Worksheet


def papers_of_handout(handout: Handout) -> Mapping[str, str]:
    """The page; cards for the pocket where they are wanted."""
    cards = {"pocket": f"{handout.code}-{Cut.POCKET}"} if handout.facts.pocket else {}
    return {"handout": handout.code} | cards


def papers_of_worksheet(sheet: Worksheet) -> Mapping[str, str]:
    """The form; on A4 as well where it is a sheet of A3."""
    small = {"worksheet-a4": f"{sheet.code}-{Cut.A4}"} if sheet.facts.paper is Paper.A3 else {}
    return {"worksheet": sheet.code} | small
