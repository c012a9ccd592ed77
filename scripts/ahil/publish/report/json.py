"""For programs: a list with a version of its schema."""

import json
from collections.abc import Sequence

from ahil.model.spot import Problem, Spot


def report(problems: Sequence[Problem]) -> str:
    """``{"schema": 1, "problems": [{path, line, column, code, gravity, what, do, other}]}``."""
    return json.dumps({"schema": 1, "problems": [_entry(p) for p in problems]}, ensure_ascii=False, indent=1) + "\n"


def _entry(problem: Problem) -> dict[str, object]:
    return {
        **_place(problem.spot),
        "code": problem.code,
        "gravity": problem.gravity,
        "what": problem.what,
        "do": problem.do,
        "other": _place(problem.other) if problem.other else None,
    }


def _place(spot: Spot) -> dict[str, object]:
    return {"path": spot.path, "line": spot.line, "column": spot.column}
