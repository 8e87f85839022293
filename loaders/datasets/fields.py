"""A row as the text of a record: its fields, a line each, so that a claim can quote the field that says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kg.model import Evidence


class Fields:
    """The fields of a row by column; white space inside a field is one space."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._lines = {column: f"{_one_line(column)}: {' '.join(value.split())}" for column, value in row.items()}
        self._said: dict[str, Evidence] = {}
        self.text = "\n".join(self._lines.values())

    def said(self, column: str) -> Evidence:
        """Return the line of a column."""
        if not self._said:
            self._said = dict(zip(self._lines, _spans(self._lines.values()), strict=True))
        return self._said[column]


@lru_cache(maxsize=4_096)
def _one_line(column: str) -> str:
    return " ".join(column.split())


def _spans(lines: Iterable[str]) -> Iterator[Evidence]:
    start = 0
    for line in lines:
        yield Evidence(start, end := start + len(line), line)
        start = end + 1
