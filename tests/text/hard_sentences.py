"""Reads the tables of hard sentences. What their columns mean: README.md beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLES = [Path(__file__).with_name(f"{name}.tsv") for name in ("hard_sentences", "breadth", "later_mentions")]
COLUMNS = ["id", "text", "published", "kind_of_difficulty", "expect", "note"]


@dataclass(frozen=True)
class HardSentence:
    """One row: a text, and the events that a right reading of it gives."""

    id: str
    text: str
    published: str
    kind_of_difficulty: str
    expect: list[dict[str, Any]]
    note: str


def hard_sentences() -> list[HardSentence]:
    """Return the rows in the order of the tables.

    Raises:
        ValueError: a row has not the right form; the message names the table and the line.
    """
    return [row for table in TABLES for row in _rows(table)]


def _rows(table: Path) -> list[HardSentence]:
    lines = table.read_text(encoding="utf-8").splitlines()
    if lines[0].split("\t") != COLUMNS:
        raise ValueError(f"{table.name}, line 1: columns must be {COLUMNS}")
    return [_row(f"{table.name}, line {number}", line) for number, line in enumerate(lines[1:], start=2) if line]


def _row(where: str, line: str) -> HardSentence:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{where}: {len(cells)} cells instead of {len(COLUMNS)}")
    try:
        expect = json.loads(cells[4])
    except json.JSONDecodeError as error:
        raise ValueError(f"{where}: expect is not JSON: {error}") from error
    return HardSentence(cells[0], _unescape(cells[1]), cells[2], cells[3], expect, cells[5])


def _unescape(cell: str) -> str:
    return "\\".join(part.replace("\\n", "\n") for part in cell.split("\\\\"))
