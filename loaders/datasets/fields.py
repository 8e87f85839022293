"""A row as the text of a record: its fields, a line each, so that a claim can quote the field that says it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate

from kg.model import Evidence


class Fields:
    """The fields of a row by column; white space inside a field is one space."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._columns = row
        self._lines = [_line(column, value) for column, value in row.items()]
        self._said: dict[str, Evidence] = {}
        self._places: dict[str, int] = {}
        self._ends: list[int] = []
        self.text = "\n".join(self._lines)

    def said(self, column: str) -> Evidence:
        """Return the line of a column."""
        return self._said.get(column) or self._find(column)

    def _find(self, column: str) -> Evidence:
        if not self._places:
            self._places = dict(zip(self._columns, range(len(self._lines)), strict=True))
            self._ends = list(accumulate(map(len, self._lines)))
        at = self._places[column]
        line = self._lines[at]
        end = self._ends[at] + at  # a line end stands behind each line before it
        found = self._said[column] = Evidence(end - len(line), end, line)
        return found


def _line(column: str, value: str) -> str:
    is_plain = value.isprintable() and "  " not in value and value[:1] != " " != value[-1:]
    return f"{_one_line(column)}: {value if is_plain else ' '.join(value.split())}"


@lru_cache(maxsize=4_096)
def _one_line(column: str) -> str:
    return " ".join(column.split())
