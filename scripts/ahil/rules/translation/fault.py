"""How a finding of this family is made: a place in the translation and the place in the source it answers."""

from ahil.model.blocks import Block
from ahil.model.spot import Fault
from ahil.model.translation import Pair


def fault(pair: Pair, code: str, one: Block | int | None, two: Block | int | None, **gaps: object) -> Fault:
    """A fault at block ``two`` of the translation beside block ``one`` of the source."""
    here = two if isinstance(two, int) else (two.line if two else 1)
    there = one if isinstance(one, int) else (one.line if one else None)
    other = pair.source.spot(there) if there else None
    return Fault(code, pair.target.spot(here), gaps, other)


def short(text: str, most: int = 60) -> str:
    """The beginning of a text, fit for a message."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def sign(block: Block) -> str:
    """How a block of this kind begins in Markdown; understood in every language."""
    signs = {"heading": "#" * int(block.detail) if block.detail.isdigit() else "#", "row": "| … |", "table": "| … |",
             "code": "```", "rule": "---", "snippet": "--8<--", "math": "$$", "html": "<…>", "term": "…",
             "definition": ":", "footnote": f"[^{block.id}]:", "abbreviation": f"*[{block.id}]:", "paragraph": "¶"}  # fmt: skip  # noqa: E501
    if block.inside and block.inside[-1] == ">" and block.kind == "paragraph":
        return ">"
    return signs.get(block.kind) or block.detail
