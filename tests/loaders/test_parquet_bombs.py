"""Parquet files of a few thousand bytes that mean gigabytes: refused in a line, and memory stays where it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from loaders.claim_table import schema
from tests.loaders.apart import read_apart

_MOST_MB = 400


def _same(value: str, count: int) -> Any:
    return pa.DictionaryArray.from_arrays(pa.array([0] * count, pa.int32()), [value])


def _ids(count: int) -> Any:
    return pa.array(map(str, range(count)), pa.string())


def one_long_text_meant_again_and_again(file: Path) -> None:
    table = pa.table({"id": _ids(300), "text": _same("They met. " * 1_000_000, 300)})
    pq.write_table(table, file, compression="zstd", store_schema=False)


def a_page_of_nothing_but_spaces(file: Path) -> None:
    table = pa.table({"id": ["a"], "text": ["They met." + " " * 90_000_000]})
    pq.write_table(table, file, compression="zstd", use_dictionary=False)


def values_that_begin_as_the_one_before(file: Path) -> None:
    table = pa.table({"id": _ids(30), "text": ["They met. " * 800_000] * 30})
    pq.write_table(
        table, file, compression="zstd", use_dictionary=False,
        column_encoding={"id": "PLAIN", "text": "DELTA_BYTE_ARRAY"},
    )  # fmt: skip


def many_claims_of_one_row(file: Path, quote: str = "They met. " * 500_000, count: int = 3_000) -> None:
    fields = {one.name: one.type for one in schema().field("claims").type.value_type}
    columns = [
        _same(quote if name == "quote" else "event", count) if kind == pa.string() else pa.array([0] * count, kind)
        for name, kind in fields.items()
    ]
    claims = pa.ListArray.from_arrays([0, count], pa.StructArray.from_arrays(columns, names=list(fields)))
    own = {name: ["a"] for name in schema().names if name not in ("claims", "left")}
    left = pa.array([[]], schema().field("left").type)
    pq.write_table(pa.table({**own, "claims": claims, "left": left}), file, compression="zstd", store_schema=False)


def countless_claims_of_one_row(file: Path) -> None:
    many_claims_of_one_row(file, "They met.", 3_000_000)


BOMBS: dict[Callable[[Path], None], tuple[int, str, str]] = {
    one_long_text_meant_again_and_again: (6, "", "expands more than 200-fold"),
    a_page_of_nothing_but_spaces: (0, "1", "rows 1 to 1: its pages unpack to"),
    values_that_begin_as_the_one_before: (8, "", "expands more than 200-fold"),
    many_claims_of_one_row: (0, "1", "the row is longer than 16,777,216 bytes"),
    countless_claims_of_one_row: (0, "1", "3,000,000 values in one row group"),
}


@pytest.mark.parametrize("make", BOMBS, ids=lambda make: make.__name__)
def test_what_expands_is_refused_in_bounded_memory_and_the_rest_is_read(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "a.parquet")
    assert (tmp_path / "a.parquet").stat().st_size < 200_000
    (tmp_path / "b.txt").write_text("The minister met her colleague.", encoding="utf-8")
    read, refused, most = read_apart(tmp_path)
    count, record, detail = BOMBS[make]
    assert (read, [one[:2] for one in refused]) == (count + 1, [(record, "too-large")])
    assert detail in refused[0][2]
    assert most < _MOST_MB


def test_a_row_beyond_the_limit_is_passed_over_and_so_is_a_row_group(tmp_path: Path) -> None:
    texts = ["One met.", "x" * 17_000_000, "Three met.", "x" * 70_000_000, "Five met."]
    groups = [pa.table({"text": texts[at:until]}) for at, until in ((0, 3), (3, 4), (4, 5))]
    with pq.ParquetWriter(tmp_path / "a.parquet", groups[0].schema, use_dictionary=False) as writer:
        for group in groups:
            writer.write_table(group)
    read, refused, _ = read_apart(tmp_path / "a.parquet")
    assert (read, [one[:2] for one in refused]) == (3, [("2", "too-large"), ("4", "too-large")])
