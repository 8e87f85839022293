"""A table of the graph as a Parquet file, written in stretches of constant size."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

from kg.analysis.columns import GraphTable
from kg.errors import KgError

_ROWS = 20_000


class NoArrowError(KgError):
    """pyarrow is not installed."""


def write_parquet(file: Path, table: GraphTable) -> None:
    """Write the table; no file where it has no rows.

    Raises:
        NoArrowError: the extra ``tables`` is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise NoArrowError("Parquet needs pyarrow: pip install 'diplomatic-kg[tables]'") from error
    types: dict[str, Any] = {
        "string": pyarrow.string(), "integer": pyarrow.int64(), "float": pyarrow.float64(), "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(), "strings": pyarrow.list_(pyarrow.string()),
    }  # fmt: skip
    schema = pyarrow.schema([(name, types[kind]) for name, kind in table.columns])
    rows = iter(table.rows)
    stretch = list(islice(rows, _ROWS))
    if not stretch:
        return
    with pyarrow.parquet.ParquetWriter(file, schema) as writer:
        while stretch:
            columns = [
                pyarrow.array(column, kind)
                for column, kind in zip(zip(*stretch, strict=True), schema.types, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))
            stretch = list(islice(rows, _ROWS))
