"""POLECAT, on rows made up in the documented columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Reading, Reject
from loaders.datasets.plover import coded
from tests.loaders.datasets.rows import POLECAT_HEADER, polecat
from tests.loaders.datasets.tables import read, reasons, values

XI, PUTIN = ("Xi Jinping", "CHN"), ("Vladimir Putin", "RUS")


def test_the_columns_are_those_of_the_real_header(shared: Path) -> None:
    real = (shared / "samples" / "polecat_header_only.tsv").read_text(encoding="utf-8").splitlines()[0]
    assert real == POLECAT_HEADER


@pytest.mark.parametrize(
    ("event", "mode", "kind", "status"),
    [
        ("CONSULT", "visit", "visit", "held"),
        ("CONSULT", "phone", "call", "held"),
        ("CONSULT", "third-party", "meeting", "held"),
        ("CONSULT", "multilateral", "talks", "held"),
        ("CONSULT", "None", "talks", "held"),
        ("REJECT", "meet", "meeting", "denied"),
    ],
)
def test_event_types_and_modes(event: str, mode: str, kind: str, status: str, tmp_path: Path) -> None:
    (one,) = read(tmp_path, "events.txt", POLECAT_HEADER, polecat("a1", event, mode, XI, PUTIN))
    assert (values(one, "kind"), values(one, "status"), values(one, "date")) == ([kind], [status], ["2023-03-21"])
    assert values(one, "side") == ["CHN", "RUS"]
    assert isinstance(one, Reading)
    assert (one.source.publisher, one.source.published) == ("Example Wire", "2023-03-22")


def test_a_meeting_that_is_intended_is_none(tmp_path: Path) -> None:
    (left,) = read(tmp_path, "events.txt", POLECAT_HEADER, polecat("a1", "AGREE", "None", XI, PUTIN))
    assert isinstance(left, Reject)
    assert (left.reason, coded("AGREE", "meet"), coded("REJECT", "aid")) == ("not-a-contact", None, None)


def test_several_actors_are_several_sides_and_the_persons_of_one(tmp_path: Path) -> None:
    row = polecat("a1", "CONSULT", "multilateral", XI, ("None", "RUS; IND; BRA"))
    (one,) = read(tmp_path, "events.txt", POLECAT_HEADER, row)
    assert values(one, "side") == ["BRA", "CHN", "IND", "RUS"]
    assert ["Xi Jinping" in person for person in values(one, "participant")] == [True]


def test_a_row_repeated_in_two_files_is_one_record(tmp_path: Path) -> None:
    row = polecat("a1", "CONSULT", "phone", XI, PUTIN)
    first = read(tmp_path, "march.txt", POLECAT_HEADER, row, row)
    second = read(tmp_path, "april.txt", POLECAT_HEADER, row)
    assert first == second


def test_what_makes_no_event_says_why(tmp_path: Path) -> None:
    rows = [
        polecat("1", "PROTEST", "demo", XI, PUTIN), polecat("2", "CONSULT", "phone", XI, ("None", "CHN")),
        polecat("3", "CONSULT", "phone", XI, ("None", "ZZZ")), polecat("4", "CONSULT", "phone", XI, ("None", "None")),
        polecat("5", "CONSULT", "phone", XI, PUTIN, day="2023-02-30"), "6\t2023-01-01",
        polecat("7", "CONSULT", "phone", XI, PUTIN),
    ]  # fmt: skip
    found = read(tmp_path, "events.txt", POLECAT_HEADER, *rows)
    assert reasons(found) == {"not-a-contact": 1, "one-side": 2, "unknown-code": 1, "bad-record": 2}
    assert [one.code for one in found if isinstance(one, Reject) and one.code] == ["ZZZ"]


def test_headers_with_stray_names_and_latin_1(tmp_path: Path) -> None:
    header = POLECAT_HEADER.replace("\tIntensity\t", "\tEvent Intensity\t") + "\tV41"
    row = polecat("1", "CONSULT", "visit", ("None", "BRA"), ("None", "COL"), city="Bogotá", country="COL") + "\tNone"
    (one,) = read(tmp_path, "events.txt", header, row, encoding="latin-1")
    assert "Bogotá" in values(one, "venue")[0]
