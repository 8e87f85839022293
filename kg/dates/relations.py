"""How two dates stand to each other, and a date to a window of days.

Everything follows from one question: which days may the date stand for? A qualifier (``~``) changes no answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias

from kg.dates.edtf import Edtf
from kg.dates.make import from_days

Certainty: TypeAlias = Literal["certain", "possible", "no"]
_Days: TypeAlias = tuple[date, date]

_ALL_KINDS_OF_YEARS = date(1999, 1, 1), date(2008, 12, 31)
"""Two dates without a year stand to each other in these years as they do in any."""


def contradict(one: Edtf, other: Edtf) -> bool:
    """Tell whether the two cannot both be true of one event: no day fits both. Vague dates contradict little."""
    return not _common(one, other)


def refines(one: Edtf, other: Edtf) -> bool:
    """Tell whether the first says more: each of its days is one of the second's, and not the other way round."""
    return _covers(other, one) and not _covers(one, other)


def within(edtf: Edtf, first: date | None, last: date | None) -> Certainty:
    """Tell whether the date lies between two days, both included; ``None`` is no limit.

    ``certain`` when every day it may stand for does, ``possible`` when some do, ``no`` when none does.
    """
    start, end = first or date.min, last or date.max
    if _low(edtf) >= start and _high(edtf) <= end:
        return "certain"
    return "possible" if _overlaps(edtf, start, end) else "no"


def merge(one: Edtf, other: Edtf) -> Edtf | None:
    """Return what the two say together, or ``None`` when they contradict: ``XXXX-02-18`` and ``2025`` are one day.

    Where both together are still not one run of days, the more precise of them is returned as it was written.
    """
    common = _common(one, other)
    if not common:
        return None
    exact = most_precise((one, other))
    if _covers(one, other) or _covers(other, one) or len(common) > 1 or date.min in common[0] or date.max in common[0]:
        return exact
    return from_days(*common[0])


def most_precise(dates: Iterable[Edtf]) -> Edtf:
    """Return the date with the fewest days; of equal ones that without a qualifier, then the first as text.

    Raises:
        ValueError: there is none to choose from.
    """
    return min(dates, key=lambda one: (_breadth(one), one.qualifier != "", one.text))


def midpoint(edtf: Edtf) -> float | None:
    """Return where to draw the date on an axis of days (``date.toordinal()``; half days occur), ``None`` if nowhere.

    It is a number, so that nobody takes it for the date. Draw the span from ``earliest`` to ``latest`` beside it.
    """
    if edtf.earliest is None or edtf.latest is None:
        return None
    return (edtf.earliest.toordinal() + edtf.latest.toordinal()) / 2


def _breadth(edtf: Edtf) -> tuple[bool, int]:
    """Without a year or an end after all others; among those without a year by their days in one."""
    if edtf.earliest is not None and edtf.latest is not None:
        return False, (edtf.latest - edtf.earliest).days
    if edtf.yearly is None:
        return True, (_high(edtf) - _low(edtf)).days
    return True, min((last - first).days for first, last in edtf.yearly.years(*_ALL_KINDS_OF_YEARS))


def _common(one: Edtf, other: Edtf) -> list[_Days]:
    """Return the runs of days that fit both; of dates without a year those of a few years only."""
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    if low > high:
        return []
    runs = _runs(one, low, high)
    return runs if other.yearly is None else [run for a in runs for run in _runs(other, *a)]


def _runs(edtf: Edtf, low: date, high: date) -> list[_Days]:
    if edtf.yearly is None:
        return [(low, high)]
    return list(edtf.yearly.years(low, high))


def _overlaps(edtf: Edtf, first: date, last: date) -> bool:
    low, high = max(_low(edtf), first), min(_high(edtf), last)
    return low <= high and bool(_runs(edtf, low, high))


def _covers(wide: Edtf, narrow: Edtf) -> bool:
    """Tell whether every day of the second is a day of the first."""
    low, high = _low(narrow), _high(narrow)
    if low < _low(wide) or high > _high(wide):
        return False
    if wide.yearly is None:
        return True
    if narrow.yearly is not None and (narrow.earliest is None or narrow.latest is None):
        low, high = _ALL_KINDS_OF_YEARS
    return all((first, last) in wide.yearly.years(first, last) for first, last in _runs(narrow, low, high))


def _low(edtf: Edtf) -> date:
    return edtf.earliest or date.min


def _high(edtf: Edtf) -> date:
    return edtf.latest or date.max
