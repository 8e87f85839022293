"""Parquet: tables of texts in the fields of JSON lines, and tables of readings that ``kg extract`` has written."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from kg.model import Found
from loaders.claim_table import ARTICLE_FIELDS, arrow, reading_of_row, schema, table_of, text_of_row
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.optional import library
from loaders.parquet_rows import ROWS, open_parquet, rows_of

MARK = b"PAR1"
_READINGS = ("id", "text", "claims", "left")


class ParquetLoader:
    """Reads Parquet. A table with the column ``claims`` holds readings; another with ``text`` holds articles."""

    name = "parquet"

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell whether it begins as Parquet."""
        return head.startswith(MARK)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
        """Yield the readings or the articles, row by row."""
        pa = arrow()
        with TemporaryFile() as kept:  # what a table is made of stands at the end of the file
            shutil.copyfileobj(opened.stream, kept)
            kept.seek(0)
            try:
                yield from _items(kept, opened, options)
            except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
                raise RefusedError(
                    "unreadable", f"the Parquet file is damaged: {str(error).splitlines()[0]}"
                ) from error


def is_parquet(file: Path) -> bool:
    """Tell whether a file begins as Parquet."""
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(MARK)) == MARK


def _items(kept: IO[bytes], opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
    names = set(open_parquet(kept).schema_arrow.names)
    holds_readings = names.issuperset(_READINGS)
    if not holds_readings and "text" not in names:
        raise RefusedError("bad-record", "the table has no column 'text', nor what kg extract --format parquet writes")
    columns = schema().names if holds_readings else [name for name in ARTICLE_FIELDS if name in names]
    for number, row in rows_of(kept, columns, options.record_limit):
        if isinstance(row, RefusedError):
            yield row.reject(opened.where, str(number))
        elif holds_readings:
            yield reading_of_row(row)
        else:
            yield text_of_row(row, str(number), opened.where, opened.stem, options)


def write_readings(items: Iterable[Found], file: Path) -> None:
    """Write readings and rejects as a table, in stretches of constant size: the same items give the same bytes."""
    write_tables(_tables(items), file)


def write_tables(tables: Iterable[Any], file: Path) -> None:
    """Write tables of readings as one, in groups of so many rows however the tables are cut."""
    pa, pq = arrow(), library("pyarrow.parquet", "pyarrow", "Parquet")
    with pq.ParquetWriter(file, schema(), compression="zstd") as writer:
        waiting: list[Any] = []
        for table in tables:
            waiting.append(table.cast(schema()))
            while sum(one.num_rows for one in waiting) >= ROWS:
                whole = pa.concat_tables(waiting)
                writer.write_table(whole.slice(0, ROWS).combine_chunks())
                waiting = [whole.slice(ROWS)]
        writer.write_table(pa.concat_tables([*waiting, schema().empty_table()]).combine_chunks())


def _tables(items: Iterable[Found]) -> Iterator[Any]:
    waiting: list[Found] = []
    for item in items:
        waiting.append(item)
        if len(waiting) == ROWS:
            yield table_of(waiting)
            waiting = []
    yield table_of(waiting)
