"""Dates from numbers and days."""

from __future__ import annotations

from datetime import date

from kg.dates.edtf import Edtf, parse
from kg.dates.single import Qualifier


def from_parts(year: int | None, month: int | None = None, day: int | None = None, qualifier: Qualifier = "") -> Edtf:
    """Return the date of these parts; ``None`` is not known: ``from_parts(None, 2, 18)`` is ``XXXX-02-18``.

    Raises:
        BadDateError: there is no such date.
    """
    parts = ["XXXX" if year is None else f"{year:04d}"]
    if month is not None or day is not None:
        parts.append("XX" if month is None else f"{month:02d}")
    if day is not None:
        parts.append(f"{day:02d}")
    return parse("-".join(parts) + qualifier)


def from_days(first: date, last: date) -> Edtf:
    """Return the interval from one day to another, both included; of one and the same day, the day.

    Raises:
        BadDateError: the last lies before the first.
    """
    return parse(str(first) if first == last else f"{first}/{last}")
