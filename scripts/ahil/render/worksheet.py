"""A worksheet as a form: the same HTML on the page and, through print, as a PDF to fill in.

Every control carries ``data-spoken``: its whole name for a screen reader, in the reader's language.
"""

from collections.abc import Iterator
from html import escape

from ahil.model.interface import Interface
from ahil.model.text import Words
from ahil.model.worksheet import Field, FieldKind, Worksheet
from ahil.render.worksheet_table import table

SHORT = 34


def worksheet_body(sheet: Worksheet, interface: Interface) -> str:
    """The facts of the sheet, its rules of safety, and its fields."""
    return worksheet_facts(sheet, interface) + worksheet_form(sheet, interface)


def worksheet_form(sheet: Worksheet, interface: Interface) -> str:
    """The fields of the sheet."""
    fields = "".join(_field(sheet.code, field, interface) for field in sheet.facts.fields)
    return f'<form class="worksheet" data-worksheet="{sheet.code}" autocomplete="off">{fields}</form>'


def worksheet_facts(sheet: Worksheet, interface: Interface) -> str:
    """Who fills it in and how, and what protects people."""
    facts, lang = sheet.facts, interface.lang
    rules = [("safety", "", facts.safety), ("never", interface.say("print.never"), facts.never)]
    if facts.privacy:
        rules.append(("privacy", interface.say("print.privacy"), facts.privacy))
    told = "".join(
        f'<p class="sheet-{name}">{_strong(before)}{_say(words, interface)}</p>' for name, before, words in rules
    )
    return (
        f'<div class="sheet-facts"><p class="sheet-how">{_strong(interface.say("print.filled-by"))}'
        f"{escape(facts.filled_by[lang])}. {_say(facts.how, interface)}</p>"
        f'<div class="sheet-rules">{told}</div></div>'
    )


def _strong(words: str) -> str:
    return f"<strong>{escape(words)}</strong> " if words else ""


def _say(words: Words | None, interface: Interface) -> str:
    return escape(words[interface.lang], quote=False) if words else ""


def _field(code: str, field: Field, interface: Interface) -> str:
    name = f"{code}-{field.id}"
    match field.kind:
        case FieldKind.heading:
            return f'<h2 id="{name}">{_say(field.label, interface)}</h2>'
        case FieldKind.note:
            return f'<p class="note">{_say(field.label, interface)}</p>'
        case FieldKind.boxes | FieldKind.scale:
            inner = _choice(name, field, interface)
        case FieldKind.table:
            head = f'<p class="label" id="{name}-label">{_say(field.label, interface)}</p>'
            inner = head + _hint(name, field, interface) + table(name, field, interface)
        case FieldKind.signature:
            inner = f'<p class="label">{_say(field.label, interface)}</p>{_hint(name, field, interface)}'
            inner += '<div class="signature"></div>'
        case _:
            inner = _writing(name, field, interface)
    short = " short" if _fits_beside_its_line(field, interface) else ""
    return f'<div class="field field-{field.kind}{short}">{inner}</div>'


def _fits_beside_its_line(field: Field, interface: Interface) -> bool:
    """A short label stands in front of its line, as on every form; a long one above it."""
    one_line = field.kind in (FieldKind.line, FieldKind.date) and not field.hint
    return one_line and len(field.label[interface.lang]) <= SHORT


def _hint(name: str, field: Field, interface: Interface) -> str:
    return f'<p class="hint" id="{name}-hint">{_say(field.hint, interface)}</p>' if field.hint else ""


def _writing(name: str, field: Field, interface: Interface) -> str:
    """A line, several lines, a date, or room to draw in (which is room for words on a screen)."""
    spoken = escape(field.label[interface.lang])
    described = f' aria-describedby="{name}-hint"' if field.hint else ""
    same = f'id="{name}" name="{name}" data-spoken="{spoken}"{described}'
    match field.kind:
        case FieldKind.lines:
            rows = field.rows or 3
            control = f'<div class="ruled rows-{rows}"><textarea {same} rows="{rows}"></textarea></div>'
        case FieldKind.area:
            height = field.height or 100
            control = f'<textarea {same} class="area mm-{height}" rows="{height // 8}"></textarea>'
        case FieldKind.date:
            control = f'<input type="date" {same}>'
        case _:
            control = f'<input type="text" {same}>'
    label = f'<label for="{name}">{_say(field.label, interface)}</label>'
    return label + _hint(name, field, interface) + control


def _choice(name: str, field: Field, interface: Interface) -> str:
    kind = "checkbox" if field.many else "radio"
    boxes = "".join(
        f'<label class="choice"><input type="{kind}" name="{name}{f"-{value}" if field.many else ""}" '
        f'value="{value}" data-spoken="{escape(f"{field.label[interface.lang]}: {words}")}"> '
        f"<span>{escape(words, quote=False)}</span></label>"
        for value, words in _choices(field, interface)
    )
    if field.kind is FieldKind.scale:
        low, high = _say(field.low, interface), _say(field.high, interface)
        boxes = f'<span class="end">{low}</span> {boxes} <span class="end">{high}</span>'
    rule = "" if field.kind is FieldKind.scale else interface.say(f"print.choose-{'many' if field.many else 'one'}")
    said = f' <span class="rule">({escape(rule)})</span>' if rule else ""
    legend = f"<legend>{_say(field.label, interface)}{said}</legend>"
    return f'<fieldset class="choices">{legend}{_hint(name, field, interface)}<div>{boxes}</div></fieldset>'


def _choices(field: Field, interface: Interface) -> Iterator[tuple[str, str]]:
    if field.kind is FieldKind.scale:
        return ((str(value), str(value)) for value in range(field.first or 1, (field.last or 5) + 1))
    return ((option.id, option.label[interface.lang]) for option in field.options)
