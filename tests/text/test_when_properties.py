"""Dates in English text: what holds of any text."""

from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import parse
from loaders.text.when import Direction, find_dates, find_expressions
from loaders.text.when.names import MONTHS, WEEKDAYS

WORDS = [
    *("18", "3", "31", "0", "99", "2025", "1990s", "2014-16", "18.02.2025", "02/18/25", "2025-02-18", "10:30", "5th"),
    *("February", "Feb.", "Mar.", "MAY", "May", "March", "June", "DEC", "Sept", "Monday", "Tue.", "Sunday", "SATURDAY"),
    *(
        "today",
        "Yesterday",
        "tomorrow",
        "night",
        "morning",
        "day",
        "days",
        "week",
        "weekend",
        "fortnight",
        "month",
        "year",
    ),
    *(
        "years",
        "spring",
        "fall",
        "last",
        "next",
        "this",
        "the",
        "of",
        "in",
        "on",
        "from",
        "to",
        "and",
        "until",
        "between",
    ),
    *(
        "before",
        "after",
        "earlier",
        "later",
        "ago",
        "same",
        "following",
        "early",
        "mid-",
        "late",
        "first",
        "half",
        "end",
    ),
    *("quarter", "two", "ten", "a", "an", "'s", "’", ",", ".", "(", ")", "-", "–", "—", "/", "\n", "\n\n", "met"),
    *("Lisbon", "summit", "postponed", "around", "that", "been", "Friday", "with", "times"),
]

directions: st.SearchStrategy[Direction] = st.sampled_from(["past", "future", "unknown"])
exact_days = st.sampled_from(["2025-02-24", "2024-02-29", "2024-12-31", "2025", "XXXX-02-18"])
published = st.one_of(st.just(""), st.dates().map(str), exact_days)
phrases = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", " ", ""])), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
texts = st.one_of(phrases, phrases, st.text(max_size=60))


@given(texts, published, directions)
def test_any_text_is_read_to_dates_in_order_at_their_offsets(text: str, day: str, direction: Direction) -> None:
    found = find_expressions(text, day, direction=direction)
    ends = 0
    for one in found:
        assert ends <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        assert not one.edtf or parse(one.edtf)
        ends = one.end


@given(texts, published, directions)
def test_the_same_text_gives_the_same_dates(text: str, day: str, direction: Direction) -> None:
    assert find_expressions(text, day, direction=direction) == find_expressions(text, day, direction=direction)
    assert find_dates(text, day, direction=direction) == [
        one for one in find_expressions(text, day, direction=direction) if one.edtf
    ]


@given(texts, st.text(max_size=20), directions)
def test_offsets_count_in_the_whole_text(text: str, before: str, direction: Direction) -> None:
    prefix = f"{before}\n\n\n"
    moved = find_dates(prefix + text, "", len(prefix), direction=direction)
    assert [(one.start - len(prefix), one.end - len(prefix)) for one in moved if one.rule == "absolute"] == [
        (one.start, one.end) for one in find_dates(text, "", direction=direction) if one.rule == "absolute"
    ]


@given(texts, st.integers(0, 80), st.integers(0, 80))
def test_nothing_is_found_outside_the_stretch(text: str, start: int, end: int) -> None:
    for one in find_expressions(text, "2025-02-24", start, end):
        assert start <= one.start < one.end <= end


@given(texts)
def test_without_a_publication_date_nothing_is_counted_from_one(text: str) -> None:
    for one in find_dates(text, ""):
        assert one.rule.split("+")[0] in {
            "absolute", "no-year", "year-of-date-before", "month-of-date-before", "year-of-two-figures",
            "figures-in-either-order",
        } or one.rule.endswith("from-date-before")  # fmt: skip


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31)))
def test_a_day_written_out_is_that_day_however_it_is_written(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"the {day.day}th of {month}, {day.year}",
        f"{WEEKDAYS[day.weekday()]}, {month} {day.day}, {day.year}",
        str(day),
    ]
    for form in forms:
        (found,) = find_dates(f"They met on {form} in Vienna.", "")
        assert found.edtf == str(day)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31)), st.integers(0, 6))
def test_two_days_are_one_run_only_if_the_second_is_the_next(day: date, weekday: int) -> None:
    text = f"They will meet today and {WEEKDAYS[weekday]}."
    found = [one.edtf for one in find_dates(text, str(day), direction="future")]
    tomorrow = day + timedelta(days=1)
    assert (found == [f"{day}/{tomorrow}"]) == (tomorrow.weekday() == weekday)
    assert found[0][:10] == str(day)


REPEATED = [
    "the day before. ",
    "3, ",
    "March ",
    "from 3 to ",
    "1990",
    "in 2010, 2011 and ",
    "3 March ",
    "on the 5th, ",
    "\n",
]


@pytest.mark.parametrize("phrase", [*REPEATED, "".join(f"{word} " for word in WORDS)], ids=lambda phrase: phrase[:20])
def test_the_time_for_a_hostile_text_grows_with_its_length_alone(phrase: str) -> None:
    before = perf_counter()
    find_dates(phrase * (60_000 // len(phrase)), "2025-02-24")
    assert perf_counter() - before < 5, "a third of a second is usual; a quadratic reading takes minutes"
