"""What is close is found by its keys: no candidate is missed because two dates fall into different weeks or months."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, example, given
from hypothesis import strategies as st

from kg.identity.mentions import EventMention
from kg.identity.nearby import are_close, near_key, near_keys

_SIDES = frozenset({"FRA", "KEN"})
days = st.dates(min_value=date(1995, 12, 1), max_value=date(1998, 2, 1))
lengths = st.sampled_from([0, 0, 0, 1, 5, 10, 30, 31, 32, 90, 364, 400])


def _span(first: date, length: int) -> str:
    return f"{first}/{first + timedelta(days=length)}" if length else str(first)


spans = st.builds(_span, days, lengths)
vague = st.sampled_from(["1996", "1996-12", "1997", "1997-01", "1997-02~"])
dates = st.one_of(spans, spans, vague)


def _mention(day: str) -> EventMention:
    return EventMention("m", "d", "event-1", "meeting", _SIDES, day, ())


@given(dates, dates)
@example("1996-12-31", "1997-01-03")
@example("1996-12-01/1998-01-01", "1998-01-02")
def test_what_is_close_is_found_by_its_key(one: str, other: str) -> None:
    assume(are_close(one, other))
    assert near_key(_mention(one)) in near_keys({"meeting"}, [(_SIDES, other)])


def test_a_day_is_found_by_its_week_and_not_by_all_of_its_month() -> None:
    assert near_key(_mention("1997-03-04")) not in near_keys({"meeting"}, [(_SIDES, "1997-03-20")])
    assert near_key(_mention("1997-03-04")) in near_keys({"meeting"}, [(_SIDES, "1997-03")])
