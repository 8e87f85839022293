"""A row as the text of a record: its fields, a line each, so that a claim can quote the field that says it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from kg.model import Evidence


class Fields:
    """The fields of a row by column; white space inside a field is one space."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._columns = row
        self._lines = _lines(row)
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


def one_line(text: str) -> str:
    """Return a field with single spaces for all white space inside it, and none around it."""
    return text if _is_plain(text) else " ".join(text.split())


def _lines(row: Mapping[str, str]) -> list[str]:
    if _is_plain("|".join(row.values())) and _is_plain("|".join(row)):
        return [f"{column}: {value}" for column, value in row.items()]
    return [f"{' '.join(column.split())}: {' '.join(value.split())}" for column, value in row.items()]


def _is_plain(joined: str) -> bool:
    """Tell that texts joined by bars have no white space but single spaces inside, by one look at all of them."""
    return (
        joined.isprintable()
        and "  " not in joined
        and "| " not in joined
        and " |" not in joined
        and joined[:1] != " " != joined[-1:]
    )
