"""Parquet: tables of texts in the fields of JSON lines, and tables of readings that ``kg extract`` has written."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from kg.model import Found
from loaders.claim_table import ARTICLE_FIELDS, arrow, readings_of, schema, table_of, texts_of
from loaders.contract import Item, OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.optional import library

MARK = b"PAR1"
ROWS = 200
"""Rows that are held at once, read or written."""
_READINGS = ("id", "text", "claims", "left")


class ParquetLoader:
    """Reads Parquet. A table with the column ``claims`` holds readings; another with ``text`` holds articles."""

    name = "parquet"

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell whether it begins as Parquet."""
        return head.startswith(MARK)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
        """Yield the readings or the articles, row by row."""
        pa, pq = arrow(), library("pyarrow.parquet", "pyarrow", "Parquet")
        with TemporaryFile() as kept:  # what a table is made of stands at the end of the file
            shutil.copyfileobj(opened.stream, kept)
            kept.seek(0)
            try:
                file = pq.ParquetFile(kept)
                yield from _items(file, opened, options)
            except (pa.ArrowException, OSError, ValueError) as error:
                raise RefusedError(
                    "unreadable", f"the Parquet file is damaged: {str(error).splitlines()[0]}"
                ) from error


def is_parquet(file: Path) -> bool:
    """Tell whether a file begins as Parquet."""
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(MARK)) == MARK


def _items(file: Any, opened: OpenedInput, options: ReadOptions) -> Iterator[Item]:
    names = set(file.schema_arrow.names)
    if names.issuperset(_READINGS):
        yield from readings_of(_rows(file, schema().names))
    elif "text" in names:
        rows = _rows(file, [name for name in ARTICLE_FIELDS if name in names])
        yield from texts_of(rows, opened.where, opened.stem, options)
    else:
        raise RefusedError("bad-record", "the table has no column 'text', nor what kg extract --format parquet writes")


def _rows(file: Any, columns: list[str]) -> Iterator[dict[str, Any]]:
    for batch in file.iter_batches(batch_size=ROWS, columns=columns):
        yield from batch.to_pylist()


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
