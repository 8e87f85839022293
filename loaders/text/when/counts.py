"""Counts of days, weeks, months and years: "two days ago", "in three weeks", "a week earlier".

"Ago" counts from publication, "earlier" and "later" from the date that the text names last; where there is none, they
are no date.
"""

from __future__ import annotations

import re

from loaders.text.when.away import END_OF_COUNT, from_anchor, from_today
from loaders.text.when.names import COUNT, GAP, count, phrases
from loaders.text.when.reckon import DAYS_OF_A_WEEK, month_away, real_day
from loaders.text.when.record import ONLY_FUTURE, Resolved, When
from loaders.text.when.scan import Scan

_COUNT = re.compile(rf"(?<![\w,.-])(?P<count>{COUNT}){GAP}\Z")
_NOT_EXACT = re.compile(rf"\b{phrases('more than|over|less than|at least|under|up to|within|half|quarter')}{GAP}\Z")
_AGO = re.compile(rf"{GAP}ago\b(?P<today>{GAP}(?:today|this{GAP}day)\b)?")
_FROM_NOW = re.compile(rf"{GAP}(?:from{GAP}(?:now|today)|hence)\b")
_IN = re.compile(rf"\b[Ii]n{GAP}\Z")
_LONGEST = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|only|most|least|worst|best|[a-z]{3,}est)\b[^.,;:]{0,60}\Z"
)
"""Read "the first visit in 24 years": so long it had not been."""
_TIME = re.compile(rf"(?:['’]s?)?{GAP}time\b")
_OF = re.compile(rf"{GAP}(?:of|after|before)\b")
_OTHER = re.compile(
    rf"{GAP}(?:(?P<back>earlier|previously)\b|(?P<before>before){END_OF_COUNT}|(?:later\b|after{END_OF_COUNT}))",
)
_MOST = {"day": 400, "week": 60, "month": 120, "year": 999}
"""More is a length of time and no date."""


def counted(scan: Scan, unit: re.Match[str], name: str) -> tuple[When, ...]:
    """Return the date of "two days ago" and "a week later", where the word for the unit stands at an offset."""
    number = _COUNT.search(scan.before(unit.start()))
    if number is None:
        return ()
    start = unit.start() - len(number[0])
    if _NOT_EXACT.search(scan.context(start)):
        return ()
    name, times = ("week", 2) if name == "fortnight" else (name, 1)
    return _counted(scan, start, unit.end(), name, count(number["count"]) * times)


def _counted(scan: Scan, start: int, end: int, unit: str, number: int) -> tuple[When, ...]:
    if number > _MOST[unit]:
        return ()
    if ago := scan.match(_AGO, end):
        return _ago(scan, start, ago, unit, -number)
    if on := scan.match(_FROM_NOW, end):
        return from_today(scan, start, on.end(), (unit, number), f"in-{unit}s")
    before = _IN.search(scan.before(start))
    if before is not None:
        return _in(scan, start - len(before[0]), end, unit, number)
    other = scan.match(_OTHER, end)
    if other is None or _explains_date(scan, start):
        return ()
    return from_anchor(scan, start, other.end(), (unit, -number if other["back"] or other["before"] else number))


def _explains_date(scan: Scan, start: int) -> bool:
    """Tell whether it only says how long after something a date was: "on Thursday, 75 years later"."""
    return bool(scan.found) and scan.text[scan.floor : start].strip() == ","


def _ago(scan: Scan, start: int, ago: re.Match[str], unit: str, number: int) -> tuple[When, ...]:
    """Return the year of "a year ago", but the day of "a year ago today"."""
    if not ago["today"] or scan.today is None:
        return from_today(scan, start, ago.end() - len(ago["today"] or ""), (unit, number), f"{unit}s-ago")
    if unit in ("day", "week"):
        days = number * (DAYS_OF_A_WEEK if unit == "week" else 1)
        return from_today(scan, start, ago.end(), ("day", days), f"{unit}s-ago-today")
    exact = real_day(*month_away(scan.today, number * (12 if unit == "year" else 1)), scan.today.day)
    return scan.when(start, ago.end(), Resolved(str(exact), f"{unit}s-ago-today") if exact else None, "relative")


def _in(scan: Scan, start: int, end: int, unit: str, number: int) -> tuple[When, ...]:
    """Return the date of "in two days' time", and of "in two days" where the tense is the future."""
    time = scan.match(_TIME, end)
    if time is not None:
        return from_today(scan, start, time.end(), (unit, number), f"in-{unit}s")
    if scan.direction != "future" or _LONGEST.search(scan.context(start, 80)):
        return scan.undated(start, end, ONLY_FUTURE)
    return () if scan.match(_OF, end) else from_today(scan, start, end, (unit, number), f"in-{unit}s")
