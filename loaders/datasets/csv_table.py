"""Any table in CSV, by a mapping file: one record and one event for each row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kg.dates import BadDateError, parse
from kg.model import Claim, Found, Participant, Reading, Source, Venue, source_id
from kg.vocabulary import office_of, resolve_country, resolve_side
from loaders.contract import OpenedInput, ReadOptions
from loaders.datasets.csv_mapping import TableMapping, Value, as_value, read_table_mapping
from loaders.datasets.fields import Fields
from loaders.datasets.rows import TABLE, TableRow, a_record_a_row, header_of
from loaders.errors import RefusedError

NAME = "csv"
_EXTRACTOR = f"{NAME}/1"
_ENDINGS = (".csv", ".tsv", ".tab")


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

        def read_row(row: TableRow) -> Reading:
            return _Row(row.fields, mapping, row.number, options).reading()

        yield from a_record_a_row(opened, options, self.name, read_row)


class _Row:
    """One row of the table. What is wrong with it is a RefusedError."""

    def __init__(self, row: dict[str, str], mapping: TableMapping, number: str, options: ReadOptions) -> None:
        self._row = {column: value for column, value in row.items() if column and value}
        self._mapping = mapping
        self._fields = Fields(self._row)
        self._first = next(iter(self._row), "")
        key = self._row.get(mapping.key, "") or number
        url = self._row.get(mapping.url, "")
        self._source = Source(
            id=source_id(url=url, key=key, text=self._fields.text), kind="record", key=key, text=self._fields.text,
            loader=_EXTRACTOR, url=url, title=self._row.get(mapping.title, ""),
            publisher=options.publisher or mapping.publisher, licence=options.licence or mapping.licence,
            published=self._date(mapping.published) or options.published, language=options.language,
        )  # fmt: skip

    def reading(self) -> Reading:
        """Return the record with its claims."""
        sides = list(self._sides())
        if len({side for side, _ in sides}) < 2:
            raise RefusedError("one-side", f"only {sides[0][0] if sides else 'nobody'} takes part")
        return Reading(self._source, tuple(self._claims(sides)))

    def _claims(self, sides: list[tuple[str, str]]) -> Iterator[Claim]:
        mapping = self._mapping
        yield self._valued("kind", mapping.kind)
        yield self._valued("status", mapping.status)
        for side, column in dict(reversed(sides)).items():
            yield self._claim("side", side, column)
        if day := self._date(mapping.date):
            yield self._claim("date", day, mapping.date)
        if host := self._row.get(mapping.host, ""):
            yield self._claim("host", self._side(host), mapping.host)
        city, country = self._row.get(mapping.city, ""), resolve_country(self._row.get(mapping.country, "")) or ""
        if city:
            yield self._claim("venue", Venue(name=city, city=city, country=country), mapping.city)
        for person in mapping.people:
            yield from self._people(person.name, person.side, person.capacity)
        if mapping.topic is not None and self._has(mapping.topic):
            yield self._valued("topic", mapping.topic)
        if title := self._row.get(mapping.title, ""):
            yield self._claim("title", title, mapping.title)

    def _sides(self) -> Iterator[tuple[str, str]]:
        for column in self._mapping.sides:
            for name in self._several(column):
                yield self._side(name), column

    def _side(self, name: str) -> str:
        found = resolve_side(name)
        if not found:
            raise RefusedError("unknown-code", f"no side is called {name!r}", name)
        return found

    def _people(self, name: str, side: str, capacity: str) -> Iterator[Claim]:
        sides = [self._side(one) for one in self._several(side)]
        stands_for = sides[0] if len(sides) == 1 else ""
        title = self._row.get(capacity, "")
        office = office_of(title, stands_for) if title else None
        for one in self._several(name):
            person = Participant(one, capacity=title, office=office.office if office else "", side=stands_for)
            yield self._claim("participant", person, name)

    def _several(self, column: str) -> list[str]:
        parts = self._row.get(column, "").split(self._mapping.separator)
        return [part.strip() for part in parts if part.strip()]

    def _date(self, column: str) -> str:
        text = self._row.get(column, "")
        if not text:
            return ""
        try:
            if self._mapping.date_format:
                return datetime.strptime(text, self._mapping.date_format).date().isoformat()  # noqa: DTZ007 - a day
            return str(parse(text))
        except (ValueError, BadDateError) as error:
            raise RefusedError("bad-date", f"{column}: {error}") from error

    def _has(self, given: Value | str) -> bool:
        value = as_value(given)
        return value is not None and bool(value.constant or self._row.get(value.column))

    def _valued(self, attribute: str, given: Value | str) -> Claim:
        value = as_value(given) or Value(constant="unknown")
        said = value.constant or self._row.get(value.column, "")
        meant = value.values.get(said, "" if value.values else said)
        if not meant:
            raise RefusedError("not-a-contact", f"the mapping has no {attribute} for {said!r}")
        return self._claim(attribute, meant, value.column or self._first)

    def _claim(self, attribute: str, value: str | Participant | Venue, column: str) -> Claim:
        return Claim(
            source=self._source.id, thing="event", subject="e1", attribute=attribute, value=value,
            evidence=self._fields.said(column), confidence=self._mapping.confidence, extractor=_EXTRACTOR,
            rule="mapped",
        )  # fmt: skip
