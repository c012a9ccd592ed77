"""SARIF 2.1.0, which forges show beside the code."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from ahil.model.spot import Gravity, Problem, Spot

_LEVEL = {Gravity.ERROR: "error", Gravity.WARNING: "warning", Gravity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(problems: Sequence[Problem]) -> str:
    """One run; each code a rule, each problem a result with its place and the place it is compared with."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "ahil", "rules": [{"id": code, "name": code} for code in codes]}
    results = [_result(problem, codes) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _result(problem: Problem, codes: list[str]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _LEVEL[problem.gravity],
        "message": {"text": f"{problem.what} → {problem.do}"},
        "locations": [_location(problem.spot)],
    }
    if problem.other:
        result["relatedLocations"] = [{"id": 1, **_location(problem.other)}]
    return result


def _location(spot: Spot) -> dict[str, object]:
    region = {"startLine": spot.line, "startColumn": spot.column}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(spot.path)}, "region": region}}
