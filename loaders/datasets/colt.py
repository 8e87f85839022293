"""COLT: travel of heads of state and government, one leg of a trip a row.

Source: *Country and Organization Leader Travel Dataset* of the Diplometrics programme, Frederick S. Pardee Institute
for International Futures, University of Denver; the columns are those of the release of March 2025. CSV in Latin-1 or
UTF-8. A row is a trip that was made, found in the links it names. What is not known is ``TBD`` or empty; days are
2021-06-09 or 6/9/2021. Each leg is a visit; where the leader met the head of the host country, that is a meeting inside
the visit, on some day of it.
"""

from __future__ import annotations

import re

from kg.model import Participant, Reading, Reject, Venue
from kg.vocabulary import is_country, office_of, resolve_side
from loaders.datasets.days import day_in
from loaders.datasets.fields import Fields
from loaders.datasets.remembered import remembered
from loaders.datasets.rows import HeadedTable, TableRow
from loaders.datasets.said import DataSet, Said

NAME = "colt"
_HEAD = b"TripID,LeaderID,LeaderCountryOrIGO"
_NEEDED = ("TripID", "LeaderCountryOrIGO", "LeaderFullName", "CountryVisited", "TripYear")
_SEVERAL = re.compile(r"\s*[;|]\s*")
_YEAR = re.compile(r"[12]\d{3}")
_NOTHING = frozenset({"", "TBD", "NA", "N/A", "None", "Unknown"})
_CONFIDENCE = 0.9
"""Coded by people from several sources."""
_DATA_SET = DataSet(f"{NAME}/1", "Diplometrics COLT", "COLT: as korbel.du.edu/pardee says", _CONFIDENCE)


class ColtLoader(HeadedTable):
    """Reads the table of trips, and yields a record for each leg."""

    def __init__(self) -> None:
        super().__init__(NAME, _HEAD, _read)


def _read(row: TableRow) -> Reading | Reject:
    known = {name: value for name, value in row.filled().items() if value not in _NOTHING}
    missing = [name for name in _NEEDED if name not in known]
    if missing:
        return row.refused("bad-record", f"the row has no {missing[0]}")
    if not _YEAR.fullmatch(known["TripYear"]):
        return row.refused("bad-date", f"{known['TripYear']!r} is no year")
    guest = _side(known.get("LeaderCountryISO", ""), known["LeaderCountryOrIGO"])
    host = _side(known.get("CountryVisitedISO", ""), known["CountryVisited"])
    if not guest or not host:
        name = known["CountryVisited" if guest else "LeaderCountryOrIGO"]
        return row.refused("unknown-code", f"no side is called {name!r}", name)
    if guest == host:
        return row.refused("one-side", f"a trip inside {known['CountryVisited']}")
    return _Leg(known, guest, host).reading()


@remembered
def _side(*names: str) -> str:
    return next((side for name in names if (side := resolve_side(name))), "")


@remembered
def _office(title: str, side: str) -> str:
    found = office_of(title, side) if title else None
    return found.office if found else ""


class _Leg:
    """One row: its text is its fields, a line each, and each claim quotes the line that says it."""

    def __init__(self, row: dict[str, str], guest: str, host: str) -> None:
        self._row, self._guest, self._host = row, guest, host
        self._fields = Fields(row)

    def reading(self) -> Reading:
        row, both = self._row, self._of_both()
        title = f"{row['LeaderFullName']} in {row['CountryVisited']}, {row['TripYear']}"
        source = _DATA_SET.source(row["TripID"], self._fields.text, title)
        claims = _DATA_SET.claims(source, "event", "visit", self._visit(both))
        if row.get("MetHostHoGS", "").casefold() == "yes":
            claims += _DATA_SET.claims(source, "event", "meeting", self._meeting(both))
        return Reading(source, tuple(claims))

    def _of_both(self) -> list[Said]:
        """What is said alike of the visit and of the meeting inside it."""
        fields, city = self._fields, self._row.get("CityVisited", "")
        day, column = self._day()
        said: list[Said] = [
            ("date", day, fields.said(column)), ("side", self._guest, fields.said("LeaderCountryOrIGO")),
            ("side", self._host, fields.said("CountryVisited")),
        ]  # fmt: skip
        if city and is_country(self._host):
            said.append(("venue", Venue(name=city, city=city, country=self._host), fields.said("CityVisited")))
        return said

    def _visit(self, both: list[Said]) -> list[Said]:
        row, fields = self._row, self._fields
        said = self._event("visit", "TripID", both)
        said.append(("host", self._host, fields.said("CountryVisited")))
        said.append(self._leader())
        if row.get("AttendedMultilatEvent", "").casefold() == "yes" and "NameMultilatEvent" in row:
            said.append(("title", row["NameMultilatEvent"], fields.said("NameMultilatEvent")))
        return said

    def _meeting(self, both: list[Said]) -> list[Said]:
        said = self._event("meeting", "MetHostHoGS", both)
        said.append(("part_of", "visit", self._fields.said("MetHostHoGS")))
        said.append(self._leader())
        for name in _SEVERAL.split(self._row.get("HostHOGSName", "")):
            if name and name not in _NOTHING:
                person = Participant(name=name, side=self._host)
                said.append(("participant", person, self._fields.said("HostHOGSName")))
        return said

    def _event(self, kind: str, column: str, both: list[Said]) -> list[Said]:
        told = self._fields.said(column)
        return [("kind", kind, told), ("status", "held", told), *both]

    def _leader(self) -> Said:
        row, title = self._row, self._row.get("LeaderTitle", "")
        office = _office(title, self._guest)
        person = Participant(name=row["LeaderFullName"], capacity=title, office=office, side=self._guest)
        return "participant", person, self._fields.said("LeaderFullName")

    def _day(self) -> tuple[str, str]:
        """The span of the leg in EDTF, and the column that says it; the year where no day is known."""
        first, last = (day_in(self._row.get(name, "")) for name in ("TripStartDate", "TripEndDate"))
        if not first:
            return self._row["TripYear"], "TripYear"
        return f"{first}/{last}" if last > first else first, "TripStartDate"
