"""A table of a worksheet: each cell is a field that says its row and column."""

from collections.abc import Iterator
from html import escape

from ahil.model.interface import Interface
from ahil.model.worksheet import Column, Field


def table(name: str, field: Field, interface: Interface) -> str:
    """Columns share the line by their widths; row labels, where there are any, fill the first column."""
    heads = "".join(f'<th scope="col">{escape(c.label[interface.lang], quote=False)}</th>' for c in field.columns)
    rows = "".join(_rows(name, field, interface))
    dense = " dense" if len(field.columns) > 8 else ""
    return (
        f'<table class="sheet-table{dense}" aria-labelledby="{name}-label">{_shares(field)}'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _shares(field: Field) -> str:
    whole = sum(column.width for column in field.columns)
    shares = "".join(f'<col width="{100 * column.width / whole:.2f}%">' for column in field.columns)
    return f"<colgroup>{shares}</colgroup>"


def _rows(name: str, field: Field, interface: Interface) -> Iterator[str]:
    if field.row_labels:
        for number, words in enumerate(field.row_labels, 1):
            label = words[interface.lang]
            cells = _cells(f"{name}-{number}", label, field, interface)
            yield f'<tr><th scope="row">{escape(label, quote=False)}</th>{cells}</tr>'
        return
    for number in range(1, (field.rows or 5) + 1):
        label = interface.say("print.row", number=number)
        yield f"<tr>{_cells(f'{name}-{number}', label, field, interface)}</tr>"


def _cells(name: str, row: str, field: Field, interface: Interface) -> str:
    columns = field.columns[1:] if field.row_labels else field.columns
    heads = [column.label[interface.lang] for column in columns]
    before = f"{field.label[interface.lang]}, {row}"
    return "".join(
        _cell(f"{name}-{column.id}", f"{before}: {_head(heads, number)}", column, interface)
        for number, column in enumerate(columns)
    )


def _head(heads: list[str], number: int) -> str:
    """What a column asks; where two columns ask the same, each is of the column before it."""
    if heads.count(heads[number]) > 1 and number:
        return f"{heads[number - 1]}, {heads[number]}"
    return heads[number]


def _cell(name: str, spoken: str, column: Column, interface: Interface) -> str:
    """A cell to write in, or boxes where the column offers a choice."""
    if not column.options:
        said = escape(spoken)
        return f'<td><input type="text" name="{name}" data-spoken="{said}"></td>'
    boxes = "".join(
        f'<label class="choice"><input type="checkbox" name="{name}-{option.id}" value="{option.id}" '
        f'data-spoken="{escape(f"{spoken}: {option.label[interface.lang]}")}"> '
        f"<span>{escape(option.label[interface.lang], quote=False)}</span></label>"
        for option in column.options
    )
    return f"<td>{boxes}</td>"
