"""Two lines a problem, for a person at a terminal."""

from collections.abc import Sequence

from ahil.model.spot import Problem


def report(problems: Sequence[Problem]) -> str:
    """``path:line:col: CODE what``, then what to do; nothing at all when nothing was found."""
    return "".join(_lines(problem) for problem in problems)


def _lines(problem: Problem) -> str:
    beside = f" ({problem.other})" if problem.other else ""
    return f"{problem.spot}: {problem.code} {problem.what}{beside}\n  → {problem.do}\n"
