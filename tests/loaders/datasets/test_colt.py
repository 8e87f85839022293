"""COLT, on rows made up in the columns of its release of March 2025."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from kg.load.run import Clock, Watcher, load
from kg.model import Reading, Reject
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from loaders.reference import tenure_reading
from tests.loaders.datasets.tables import read, read_file, reasons, values
from tests.servers.real_engine import RealEngine

_COLUMNS = (
    "TripID", "LeaderID", "LeaderCountryOrIGO", "LeaderCountryISO", "LeaderRegion", "LeaderRole", "LeaderTitle",
    "LeaderSurname", "LeaderFullName", "CountryVisited", "CountryVisitedISO", "CityVisited", "TripYear",
    "TripStartDate", "TripEndDate", "TripDuration", "MetHostHoGS", "HostHOGSName", "AttendedMultilatEvent",
    "NameMultilatEvent", "Notes", "SourceLink1",
)  # fmt: skip
TRIP = {
    "TripID": "JPN-IND-1", "LeaderID": "44", "LeaderCountryOrIGO": "Japan", "LeaderCountryISO": "JPN",
    "LeaderRegion": "Asia", "LeaderRole": "G", "LeaderTitle": "Prime Minister", "LeaderSurname": "Kishida",
    "LeaderFullName": "Fumio Kishida", "CountryVisited": "India", "CountryVisitedISO": "IND",
    "CityVisited": "New Delhi", "TripYear": "2023", "TripStartDate": "3/20/2023", "TripEndDate": "3/21/2023",
    "TripDuration": "2", "MetHostHoGS": "Yes", "HostHOGSName": "Narendra Modi", "AttendedMultilatEvent": "No",
    "NameMultilatEvent": "", "Notes": "", "SourceLink1": "https://example.org/1",
}  # fmt: skip


def table(*changes: dict[str, str]) -> list[str]:
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({**TRIP, **change} for change in changes)
    return [out.getvalue().rstrip("\n")]


def of(reading: Reading | Reject, subject: str, attribute: str) -> list[str]:
    assert isinstance(reading, Reading), reading
    return [str(one.value) for one in reading.claims if (one.subject, one.attribute) == (subject, attribute)]


def test_a_leg_is_a_visit_with_the_meeting_inside_it(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "colt.csv", *table({}))
    for subject in ("visit", "meeting"):
        assert of(one, subject, "kind") == [subject]
        assert of(one, subject, "date") == ["2023-03-20/2023-03-21"]
        assert of(one, subject, "side") == ["JPN", "IND"]
    assert of(one, "visit", "host") == ["IND"]
    assert of(one, "meeting", "part_of") == ["visit"]
    assert "Kishida" in of(one, "visit", "participant")[0]
    assert "Modi" in of(one, "meeting", "participant")[1]
    assert isinstance(one, Reading)
    assert next(claim.evidence.quote for claim in one.claims if claim.attribute == "date") == "TripStartDate: 3/20/2023"


@pytest.mark.parametrize(
    ("change", "attribute", "expected"),
    [
        ({"TripStartDate": "TBD", "TripEndDate": "TBD"}, "date", ["2023"]),
        ({"TripStartDate": "2023-03-20", "TripEndDate": ""}, "date", ["2023-03-20"]),
        ({"TripStartDate": "3/20/2023", "TripEndDate": "3/1/2023"}, "date", ["2023-03-20"]),
        ({"CityVisited": "TBD"}, "venue", []),
        ({"AttendedMultilatEvent": "Yes", "NameMultilatEvent": 'Summit, "Asia"'}, "title", ['Summit, "Asia"']),
        ({"LeaderCountryOrIGO": "United Nations", "LeaderCountryISO": "IGO"}, "side", ["UN", "IND"]),
    ],
)
def test_what_is_not_known_stays_open(
    change: dict[str, str], attribute: str, expected: list[str], tmp_path: Path
) -> None:
    (one,) = read(tmp_path, "colt.csv", *table({"MetHostHoGS": "No", **change}))
    assert values(one, attribute) == expected


def test_what_makes_no_event_says_why(tmp_path: Path) -> None:
    rows = table(
        {"CountryVisited": "Atlantis", "CountryVisitedISO": "XXA"}, {"LeaderFullName": "TBD"}, {"TripYear": "soon"},
        {"CountryVisited": "Japan", "CountryVisitedISO": "JPN"}, {},
    )  # fmt: skip
    found = read(tmp_path, "colt.csv", *rows)
    assert reasons(found) == {"unknown-code": 1, "bad-record": 1, "bad-date": 1, "one-side": 1}


def test_latin_1_and_a_note_over_two_lines(tmp_path: Path) -> None:
    rows = table({"CityVisited": "Brasília", "Notes": "first line\nsecond, line"}, {"TripID": "JPN-IND-2"})
    found = read(tmp_path, "colt.csv", *rows, encoding="latin-1")
    assert len(found) == 2
    assert "Brasília" in values(found[0], "venue")[0]


def test_a_visit_and_its_meeting_in_the_graph(engine: RealEngine, tmp_path: Path) -> None:
    (tmp_path / "colt.csv").write_text("\n".join(table({})), encoding="utf-8")
    with engine.open() as opened:
        apply_schema(opened)
        load(
            read_file(tmp_path / "colt.csv"), GraphStore(opened), tenure_reading, inputs=["colt.csv"],
            clock=Clock("2025-03-01T00:00:00Z"), watcher=Watcher(),
        )  # fmt: skip
        rows = opened.read(
            "MATCH (m:Meeting)-[:PART_OF]->(v:Visit)<-[:HOSTED]-(c:Country) RETURN m.date, v.date, c.iso3"
        ).rows
        assert rows == [("2023-03-20/2023-03-21", "2023-03-20/2023-03-21", "IND")]
