"""Reading EDTF text to the days it may stand for.

Source: Library of Congress, Extended Date/Time Format Specification (2019): level 0 and 1 without times of day,
negative years and exponents; of level 2 the unspecified digits in any place (``XXXX-02-18``, ``2004-XX-12``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

import msgspec

from kg.errors import KgError

Qualifier: TypeAlias = Literal["", "?", "~", "%"]
Precision: TypeAlias = Literal["day", "month", "season", "year", "decade", "century", "interval", "unknown"]

_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)")
_QUALIFIERS: dict[str, Qualifier] = {"": "", "?": "?", "~": "~", "%": "%"}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""Seasons of the northern hemisphere, as newspapers use them; winter runs into the next year."""


class BadDateError(KgError):
    """Text that is no date in EDTF."""


class Edtf(msgspec.Struct, frozen=True):
    """A date as it was written, and the first and last day it may stand for.

    ``earliest`` and ``latest`` are ``None`` where they are open or not known (``XXXX-02-18``, ``../2004``).
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    qualifier: Qualifier = ""
    month_day: tuple[int | None, int | None] = (None, None)
    """Month and day where the year is not known."""

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65_536)
def parse(text: str) -> Edtf:
    """Read a date or an interval. ``str`` of the result is exactly the text.

    Raises:
        BadDateError: the text is no EDTF date of levels 0 and 1; the message says what one looks like.
    """
    if "/" in text:
        return _interval(text)
    match = _DATE.fullmatch(text)
    if match is None:
        raise _bad(text)
    year, month, day, _ = match.groups()
    qualifier = _QUALIFIERS[match.group(4)]
    first, last, precision = _span(text, year, month, day)
    known = (_number(month), _number(day)) if "X" in year else (None, None)
    return Edtf(text, first, last, precision, qualifier, known)


def _span(text: str, year: str, month: str | None, day: str | None) -> tuple[date | None, date | None, Precision]:
    if "X" in year:
        return _vague_year(text, year, month, day)
    number = int(year)
    if number == 0:
        raise _bad(text)
    if month is None or month == "XX":
        _check_month_day(text, "01", day)
        return date(number, 1, 1), date(number, 12, 31), "year"
    if int(_digits(text, month)) in _SEASON_MONTHS:
        return _season(text, number, int(month), day)
    return _in_month(text, number, int(month), day)


def _in_month(text: str, year: int, month: int, day: str | None) -> tuple[date, date, Precision]:
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        raise _bad(text)
    if day is None or day == "XX":
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
    try:
        exact = date(year, month, int(_digits(text, day)))
    except ValueError:
        raise _bad(text) from None
    return exact, exact, "day"


def _season(text: str, year: int, season: int, day: str | None) -> tuple[date, date, Precision]:
    if day is not None:
        raise _bad(text)
    first, last = _SEASON_MONTHS[season]
    ends = year + 1 if last < first else year
    if ends > date.max.year:
        raise _bad(text)
    return date(year, first, 1), date(ends, last, monthrange(ends, last)[1]), "season"


def _vague_year(text: str, year: str, month: str | None, day: str | None) -> tuple[date | None, date | None, Precision]:
    digits = year.rstrip("X")
    if "X" in digits:
        raise _bad(text)
    if month is not None:
        _check_month_day(text, month, day)
    if not digits or month is not None:
        return None, None, "unknown"
    first, last = int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))
    precision: Precision = "decade" if len(digits) == 3 else "century"  # noqa: PLR2004 - 201X
    return date(max(first, 1), 1, 1), date(last, 12, 31), precision if len(digits) > 1 else "unknown"


def _check_month_day(text: str, month: str, day: str | None) -> None:
    """2000 stands in for a year that has every day."""
    if month != "XX":
        _in_month(text, 2000, int(_digits(text, month)), day)


def _interval(text: str) -> Edtf:
    start, _, end = text.partition("/")
    if "/" in end or not (start.strip(".") or end.strip(".")):
        raise _bad(text)
    first = parse(start) if start not in ("", "..") else None
    last = parse(end) if end not in ("", "..") else None
    earliest, latest = first.earliest if first else None, last.latest if last else None
    if earliest and latest and earliest > latest:
        raise BadDateError(f"{text!r} ends before it begins")
    qualifier = first.qualifier if first and last and first.qualifier == last.qualifier else ""
    return Edtf(text, earliest, latest, "interval", qualifier)


def _digits(text: str, part: str) -> str:
    if not part.isdigit():
        raise _bad(text)
    return part


def _number(part: str | None) -> int | None:
    return int(part) if part and part.isdigit() else None


def _bad(text: str) -> BadDateError:
    return BadDateError(f"{text[:40]!r} is no date: write 2025, 2025-02, 2025-02-18, 2025-02~ or 2025-02-18/2025-02-20")
