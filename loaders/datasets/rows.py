"""Rows of a table with a header, each with its own fields; a field in quotes may go over several lines."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import TypeAlias

import msgspec

from kg.model import Found, Reading, Reject
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.lines import text_lines
from loaders.datasets.tally import Tally
from loaders.errors import RefusedError
from loaders.stretches import Cut

_DELIMITERS = ",\t;"
_LONGEST_CELL = csv.field_size_limit()


Pick: TypeAlias = Callable[[list[str]], tuple[str, ...]]
"""From the cells of a row to some of them; one whose column the table does not have is empty."""


class Header:
    """The columns of a table, and the line that names them."""

    def __init__(self, columns: list[str], text: str) -> None:
        self.columns, self.text = columns, text
        self.places = {column: at for at, column in enumerate(columns)}
        self._of_some: dict[tuple[str, ...], list[int]] = {}
        self._shorter: dict[int, Header] = {}
        self._picks: dict[tuple[str, ...], Pick] = {}

    def places_of(self, columns: tuple[str, ...]) -> list[int]:
        """Return where these columns stand, -1 for one that the table does not have; looked up once."""
        if columns not in self._of_some:
            self._of_some[columns] = [self.places.get(column, -1) for column in columns]
        return self._of_some[columns]

    def pick(self, columns: tuple[str, ...]) -> Pick:
        """Return what takes these columns of the cells of a row that has a cell for each column."""
        if columns not in self._picks:
            places = self.places_of(columns)
            self._picks[columns] = _pick_some(places) if -1 in places or len(places) < 2 else itemgetter(*places)
        return self._picks[columns]

    def of(self, cells: int) -> Header:
        """Return the header of a row of so many cells: the last ones, which are empty, may be missing."""
        if cells >= len(self.columns):
            return self
        if cells not in self._shorter:
            self._shorter[cells] = Header(self.columns[:cells], self.text)
        return self._shorter[cells]


def _pick_some(places: list[int]) -> Pick:
    return lambda cells: tuple([cells[at] if at >= 0 else "" for at in places])


class TableRow(msgspec.Struct, frozen=True, gc=False):
    """One row: its cells, and how it stands in the file."""

    line: int
    """The number of the line it begins in."""
    cells: list[str]
    header: Header
    text: str
    where: str
    loader: str

    def __contains__(self, column: str) -> bool:
        """Tell whether the table has a column."""
        return column in self.header.places

    def get(self, column: str) -> str:
        """Return one field; empty where the row has none."""
        at = self.header.places.get(column, -1)
        return self.cells[at].strip() if 0 <= at < len(self.cells) else ""

    def some(self, columns: tuple[str, ...]) -> list[str]:
        """Return these fields, as ``get`` does."""
        cells, size = self.cells, len(self.cells)
        return [cells[at].strip() if 0 <= at < size else "" for at in self.header.places_of(columns)]

    def pick(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Return these fields just as they stand, white space and all: quick to take, and to look up what they mean."""
        return self.header.of(len(self.cells)).pick(columns)(self.cells)

    def filled(self) -> dict[str, str]:
        """Return the fields that are not empty, by column."""
        fields = dict(zip(self.header.columns, map(str.strip, self.cells), strict=False))
        if len(self.cells) < len(self.header.columns):
            fields |= dict.fromkeys(self.header.columns[len(self.cells) :], "")
        if "" in fields or "" in fields.values():
            return {column: value for column, value in fields.items() if column and value}
        return fields

    @property
    def number(self) -> str:
        """The same, as rejects have it."""
        return str(self.line)

    def refused(self, reason: str, detail: str, code: str = "") -> Reject:
        """Return why it was not used, with its header: so it can be mended and loaded by itself."""
        content = f"{self.header.text}\n{self.text}"
        return Reject(self.where, self.number, reason, detail, content, self.loader, code)


NO_HEADER = Header([], "")
"""Before the first row was read."""
TABLE = Cut(headed=True, quoted=True)
"""How such a table may be cut into pieces."""
ReadRow: TypeAlias = Callable[[TableRow], Reading | Reject]
"""May raise ``RefusedError`` for what is wrong with the row."""


class HeadedTable:
    """A loader of tables that are known by the columns they begin with: a record for each row."""

    cut = TABLE

    def __init__(self, name: str, begins: bytes, read: ReadRow) -> None:
        self.name = name
        self._begins, self._read = begins, read

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the header."""
        return is_header(head, self._begins)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records, and why a row made none."""
        return a_record_a_row(opened, options, self.name, self._read)


def a_record_a_row(opened: OpenedInput, options: ReadOptions, loader: str, read: ReadRow) -> Iterator[Found]:
    """Yield a record for each row of a table, or why it made none; every row is counted."""
    tally = Tally()
    for row in csv_rows(opened, options, loader):
        if isinstance(row, Reject):
            yield row
            continue
        tally.row()
        found = tried(read, row)
        if isinstance(found, Reading):
            yield found
        else:
            yield from tally.turn_down(found)
    yield from tally.rest()


def tried(read: ReadRow, row: TableRow) -> Reading | Reject:
    """Return what a row is read as; what is wrong with it becomes a reject."""
    try:
        return read(row)
    except RefusedError as error:
        return row.refused(error.reason, str(error), error.code)


def begun_at_header(opened: OpenedInput) -> OpenedInput:
    """Return the input with the number of its first line: a piece, or a row by itself, has its header before it."""
    return msgspec.structs.replace(opened, first_line=max(opened.first_line - 1, 1))


def csv_rows(opened: OpenedInput, options: ReadOptions, loader: str) -> Iterator[TableRow | Reject]:
    """Yield each row, or why it cannot be used. The header says whether commas, tabs or semicolons part the fields."""
    header, delimiter = NO_HEADER, ","
    for found in _whole_rows(begun_at_header(opened), options, loader):
        if isinstance(found, Reject):
            yield found
            continue
        begun, row = found
        delimiter = delimiter if header.columns else max(_DELIMITERS, key=row.count)
        cells = _cells(row, delimiter)
        if cells is None:
            why = "a quote that is not closed, or a field too large"
            content = f"{header.text}\n{row}" if header.columns else row
            yield Reject(opened.where, str(begun), "bad-record", why, content, loader)
        elif not header.columns:
            header = Header([name.strip() for name in cells], row)
        elif cells[0] or any(cells):
            yield TableRow(begun, cells, header, row, opened.where, loader)


def _whole_rows(opened: OpenedInput, options: ReadOptions, loader: str) -> Iterator[tuple[int, str] | Reject]:
    """Yield rows with the number of the line they begin in; an open quote ends at the limit of a record."""
    begun, held, size, is_open = 0, list[str](), 0, False
    for line in text_lines(opened, options, loader):
        if isinstance(line, Reject):
            yield line
            continue
        number, text = line
        if not is_open and '"' not in text:  # nearly every line
            yield line
            continue
        begun = begun if held else number
        held.append(text)
        size += len(text)
        is_open ^= text.count('"') % 2 == 1
        if not is_open or size > options.record_limit:
            yield begun, "\n".join(held)
            held, size, is_open = [], 0, False
    if held:
        yield Reject(opened.where, str(begun), "bad-record", "the file ends inside a quote", "\n".join(held), loader)


def is_header(head: bytes, beginning: bytes) -> bool:
    """Tell whether a file begins with these columns, with or without a byte order mark and quotes."""
    return head.removeprefix(b"\xef\xbb\xbf").replace(b'"', b"").startswith(beginning)


def header_of(head: bytes) -> list[str]:
    """Return the columns that the first line names; none where it is no header."""
    first = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    try:
        line = first.decode("utf-8").strip()
    except UnicodeDecodeError:
        line = first.decode("latin-1").strip()
    return [name.strip() for name in _cells(line, max(_DELIMITERS, key=line.count)) or []]


def _cells(row: str, delimiter: str) -> list[str] | None:
    """Return the cells; the quotes tell where the row ends, so there is one."""
    if '"' not in row and len(row) < _LONGEST_CELL and "\r" not in row:
        return row.split(delimiter) if row else []
    try:
        rows = list(csv.reader([row], strict=delimiter == ",", delimiter=delimiter))
    except csv.Error:
        return None
    return rows[0] if rows else []
