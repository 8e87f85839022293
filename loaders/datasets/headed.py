"""Tab-separated tables with a header, a coding in each row: what ICEWS and POLECAT have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import msgspec

from kg.model import Found, Reject, Venue
from kg.vocabulary import resolve_country
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.collapse import Coding, Collapse
from loaders.datasets.lines import text_lines
from loaders.datasets.remembered import remembered
from loaders.datasets.rows import NO_HEADER, Header, is_header
from loaders.datasets.said import DataSet
from loaders.datasets.tally import LEFT, Tally
from loaders.pieces import Cut

NOTHING = frozenset({"", "NULL", "NA", "None"})
"""How these files write that there is nothing."""


class Row:
    """The cells of a row by column; they are only looked at when they are asked for, for most rows are of no use."""

    __slots__ = ("_cells", "_header")

    def __init__(self, header: Header, cells: Sequence[str]) -> None:
        """The header is of as many columns as there are cells, or fewer."""
        self._header, self._cells = header, cells

    def __getitem__(self, column: str) -> str:
        """Return a cell, empty where it says that there is nothing."""
        cell = self._cells[self._header.places[column]].strip('"')
        return "" if cell in NOTHING else cell

    def get(self, column: str, otherwise: str = "") -> str:
        """Return a cell, or something else where the row has no such column."""
        return self[column] if column in self._header.places else otherwise

    def some(self, columns: tuple[str, ...]) -> list[str]:
        """Return these cells, empty where the row has no such column."""
        cells, places = self._cells, self._header.places_of(columns)
        found = [cells[at].strip('"') if at >= 0 else "" for at in places]
        return found if NOTHING.isdisjoint(found) else ["" if cell in NOTHING else cell for cell in found]


ReadRow: TypeAlias = Callable[[Row, str, str, str], Coding | Reject]
"""From a row by column, its text, the file and the number of its line."""


def day_of(_header: bytes, line: bytes) -> bytes | None:
    """Return the day of a row, which is the second column in both: rows of one day stay in one piece."""
    cells = line.split(b"\t", 2)
    return cells[1].strip(b'"') if len(cells) > 2 else None


class CodingsTable:
    """A loader of such tables, which are known by the columns they begin with."""

    cut = Cut(headed=True, together=day_of)

    def __init__(self, data_set: DataSet, begins: bytes, needed: tuple[str, ...], read: ReadRow) -> None:
        """``needed`` are the columns without which a row says nothing."""
        self.name = data_set.extractor.partition("/")[0]
        self._data_set, self._begins, self._needed, self._row = data_set, begins, needed, read

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the header."""
        return is_header(head, self._begins)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield a record for all rows that code one event, and why a row made none.

        Files are in the order of days, so one day is held. A row that is refused keeps the header with it, so that it
        can be loaded again by itself.
        """
        tally, header = Tally(), NO_HEADER
        collapse, day = Collapse(self._data_set, tally), ""
        shift = int(opened.first_line > 1)  # a row that comes by itself has its header before it, in its own old place
        for line in text_lines(opened, options, self.name):
            if isinstance(line, Reject):
                yield line
                continue
            number, text = line
            if not header.columns:
                header = Header([column.strip('"') for column in text.split("\t")], text)
                continue
            tally.row()
            read = self._read(header, text, opened.where, str(number - shift))
            if isinstance(read, Reject):
                yield from tally.turn_down(_with_header(read, header.text, text, self.name))
                continue
            if read.day != day:
                yield from collapse.flush()
                day = read.day
            collapse.add(read)
        yield from collapse.flush()
        yield from tally.rest()

    def _read(self, header: Header, text: str, where: str, number: str) -> Coding | Reject:
        cells = text.split("\t")
        if len(cells) < len(header.columns):
            header = Header(header.columns[: len(cells)], header.text)
        if -1 in header.places_of(self._needed):
            missing = next(name for name in self._needed if name not in header.places)
            return Reject(where, number, "bad-record", f"the row has no {missing}", text, self.name)
        return self._row(Row(header, cells), text, where, number)


def _with_header(reject: Reject, header: str, row: str, loader: str) -> Reject:
    """Return the reject with what its loader needs to read the row again, where there is something to mend."""
    if reject.reason in LEFT:
        return reject
    return msgspec.structs.replace(reject, content=f"{header}\n{row}", loader=loader)


def no_side(where: str, number: str, name: str) -> Reject:
    """Return why a row was refused that names a side which no table has."""
    return Reject(where, number, "unknown-code", f"no side is called {name!r}", code=name)


@remembered
def venue_in(city: str, country: str) -> Venue | None:
    """Return the venue that a city in a country is; None where either is not known. A country alone is no venue."""
    iso3 = resolve_country(country)
    return Venue(name=city, city=city, country=iso3) if city and iso3 else None
