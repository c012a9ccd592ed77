"""Workflow commands, which a forge shows beside the line."""

from collections.abc import Sequence

from ahil.model.spot import Gravity, Problem

_KIND = {Gravity.ERROR: "error", Gravity.WARNING: "warning", Gravity.INFO: "notice"}
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(problems: Sequence[Problem]) -> str:
    """One ``::error file=…`` line a problem, the gravest first: only ten of a kind are shown for a step."""
    order = list(Gravity)
    return "".join(_line(p) for p in sorted(problems, key=lambda p: order.index(p.gravity)))


def _line(problem: Problem) -> str:
    spot = problem.spot
    text = f"{problem.what} → {problem.do}".translate(_ESCAPES)
    place = f"file={spot.path.translate(_IN_PROPERTY)},line={spot.line},col={spot.column},title={problem.code}"
    return f"::{_KIND[problem.gravity]} {place}::{text}\n"
