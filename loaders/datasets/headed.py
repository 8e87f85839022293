"""Tab-separated tables with a header, a coding in each row: what ICEWS and POLECAT have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from kg.model import Found, Reject
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.collapse import Coding, Collapse
from loaders.datasets.lines import text_lines
from loaders.datasets.rows import is_header
from loaders.datasets.said import DataSet
from loaders.datasets.tally import LEFT, Tally
from loaders.pieces import Cut

NOTHING = frozenset({"", "NULL", "NA", "None"})
"""How these files write that there is nothing."""


class Row:
    """The cells of a row by column; they are only looked at when they are asked for, for most rows are of no use."""

    __slots__ = ("_cells", "_places")

    def __init__(self, places: Mapping[str, int], cells: Sequence[str]) -> None:
        self._places, self._cells = places, cells

    def __contains__(self, column: str) -> bool:
        """Tell whether the row has the column."""
        return column in self._places

    def __getitem__(self, column: str) -> str:
        """Return a cell, empty where it says that there is nothing."""
        cell = self._cells[self._places[column]].strip('"')
        return "" if cell in NOTHING else cell

    def get(self, column: str, otherwise: str = "") -> str:
        """Return a cell, or something else where the row has no such column."""
        return self[column] if column in self._places else otherwise


ReadRow: TypeAlias = Callable[[Row, str, str, str], Coding | Reject]
"""From a row by column, its text, the file and the number of its line."""


def day_of(_header: bytes, line: bytes) -> bytes | None:
    """Return the day of a row, which is the second column in both: rows of one day stay in one piece."""
    cells = line.split(b"\t", 2)
    return cells[1].strip(b'"') if len(cells) > 2 else None


class CodingsTable:
    """A loader of such tables, which are known by the columns they begin with."""

    cut = Cut(headed=True, together=day_of)

    def __init__(self, data_set: DataSet, begins: bytes, needed: Sequence[str], read: ReadRow) -> None:
        """``needed`` are the columns without which a row says nothing."""
        self.name = data_set.extractor.partition("/")[0]
        self._data_set, self._begins, self._needed, self._row = data_set, begins, needed, read

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the header."""
        return is_header(head, self._begins)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield a record for all rows that code one event, and why a row made none."""
        return read_codings(opened, options, self._data_set, self._read)

    def _read(self, row: Row, text: str, where: str, number: str) -> Coding | Reject:
        for name in self._needed:
            if name not in row:
                return Reject(where, number, "bad-record", f"the row has no {name}", text, self.name)
        return self._row(row, text, where, number)


def read_codings(opened: OpenedInput, options: ReadOptions, data_set: DataSet, read_row: ReadRow) -> Iterator[Found]:
    """Yield a record for all rows that code one event; files are in the order of days, so one day is held.

    A row that is refused keeps the header with it, so that it can be loaded again by itself.
    """
    tally, name = Tally(), data_set.extractor.partition("/")[0]
    collapse, day, header, first = Collapse(data_set, tally), "", list[str](), ""
    places: dict[str, int] = {}
    shift = int(opened.first_line > 1)  # a row that comes by itself has its header before it, in its own old place
    for line in text_lines(opened, options, name):
        if isinstance(line, Reject):
            yield line
            continue
        number, text = str(line[0] - shift), line[1]
        if not header:
            header, first = [column.strip('"') for column in text.split("\t")], text
            places = _places(header)
            continue
        tally.row()
        cells = text.split("\t")
        found = Row(places if len(cells) >= len(header) else _places(header[: len(cells)]), cells)
        read = read_row(found, text, opened.where, number)
        if isinstance(read, Reject):
            yield from tally.turn_down(with_header(read, first, text, name))
            continue
        if read.day != day:
            yield from collapse.flush()
            day = read.day
        collapse.add(read)
    yield from collapse.flush()
    yield from tally.rest()


def with_header(reject: Reject, header: str, row: str, loader: str) -> Reject:
    """Return the reject with what its loader needs to read the row again, where there is something to mend."""
    if reject.reason in LEFT:
        return reject
    return msgspec.structs.replace(reject, content=f"{header}\n{row}", loader=loader)


def no_side(where: str, number: str, name: str) -> Reject:
    """Return why a row was refused that names a side which no table has."""
    return Reject(where, number, "unknown-code", f"no side is called {name!r}", code=name)


def _places(header: Sequence[str]) -> dict[str, int]:
    return {column: at for at, column in enumerate(header)}
