"""A row as the text of a record: its fields, a line each, so that a claim can quote the field that says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate

from kg.model import Evidence
from loaders.datasets.remembered import remembered


class Fields:
    """The fields of a row by column; white space inside a field is one space."""

    __slots__ = ("_ends", "_said", "_shape", "_values", "row", "text")

    def __init__(self, row: Mapping[str, str]) -> None:
        values = tuple(row.values())
        self._shape = _shape_of(*row)
        self.row = row
        self._values = values
        if not _is_plain(values):
            self._values = tuple([" ".join(value.split()) for value in values])
            self.row = dict(zip(row, self._values, strict=True))
        self._said: dict[str, Evidence] = {}
        self._ends: list[int] = []
        self.text = self._shape.form % self._values

    def said(self, column: str) -> Evidence:
        """Return the line of a column."""
        return self._said.get(column) or self._find(column)

    def _find(self, column: str) -> Evidence:
        ends = self._ends = self._ends or list(accumulate(map(len, self._values), initial=0))
        at, between = self._shape.places[column], self._shape.between
        start, end = between[at] + ends[at], between[at + 1] + ends[at + 1] - 1
        found = self._said[column] = Evidence(start, end, self.text[start:end])
        return found


class _Shape:
    """The columns that a row fills. A table has few shapes; what depends on nothing else is found once for each."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        names = columns if _is_plain(columns) else [" ".join(column.split()) for column in columns]
        self.form = "\n".join([f"{name.replace('%', '%%')}: %s" for name in names])
        self.places = dict(zip(columns, range(len(columns)), strict=True))
        self.between = list(accumulate((len(name) + len(": \n") for name in names), initial=0))
        """Characters that are no value: before the line of each column, and of all of them."""


@remembered
def _shape_of(*columns: str) -> _Shape:
    return _Shape(columns)


def one_line(text: str) -> str:
    """Return a field with single spaces for all white space inside it, and none around it."""
    return text if _is_plain((text,)) else " ".join(text.split())


def _is_plain(texts: Iterable[str]) -> bool:
    """Tell that texts have no white space but single spaces inside, by one look at all of them."""
    joined = "|".join(texts)
    return (
        joined.isprintable()
        and "  " not in joined
        and "| " not in joined
        and " |" not in joined
        and joined[:1] != " " != joined[-1:]
    )
