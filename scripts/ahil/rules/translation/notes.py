"""Footnotes, short forms and included files are called and kept alike."""

import re
from collections import Counter
from collections.abc import Iterator

from ahil.model.blocks import Sheet
from ahil.model.lexicon import Knowledge
from ahil.model.spot import Fault
from ahil.model.translation import Pair
from ahil.rules.translation.fault import fault, short


def calls(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA521 a footnote is called in one language only, or the calls stand in another order."""
    for one, two, a, b in pair.rich:
        if a.notes != b.notes:
            ours, theirs = Counter(a.notes), Counter(b.notes)
            said = [f"[^{note}]" for note in (ours - theirs) + (theirs - ours) or a.notes]
            yield fault(pair, "PA521", one, two, note=" ".join(said))


def kept(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA524 a footnote or short form of the source is not there, or one is there that the source has not."""
    for one, two in pair.blocks:
        if one and not two and one.kind in ("footnote", "abbreviation"):
            mark = f"[^{one.id}]:" if one.kind == "footnote" else f"*[{one.id}]:"
            yield fault(pair, "PA524", one, pair.target.sections[-1].line if pair.target.sections else 1, mark=mark)
        elif two and not one and two.kind == "footnote":
            yield fault(pair, "PA526", None, two, mark=f"[^{two.id}]:")


def own(sheet: Sheet, knowledge: Knowledge) -> Iterator[Fault]:
    """PA522 a footnote is called that does not exist, PA523 one is never called, PA527 one is kept twice."""
    ids = [block.id for block in sheet.shared if block.kind == "footnote"]
    called = {note: block.line for block in sheet.blocks for part in block.parts for note in part.notes}
    if not ids and not called:
        return
    for note, line in called.items():
        if note not in ids:
            yield Fault("PA522", sheet.spot(line), {"note": f"[^{note}]"})
    for block in sheet.shared:
        if block.kind == "footnote" and block.id not in called:
            yield Fault("PA523", sheet.spot(block.line), {"note": f"[^{block.id}]"})
        if block.kind == "footnote" and ids.count(block.id) > 1:
            yield Fault("PA527", sheet.spot(block.line), {"note": f"[^{block.id}]"})


def short_forms(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA528 a short form that is explained never occurs on the page."""
    if not any(one.kind == "abbreviation" for one, _ in pair.both):
        return
    text = "\n".join(block.raw for section in pair.target.sections for block in section.blocks)
    source = "\n".join(block.raw for section in pair.source.sections for block in section.blocks)
    for one, two in pair.both:
        if two.kind == "abbreviation" and one.id in source and not re.search(rf"(?<!\w){re.escape(two.id)}", text):
            yield fault(pair, "PA528", one, two, form=two.id)


def _neutral(path: str) -> str:
    return re.sub(r"(?:(?<=/)|^)(?:en|ru|uz)/|[._-](?:en|ru|uz)(?=\.\w+$)", "", path)


def snippets(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """PA525 another file is included."""
    for one, two in pair.both:
        if one.kind == two.kind == "snippet":
            ours, theirs = (_neutral(path) for path in (one.raw, two.raw))
            if ours != theirs:
                yield fault(pair, "PA525", one, two, want=short(one.raw), have=short(two.raw))
