"""A table in every form."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from pyarrow import parquet
from rich.cells import cell_len

from queries import Column, Table
from queries.rendering import render
from tests.queries.small_data import HOSTILE

COLUMNS = (
    Column("name", "text", "m"),
    Column("day", "date", "m"),
    Column("sides", "list", "m"),
    Column("count", "integer", "m"),
    Column("sure", "boolean", "m"),
)
TABLE = Table(COLUMNS, [(HOSTILE, date(2025, 2, 18), ["RUS", "USA"], 3, True), ("", None, [], None, None)])
EMPTY = Table(COLUMNS, [])


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(render(TABLE, "csv").decode())))
    assert rows == [list(TABLE.names), [HOSTILE, "2025-02-18", "RUS|USA", "3", "true"], ["", "", "", "", ""]]


def test_json_and_json_lines_read_back() -> None:
    expected = [
        {**dict(zip(TABLE.names, TABLE.rows[0], strict=True)), "day": "2025-02-18"},
        next(iter(list(TABLE)[1:])),
    ]
    assert json.loads(render(TABLE, "json")) == expected
    assert [json.loads(line) for line in render(TABLE, "jsonl").splitlines()] == expected


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_terminal_gets_no_control_characters_and_no_line_over_its_width(width: int) -> None:
    text = render(TABLE, "table", width=width).decode()
    assert all(ch == "\n" or (ord(ch) >= 32 and ch not in "\u202e\x7f") for ch in text)
    assert max(cell_len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("table", [TABLE, EMPTY])
def test_frames_keep_types_also_without_rows(table: Table) -> None:
    arrow = table.to_arrow()
    assert [str(kind) for kind in arrow.schema.types] == [
        "string",
        "date32[day]",
        "list<item: string>",
        "int64",
        "bool",
    ]
    assert arrow.to_pylist() == list(table)
    assert table.to_polars().height == len(table)
    assert str(table.to_pandas().dtypes["count"]) == "int64[pyarrow]"


def test_parquet_reads_back() -> None:
    assert parquet.read_table(io.BytesIO(render(TABLE, "parquet"))).to_pylist() == list(TABLE)


def test_an_empty_table_says_so() -> None:
    assert "0 rows" in render(EMPTY, "table").decode()
    assert render(EMPTY, "csv").decode() == "name,day,sides,count,sure\n"
