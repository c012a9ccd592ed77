"""The ratchet: what was known when the baseline was written is not reported, and what is gone cannot come back."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ahil.model.spot import Gravity, Problem


def write_baseline(path: Path, problems: Sequence[Problem]) -> int:
    """Keep the findings of today, a line each, without line numbers: text above them may grow."""
    known = Counter(_key(problem) for problem in problems if problem.gravity is not Gravity.INFO)
    _write(path, known)
    return sum(known.values())


def _write(path: Path, known: Counter[str]) -> None:
    rows = ",\n".join(f"{json.dumps(key, ensure_ascii=False)}: {count}" for key, count in sorted(known.items()))
    path.write_text("{\n" + rows + "\n}\n", "utf-8", newline="\n")


def _key(problem: Problem) -> str:
    return f"{problem.spot.path} {problem.code} {problem.what}"


def beyond_baseline(path: Path, problems: Sequence[Problem]) -> tuple[list[Problem], int]:
    """The problems that are not known, and how many known ones are gone; those are taken out of the file."""
    known: Counter[str] = Counter(json.loads(path.read_text("utf-8")))
    left, new = known.copy(), []
    for problem in problems:
        if left[_key(problem)] > 0:
            left[_key(problem)] -= 1
        else:
            new.append(problem)
    gone = sum(left.values())
    if gone:
        _write(path, Counter({key: count for key, count in (known - left).items() if count}))
    return new, gone
