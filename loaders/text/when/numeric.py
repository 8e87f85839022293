"""Days in figures alone: "2025-02-18", "18.02.2025", "02/18/2025". What can be read two ways is not guessed."""

from __future__ import annotations

import re
from datetime import date

from loaders.text.when.reckon import real_day
from loaders.text.when.record import Resolved, When
from loaders.text.when.scan import Scan

_END = r"(?![0-9]|[-./][0-9])"
_YEAR_FIRST = re.compile(
    rf"(?P<year>[12][0-9]{{3}})(?P<mark>[-./])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}}){_END}"
)
_YEAR_LAST = re.compile(
    rf"(?P<a>[0-9]{{1,2}})(?P<mark>[-./])(?P<b>[0-9]{{1,2}})(?P=mark)(?P<year>[12][0-9]{{3}}|[0-9]{{2}}){_END}"
)
_NEAR_DAYS = 7
"""Of two readings one within a week of publication is the one meant, if the other is not."""

_FULL_YEAR = 4
_CENTURY_TURNS = 50
"""Years of two figures: 00 to 49 are of this century, as in most calendars of offices."""


def days_in_figures(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the day in figures that begins at an offset."""
    found = scan.match(_YEAR_FIRST, at)
    if found:
        day = real_day(int(found["year"]), int(found["month"]), int(found["day"]))
        return scan.when(*found.span(), Resolved(str(day), "absolute") if day else None)
    found = scan.match(_YEAR_LAST, at)
    return scan.when(*found.span(), _either_order(found, scan.today)) if found else ()


def _either_order(found: re.Match[str], today: date | None) -> Resolved | None:
    short = len(found["year"]) < _FULL_YEAR
    if short and found["mark"] != "/":
        return None
    year, rule = _year(found["year"])
    a, b = int(found["a"]), int(found["b"])
    readings = sorted({day for day in (real_day(year, b, a), real_day(year, a, b)) if day})
    if len(readings) == 1:
        return Resolved(str(readings[0]), rule)
    near = [day for day in readings if today and abs((day - today).days) <= _NEAR_DAYS]
    if len(near) == 1:
        return Resolved(str(near[0]), "figures-near-published")
    return Resolved(f"{year}-XX", "figures-in-either-order") if readings and not short else None


def _year(text: str) -> tuple[int, str]:
    if len(text) == _FULL_YEAR:
        return int(text), "absolute"
    return int(text) + (2000 if int(text) < _CENTURY_TURNS else 1900), "year-of-two-figures"
