"""Texts and tables read by an engine that maps a function over tables, in processes or on many machines.

The functions are those of loaders/table_functions.py; the engine brings the pieces and keeps their order. The rows are
those that ``kg extract`` without an engine gives, so the files are the same to the byte.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from kg.model import Reject
from loaders.claim_table import ARTICLE_FIELDS, arrow, schema
from loaders.contract import Item, ReadOptions
from loaders.errors import EngineError, RefusedError
from loaders.extractors import extractor_named
from loaders.optional import library
from loaders.parquet_rows import ROWS
from loaders.pieces import Unread
from loaders.processes import process_count
from loaders.table_functions import (
    PIECE_FIELDS,
    as_bytes,
    from_bytes,
    pieces_schema,
    pieces_table,
    read_pieces_table,
    read_texts_table,
)

_NUMBER = "number"
Distributed: TypeAlias = Literal["daft", "ray"]
_QUIET = {
    "DAFT_PROGRESS_BAR": "0", "DAFT_ANALYTICS_ENABLED": "0", "DO_NOT_TRACK": "true", "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
}  # fmt: skip
"""Neither bars, nor word to anybody that this was run."""
_QUICKLY = {"compression": "snappy", "use_dictionary": False, "write_statistics": False}
"""A piece is read once: to look for repeats and extremes in its megabytes takes longer than to write them."""


def read_with_engine(
    engine: Distributed, file: Path, options: ReadOptions, *, extractor: str = "rules", jobs: int = 1
) -> Iterator[Any]:
    """Yield tables of readings for the rows of a Parquet file of texts, in their order; each row needs an ``id``.

    ``daft`` works in ``jobs`` processes of this machine, ``ray`` on the cluster that RAY_ADDRESS names, else in
    processes of this machine that it begins itself.

    Raises:
        EngineError: the engine is not installed, cannot read the file or failed; the message is one line.
        UnknownExtractorError, ExtractorPluginError: the extractor cannot be had.
    """
    extractor_named(extractor)
    with _engine(engine, str(file)) as daft:
        yield from _read(daft, file, _Reader(str(file), options, extractor), process_count(jobs))


def read_pieces_with_engine(
    engine: Distributed, items: Iterable[Item | Unread], kept: Path, *, extractor: str = "rules", jobs: int = 1
) -> Iterator[Any]:
    """Yield tables of readings for tables of data sets that can be cut, as ``read_in_pieces`` yields their pieces.

    The pieces are written to the Parquet file ``kept``, which all who read must see, and stay there.

    Raises:
        EngineError: as above; or there is something else than pieces among them.
    """
    writer = library("pyarrow.parquet", "pyarrow", "Parquet").ParquetWriter
    with writer(kept, pieces_schema(), **_QUICKLY) as rows:
        for item in items:
            if not isinstance(item, Unread):
                raise EngineError(f"an engine reads tables that can be cut, and Parquet of texts: {_what_is_it(item)}")
            rows.write_table(pieces_table([item]))
    with _engine(engine, "the pieces") as daft:
        pieces = daft.read_parquet(str(kept))
        made = daft.cls(max_concurrency=process_count(jobs), use_process=True)(_class_of_pieces(daft, extractor))()
        if engine == "ray":
            pieces = pieces.into_partitions(2 * process_count(jobs))
        numbered = pieces.with_column(_NUMBER, daft.functions.monotonically_increasing_id())
        read = made.read(*(daft.col(name) for name in numbered.column_names if name != _NUMBER)).alias("read")
        for batch in numbered.select(_NUMBER, read).sort(_NUMBER).to_arrow_iter():
            for one in batch.column("read"):
                yield from_bytes(one.as_py())


def _what_is_it(item: Item) -> str:
    if isinstance(item, Reject):
        return f"{item.where}: {item.detail}"
    return "give articles as Parquet, or leave --engine out"


@contextmanager
def _engine(engine: Distributed, what: str) -> Iterator[Any]:
    """Begin the engine, and say in a line what goes wrong in it."""
    os.environ.update({name: value for name, value in _QUIET.items() if name not in os.environ})
    daft = _library("daft")
    try:
        _begin(engine)
        yield daft
    except (daft.exceptions.DaftCoreException, OSError, RuntimeError, ValueError) as error:
        raise EngineError(f"{engine} could not read {what}: {str(error).strip().splitlines()[-1]}") from error


class _Reader:
    """What each process has: the function with all that it needs to know."""

    def __init__(self, where: str, options: ReadOptions, extractor: str) -> None:
        self._where, self._options, self._extractor = where, options, extractor

    def read(self, *columns: Any) -> Any:
        """Return an array of readings for columns of texts."""
        texts = arrow().table([one.to_arrow() for one in columns], names=list(ARTICLE_FIELDS))
        read = read_texts_table(texts, self._where, self._options, self._extractor)
        return read.to_struct_array().combine_chunks()


def _read(daft: Any, file: Path, reader: _Reader, jobs: int) -> Iterator[Any]:
    texts = daft.read_parquet(str(file))
    if not {"id", "text"} <= set(texts.column_names):
        raise EngineError(f"{file} needs the columns 'id' and 'text': rows have no numbers where many read them")
    kind = daft.DataType.from_arrow_type(arrow().struct(list(schema())))
    made = daft.cls(max_concurrency=jobs, use_process=True)(_class(daft, reader, kind))()
    numbered = texts.with_column(_NUMBER, daft.functions.monotonically_increasing_id())
    columns = [_column(daft, name, texts.column_names) for name in ARTICLE_FIELDS]
    read = numbered.select(_NUMBER, made.read(*columns).alias("reading")).sort(_NUMBER)  # pieces come back in any order
    for batch in read.to_arrow_iter():
        yield arrow().Table.from_struct_array(batch.column("reading"))


def _column(daft: Any, name: str, there: list[str]) -> Any:
    column = daft.col(name) if name in there else daft.lit(None)
    return column.cast(daft.DataType.string())


@cache
def _begin(engine: Distributed) -> None:
    """Choose who runs, once a process: the engine takes no second choice, not even the same."""
    daft = _library("daft")
    if engine == "ray":
        _library("ray")
        daft.set_runner_ray(noop_if_initialized=True)
    else:
        daft.set_runner_native()


def _class(daft: Any, reader: _Reader, kind: Any) -> type:
    """The class that the engine makes one of in each process; the tables of the extractor are read once there."""

    class Reading:
        @daft.method.batch(return_dtype=kind, batch_size=ROWS)  # type: ignore[untyped-decorator]  # no types there
        def read(self, *columns: Any) -> Any:
            return reader.read(*columns)

    return Reading


def _class_of_pieces(daft: Any, extractor: str) -> type:
    class Pieces:
        @daft.method.batch(return_dtype=daft.DataType.binary(), batch_size=1)  # type: ignore[untyped-decorator]  # no types there
        def read(self, *columns: Any) -> Any:
            table = arrow().table([one.to_arrow() for one in columns], names=[*PIECE_FIELDS, "options"])
            pieces = (table.slice(at, 1) for at in range(table.num_rows))
            return [as_bytes(read_pieces_table(piece, extractor)) for piece in pieces]

    return Pieces


def _library(name: str) -> Any:
    try:
        return library(name, name, "with an engine")
    except RefusedError as error:
        raise EngineError(f"the engine needs {name}: pip install 'diplomatic-kg[scale]'") from error
