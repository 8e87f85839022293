"""A row as the text of a record: its fields, a line each, so that a claim can quote the field that says it."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model import Evidence


class Fields:
    """The fields of a row by column; white space inside a field is one space."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._said: dict[str, Evidence] = {}
        lines: list[str] = []
        start = 0
        for column, value in row.items():
            line = f"{' '.join(column.split())}: {' '.join(value.split())}"
            self._said[column] = Evidence(start, start + len(line), line)
            lines.append(line)
            start += len(line) + 1
        self.text = "\n".join(lines)

    def said(self, column: str) -> Evidence:
        """Return the line of a column."""
        return self._said[column]
