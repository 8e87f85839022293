"""Dates along the foot of a picture: years, or months where there is room, never more than the width holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from matplotlib.axes import Axes

_LONG = 3 * 366  # days beyond which years are marked, and months no more
_SHORT = 45  # days below which days are marked
_ROOM = 9
_STEPS = {"year": (1, 2, 5, 10, 20, 50, 100, 500, 1000), "month": (1, 2, 3, 6, 12), "day": (2, 4, 7, 10)}
_DAYS = 5  # whole dates take more room


def mark_dates(axes: Axes, shown: tuple[int, int]) -> None:
    """Set the ends of the axis and its marks."""
    marks = list(ticks(*shown))
    axes.set_xlim(*shown)
    axes.set_xticks([day for day, _ in marks], [text for _, text in marks])
    axes.tick_params(axis="x", length=3, width=0.6)


def ticks(first: int, last: int) -> Iterator[tuple[int, str]]:
    """Yield days and what is written below them: few enough to be read."""
    days = last - first
    unit, size = ("year", 365.0) if days > _LONG else ("month", 30.4) if days > _SHORT else ("day", 1.0)
    step = next(
        (one for one in _STEPS[unit] if days / size / one <= (_DAYS if unit == "day" else _ROOM)), _STEPS[unit][-1]
    )
    if unit == "day":
        yield from ((day, date.fromordinal(day).isoformat()) for day in range(first, last + 1, step))
        return
    for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
        if unit == "month" or year % step == 0:
            yield from _of_year(year, range(1, 13, step) if unit == "month" else (), first, last)


def _of_year(year: int, months: range | tuple[()], first: int, last: int) -> Iterator[tuple[int, str]]:
    for month in months or (1,):
        day = date(year, month, 1).toordinal()
        if first <= day <= last:
            yield day, f"{year}-{month:02}" if months else f"{year}"
