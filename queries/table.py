"""The rows of a query, typed by its header, and the same as pandas, polars or Arrow."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.errors import KgError
from queries.header import Column

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Cell: TypeAlias = str | int | float | bool | date | list[str] | None
_CELLS = frozenset({str, int, float, bool, date, type(None)})


class MissingPackageError(KgError):
    """A package that is not installed by default is needed."""


@dataclass(frozen=True)
class Table:
    """Rows with named, typed columns; the columns are there also when no row is."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        """Yield each row as a dict by column name."""
        names = self.names
        return (dict(zip(names, row, strict=True)) for row in self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def to_arrow(self) -> pyarrow.Table:
        """Return an Arrow table; dates are date32, lists are lists of strings."""
        arrow = _arrow()
        types = {
            "text": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_(),
            "date": arrow.date32(), "list": arrow.list_(arrow.string()),
        }  # fmt: skip
        schema = arrow.schema([(column.name, types[column.type]) for column in self.columns])
        return arrow.Table.from_pylist(list(self), schema=schema)

    def to_pandas(self) -> pandas.DataFrame:
        """Return a pandas frame with Arrow-backed types, so that an absent number stays absent."""
        _arrow()
        import pandas

        frame: pandas.DataFrame = self.to_arrow().to_pandas(types_mapper=pandas.ArrowDtype)
        return frame

    def to_polars(self) -> polars.DataFrame:
        """Return a polars frame."""
        try:
            import polars
        except ImportError as error:
            raise _missing("polars") from error
        frame = polars.from_arrow(self.to_arrow())
        if not isinstance(frame, polars.DataFrame):
            raise TypeError("a table became a series")
        return frame


def as_cells(columns: Sequence[Column], rows: Sequence[tuple[Any, ...]]) -> Sequence[tuple[Cell, ...]]:
    """Return rows of an engine as those of a table: only lists are not cells already. Many rows come here.

    Raises:
        TypeError: the first row has a value that is no cell.
    """
    for value in rows[0] if rows else ():
        plain(value)
    if all(column.type != "list" for column in columns):
        return rows
    return [tuple([value if type(value) in _CELLS else plain(value) for value in row]) for row in rows]


def plain(value: object) -> Cell:
    """Return a value as a cell: text, numbers and days as they are; a list as a list of texts."""
    if isinstance(value, list):
        return [one if type(one) is str else str(one) for one in value]
    if value is None or isinstance(value, str | int | float | bool | date):
        return value
    raise TypeError(f"a query's column holds a {type(value).__name__}: return its properties instead")


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise _missing("pyarrow") from error
    return pyarrow


def _missing(package: str) -> MissingPackageError:
    return MissingPackageError(f"this needs {package}: pip install 'diplomatic-kg[tables]'")


def as_cell(value: Any) -> Any:
    """Return any value of Cypher as a cell; nodes, relationships and maps are shown as the JSON of what they have."""
    if hasattr(value, "items") and not isinstance(value, dict):
        return json.dumps({key: str(one) for key, one in sorted(value.items())}, ensure_ascii=False)
    if isinstance(value, dict) or (isinstance(value, list) and any(not isinstance(one, str) for one in value)):
        return json.dumps(value, ensure_ascii=False, default=str, sort_keys=True)
    return plain(value)
