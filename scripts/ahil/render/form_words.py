"""Pieces of the forms on trainers' tools: labelled choices in the reader's language."""

from collections.abc import Iterable
from html import escape


def select(name: str, label: str, options: Iterable[tuple[str, str, str]]) -> str:
    """A choice of one; options are (value, words, further attributes)."""
    inside = "".join(
        f'<option value="{value}"{attributes}>{escape(words, quote=False)}</option>'
        for value, words, attributes in options
    )
    return (
        f'<p class="tool-field"><label for="tool-{name}">{escape(label)}</label>'
        f'<select id="tool-{name}" name="{name}">{inside}</select></p>'
    )


def entry(name: str, label: str, kind: str, value: str = "", attributes: str = "") -> str:
    """A field to write in."""
    return (
        f'<p class="tool-field"><label for="tool-{name}">{escape(label)}</label>'
        f'<input id="tool-{name}" name="{name}" type="{kind}" value="{value}"{attributes}></p>'
    )


def box(name: str, label: str, value: str = "", *, checked: bool = False) -> str:
    """A box to tick, with its words."""
    ticked = " checked" if checked else ""
    given = f' value="{value}"' if value else ""
    field = f'<input type="checkbox" name="{name}"{given}{ticked}>'
    return f'<label class="choice">{field} <span>{escape(label, quote=False)}</span></label>'


def group(legend: str, inside: str, name: str = "") -> str:
    """Fields under one heading."""
    kind = f' class="{name}"' if name else ""
    return f"<fieldset{kind}><legend>{escape(legend, quote=False)}</legend>{inside}</fieldset>"


def button(act: str, words: str, *, main: bool = False) -> str:
    """A button that a script gives its act."""
    kind = "button button--main" if main else "button"
    return f'<button type="button" class="{kind}" data-act="{act}">{escape(words)}</button>'
