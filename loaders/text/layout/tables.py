"""Tables of contacts in plain text: rows "date | visitor | place" under a header that says what the columns are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from kg.vocabulary.data import items, rows

_CELL = re.compile(r"[^|\t]+")
_VISITS = re.compile(r"\bvisits?\b", re.IGNORECASE)
_FEWEST = 2
"""Columns that the header must name."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """One line of a table: the offsets of its cells by what their column says (schema/text/table_headers.tsv)."""

    cells: dict[str, tuple[int, int]]
    visits: bool
    """Whether the table is one of visits, by its header or the line above it."""


@cache
def _columns() -> dict[str, str]:
    return {word: row["column"] for row in rows("text/table_headers.tsv") for word in items(row["words"])}


def find_rows(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, Row]:
    """Return the rows of the tables of a text by the offset at which their line begins; headers are not among them."""
    if "|" not in text and "\t" not in text:
        return {}
    found: dict[int, Row] = {}
    header: list[str] = []
    above, visits = "", False
    for start, end in lines:
        cells = _cells(text, start, end)
        named = [_columns().get(text[a:b].lower(), "") for a, b in cells]
        if len(cells) >= _FEWEST and len({*filter(None, named)}) >= _FEWEST and "who" in named:
            header, visits = named, _VISITS.search(above + text[start:end]) is not None
        elif header and len(cells) == len(header):
            found[start] = Row({name: cell for name, cell in zip(header, cells, strict=True) if name}, visits)
        elif not _is_rule(text[start:end]):
            header = []
        above = text[start:end]
    return found


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a line without the blanks around them; a line without a mark between cells has one."""
    spans = ((m.start(), m.end(), m[0]) for m in _CELL.finditer(text, start, end) if not m[0].isspace())
    return [(a + len(cell) - len(cell.lstrip()), b - len(cell) + len(cell.rstrip())) for a, b, cell in spans]


def _is_rule(line: str) -> bool:
    """Whether a line only parts the header from the rows."""
    return not line.strip("|+-=: \t")
