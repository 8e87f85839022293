"""What stands in the lanes of a timeline: spans, heights, and bars that count rightly."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.blueprint import statuses
from kg.views.contacts import Contact, Thing, Window
from kg.views.stills.caption import Imprint
from kg.views.stills.lanes import LEVELS, Mark, bars, busiest, lies_in, marks, shown_days, stretches
from kg.views.stills.time_axis import ticks
from kg.views.stills.timeline import draw_timeline
from tests.views.svg_text import said

RUSSIA, FRANCE = Thing("country-1", "Russia", "RUS"), Thing("country-2", r"$\frac{<script>", "FRA")
IMPRINT = Imprint("0123456789ab", date(2025, 3, 1))
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


def contact(number: int, first: date | None, last: date | None, status: str = "held") -> Contact:
    return Contact(f"event-{number}", "", first, last, "meeting", status, "", 1, "", (RUSSIA, FRANCE), (), ())


@pytest.mark.parametrize("status", sorted(statuses()))
def test_every_status_can_be_drawn_as_a_day_as_a_span_and_without_an_end(status: str) -> None:
    found = [
        contact(1, date(2024, 2, 18), date(2024, 2, 18), status),
        contact(2, date(2024, 2, 18), date(2024, 3, 29), status),
        contact(3, None, date(2024, 3, 1), status),
        contact(4, date(2024, 3, 1), None, status),
    ]
    assert status.encode() in draw_timeline(found, Window(), "svg", IMPRINT)


def test_an_open_end_reaches_the_edge() -> None:
    found = [contact(1, date(2024, 2, 18), None), contact(2, None, date(2024, 3, 1))]
    assert {(one.first, one.last) for one in marks(found, (100, 999_999))} == {
        (date(2024, 2, 18).toordinal(), 999_999),
        (100, date(2024, 3, 1).toordinal()),
    }


@given(st.lists(st.tuples(DAYS, st.integers(0, 900)), max_size=40))
def test_marks_cover_each_other_only_when_all_levels_are_taken(spans: list[tuple[date, int]]) -> None:
    shown = (date(1990, 1, 1).toordinal(), date(2034, 1, 1).toordinal())
    days = [(first, date.fromordinal(first.toordinal() + more)) for first, more in spans]
    found = marks([contact(number, *span) for number, span in enumerate(days)], shown)
    for one in found:
        taken = [other for other in found if other.first <= one.first <= other.last and other is not one]
        if len(taken) < len(LEVELS) and any(other.level == one.level for other in taken):
            near = [other for other in found if other.first <= one.first <= other.last + (shown[1] - shown[0]) // 90]
            assert len(near) > len(LEVELS)


@given(st.lists(st.tuples(DAYS, st.integers(0, 900)), min_size=1, max_size=40), st.sampled_from([0, 1, 3, 12]))
def test_bars_count_every_contact(spans: list[tuple[date, int]], months: int) -> None:
    found = [Mark(first.toordinal(), first.toordinal() + more, "held") for first, more in spans]
    shown = (min(one.first for one in found), max(one.last for one in found))
    counted = bars(found, shown, months)
    assert sum(bar.certain for bar in counted) <= len(found)
    for one in found:
        assert all(bar.possible for bar in counted if bar.first <= one.last and bar.last >= one.first)
    assert sum(bar.possible for bar in counted) == sum(
        one.first <= last and one.last >= first for one in found for first, last in stretches(shown, months)
    )


@given(DAYS, st.integers(1, 40_000))
def test_dates_below_are_few_and_inside(first: date, days: int) -> None:
    found = [day for day, _ in ticks(first.toordinal(), first.toordinal() + days)]
    assert len(found) <= 11
    assert all(first.toordinal() <= day <= first.toordinal() + days for day in found)


def test_one_plan_for_2050_does_not_press_the_rest_together() -> None:
    year = [contact(number, date.fromordinal(738_000 + number), date.fromordinal(738_000 + number))
            for number in range(300)]  # fmt: skip
    late = contact(999, date(2050, 1, 1), date(2050, 12, 31), "planned")
    shown = shown_days([*year, late], Window())
    assert not lies_in(late, shown)
    assert shown[1] < date(2024, 1, 1).toordinal()
    assert "1 contact far before or after" in said(draw_timeline([*year, late], Window(), "svg", IMPRINT))


def test_weeks_begin_on_mondays() -> None:
    shown = (date(2022, 2, 2).toordinal(), date(2022, 2, 14).toordinal())
    assert [date.fromordinal(first).isoformat() for first, _ in stretches(shown, 0)] == [
        "2022-01-31", "2022-02-07", "2022-02-14",
    ]  # fmt: skip


def test_contacts_without_a_date_are_told_of() -> None:
    words = said(draw_timeline([contact(1, None, None)], Window(), "svg", IMPRINT))
    assert "1 contact, and none has a place in time" in words


def test_lanes_are_in_the_order_of_contacts_then_names() -> None:
    one = contact(1, date(2024, 1, 1), date(2024, 1, 1))
    assert busiest([one]) == [FRANCE, RUSSIA]
