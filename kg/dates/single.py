"""One date of EDTF, not an interval: its parts, and the days it may stand for."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from kg.dates.errors import not_a_date, not_in_calendar, year_out_of_range
from kg.dates.yearly import Yearly

Qualifier: TypeAlias = Literal["", "?", "~", "%"]
"""Uncertain, approximate, both."""

Precision: TypeAlias = Literal["day", "month", "season", "year", "decade", "century", "interval", "unknown"]
"""The smallest unit that is known, reading from the year; ``unknown`` where not even the century is."""

_PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE = re.compile(r"([0-9]{4}|(?=[0-9X]{4})[0-9]*X+)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_OTHER_YEAR = re.compile(r"-[0-9]{4}|Y-?[0-9]|[0-9]{5}")
_QUALIFIERS: dict[str, Qualifier] = {"": "", "?": "?", "~": "~", "%": "%"}
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
"""First and last month, as northern newspapers use the words; winter runs into the next year."""
_PRECISIONS: dict[int, Precision] = {4: "year", 3: "decade", 2: "century"}
"""By the number of digits of the year that are known."""
_END_OF_MONTH = 31
_LEAP_YEAR = 2000
_YEARS_WITH_A_LEAP_DAY = 8


class Span(NamedTuple):
    """The days that a date may stand for."""

    earliest: date | None
    latest: date | None
    precision: Precision
    yearly: Yearly | None = None


def is_plain_day(text: str) -> bool:
    """Tell whether the text has the form ``YYYY-MM-DD`` in digits alone."""
    return _PLAIN_DAY.fullmatch(text) is not None


def real_day(text: str) -> date:
    """Return the day of ``YYYY-MM-DD``.

    Raises:
        BadDateError: there is no such day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise (year_out_of_range if text.startswith("0000") else not_in_calendar)(text) from None


def read(text: str) -> tuple[Span, Qualifier]:
    """Return the days a date may stand for, and its qualifier.

    Raises:
        BadDateError: it is no such date.
    """
    match = _DATE.fullmatch(text)
    if match is None:
        raise (year_out_of_range if _OTHER_YEAR.match(text) else not_a_date)(text)
    year, month, day, qualifier = match.groups()
    if year == "0000":
        raise year_out_of_range(text)
    return _span(text, year, month or "XX", day or "XX"), _QUALIFIERS[qualifier]


def _span(text: str, year: str, month: str, day: str) -> Span:
    if month == "XX":
        return _some_month(text, year, day)
    if month in _SEASONS:
        return _season(text, year, month, day)
    first, last = _in_month(text, _LEAP_YEAR if "X" in year else int(year), int(month), day)
    if "X" not in year:
        return Span(first, last, "month" if day == "XX" else "day")
    yearly = Yearly(first.month, first.day, last.month, _END_OF_MONTH if day == "XX" else last.day)
    return _some_year(year, yearly)


def _some_month(text: str, year: str, day: str) -> Span:
    """Of ``2004-XX-12`` the first and last 12th are known; a day of any month of any year says next to nothing."""
    if year == "XXXX":
        return Span(None, None, "unknown")
    low, high = _years(year)
    first, _ = _in_month(text, low, 1, day)
    _, last = _in_month(text, high, 12, day)
    return Span(first, last, _PRECISIONS.get(len(year.rstrip("X")), "unknown"))


def _some_year(year: str, yearly: Yearly) -> Span:
    """``201X-02-29`` is of 2012 at the earliest and of 2016 at the latest."""
    if year == "XXXX":
        return Span(None, None, "unknown", yearly)
    low, high = _years(year)
    end = date(high, 12, 31)
    earliest, _ = next(yearly.years(date(low, 1, 1), end))
    *_, (_, latest) = yearly.years(date(max(high - _YEARS_WITH_A_LEAP_DAY, low), 1, 1), end)
    return Span(earliest, latest, "unknown", yearly)


def _season(text: str, year: str, season: str, day: str) -> Span:
    if day != "XX" or "X" in year:
        raise not_a_date(text)
    first, last = _SEASONS[season]
    ends = int(year) + (last < first)
    if ends > date.max.year:
        raise year_out_of_range(text)
    return Span(date(int(year), first, 1), date(ends, last, monthrange(ends, last)[1]), "season")


def _in_month(text: str, year: int, month: int, day: str) -> tuple[date, date]:
    try:
        if day == "XX":
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        exact = date(year, month, int(day))
    except ValueError:
        raise not_in_calendar(text) from None
    return exact, exact


def _years(year: str) -> tuple[int, int]:
    digits = year.rstrip("X")
    return max(int(digits.ljust(4, "0")), 1), int(digits.ljust(4, "9"))
