"""A table as bytes: for a terminal, or as CSV, JSON, JSON lines, Parquet or Arrow."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from queries.table import Cell, Table

if TYPE_CHECKING:
    from rich.console import Console

Form: TypeAlias = Literal["table", "csv", "json", "jsonl", "parquet", "arrow"]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Texts are hostile: none of these may move a terminal's cursor, colour it, or turn its writing round."""
_LEAST_WIDTH = 8


def render(table: Table, form: Form, *, width: int = 120) -> bytes:
    """Return the table in that form. ``width`` is the terminal's, in characters.

    CSV is UTF-8 with line feeds and a header; lists are joined by ``|``; an absent value is empty.
    """
    return _FORMS[form](table, width)


def _csv(table: Table, _: int) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.names)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8")


def _json(table: Table, _: int) -> bytes:
    return msgspec.json.format(msgspec.json.encode(list(table)), indent=2) + b"\n"


def _jsonl(table: Table, _: int) -> bytes:
    return b"".join(msgspec.json.encode(row) + b"\n" for row in table)


def _parquet(table: Table, _: int) -> bytes:
    arrow = table.to_arrow()
    from pyarrow import BufferOutputStream, parquet

    sink = BufferOutputStream()
    parquet.write_table(arrow, sink)
    return bytes(sink.getvalue())


def _arrow(table: Table, _: int) -> bytes:
    """An Arrow IPC file, which is also what Feather's second version is."""
    arrow = table.to_arrow()
    from pyarrow import BufferOutputStream, ipc

    sink = BufferOutputStream()
    with ipc.new_file(sink, arrow.schema) as writer:
        writer.write_table(arrow)
    return bytes(sink.getvalue())


def _terminal(table: Table, width: int) -> bytes:
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False, emoji=False, markup=False)
    cells = [[_visible(value) for value in row] for row in table.rows]
    if len(table.columns) * (_LEAST_WIDTH + 2) > width:
        _print_records(console, table.names, cells)
    else:
        _print_grid(console, table, cells)
    console.print(f"{len(cells)} row{'' if len(cells) == 1 else 's'}")
    return out.getvalue().encode("utf-8")


def _print_grid(console: Console, table: Table, cells: list[list[str]]) -> None:
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        right = column.type in ("integer", "number")
        grid.add_column(Text(column.name), justify="right" if right else "left", overflow="fold")
    for row in cells:
        grid.add_row(*map(Text, row))
    console.print(grid)


def _print_records(console: Console, names: tuple[str, ...], cells: list[list[str]]) -> None:
    """Too many columns for the width: each row as a block of lines, a name and a value each."""
    from rich.table import Table as Grid
    from rich.text import Text

    for row in cells:
        block = Grid.grid(padding=(0, 2))
        for name, cell in zip(names, row, strict=True):
            if cell:
                block.add_row(Text(name, style="dim"), Text(cell, overflow="fold"))
        console.print(block)
        console.print()


def _visible(value: Cell) -> str:
    return _CONTROL.sub("�", _cell(value).replace("\n", " ").replace("\t", " "))


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "|".join(value) if isinstance(value, list) else str(value)


_FORMS: dict[Form, Callable[[Table, int], bytes]] = {
    "table": _terminal,
    "csv": _csv,
    "json": _json,
    "jsonl": _jsonl,
    "parquet": _parquet,
    "arrow": _arrow,
}
