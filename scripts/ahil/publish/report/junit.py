"""For servers that count tests: one case a file, one failure a problem."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from ahil.model.spot import Gravity, Problem


def report(problems: Sequence[Problem]) -> str:
    """JUnit XML; information is written as output, never as a failure."""
    cases = [(path, list(found)) for path, found in groupby(sorted(problems), key=lambda problem: problem.spot.path)]
    failed = sum(_fails(problem) for problem in problems)
    total = max(len(cases), 1)
    body = "".join(_case(path, found) for path, found in cases) or '  <testcase classname="ahil" name="ahil"/>\n'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites tests="{total}" failures="{failed}">\n'
        f' <testsuite name="ahil" tests="{total}" failures="{failed}" errors="0" skipped="0">\n{body} </testsuite>\n'
        "</testsuites>\n"
    )


def _fails(problem: Problem) -> bool:
    return problem.gravity is not Gravity.INFO


def _case(path: str, problems: list[Problem]) -> str:
    inner = "".join(_entry(problem) for problem in problems)
    return f"  <testcase classname={_quoted(path)} name={_quoted(path)}>\n{inner}  </testcase>\n"


def _entry(problem: Problem) -> str:
    text = f"{problem.spot}: {problem.code} {problem.what}\n→ {problem.do}"
    if not _fails(problem):
        return f"   <system-out>{escape(_printable(text))}</system-out>\n"
    kind = f"type={_quoted(problem.code)}"
    return f"   <failure {kind} message={_quoted(problem.what)}>{escape(_printable(text))}</failure>\n"


def _quoted(text: str) -> str:
    return f'"{escape(_printable(text))}"'


def _printable(text: str) -> str:
    """XML 1.0 has no control signs."""
    return "".join(char for char in text if char in "\t\n\r" or char >= " ")
