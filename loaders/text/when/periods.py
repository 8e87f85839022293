"""Weeks, months and years counted from publication: "next week", "later this month", "last year", "at the weekend"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.dates import from_days, parse
from loaders.text.when.counts import counted
from loaders.text.when.day_words import of_day
from loaders.text.when.days import named_days
from loaders.text.when.names import ANY_WEEKDAY, GAP, phrases
from loaders.text.when.part import of_part, of_year, part_before
from loaders.text.when.reckon import month_away, week, weekend
from loaders.text.when.record import Direction, Resolved, When
from loaders.text.when.scan import Scan

_UNIT = re.compile(r"(?P<unit>weekend|fortnight|day|week|month|year)s?")
_WHICH = re.compile(
    rf"\b(?:(?P<the>[Tt]he){GAP})?(?P<which>{phrases('this|last|next|coming|past')})"
    rf"(?:{GAP}(?P<more>coming|past))?{GAP}\Z"
)
_THE = re.compile(rf"\b[Tt]he{GAP}\Z")
_IN_THE = re.compile(
    rf"\b(?:{phrases('earlier|later')}{GAP}in|{phrases('by|at|before|until|in|from|since|towards|toward')}{GAP}the"
    rf"{GAP}(?:end|beginning|start|middle){GAP}of){GAP}the{GAP}\Z"
)
_OF_WHOLE = re.compile(rf"{GAP}of{GAP}(?:the|this|last|next|each|every|[0-9]|[A-Z])")
_OF = re.compile(rf"{GAP}(?:of|in){GAP}")
_WEEKEND_OF = re.compile(rf"{GAP}of{GAP}")
"""Over the weekend in Oslo it is this one."""
_WEEK_OF = re.compile(
    rf"week(?:end)?{GAP}(?:of|beginning|starting|commencing){GAP}(?:on{GAP})?(?:{ANY_WEEKDAY},?{GAP})?(?:the{GAP})?"
)
_CALENDAR = {"past": ("weekend",), "coming": ("weekend", "week")}
"""The past week and the coming year are so many days from now, not those of a calendar."""

_SHIFTS = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}


def periods(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the day, week, month or year that the word for it at an offset belongs to."""
    found = scan.match(_UNIT, at)
    if found is None:
        return ()
    unit = found["unit"]
    several = counted(scan, found, unit) if unit != "weekend" else ()
    if several:
        return several
    if unit == "day":
        return of_day(scan, found)
    return _week_of(scan, at) or _which(scan, found, unit) or _the(scan, found, unit)


def _week_of(scan: Scan, at: int) -> tuple[When, ...]:
    """Return Monday to Sunday of "the week of March 3", and "the week of March 3-9" as it is written."""
    found = scan.match(_WEEK_OF, at)
    days = named_days(scan, found.end()) if found else ()
    if not days or days[0].kind == "range":
        return tuple(one._replace(start=at) for one in days[:1])
    first = parse(days[0].edtf).earliest
    if first is None:
        return ()
    return scan.when(at, days[0].end, Resolved(str(from_days(*week(first))), f"{days[0].rule}+week"), "range")


_SUNDAY = 6


def _which(scan: Scan, found: re.Match[str], unit: str) -> tuple[When, ...]:
    """Return last, this or next week; "the last week" is seven days, "the last week of March" another matter."""
    which = _WHICH.search(scan.before(found.start()))
    if which is None or found[0].endswith("s") or unit == "fortnight":
        return ()
    word = (which["more"] or which["which"]).lower()
    if word in ("past", "coming") and unit not in _CALENDAR[word]:
        return ()
    if word in ("last", "next", "past") and (which["the"] or scan.match(_OF_WHOLE, found.end())) and unit != "weekend":
        return ()
    start = found.start() - len(which[0])
    part = part_before(scan, start)
    if scan.today is None:
        return scan.undated(part.start if part else start, found.end())
    start = part.start if part else start
    ahead = scan.direction == "future" or scan.text.startswith(("later", "Later"), start)
    if word == "this" and unit == "week" and ahead and scan.today.weekday() == _SUNDAY:
        word = "coming"  # written on its last day
    resolved = _period(scan.today, unit, word, scan.direction)
    resolved = of_year(*resolved, part) if unit == "year" else of_part(resolved, part)
    return scan.when(start, found.end(), resolved, "relative")


def _the(scan: Scan, found: re.Match[str], unit: str) -> tuple[When, ...]:
    """Return "the weekend", "earlier in the week" and "by the end of the year": those of publication."""
    the = _THE.search(scan.before(found.start()))
    if the is None or found[0].endswith("s") or unit == "fortnight":
        return ()
    part = part_before(scan, found.start())
    begins = _IN_THE.search(scan.before(found.start()))
    of = _WEEKEND_OF if unit == "weekend" else _OF
    if scan.match(of, found.end()) or (unit != "weekend" and not begins and not (part and part.months)):
        return ()
    start = min([part.start] if part else [], default=found.start() - len(the[0]))
    if scan.today is None:
        return scan.undated(start, found.end())
    resolved = _period(scan.today, unit, "", scan.direction)
    resolved = of_year(*resolved, part) if unit == "year" else of_part(resolved, part)
    return scan.when(start, found.end(), resolved, "relative")


def _period(today: date, unit: str, which: str, direction: Direction) -> Resolved:
    rule = f"{which or 'this'}-{unit}"
    shift = _SHIFTS.get(which, 0)
    if unit == "weekend":
        return _weekend(today, which, direction)
    if unit == "week":
        return Resolved(str(from_days(*week(today, shift))), rule)
    if unit == "year":
        return Resolved(f"{today.year + shift:04d}", rule)
    year, month = month_away(today, shift)
    return Resolved(f"{year:04d}-{month:02d}", rule)


def _weekend(today: date, which: str, direction: Direction) -> Resolved:
    """Last weekend is over, next weekend is that of next week, "the" and "this" one lie as the tense says."""
    if which in ("last", "past"):
        return Resolved(str(from_days(*weekend(today - timedelta(days=today.weekday() + 1), "past"))), "last-weekend")
    if which == "next":
        return Resolved(str(from_days(*weekend(week(today, 1)[0], "future"))), "next-weekend")
    side: Direction = "future" if direction == "future" or which == "coming" else "past"
    rule = "weekend-after-published" if side == "future" else "weekend-before-published"
    return Resolved(str(from_days(*weekend(today, side))), rule)
