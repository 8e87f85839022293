"""Dates keep their precision (promise 7)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import BadDateError, contradict, parse, refines, within

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
][1:]
BAD = ["", "yesterday", "2025-13", "2025-02-30", "2025-2-3", "2025/2024", "/", "../..", "20X5", "2025-02-18T10:00",
       "-0044", "y12345", "2025-00", "2025-XX-40", "2001-21-03", "2025/2026/2027", "0000", "2025-02-18 ", "٢٠٢٥"]  # fmt: skip


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), CASES, ids=[case[0] for case in CASES])
def test_case(text: str, earliest: str, latest: str, precision: str) -> None:
    edtf = parse(text)
    assert str(edtf) == text
    assert (str(edtf.earliest or ""), str(edtf.latest or "")) == (earliest, latest)
    assert edtf.precision == precision


@pytest.mark.parametrize("text", BAD)
def test_bad_dates_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadDateError):
        parse(text)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2025-02-18", "2025-02-18", False), ("2025-02-18", "2025-02-19", True), ("2025-02-18", "2025-02", False),
        ("2025-02-18", "2025-03", True), ("XXXX-02-18", "2025-02-18", False), ("XXXX-02-18", "2025-03-01", True),
        ("XXXX-02-18", "2025", False), ("XXXX-02", "XXXX-03", True), ("2014-09-04/2014-09-05", "2014-09-05", False),
        ("2014-09-04/2014-09-05", "2014-09-06", True), ("2004/..", "2003", True), ("../2004", "2003", False),
        ("XXXX", "2025-02-18", False), ("XXXX-02-18", "2025-02", False), ("XXXX-02-18", "2025-03", True),
    ],
)  # fmt: skip
def test_contradiction(one: str, other: str, expected: bool) -> None:
    assert contradict(parse(one), parse(other)) is expected
    assert contradict(parse(other), parse(one)) is expected


def test_a_month_is_possible_and_not_certain_on_its_first_day() -> None:
    march = parse("2024-03")
    assert within(march, date(2024, 3, 1), date(2024, 3, 31)) == "certain"
    assert within(march, date(2024, 3, 1), date(2024, 3, 1)) == "possible"
    assert within(march, date(2024, 4, 1), None) == "no"
    assert within(parse("XXXX-03-01"), date(2024, 4, 1), None) == "possible"


def test_refining() -> None:
    assert refines(parse("2024-03-05"), parse("2024-03"))
    assert not refines(parse("2024-03"), parse("2024-03"))
    assert not refines(parse("XXXX-03-05"), parse("2024-03"))


days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
texts = st.one_of(
    days.map(str),
    days.map(lambda day: str(day)[:7]),
    days.map(lambda day: str(day)[:4]),
    st.tuples(days, st.integers(0, 400)).map(
        lambda pair: f"{pair[0]}/{min(pair[0] + timedelta(days=min(pair[1], (date.max - pair[0]).days)), date.max)}"
    ),
    days.map(lambda day: f"XXXX{str(day)[4:]}"),
)


@given(texts)
def test_round_trip_and_order(text: str) -> None:
    edtf = parse(text)
    assert str(edtf) == text
    if edtf.earliest and edtf.latest:
        assert edtf.earliest <= edtf.latest
    assert not contradict(edtf, edtf)


@given(texts, texts)
def test_contradiction_is_symmetric_and_means_no_common_day(one: str, other: str) -> None:
    a, b = parse(one), parse(other)
    assert contradict(a, b) == contradict(b, a)
    if refines(a, b):
        assert not contradict(a, b)


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        assert str(parse(text)) == text
    except BadDateError as error:
        assert "\n" not in str(error)
