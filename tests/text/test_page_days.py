"""Lines of a page that say when it was put there, and lines that look like them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text.layout.page_days import is_day_of_page
from loaders.text.when.names import MONTHS, WEEKDAYS

labels = st.sampled_from(["", "Published: ", "Last Updated: ", "Posted on ", "By Ana Sol | ", "Source: Agency | "])
times = st.sampled_from(["", " 10:30", ", 9:05 AM", " - 21:00 IST", " | 10:30 GMT", " at 10.30 (UTC +04:00)"])


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)), labels, times, st.integers(0, 3))
def test_a_whole_day_with_its_label_and_time_is_one(day: date, label: str, time: str, form: int) -> None:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    written = (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{weekday}, {day.day} {month[:3]} {day.year}",
        str(day),
    )[form]
    assert is_day_of_page(f"{label}{written}{time}")
    assert not is_day_of_page(f"{label}President visits Oslo {written}{time}")


@pytest.mark.parametrize(
    "line",
    [
        "May 2017",
        "9-10 May 2017",
        "On 9 May 2017",
        "Oslo, 9 May 2017",
        "Call with President Reed, 9 May 2017",
        "Signed on 9 May 2017 at 10:30",
        "10:30 Meeting with President Reed, 9 May 2017",
    ],
)
def test_a_line_that_tells_more_is_none(line: str) -> None:
    assert not is_day_of_page(line)
