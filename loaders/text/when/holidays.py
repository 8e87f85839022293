"""The few holidays that are a day of every calendar year and known by name everywhere."""

from __future__ import annotations

import re

from loaders.text.when.names import GAP, YEAR
from loaders.text.when.record import When
from loaders.text.when.resolve import MonthDay, one_day
from loaders.text.when.scan import Scan

_DAYS = {"New Year's Day": (1, 1), "New Year's Eve": (12, 31), "Christmas Eve": (12, 24), "Christmas Day": (12, 25)}
_NAME = re.compile(
    rf"(?P<name>New{GAP}Year['’]s{GAP}(?:Day|Eve)|Christmas{GAP}(?:Day|Eve))\b(?:,?{GAP}(?P<year>{YEAR}))?"
)


def holidays(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the holiday that begins at an offset."""
    found = scan.match(_NAME, at)
    if found is None:
        return ()
    name = " ".join(found["name"].replace("’", "'").split())
    day = MonthDay(*_DAYS[name], int(found["year"]) if found["year"] else None)
    resolved, end = one_day(scan, day, found.end())
    return scan.when(at, end, resolved)
