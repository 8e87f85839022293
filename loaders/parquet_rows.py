"""The rows of a Parquet file within bounds: a few bytes of such a file may stand for gigabytes.

Pages are packed, and a value of a dictionary may be meant a million times. So a row group is refused by what its pages
say of themselves before any is unpacked, so many rows are read at once as surely fit, values that are repeated in a row
stay in their dictionary until the row is known to be small, and a row beyond the limit of a record is refused. What
expands beyond reason is read no further, as with any other compression.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from os import SEEK_END
from typing import IO, Any, NamedTuple

from loaders.bounded import Budget
from loaders.claim_table import arrow
from loaders.errors import RefusedError
from loaders.optional import library
from loaders.parquet_pages import Column, columns_of

ROWS = 200
"""Rows that are held at once, read or written."""
_LARGEST_PAGES = 2**26
"""Bytes of the largest page of each column together: what Parquet holds unpacked at once."""
_AT_ONCE = 2**24
_MOST_REPEATED = 2 * 10**6
"""Values in the columns of a row group of which a row may have many."""
_EACH_VALUE = 64
"""Bytes that a value takes beside its text, about."""
_SMALLER = "write it again with smaller"


class Row(NamedTuple):
    """A row by its number in the file, or why it or a stretch that begins with it cannot be used."""

    number: int
    found: dict[str, Any] | RefusedError


def open_parquet(kept: IO[bytes], **options: Any) -> Any:
    """Return what pyarrow makes of the file."""
    return library("pyarrow.parquet", "pyarrow", "Parquet").ParquetFile(
        kept, thrift_container_size_limit=2**20, **options
    )


def rows_of(kept: IO[bytes], columns: list[str], limit: int) -> Iterator[Row]:
    """Yield the rows of these columns, none of more than ``limit`` bytes.

    Raises:
        ArrowException, OSError, ValueError: the file is damaged.
        RefusedError: ``too-large``, where the rows so far are far larger than the file.
    """
    budget = Budget(partial(int, kept.seek(0, SEEK_END)))
    metadata = open_parquet(kept).metadata
    number = 1
    for group in range(metadata.num_row_groups):
        count = metadata.row_group(group).num_rows
        try:
            sizes = list(columns_of(kept, metadata, group, set(columns)))
            _check(sizes)
        except RefusedError as error:
            last = number + count - 1
            yield Row(number, RefusedError(error.reason, f"rows {number:,} to {last:,}: {error}"))
        else:
            for at, (size, row) in enumerate(_sized_rows(kept, group, sizes, columns, limit)):
                budget.take(0 if isinstance(row, RefusedError) else size)
                yield Row(number + at, row)
        number += count


def _check(columns: list[Column]) -> None:
    for column in columns:
        if column.is_repeated and column.values > _MOST_REPEATED:
            raise RefusedError(
                "too-large", f"{column.name} has {column.values:,} values in one row group; {_SMALLER} row groups"
            )
        if column.is_repeated and column.is_front_coded and column.values * column.largest > _LARGEST_PAGES:
            raise RefusedError("too-large", f"{column.name} is front-coded: a page may be any size; {_SMALLER} pages")
    together = sum(column.largest for column in columns)
    if together > _LARGEST_PAGES:
        raise RefusedError("too-large", f"its pages unpack to {together:,} bytes at once; {_SMALLER} pages")


def _sized_rows(
    kept: IO[bytes], group: int, sizes: list[Column], columns: list[str], limit: int
) -> Iterator[tuple[int, dict[str, Any] | RefusedError]]:
    repeated = [column.name for column in sizes if column.is_repeated]
    largest = sum(column.largest for column in sizes if not column.is_repeated)
    at_once = max(1, min(ROWS, _AT_ONCE // max(largest, 1)))
    file = open_parquet(kept, read_dictionary=repeated)
    for batch in file.iter_batches(batch_size=at_once, row_groups=[group], columns=columns, use_threads=False):
        for at, size in enumerate(_bytes_of_rows(batch)):
            yield size, _row(batch, at, size, limit)


def _row(batch: Any, at: int, size: int, limit: int) -> dict[str, Any] | RefusedError:
    if size > limit:
        return RefusedError("too-large", f"the row is longer than {limit:,} bytes")
    row: dict[str, Any] = batch.slice(at, 1).to_pylist()[0]
    return row


def _bytes_of_rows(batch: Any) -> list[int]:
    sizes: list[int] = _sizes(batch.to_struct_array()).to_pylist()
    return sizes


def _sizes(values: Any) -> Any:
    """The bytes of each value, about, without making any of them."""
    pa, compute = arrow(), library("pyarrow.compute", "pyarrow", "Parquet")
    kind = values.type
    if pa.types.is_dictionary(kind):
        sizes = compute.take(_sizes(values.dictionary), values.indices)
    elif pa.types.is_struct(kind):
        sizes = pa.repeat(pa.scalar(_EACH_VALUE, pa.int64()), len(values))
        for field in values.flatten():
            sizes = compute.add(sizes, _sizes(field))
    elif pa.types.is_list(kind) or pa.types.is_large_list(kind):
        sizes = _sizes_of_lists(values, pa, compute)
    elif pa.types.is_string(kind) or pa.types.is_binary(kind) or pa.types.is_large_string(kind):
        sizes = compute.add(compute.cast(compute.binary_length(values), pa.int64()), _EACH_VALUE)
    else:
        sizes = pa.repeat(pa.scalar(_EACH_VALUE, pa.int64()), len(values))
    return compute.fill_null(sizes, _EACH_VALUE)


def _sizes_of_lists(values: Any, pa: Any, compute: Any) -> Any:
    running = compute.cumulative_sum(_sizes(values.values))
    sums = pa.concat_arrays([pa.array([0], pa.int64()), running])
    ends = compute.take(sums, values.offsets)
    return compute.subtract(ends.slice(1), ends.slice(0, len(values)))
