"""Which of the dates of a sentence is that of the event."""

from __future__ import annotations

import re

from kg.dates import parse as parse_edtf
from kg.model import Source
from loaders.text.distances import PAIR
from loaders.text.frame import Frame
from loaders.text.when import Direction, When, find_dates

_REPORTED = re.compile(r"\b(?:said|says|told|announced|reported|confirmed|stated|added|noted|denied|inform|warned)\b")


class Dating:
    """Finds the day of a telling."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def _date(self, frame: Frame, towards: Direction = "unknown") -> When | None:
        lx = frame.lx
        direction: Direction = "future" if frame.status in ("planned", "proposed") else "past"
        if frame.status in ("cancelled", "postponed"):
            direction = "unknown"
        direction = direction if towards == "unknown" else towards
        dates = find_dates(self._source.text, self._source.published, lx.start, lx.end, direction)
        begin, stop = frame.span
        low, high = lx.starts[begin], lx.ends[min(stop, len(lx)) - 1]
        at = lx.starts[frame.at]
        dates = [
            one
            for i, one in enumerate(dates)
            if not (one.rule.startswith("weekday") and i + 1 < len(dates) and dates[i + 1].start - one.end <= PAIR)
        ]
        inside = [one for one in dates if low <= one.start <= high]
        if frame.rule.startswith("discuss"):
            inside = [one for one in inside if one.start < at]  # after it stand the dates of what is discussed
        inside = inside or [one for one in dates if one.end <= at and low == lx.start]
        if not inside and begin and not _REPORTED.search(lx.lower(0, begin)):
            inside = [one for one in dates if one.start < lx.starts[min(3, begin)]][:1]
        after = [one for one in inside if one.start > at]
        if after:
            return after[0]
        return inside[-1] if inside else None

    def _is_future(self, date: When) -> bool:
        if not self._source.published:
            return False
        day, published = parse_edtf(date.edtf), parse_edtf(self._source.published)
        return day.earliest is not None and published.latest is not None and day.earliest > published.latest
