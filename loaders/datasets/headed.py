"""Tab-separated tables with a header, a coding in each row: what ICEWS and POLECAT have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from kg.model import Found, Venue
from kg.vocabulary import resolve_country
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.collapse import Coding, Collapse
from loaders.datasets.days import day_in
from loaders.datasets.remembered import looked_up
from loaders.datasets.rows import NO_HEADER, Header, begun_at_header, is_header
from loaders.datasets.said import DataSet
from loaders.datasets.sieve import sieved_lines
from loaders.datasets.tally import Left, Tally
from loaders.errors import RefusedError
from loaders.stretches import Cut

NOTHING = frozenset({"", "NULL", "NA", "None"})
"""How these files write that there is nothing."""


Cells: TypeAlias = tuple[str, ...]


def cell_of(text: str) -> str:
    """Return what a cell says that stands so in the file, empty where it says that there is nothing."""
    cell = text.strip('"')
    return "" if cell in NOTHING else cell


class Telling(NamedTuple):
    """In which columns such a table says what happened between whom, and what shows that it makes no event."""

    event: tuple[str, str]
    actors: tuple[str, str]
    no_contact: Callable[[Cells], Left | None]
    """From the cells of ``event`` just as they stand, empty where the table has no such column."""
    one_side: Callable[[Cells], Left | None]
    """From those of ``actors``; None also where a side is unknown."""
    rest: tuple[str, ...]
    """The columns of what else is kept."""
    read: Callable[[Cells, Cells, Cells, str], Coding]
    """From the cells of all three, just as they stand, of a row that may make an event, and its text.

    Raises:
        RefusedError: there is something wrong with it.
    """

    def why_left(self, header: Header, last: int, lines: list[str]) -> list[Left | None]:
        """Return why rows make no event; ``last`` is the place of the last cell that must be there."""
        event, actors = header.pick(self.event), header.pick(self.actors)
        return [
            self.no_contact(event(cells)) or self.one_side(actors(cells))
            if len(cells := line.split("\t", last + 1)) > last
            else None
            for line in lines
        ]


def day_of(_header: bytes, line: bytes) -> bytes | None:
    """Return the day of a row, which is the second column in both: rows of one day stay in one piece."""
    cells = line.split(b"\t", 2)
    return cells[1].strip(b'"') if len(cells) > 2 else None


class CodingsTable:
    """A loader of such tables, which are known by the columns they begin with."""

    cut = Cut(headed=True, together=day_of)

    def __init__(self, data_set: DataSet, begins: bytes, needed: tuple[str, ...], telling: Telling) -> None:
        """``needed`` are the columns without which a row says nothing."""
        self.name = data_set.extractor.partition("/")[0]
        self._data_set, self._begins, self._needed, self._telling = data_set, begins, needed, telling

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

        def why_left(lines: list[str]) -> list[Left | None]:
            return self._why_left(header, lines)

        for line in sieved_lines(begun_at_header(opened), options, self.name, why_left, tally):
            if not isinstance(line, tuple):
                yield line
                continue
            number, text = line
            if not header.columns:
                header = Header([column.strip('"') for column in text.split("\t")], text)
                continue
            tally.row()
            if collapse.repeats(text):
                continue
            read = self._read(header, text)
            if isinstance(read, Left):
                yield from tally.turn_down(read.reject(opened.where, str(number)))
                continue
            if isinstance(read, RefusedError):
                yield read.reject(opened.where, str(number), f"{header.text}\n{text}", self.name)
                continue
            if read.day != day:
                yield from collapse.flush()
                day = read.day
            collapse.add(read)
        yield from collapse.flush()
        yield from tally.rest()

    def _why_left(self, header: Header, lines: list[str]) -> list[Left | None]:
        needed = header.places_of(self._needed)
        if -1 in needed:  # there is no header yet, or all rows are refused
            return [None] * len(lines)
        return self._telling.why_left(header, max(*needed, *header.places_of(self._telling.event)), lines)

    def _read(self, header: Header, text: str) -> Coding | Left | RefusedError:
        cells, telling = text.split("\t"), self._telling
        header = header.of(len(cells))
        if -1 in header.places_of(self._needed):
            missing = next(name for name in self._needed if name not in header.places)
            return RefusedError("bad-record", f"the row has no {missing}")
        event, actors = header.pick(telling.event)(cells), header.pick(telling.actors)(cells)
        if left := telling.no_contact(event) or telling.one_side(actors):
            return left
        try:
            return telling.read(event, actors, header.pick(telling.rest)(cells), text)
        except RefusedError as error:
            return error


def no_side(name: str) -> RefusedError:
    """Return why a row is refused that names a side which no table has."""
    return RefusedError("unknown-code", f"no side is called {name!r}", name)


@looked_up
def day_of_row(cell: str) -> str:
    """Return the day that a cell is, as EDTF.

    Raises:
        RefusedError: it is none.
    """
    text = cell_of(cell)
    if not (day := day_in(text)):
        raise RefusedError("bad-record", f"{text!r} is no day")
    return day


@looked_up
def venue_in(place: Cells) -> Venue | None:
    """Return the venue that a city in a country is, given by their cells; None where either is not known.

    A country alone is no venue.
    """
    city, country = map(cell_of, place)
    iso3 = resolve_country(country)
    return Venue(name=city, city=city, country=iso3) if city and iso3 else None
