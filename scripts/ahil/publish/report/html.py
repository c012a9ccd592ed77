"""One page of HTML that needs nothing else: the findings, and under it whatever the caller adds."""

from collections.abc import Sequence
from html import escape

from ahil.model.spot import Problem

_STYLE = "body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}" \
    "td,th{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}code{white-space:nowrap}" \
    "ins{background:#d7f5dd;text-decoration:none}del{background:#fbdcdc}"  # fmt: skip  # noqa: E501


def report(problems: Sequence[Problem]) -> str:
    """A table: place, code, what is so, what to do."""
    return page("ahil", [("", table(problems))])


def table(problems: Sequence[Problem]) -> str:
    """The rows alone."""
    return "<table>" + "".join(_row(problem) for problem in problems) + "</table>"


def _row(problem: Problem) -> str:
    other = f"<br><code>{escape(str(problem.other))}</code>" if problem.other else ""
    cells = (
        f"<code>{escape(str(problem.spot))}</code>{other}",
        escape(problem.code),
        escape(problem.what),
        escape(problem.do),
    )
    return f'<tr class="{problem.gravity}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def page(title: str, parts: Sequence[tuple[str, str]], lang: str = "en") -> str:
    """A whole document: headings, each with its HTML."""
    body = "".join((f"<h2>{escape(head)}</h2>" if head else "") + html for head, html in parts)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{_STYLE}</style>'  # noqa: E501
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body><h1>{escape(title)}</h1>{body}</body></html>\n'
