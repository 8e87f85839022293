"""Reckoning with days: which Tuesday, which year, which week. Nothing here knows of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from loaders.text.when.record import Direction

_WRONG_SIDE: dict[Direction, timedelta] = {"past": timedelta(days=45), "future": timedelta(days=2)}
"""So far on the other side of publication a date without a year is still taken before one of another year: news leave
out the year of the current one only, and "arrived ahead of the talks on 3 March" is past tense, but its date is not."""

DAYS_OF_A_WEEK = 7
_YEARS_AROUND = 4
"""29 February is at most so far away, leaving out 1900 and 2100."""


def nearest_day(month: int, day: int, today: date, direction: Direction, weekday: int | None = None) -> date | None:
    """Return the nearest such day on the side of today that the direction says; ``None`` if no year has one.

    A day of the week, where one is given, leaves only the years in which the day falls on it.
    """
    found = [one for one in _in_years(month, day, today.year) if weekday in (None, one.weekday())]
    fitting = [one for one in found if _is_on_side(one, today, direction)]
    return min(fitting or found, key=lambda one: (abs(one - today), one), default=None)


def nearest(days: Sequence[date], today: date, direction: Direction) -> date | None:
    """Return the nearest of some days on the side of today that the direction says, today included."""
    past = [day for day in days if direction != "future" and day <= today]
    future = [day for day in days if direction != "past" and day >= today]
    return min((*past, *future), key=lambda day: (abs(day - today), day), default=None)


def nearest_month(month: int, today: date, direction: Direction) -> int:
    """Return the year of the nearest such month; the month of today counts as either side."""
    if direction == "past":
        return today.year - (month > today.month)
    if direction == "future":
        return today.year + (month < today.month)
    return min((today.year - 1, today.year, today.year + 1), key=lambda year: _months_between(year, month, today))


def weekday_near(weekday: int, today: date, direction: Direction) -> date:
    """Return the last such day up to today, or the next from today on; news without a tense tell of the past."""
    if direction == "future":
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def weekday_of_week(weekday: int, today: date, weeks: int) -> date:
    """Return that day of the week (Monday to Sunday) so many weeks from today's."""
    return monday(today) + timedelta(days=weekday, weeks=weeks)


def monday(day: date) -> date:
    """Return the Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def week(day: date, weeks: int = 0) -> tuple[date, date]:
    """Return Monday and Sunday of the week so many weeks from the day's."""
    first = monday(day) + timedelta(weeks=weeks)
    return first, first + timedelta(days=6)


def weekend(today: date, direction: Direction) -> tuple[date, date]:
    """Return the last Saturday and Sunday begun by today, or the next not over."""
    if direction == "future":
        sunday = weekday_near(6, today, "future")
        return sunday - timedelta(days=1), sunday
    saturday = weekday_near(5, today, "past")
    return saturday, saturday + timedelta(days=1)


def month_away(day: date, months: int) -> tuple[int, int]:
    """Return year and month so many months from the day's."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def real_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or ``None`` if the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_years(month: int, day: int, year: int) -> Iterator[date]:
    for near in range(year - _YEARS_AROUND, year + _YEARS_AROUND + 1):
        one = real_day(near, month, day)
        if one is not None:
            yield one


def _is_on_side(day: date, today: date, direction: Direction) -> bool:
    if direction == "past":
        return day <= today + _WRONG_SIDE["past"]
    return direction == "unknown" or day >= today - _WRONG_SIDE["future"]


def _months_between(year: int, month: int, today: date) -> int:
    return abs(year * 12 + month - today.year * 12 - today.month)
