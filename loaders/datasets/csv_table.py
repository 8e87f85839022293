"""Any table in CSV, by a mapping file: one record and one event for each row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TypeAlias

from kg.dates import BadDateError, parse
from kg.model import Found, Participant, Reading, Venue
from kg.model import Value as ClaimValue
from kg.vocabulary import office_of, resolve_country, resolve_side
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.csv_mapping import Person, TableMapping, Value, as_value, read_table_mapping
from loaders.datasets.fields import Fields
from loaders.datasets.remembered import remembered
from loaders.datasets.rows import TABLE, TableRow, a_record_a_row, header_of
from loaders.datasets.said import DataSet
from loaders.errors import RefusedError

NAME = "csv"
_ENDINGS = (".csv", ".tsv", ".tab")
_UNKNOWN = Value(constant="unknown")
_In: TypeAlias = tuple[str, ClaimValue, str]
"""An attribute, its value, and the column that says so."""


class CsvLoader:
    """Reads a table whose columns ``options.mapping`` explains."""

    name = NAME
    cut = TABLE

    def recognises(self, head: bytes, name: str, /) -> bool:
        """Tell a table by its name and header, so that it is not taken for a text; it is read with ``--mapping``."""
        first = head.partition(b"\n")[0]
        return name.lower().endswith(_ENDINGS) and max(map(first.count, (b",", b"\t", b";"))) > 0

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Found]:
        """Yield a record for each row, or why it made none.

        Raises:
            RefusedError: there is no mapping, or it names a column that the table does not have.
            BadOptionError: the mapping is none.
        """
        if not options.mapping:
            raise RefusedError("no-mapping", "a table needs --mapping FILE: 'kg mapping TABLE' proposes one")
        mapping = read_table_mapping(options.mapping)
        if lost := sorted(mapping.columns().difference(header_of(opened.head()))):
            raise RefusedError("no-mapping", f"it has no column {lost[0]!r}, which {options.mapping} names")
        yield from a_record_a_row(opened, options, self.name, _Mapped(mapping, options).read)


@remembered
def _side(name: str) -> str:
    found = resolve_side(name)
    if not found:
        raise RefusedError("unknown-code", f"no side is called {name!r}", name)
    return found


@remembered
def _day(column: str, text: str, form: str) -> str:
    try:
        if form:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date().isoformat()
        return str(parse(text))
    except (ValueError, BadDateError) as error:
        raise RefusedError("bad-date", f"{column}: {error}") from error


class _Mapped:
    """Reads rows as a mapping says. What is wrong with one is a RefusedError."""

    def __init__(self, mapping: TableMapping, options: ReadOptions) -> None:
        self._mapping, self._published = mapping, options.published
        self._data_set = DataSet(
            f"{NAME}/1", options.publisher or mapping.publisher, options.licence or mapping.licence,
            mapping.confidence, "mapped", "asserts", options.language,
        )  # fmt: skip
        self._kind, self._status, self._topic = map(as_value, (mapping.kind, mapping.status, mapping.topic))

    def read(self, row: TableRow) -> Reading:
        """Return the record of a row with its claims."""
        mapping, filled = self._mapping, row.filled()
        published = self._date(filled, mapping.published) or self._published
        sides = [(_side(name), column) for column in mapping.sides for name in self._several(filled, column)]
        if len({side for side, _ in sides}) < 2:
            raise RefusedError("one-side", f"only {sides[0][0] if sides else 'nobody'} takes part")
        fields = Fields(filled)
        key, title = filled.get(mapping.key, "") or row.number, filled.get(mapping.title, "")
        url = filled.get(mapping.url, "")
        source = self._data_set.source(key, fields.text, title, url=url, published=published)
        said = [(attribute, value, fields.said(column)) for attribute, value, column in self._said(filled, sides)]
        return Reading(source, tuple(self._data_set.claims(source, "event", "e1", said)))

    def _said(self, row: dict[str, str], sides: list[tuple[str, str]]) -> Iterator[_In]:
        """Yield each attribute with its value and the column that says it."""
        mapping = self._mapping
        yield _valued(row, "kind", self._kind)
        yield _valued(row, "status", self._status)
        for side, column in dict(reversed(sides)).items():
            yield "side", side, column
        if day := self._date(row, mapping.date):
            yield "date", day, mapping.date
        if host := row.get(mapping.host, ""):
            yield "host", _side(host), mapping.host
        if city := row.get(mapping.city, ""):
            country = resolve_country(row.get(mapping.country, "")) or ""
            yield "venue", Venue(name=city, city=city, country=country), mapping.city
        for person in mapping.people:
            yield from self._people(row, person)
        if (topic := self._topic) is not None and (topic.constant or row.get(topic.column)):
            yield _valued(row, "topic", topic)
        if title := row.get(mapping.title, ""):
            yield "title", title, mapping.title

    def _people(self, row: dict[str, str], person: Person) -> Iterator[_In]:
        sides = [_side(one) for one in self._several(row, person.side)]
        stands_for = sides[0] if len(sides) == 1 else ""
        title = row.get(person.capacity, "")
        office = office_of(title, stands_for) if title else None
        for one in self._several(row, person.name):
            found = Participant(one, capacity=title, office=office.office if office else "", side=stands_for)
            yield "participant", found, person.name

    def _several(self, row: dict[str, str], column: str) -> list[str]:
        parts = row.get(column, "").split(self._mapping.separator)
        return [part.strip() for part in parts if part.strip()]

    def _date(self, row: dict[str, str], column: str) -> str:
        text = row.get(column, "")
        return _day(column, text, self._mapping.date_format) if text else ""


def _valued(row: dict[str, str], attribute: str, given: Value | None) -> _In:
    """What a value means in a row; what is the same for all rows is said by the first column."""
    value = given or _UNKNOWN
    said = value.constant or row.get(value.column, "")
    meant = value.values.get(said, "" if value.values else said)
    if not meant:
        raise RefusedError("not-a-contact", f"the mapping has no {attribute} for {said!r}")
    return attribute, meant, value.column or next(iter(row), "")
