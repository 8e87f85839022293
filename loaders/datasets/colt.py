"""COLT: travel of heads of state and government, one leg of a trip a row.

Source: *Country and Organization Leader Travel Dataset* of the Diplometrics programme, Frederick S. Pardee Institute
for International Futures, University of Denver; the columns are those of the release of March 2025. CSV in Latin-1 or
UTF-8. A row is a trip that was made, found in the links it names. What is not known is ``TBD`` or empty; days are
2021-06-09 or 6/9/2021. Each leg is a visit; where the leader met the head of the host country, that is a meeting inside
the visit, on some day of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Claim, Participant, Reading, Reject, Source, Venue, source_id
from kg.vocabulary import office_of, resolve_country, resolve_side
from loaders.datasets.days import day_in
from loaders.datasets.fields import Fields
from loaders.datasets.rows import HeadedTable, TableRow

NAME = "colt"
_EXTRACTOR = f"{NAME}/1"
_LICENCE = "COLT: as korbel.du.edu/pardee says"
_HEAD = b"TripID,LeaderID,LeaderCountryOrIGO"
_NEEDED = ("TripID", "LeaderCountryOrIGO", "LeaderFullName", "CountryVisited", "TripYear")
_YEAR = re.compile(r"[12]\d{3}")
_NOTHING = frozenset({"", "TBD", "NA", "N/A", "None", "Unknown"})
_CONFIDENCE = 0.9
"""Coded by people from several sources."""


class ColtLoader(HeadedTable):
    """Reads the table of trips, and yields a record for each leg."""

    def __init__(self) -> None:
        super().__init__(NAME, _HEAD, _read)


def _read(row: TableRow) -> Reading | Reject:
    known = {name: value for name, value in row.fields.items() if name and value not in _NOTHING}
    missing = [name for name in _NEEDED if name not in known]
    if missing:
        return row.refused("bad-record", f"the row has no {missing[0]}")
    if not _YEAR.fullmatch(known["TripYear"]):
        return row.refused("bad-date", f"{known['TripYear']!r} is no year")
    guest = _side(known, "LeaderCountryISO", "LeaderCountryOrIGO")
    host = _side(known, "CountryVisitedISO", "CountryVisited")
    if not guest or not host:
        name = known["CountryVisited" if guest else "LeaderCountryOrIGO"]
        return row.refused("unknown-code", f"no side is called {name!r}", name)
    if guest == host:
        return row.refused("one-side", f"a trip inside {known['CountryVisited']}")
    return _Leg(known, guest, host).reading()


def _side(row: dict[str, str], *names: str) -> str:
    return next((side for name in names if (side := resolve_side(row.get(name, "")))), "")


class _Leg:
    """One row: its text is its fields, a line each, and each claim quotes the line that says it."""

    def __init__(self, row: dict[str, str], guest: str, host: str) -> None:
        self._row, self._guest, self._host = row, guest, host
        self._fields = Fields(row)
        text, key = self._fields.text, row["TripID"]
        self._source = Source(
            id=source_id(url="", key=key, text=text), kind="record", key=key, text=text, loader=_EXTRACTOR,
            title=f"{row['LeaderFullName']} in {row['CountryVisited']}, {row['TripYear']}",
            publisher="Diplometrics COLT", licence=_LICENCE, language="en",
        )  # fmt: skip

    def reading(self) -> Reading:
        claims = list(self._visit())
        if self._row.get("MetHostHoGS", "").casefold() == "yes":
            claims += self._meeting()
        return Reading(self._source, tuple(claims))

    def _visit(self) -> Iterator[Claim]:
        yield from self._event("visit", "visit", "TripID")
        yield self._claim("visit", "host", self._host, "CountryVisited")
        yield self._claim("visit", "participant", self._leader(), "LeaderFullName")
        if self._row.get("AttendedMultilatEvent", "").casefold() == "yes" and "NameMultilatEvent" in self._row:
            yield self._claim("visit", "title", self._row["NameMultilatEvent"], "NameMultilatEvent")

    def _meeting(self) -> Iterator[Claim]:
        yield from self._event("meeting", "meeting", "MetHostHoGS")
        yield self._claim("meeting", "part_of", "visit", "MetHostHoGS")
        yield self._claim("meeting", "participant", self._leader(), "LeaderFullName")
        for name in re.split(r"\s*[;|]\s*", self._row.get("HostHOGSName", "")):
            if name and name not in _NOTHING:
                yield self._claim("meeting", "participant", Participant(name=name, side=self._host), "HostHOGSName")

    def _event(self, subject: str, kind: str, said_in: str) -> Iterator[Claim]:
        day, column = self._day()
        yield self._claim(subject, "kind", kind, said_in)
        yield self._claim(subject, "status", "held", said_in)
        yield self._claim(subject, "date", day, column)
        yield self._claim(subject, "side", self._guest, "LeaderCountryOrIGO")
        yield self._claim(subject, "side", self._host, "CountryVisited")
        city = self._row.get("CityVisited", "")
        if city and resolve_country(self._host):
            yield self._claim(subject, "venue", Venue(name=city, city=city, country=self._host), "CityVisited")

    def _leader(self) -> Participant:
        title = self._row.get("LeaderTitle", "")
        found = office_of(title, self._guest) if title else None
        return Participant(
            name=self._row["LeaderFullName"], capacity=title, office=found.office if found else "", side=self._guest
        )

    def _day(self) -> tuple[str, str]:
        """The span of the leg in EDTF, and the column that says it; the year where no day is known."""
        first, last = (day_in(self._row.get(name, "")) for name in ("TripStartDate", "TripEndDate"))
        if first is None:
            return self._row["TripYear"], "TripYear"
        if last is None or last <= first:
            return first.isoformat(), "TripStartDate"
        return f"{first.isoformat()}/{last.isoformat()}", "TripStartDate"

    def _claim(self, subject: str, attribute: str, value: str | Participant | Venue, column: str) -> Claim:
        return Claim(
            source=self._source.id, thing="event", subject=subject, attribute=attribute, value=value,
            evidence=self._fields.said(column), stance="reports", confidence=_CONFIDENCE, extractor=_EXTRACTOR,
            rule="coded",
        )  # fmt: skip
