"""Rows of a CSV file with a header, each with its own fields; a field in quotes may go over several lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from kg.model import Reject
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.lines import text_lines


def csv_rows(opened: OpenedInput, options: ReadOptions, loader: str) -> Iterator[tuple[str, dict[str, str]] | Reject]:
    """Yield the number of the line a row begins in and a field for each column of the header, or why it cannot be used.

    A quote that is not closed ends where the row would be larger than the limit.
    """
    header: list[str] = []
    begun, held = "", ""
    for line in text_lines(opened, options, loader):
        if isinstance(line, Reject):
            yield line
            continue
        number, text = line
        begun, held = (begun, f"{held}\n{text}") if held else (number, text)
        if held.count('"') % 2 and len(held) <= options.record_limit:
            continue
        cells, row, held = _cells(held), held, ""
        if cells is None:
            why = "a quote that is not closed, or a field too large"
            yield Reject(opened.where, begun, "bad-record", why, row, loader)
        elif not header:
            header = [name.strip() for name in cells]
        elif any(cells):
            whole = [*cells, *[""] * (len(header) - len(cells))]
            yield begun, {name: cell.strip() for name, cell in zip(header, whole, strict=False)}
    if held:
        yield Reject(opened.where, begun, "bad-record", "the file ends inside a quote", held, loader)


def _cells(row: str) -> list[str] | None:
    """Return the cells; the quotes tell where the row ends, so there is one."""
    try:
        rows = list(csv.reader([row], strict=True))
    except csv.Error:
        return None
    return rows[0] if rows else []
