"""Problems leave as text: one file a form, chosen by ``--as``."""

from collections.abc import Callable, Sequence

from ahil.model.spot import Problem
from ahil.publish.report import github, html, json, junit, plain, sarif

FORMS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "plain": plain.report,
    "json": json.report,
    "github": github.report,
    "sarif": sarif.report,
    "junit": junit.report,
    "html": html.report,
}
