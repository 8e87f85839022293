"""Dates keep their precision (promise 7): the tables of hard cases."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import (
    BadDateError,
    contradict,
    from_days,
    from_parts,
    merge,
    midpoint,
    most_precise,
    parse,
    refines,
    within,
)  # fmt: skip
from tests.dates.tables import table

CASES = table("cases.tsv")
REFUSED = table("refused.tsv")
RELATIONS = table("relations.tsv")
WINDOWS = table("windows.tsv")


def name(case: dict[str, str]) -> str:
    return " ".join(list(case.values())[:3]).strip()


@pytest.mark.parametrize("case", CASES, ids=name)
def test_a_date_is_read_to_its_days_and_written_as_it_was(case: dict[str, str]) -> None:
    edtf = parse(case["text"])
    assert str(edtf) == case["text"]
    assert (str(edtf.earliest or ""), str(edtf.latest or "")) == (case["earliest"], case["latest"])
    assert (edtf.precision, edtf.qualifier) == (case["precision"], case["qualifier"])


@pytest.mark.parametrize("case", REFUSED, ids=name)
def test_what_is_no_date_is_refused_in_one_line_that_says_why(case: dict[str, str]) -> None:
    with pytest.raises(BadDateError) as refusal:
        parse(case["text"])
    message = str(refusal.value)
    assert "\n" not in message
    if case["text"]:
        assert case["why"] in message


def test_the_message_shows_no_more_than_the_beginning_of_a_long_text() -> None:
    with pytest.raises(BadDateError) as refusal:
        parse("9" * 100_000)
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize("case", RELATIONS, ids=name)
def test_how_two_dates_stand_to_each_other(case: dict[str, str]) -> None:
    one, other = parse(case["one"]), parse(case["other"])
    assert contradict(one, other) is contradict(other, one) is (case["contradict"] == "yes")
    assert (refines(one, other), refines(other, one)) == (case["says_more"] == "first", case["says_more"] == "second")
    assert str(merge(one, other) or "") == str(merge(other, one) or "") == case["together"]


@pytest.mark.parametrize("case", WINDOWS, ids=name)
def test_whether_a_date_lies_in_a_window(case: dict[str, str]) -> None:
    first, last = (date.fromisoformat(case[key]) if case[key] else None for key in ("first", "last"))
    assert within(parse(case["date"]), first, last) == case["within"]


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ("2025 2025-02 2025-02-18 XXXX-02-18", "2025-02-18"),
        ("2025-02-18~ 2025-02-18", "2025-02-18"),
        ("2025-03 2025-02", "2025-02"),
        ("XXXX-02 XXXX-02-18 2025/..", "XXXX-02-18"),
        ("XXXX-02-18 1999", "1999"),
        ("XXXX 2004/.. ../2004", "../2004"),
    ],
)
def test_the_most_precise_of_some_dates(given: str, chosen: str) -> None:
    dates = [parse(text) for text in given.split()]
    assert str(most_precise(dates)) == str(most_precise(reversed(dates))) == chosen


def test_of_no_dates_none_is_the_most_precise() -> None:
    with pytest.raises(ValueError, match="empty"):
        most_precise([])


def test_dates_are_made_of_parts_and_days() -> None:
    assert [str(from_parts(*parts)) for parts in ((2025, 2, 18), (2025, 2), (2025,), (None, 2, 18), (None, 2))] == [
        "2025-02-18", "2025-02", "2025", "XXXX-02-18", "XXXX-02",
    ]  # fmt: skip
    assert str(from_parts(2025, None, 18, "~")) == "2025-XX-18~"
    assert str(from_days(date(2025, 2, 18), date(2025, 2, 20))) == "2025-02-18/2025-02-20"
    assert str(from_days(date(2025, 2, 18), date(2025, 2, 18))) == "2025-02-18"
    for wrong in ((2025, 13), (2025, 2, 30), (12025,), (0,), (-44,), (2025, 2, 118)):
        with pytest.raises(BadDateError):
            from_parts(*wrong)


def test_a_date_is_drawn_in_the_middle_of_its_days_and_never_as_a_day() -> None:
    assert midpoint(parse("2025-02-18")) == date(2025, 2, 18).toordinal()
    assert midpoint(parse("2025-02")) == date(2025, 2, 14).toordinal() + 0.5
    assert midpoint(parse("XXXX-02-18")) is midpoint(parse("2004/..")) is None
