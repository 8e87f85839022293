"""Days whose year is not known: the same days of every year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

_LONGEST_WITHOUT_LEAP_DAY = 8
"""Years from one 29 February to the next at most (1896 to 1904)."""


class Yearly(msgspec.Struct, frozen=True):
    """From one month and day of a year to another, both included; it may run over the new year.

    A last day of 31 stands for the end of its month.
    """

    first_month: int
    first_day: int
    last_month: int
    last_day: int

    def years(self, low: date, high: date) -> Iterator[tuple[date, date]]:
        """Yield its first and last day in each year between two days, as far as it lies between them.

        Only as many years as can differ: what fits none of them fits no other year.
        """
        for year in range(max(low.year - 1, 1), min(high.year, low.year + _LONGEST_WITHOUT_LEAP_DAY) + 1):
            first, last = max(self._first(year), low), min(self._last(year), high)
            if first <= last:
                yield first, last

    def _first(self, year: int) -> date:
        """29 February of a year without one is 1 March: the day after what there is."""
        try:
            return date(year, self.first_month, self.first_day)
        except ValueError:
            return date(year, self.first_month + 1, 1)

    def _last(self, year: int) -> date:
        if (self.last_month, self.last_day) < (self.first_month, self.first_day):
            year += 1
        if year > date.max.year:
            return date.max
        try:
            return date(year, self.last_month, self.last_day)
        except ValueError:
            return date(year, self.last_month + 1, 1) - timedelta(days=1)


def yearly_interval(first: Yearly | None, last: Yearly | None) -> Yearly | None:
    """Return the days of each year from the beginning of one to the end of the other."""
    if first is None or last is None:
        return None
    return Yearly(first.first_month, first.first_day, last.last_month, last.last_day)
