"""So many days, weeks, months or years from publication, or from the date that the text names last."""

from __future__ import annotations

from datetime import date, timedelta

from kg.dates import from_days
from loaders.text.when.names import GAP
from loaders.text.when.reckon import DAYS_OF_A_WEEK, month_away, week
from loaders.text.when.record import WITHOUT_ANCHOR, Direction, Resolved, When
from loaders.text.when.scan import Scan

_AFTER_PHRASE = "in|at|by|with|on|from|to|during|for"
END_OF_COUNT = rf"(?= ?[.,;:!?)”\"]|{GAP}(?:{_AFTER_PHRASE})\b|\s*\Z)"
"""What may follow "a week before" when it is not a week before something."""
END_OF_PHRASE = rf"(?= ?[.,;:!?)”\"]|{GAP}(?:{_AFTER_PHRASE}|he|she|they|it)\b|\s*\Z)"
"""What may follow "the day before" when it is not the day before something."""


_NEXT_DAYS: dict[Direction, tuple[int, ...]] = {"past": (-1, 0), "future": (0, 1), "unknown": (-1, 0, 1)}


def from_today(scan: Scan, start: int, end: int, away: tuple[str, int], rule: str) -> tuple[When, ...]:
    """Return the date so many units (``("day", -2)``) from publication."""
    if scan.today is None:
        return scan.undated(start, end)
    return scan.when(start, end, Resolved(_away(scan.today, scan.today, *away), rule), "relative")


def from_anchor(scan: Scan, start: int, end: int, away: tuple[str, int]) -> tuple[When, ...]:
    """Return the date so many units from the one that the text names last, if that is as exact as the unit.

    A text that names no day tells of the day it was published, so there "the day before" counts from publication; as
    this is inferred, the date is marked as uncertain.
    """
    anchor = scan.anchor(start)
    edtf = _away(*anchor, *away) if anchor else ""
    if edtf:
        return scan.when(start, end, Resolved(edtf, f"{away[0]}-from-date-before"), "relative")
    if _is_from_published(scan, away, end) and anchor is None and scan.today:
        return scan.when(
            start, end, Resolved(f"{scan.today + timedelta(days=away[1])}?", "day-from-published"), "relative"
        )
    return scan.undated(start, end, WITHOUT_ANCHOR)


def _is_from_published(scan: Scan, away: tuple[str, int], end: int) -> bool:
    """Tell whether it is one day from publication, on the side that the tense says, with nothing else to count from."""
    unit, number = away
    return unit == "day" and number in _NEXT_DAYS[scan.direction] and scan.stands_alone(end)


def _away(first: date, last: date, unit: str, number: int) -> str:
    if unit == "year":
        return f"{first.year + number:04d}" if first.year == last.year else ""
    if unit == "month":
        year, month = month_away(first, number)
        return f"{year:04d}-{month:02d}" if (first.year, first.month) == (last.year, last.month) else ""
    if (last - first).days >= DAYS_OF_A_WEEK:
        return ""
    if unit == "week":
        return str(from_days(*week(first, number)))
    if number == 0:
        return str(from_days(first, last))
    return str((first if number < 0 else last) + timedelta(days=number))
