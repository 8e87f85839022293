"""Tables of leaders and other holders of office: a row a person and office, from when to when.

What is read: CSV results of Wikidata's query service (https://query.wikidata.org; items as addresses or bare) and the
tables that collections make of them, as *world-leaders* and *every-politician-scrapers* do. The columns are told by
their names: the person (an item, a name or both), the position, the country, the beginning and the end. Dates are as
exact as they stand: a year stays a year. A row proves that somebody held an office; that a row is missing proves
nothing, and an open end means only that it was open, or not known, when the table was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.model import Found, Reading, Reject
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.fields import Fields, one_line
from loaders.datasets.holders import DataSetOfHolders, Held, Person, edtf_day, holder_record
from loaders.datasets.offices import item_of, side_named, side_of
from loaders.datasets.rows import TABLE, TableRow, a_record_a_row, header_of
from loaders.errors import RefusedError

NAME = "leaders"
DATA_SET = DataSetOfHolders(f"{NAME}/1", "Wikidata", "CC0-1.0", 0.9)
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
    return read_holder(row.fields) or row.refused("bad-record", "the row has no person, or no position")


def read_holder(fields: Mapping[str, str]) -> Reading | None:
    """Return the record of one person and office, by the names of the columns; None where either is missing.

    Raises:
        RefusedError: ``unknown-code`` or ``bad-date``.
    """
    row = {name: one_line(value) for name, value in fields.items() if name and value.strip()}
    columns = {what: _first(names, row) for what, names in _COLUMNS.items()}
    person, position = row.get(columns["person"], ""), row.get(columns["position"], "")
    if not person or not position or item_of(person) or item_of(position):
        return None
    lines = Fields(row)
    side = _side(row, position)
    dates = [edtf_day(row.get(columns[what], "")) for what in ("start", "end")]
    held = Held(position, side, dates[0], dates[1], lines.said(columns["position"]))
    qid = next((item for name in _COLUMNS["item"] if (item := item_of(row.get(name, "")))), "")
    key = "-".join((qid or person, position, dates[0] or "?"))
    found = Person((person,), qid, lines.said(columns["person"]), (held,))
    return holder_record(key, lines.text, found, DATA_SET)


def _first(names: Iterable[str], row: Mapping[str, str]) -> str:
    for name in names:
        if name in row:
            return name
    return ""


def _side(row: Mapping[str, str], position: str) -> str:
    """The side of the office; where the country is none that a table has, what the position names after "of"."""
    given = [row[name] for name in _COLUMNS["country"] if name in row]
    side = side_of(*given) or side_named(position)
    if not side:
        name = (item_of(given[-1]) or given[-1]) if given else position
        raise RefusedError("unknown-code", f"no side is called {name!r}", name)
    return side
