"""A worksheet as plain HTML that a word processor can be made of: lines, boxes and tables to fill in."""

from collections.abc import Iterator
from html import escape

from ahil.model.interface import Interface
from ahil.model.text import Words
from ahil.model.worksheet import Column, Field, FieldKind, Worksheet
from ahil.render.address import spoken

BOX = "☐"
LINE, AREA, SAFETY, LABEL, HINT = "Writing Line", "Writing Area", "Safety", "Label", "Hint"
"""Styles of the reference document."""


def form_for_word(sheet: Worksheet, interface: Interface, edition: str, *, draft: bool) -> str:
    """The whole sheet."""
    say, lang, facts = interface.say, interface.lang, sheet.facts
    title = escape(spoken(facts.title, lang), quote=False)
    top = [_styled(HINT, f"{facts.id} · {say('print.worksheet')}"), f"<h1>{title}</h1>"]
    top += [_styled(HINT, say("print.draft-long"))] if draft else []
    whom = f"{_strong(say('print.filled-by'))} {_said(facts.filled_by, interface)}."
    top.append(f"<p>{whom} {_said(facts.how, interface)}</p>")
    rules = [_said(facts.safety, interface), f"{_strong(say('print.never'))} {_said(facts.never, interface)}"]
    if facts.privacy:
        rules.append(f"{_strong(say('print.privacy'))} {_said(facts.privacy, interface)}")
    top += [_styled(SAFETY, rule) for rule in rules]
    fields = (line for field in facts.fields for line in _field(field, interface))
    foot = _styled(HINT, f"Ahil · {say('web.edition')} {edition} · {escape(say('web.licence'), quote=False)}")
    return "\n".join([*top, *fields, foot])


def _field(field: Field, interface: Interface) -> Iterator[str]:
    label = _said(field.label, interface)
    match field.kind:
        case FieldKind.heading:
            yield f"<h2>{label}</h2>"
            return
        case FieldKind.note:
            yield f"<p>{label}</p>"
            return
    yield _styled(LABEL, label)
    if field.hint:
        yield _styled(HINT, _said(field.hint, interface))
    match field.kind:
        case FieldKind.table:
            yield _table(field, interface)
        case FieldKind.boxes:
            yield from (f"<p>{BOX} {_said(option.label, interface)}</p>" for option in field.options)
        case FieldKind.scale:
            steps = " ".join(f"{BOX} {value}" for value in range(field.first or 1, (field.last or 5) + 1))
            yield f"<p>{_said(field.low, interface)} {steps} {_said(field.high, interface)}</p>"
        case FieldKind.area:
            yield _styled(AREA, "<br>" * ((field.height or 100) // 6))
        case FieldKind.lines:
            yield from [_styled(LINE, "&nbsp;")] * (field.rows or 3)
        case _:
            yield _styled(LINE, "&nbsp;")


def _table(field: Field, interface: Interface) -> str:
    whole = sum(column.width for column in field.columns)
    shares = "".join(f'<col style="width: {100 * column.width / whole:.2f}%">' for column in field.columns)
    heads = "".join(f"<th>{_said(column.label, interface)}</th>" for column in field.columns)
    rows = "".join(f"<tr>{cells}</tr>" for cells in _rows(field, interface))
    return f"<table><colgroup>{shares}</colgroup><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _rows(field: Field, interface: Interface) -> Iterator[str]:
    if field.row_labels:
        rest = "".join(_cell(column, interface) for column in field.columns[1:])
        yield from (f"<td>{_strong(_said(words, interface))}</td>{rest}" for words in field.row_labels)
        return
    yield from ["".join(_cell(column, interface) for column in field.columns)] * (field.rows or 5)


def _cell(column: Column, interface: Interface) -> str:
    boxes = "".join(f"<p>{BOX} {_said(option.label, interface)}</p>" for option in column.options)
    return f"<td>{boxes or '&nbsp;'}</td>"


def _styled(style: str, inside: str) -> str:
    return f'<div data-custom-style="{style}"><p>{inside}</p></div>'


def _strong(words: str) -> str:
    return f"<strong>{words}</strong>"


def _said(words: Words | None, interface: Interface) -> str:
    return escape(words[interface.lang], quote=False) if words else ""
