"""From what is to be read to claims, as pure functions of tables: what an engine maps.

Whoever maps them over the pieces of a larger table, in whatever process or on whatever machine, and keeps the order of
the pieces, has the rows that one process has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from loaders.claim_table import arrow, schema, table_of, texts_of
from loaders.contract import ReadOptions
from loaders.pieces import Piece, Unread
from loaders.texts import read_texts_with

PIECE_FIELDS = tuple(name for name in Piece.__struct_fields__ if name != "place")
"""The columns of a table of pieces, as :func:`pieces_table` makes it; ``options`` stands beside them. Who reads them on
another machine does not see the files of this one."""
_TYPES = {"first_line": "int64", "is_whole": "bool", "data": "binary"}


def read_texts_table(texts: Any, where: str, options: ReadOptions, extractor: str) -> Any:
    """Return what a table of texts says, as a table of readings: the same rows for the same rows, a row for each.

    ``where`` is the name of what the table is a piece of, as it stands in rejects. Each text needs an id.
    """
    sources = texts_of(texts.to_pylist(), where, options)
    return table_of(read_texts_with(extractor, sources))


def pieces_schema() -> Any:
    """Return the columns of a table of pieces."""
    pa = arrow()
    columns = [(name, pa.type_for_alias(_TYPES.get(name, "string"))) for name in PIECE_FIELDS]
    return pa.schema([*columns, ("options", pa.binary())])


def pieces_table(pieces: Iterable[Unread]) -> Any:
    """Return pieces of data sets as a table, a row each."""
    rows = [
        {name: getattr(one.piece, name) for name in PIECE_FIELDS} | {"options": msgspec.json.encode(one.options)}
        for one in pieces
    ]
    return arrow().Table.from_pylist(rows, schema=pieces_schema())


def read_pieces_table(pieces: Any, extractor: str) -> Any:
    """Return what a table of pieces holds, as a table of readings, in their order."""
    return table_of(read_texts_with(extractor, _unread(pieces.to_pylist())))


def as_bytes(table: Any) -> bytes:
    """Return a table of readings as bytes: one value, where a function has to give a value for each row."""
    pa = arrow()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema()) as stream:
        stream.write_table(table)
    return bytes(sink.getvalue())


def from_bytes(data: bytes) -> Any:
    """Return the table that was made into these bytes."""
    return arrow().ipc.open_stream(data).read_all()


def _unread(rows: Iterable[dict[str, Any]]) -> Iterator[Unread]:
    for row in rows:
        options = msgspec.json.decode(row.pop("options"), type=ReadOptions)
        yield Unread(msgspec.convert(row, Piece), options)
