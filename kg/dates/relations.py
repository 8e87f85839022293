"""How two dates stand to each other, and a date to a window of days."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from kg.dates.edtf import Edtf, parse

Certainty: TypeAlias = Literal["certain", "possible", "no"]


def contradict(one: Edtf, other: Edtf) -> bool:
    """Tell whether the two cannot both be true of one event: no day fits both. Vague dates contradict little."""
    if one.precision == "interval" and other.precision == "interval":
        return _apart(one, other)
    if _without_year(one) or _without_year(other):
        return _month_days_differ(one, other)
    return _apart(one, other)


def refines(one: Edtf, other: Edtf) -> bool:
    """Tell whether every day of the first is a day of the second, and the first is narrower."""
    if one.earliest is None or one.latest is None or contradict(one, other):
        return False
    starts_inside = other.earliest is None or one.earliest >= other.earliest
    ends_inside = other.latest is None or one.latest <= other.latest
    return starts_inside and ends_inside and (one.earliest, one.latest) != (other.earliest, other.latest)


def within(edtf: Edtf, first: date | None, last: date | None) -> Certainty:
    """Tell whether the date lies between two days, both included; ``None`` is no limit.

    ``certain`` when every day it may stand for does, ``possible`` when some do, ``no`` when none does.
    """
    low, high = edtf.earliest or date.min, edtf.latest or date.max
    start, end = first or date.min, last or date.max
    if low >= start and high <= end:
        return "certain"
    return "possible" if low <= end and high >= start else "no"


def _without_year(edtf: Edtf) -> bool:
    return edtf.month_day != (None, None)


def _apart(one: Edtf, other: Edtf) -> bool:
    first, last = (
        max(one.earliest or date.min, other.earliest or date.min),
        min(one.latest or date.max, other.latest or date.max),
    )
    return first > last


def _month_days_differ(one: Edtf, other: Edtf) -> bool:
    month, day = _month_day(one)
    other_month, other_day = _month_day(other)
    if month is None or other_month is None:
        return False
    if month != other_month:
        return True
    return day is not None and other_day is not None and day != other_day


def _month_day(edtf: Edtf) -> tuple[int | None, int | None]:
    """Return month and day of a date without a year, or of an exact day; nothing of anything wider."""
    if _without_year(edtf):
        return edtf.month_day
    if edtf.earliest is not None and edtf.earliest == edtf.latest:
        return edtf.earliest.month, edtf.earliest.day
    if edtf.precision == "interval" and "X" in edtf.text:
        return parse(edtf.text.partition("/")[0]).month_day[0], None
    return (edtf.earliest.month, None) if edtf.precision == "month" and edtf.earliest else (None, None)
