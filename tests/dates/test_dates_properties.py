"""Dates keep their precision (promise 7): what holds of any date, checked day by day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kg.dates import BadDateError, Edtf, contradict, from_days, merge, midpoint, most_precise, parse, refines, within

FIRST = date(1995, 1, 1)
WINDOW = [FIRST + timedelta(days=n) for n in range(365 * 14)]

days = st.dates(min_value=date(1996, 1, 1), max_value=date(2006, 12, 31))
yearless = st.builds(lambda day, length: f"XXXX{str(day)[4:length]}", days, st.sampled_from([7, 10]))
units = st.one_of(
    days.map(str),
    st.builds(lambda day, length: str(day)[:length], days, st.sampled_from([4, 7])),
    st.builds(lambda day, season: f"{day.year}-{season}", days, st.integers(21, 24)),
)
intervals = st.one_of(
    st.builds(lambda day, more: str(from_days(day, day + timedelta(days=more))), days, st.integers(0, 700)),
    units.map(lambda text: f"{text}/.."),
    units.map(lambda text: f"../{text}"),
)
dates = st.one_of(units, yearless, intervals).map(parse)


def days_of(edtf: Edtf) -> frozenset[date]:
    """Every day of the window that the date may stand for, read from its text alone."""
    if edtf.text.startswith("XXXX"):
        return frozenset(day for day in WINDOW if str(day)[4:].startswith(edtf.text[4:]))
    return frozenset(day for day in WINDOW if (edtf.earliest or day) <= day <= (edtf.latest or day))


@given(dates)
def test_a_date_is_written_as_it_was_read_and_is_in_order(edtf: Edtf) -> None:
    assert parse(str(edtf)) == edtf
    assert not edtf.earliest or not edtf.latest or edtf.earliest <= edtf.latest
    assert not contradict(edtf, edtf)
    assert not refines(edtf, edtf)
    assert merge(edtf, edtf) == edtf


@given(dates, dates)
def test_two_dates_contradict_when_no_day_fits_both(one: Edtf, other: Edtf) -> None:
    assert contradict(one, other) == contradict(other, one) == (not days_of(one) & days_of(other))


@given(dates, dates)
def test_one_date_refines_another_when_its_days_are_fewer_of_the_same(one: Edtf, other: Edtf) -> None:
    assert refines(one, other) == (days_of(one) < days_of(other))


@given(dates, dates)
def test_what_two_dates_say_together_is_in_both_or_the_more_precise(one: Edtf, other: Edtf) -> None:
    together = merge(one, other)
    assert together == merge(other, one)
    if together is None:
        assert contradict(one, other)
    else:
        assert days_of(together) == days_of(one) & days_of(other) or together == most_precise([one, other])


@given(dates, st.none() | days, st.none() | days)
def test_a_date_lies_within_a_window_as_its_days_do(edtf: Edtf, first: date | None, last: date | None) -> None:
    inside = {day for day in days_of(edtf) if (first or day) <= day <= (last or day)}
    verdict = within(edtf, first, last)
    assert (verdict == "no") == (not inside)
    if verdict == "certain":
        assert inside == days_of(edtf)
    elif verdict == "possible" and edtf.earliest and edtf.latest:
        assert inside < days_of(edtf)


@given(dates)
def test_the_middle_lies_between_the_ends(edtf: Edtf) -> None:
    middle = midpoint(edtf)
    if middle is not None:
        assert edtf.earliest
        assert edtf.latest
        assert edtf.earliest.toordinal() <= middle <= edtf.latest.toordinal()


@given(st.text(max_size=20) | st.text(alphabet="0129X-/.~?%", max_size=21))
def test_any_text_is_a_date_or_refused_in_one_line(text: str) -> None:
    try:
        assert str(parse(text)) == text
    except BadDateError as error:
        assert "\n" not in str(error)
