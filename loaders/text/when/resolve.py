"""From a month and a day, perhaps with a year, to a date: which year is meant."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from kg.dates import from_days
from loaders.text.when.names import GAP
from loaders.text.when.reckon import nearest_day, real_day
from loaders.text.when.record import Direction, Resolved
from loaders.text.when.scan import Scan

_YEAR_AFTER = re.compile(
    rf",?{GAP}(?:of{GAP})?(?P<which>last|this|next|the{GAP}same|that|the{GAP}following){GAP}year\b"
)
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_NEAREST: dict[Direction, str] = {
    "past": "year-nearest-past",
    "future": "year-nearest-future",
    "unknown": "year-nearest",
}
_ANY_YEARS = (2000, 2001)
"""A leap year and another, in this order."""


class MonthDay(NamedTuple):
    """A day as written; ``year`` where the text has it."""

    month: int
    day: int
    year: int | None


def one_day(scan: Scan, given: MonthDay, end: int, weekday: int | None = None) -> tuple[Resolved | None, int]:
    """Return what a day stands for, and where its expression ends ("18 February last year")."""
    if given.year is None:
        year, rule, end = year_after(scan, end)
        if year is not None:
            return _written_out(given._replace(year=year), rule), end
    else:
        return _written_out(given, "absolute"), end
    if scan.today is None:
        text = f"XXXX-{given.month:02d}-{given.day:02d}" if real_day(_ANY_YEARS[0], given.month, given.day) else ""
        return (Resolved(text, "no-year") if text else None), end
    return _nearest(scan.today, given, scan.direction, weekday), end


def days_between(scan: Scan, first: MonthDay, last: MonthDay, end: int) -> tuple[Resolved | None, int]:
    """Return the run from one day to another; a year written once holds for both, and December is before January."""
    rule = "absolute"
    if first.year is None and last.year is None:
        year, rule, end = year_after(scan, end)
        last = last._replace(year=year)
    if first.year is None and last.year is None:
        return (
            _nearest_run(scan.today, first, last, scan.direction) if scan.today else _without_year(first, last)
        ), end
    wraps = first.month > last.month
    begin = first.year if first.year is not None else (last.year or 0) - wraps
    finish = last.year if last.year is not None else begin + wraps
    return _run(real_day(begin, *first[:2]), real_day(finish, *last[:2]), rule), end


def year_after(scan: Scan, end: int) -> tuple[int | None, str, int]:
    """Return the year that "last year" or "that year" after a date says, the rule, and where these words end."""
    found = scan.match(_YEAR_AFTER, end)
    which = " ".join(found["which"].split()) if found else ""
    if found is None:
        return None, "", end
    if which in _SHIFTS:
        return (scan.today.year + _SHIFTS[which], f"{which}-year", found.end()) if scan.today else (None, "", end)
    anchor = scan.anchor(found.start())
    if anchor is None:
        return None, "", end
    return anchor[1].year + (which == "the following"), "year-of-date-before", found.end()


def are_neighbours(first: MonthDay, last: MonthDay) -> bool:
    """Tell whether the one is the day after the other, in some year."""
    for year in (first.year,) if first.year else _ANY_YEARS:
        day = real_day(year, first.month, first.day)
        after = day + timedelta(days=1) if day else None
        if after and (after.month, after.day) == last[:2]:
            return True
    return False


def _written_out(given: MonthDay, rule: str) -> Resolved | None:
    day = real_day(given.year or 0, given.month, given.day)
    return Resolved(str(day), rule) if day else None


def _nearest(today: date, given: MonthDay, direction: Direction, weekday: int | None) -> Resolved | None:
    day = nearest_day(given.month, given.day, today, direction)
    if day is None or weekday is None or day.weekday() == weekday:
        return Resolved(str(day), _NEAREST[direction]) if day else None
    fitting = nearest_day(given.month, given.day, today, direction, weekday)
    if fitting is None or abs(fitting.year - day.year) > 1:
        return Resolved(str(day), f"{_NEAREST[direction]}+weekday-differs")
    return Resolved(str(fitting), "year-by-weekday")


def _nearest_run(today: date, first: MonthDay, last: MonthDay, direction: Direction) -> Resolved | None:
    begin = nearest_day(first.month, first.day, today, direction)
    finish = real_day(begin.year + (first.month > last.month), last.month, last.day) if begin else None
    return _run(begin, finish, _NEAREST[direction])


def _without_year(first: MonthDay, last: MonthDay) -> Resolved | None:
    if not (real_day(_ANY_YEARS[0], first.month, first.day) and real_day(_ANY_YEARS[0], last.month, last.day)):
        return None
    return Resolved(f"XXXX-{first.month:02d}-{first.day:02d}/XXXX-{last.month:02d}-{last.day:02d}", "no-year")


def _run(begin: date | None, finish: date | None, rule: str) -> Resolved | None:
    return Resolved(str(from_days(begin, finish)), rule) if begin and finish and begin < finish else None
