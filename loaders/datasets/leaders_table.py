"""Tables of leaders and other holders of office: a row a person and office, from when to when.

What is read: CSV results of Wikidata's query service (https://query.wikidata.org; items as addresses or bare) and the
tables that collections make of them, as *world-leaders* and *every-politician-scrapers* do. The columns are told by
their names: the person (an item, a name or both), the position, the country, the beginning and the end. Dates are as
exact as they stand: a year stays a year. A row proves that somebody held an office; that a row is missing proves
nothing, and an open end means only that it was open, or not known, when the table was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from kg.model import Found, Reading, Reject
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.fields import Fields
from loaders.datasets.holders import Held, Person, edtf_day, holder_record
from loaders.datasets.offices import item_of, side_named, side_of
from loaders.datasets.remembered import remembered
from loaders.datasets.rows import TABLE, TableRow, a_record_a_row, header_of
from loaders.datasets.said import DataSet
from loaders.errors import RefusedError

NAME = "leaders"
DATA_SET = DataSet(f"{NAME}/1", "Wikidata", "CC0-1.0", 0.9, "row")
_COLUMNS = {
    "person": (
        "officeholderLabel",
        "personLabel",
        "holderLabel",
        "itemLabel",
        "person",
        "officeholder",
        "name",
        "item",
    ),
    "item": ("officeholder", "person_qid", "person", "holder", "item", "qid", "wikidata"),
    "position": ("positionLabel", "officeLabel", "position", "title", "office"),
    "country": ("country_iso3", "iso3", "countryid", "country_qid", "countryLabel", "country", "jurisdictionLabel"),
    "start": ("start", "start_date", "start_year", "startDate", "from", "since"),
    "end": ("end", "end_date", "end_year", "endDate", "to", "until"),
}
_TOLD_BY = ("person", "position", "start")
"""Columns without which it is another table."""


class LeadersLoader:
    """Reads such a table, and yields a record for each row."""

    name = NAME
    cut = TABLE

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell by the header: a person, a position and a beginning, by their usual names."""
        columns = set(header_of(head))
        return all(columns & set(_COLUMNS[what]) for what in _TOLD_BY) and bool(columns & set(_COLUMNS["item"]))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield the records, and why a row made none."""
        return a_record_a_row(opened, options, self.name, _read)


def _read(row: TableRow) -> Reading | Reject:
    return read_holder(row.filled()) or row.refused("bad-record", "the row has no person, or no position")


def read_holder(fields: Mapping[str, str]) -> Reading | None:
    """Return the record of one person and office, by the columns that are filled; None where either is missing.

    Raises:
        RefusedError: ``unknown-code`` or ``bad-date``.
    """
    lines = Fields(fields)
    row, columns = lines.row, _columns_of(*lines.row)
    person, position = row.get(columns.person, ""), row.get(columns.position, "")
    if not person or not position or item_of(person) or item_of(position):
        return None
    side = _side([row[name] for name in columns.countries], position)
    start, end = edtf_day(row.get(columns.start, "")), edtf_day(row.get(columns.end, ""))
    held = Held(position, side, start, end, lines.said(columns.position))
    qid = next((item for name in columns.items if (item := item_of(row[name]))), "")
    key = f"{qid or person}-{position}-{start or '?'}"
    found = Person((person,), qid, lines.said(columns.person), (held,))
    return holder_record(key, lines.text, found, DATA_SET)


class _Columns(msgspec.Struct, frozen=True):
    """Those of a table that say something; empty where it has none."""

    person: str
    position: str
    start: str
    end: str
    items: tuple[str, ...]
    countries: tuple[str, ...]


@remembered
def _columns_of(*columns: str) -> _Columns:
    there = {what: tuple(name for name in names if name in columns) for what, names in _COLUMNS.items()}
    first = {what: next(iter(there[what]), "") for what in ("person", "position", "start", "end")}
    return _Columns(**first, items=there["item"], countries=there["country"])


def _side(given: list[str], position: str) -> str:
    """The side of the office; where the country is none that a table has, what the position names after "of"."""
    side = side_of(*given) or side_named(position)
    if not side:
        name = (item_of(given[-1]) or given[-1]) if given else position
        raise RefusedError("unknown-code", f"no side is called {name!r}", name)
    return side
