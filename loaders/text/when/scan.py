"""One pass over a text: what is being read, from which day, and what has been found so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from kg.dates import parse
from loaders.text.when.record import WITHOUT_PUBLISHED, Direction, Kind, Resolved, When

_REACH = 500
"""So many characters away, a few sentences, a date may stand that "the day before" counts from."""

_FIRST_YEAR, _LAST_YEAR = 1000, 9000
"""Publication years that leave room to count back and on."""


class Scan:
    """The text, the stretch of it that is read, and the dates found there."""

    def __init__(self, text: str, start: int, stop: int, published: str, direction: Direction) -> None:
        self.text = text
        self.start = start
        self.stop = stop
        self.published = published
        self.today = _day_of(published)
        self.direction = direction
        self.found: list[When] = []
        self.elsewhere: Callable[[int, int], Sequence[When]] | None = None
        """Finds the dates between two offsets outside the stretch; ``None`` where nothing is to be looked up."""

    @property
    def floor(self) -> int:
        """Where the last date found ends: a new one cannot begin before it."""
        return self.found[-1].end if self.found else self.start

    def match(self, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
        """Match at an offset, seeing the text before it and nothing after the stretch."""
        return pattern.match(self.text, at, self.stop)

    def before(self, at: int, length: int = 40) -> str:
        """Return the text before an offset that may still become part of a date."""
        return self.text[max(self.floor, at - length) : at]

    def context(self, at: int, length: int = 40) -> str:
        """Return the text before an offset, whatever it belongs to."""
        return self.text[max(0, at - length) : at]

    def when(self, start: int, end: int, resolved: Resolved | None, kind: Kind = "absolute") -> tuple[When, ...]:
        """Return the expression between two offsets as found, or nothing if the calendar has no such date."""
        return () if resolved is None else (When(start, end, resolved.edtf, resolved.rule, kind),)

    def undated(self, start: int, end: int, rule: str = WITHOUT_PUBLISHED) -> tuple[When, ...]:
        """Return the expression between two offsets as one that stands for no date."""
        return (When(start, end, "", rule, "relative"),)

    def anchor(self, at: int) -> tuple[date, date] | None:
        """Return first and last day of the date that the text names last before an offset."""
        found = self.found or (self.elsewhere(max(0, self.start - _REACH), self.start) if self.elsewhere else [])
        for when in reversed(found):
            if at - when.end > _REACH:
                return None
            days = parse(when.edtf) if when.edtf else None
            if days and days.earliest and days.latest:
                return days.earliest, days.latest
        return None

    def stands_alone(self, end: int) -> bool:
        """Tell whether no day is written out soon after an offset either, which "the day before" might count from."""
        if self.elsewhere is None:
            return False
        after = self.elsewhere(end, min(end + _REACH, len(self.text)))
        return not any(one.kind != "relative" and len(one.edtf) >= len("2025-02-18") for one in after)


@lru_cache(maxsize=1024)
def _day_of(published: str) -> date | None:
    """The day of publication; a vaguer date of publication settles nothing that is counted in days."""
    edtf = parse(published) if published else None
    if edtf is None or edtf.precision != "day" or edtf.earliest is None:
        return None
    return edtf.earliest if _FIRST_YEAR <= edtf.earliest.year <= _LAST_YEAR else None
