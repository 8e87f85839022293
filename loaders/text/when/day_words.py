"""Days named by another day: "the day before yesterday", "the following day", "on the 5th", "earlier in the day"."""

from __future__ import annotations

import re

from loaders.text.when.away import END_OF_PHRASE, from_anchor, from_today
from loaders.text.when.names import GAP, ORDINAL, day_number, phrases
from loaders.text.when.reckon import month_away, nearest, real_day
from loaders.text.when.record import Resolved, When
from loaders.text.when.scan import Scan

_THE = re.compile(rf"\b{phrases('the|that')}{GAP}\Z")
_DAY_NEAR = re.compile(rf"day{GAP}(?:(?P<before>before){GAP}yesterday|after{GAP}tomorrow)\b")
_DAY_BESIDE = re.compile(rf"day{GAP}(?:(?P<before>before|earlier)|(?:after|later)){END_OF_PHRASE}")
_PRONOUN = re.compile(rf"{GAP}(?:he|she|they|it)\b")
_GOES_ON = re.compile(r"[\w,] \Z")
"""Read "on Tuesday, the day after he met X": the day before something, where it opens no sentence."""
_WHICH_DAY = re.compile(
    rf"\b(?:{phrases('the')}{GAP})?(?:(?P<next>{phrases('next|following')})|(?P<previous>{phrases('previous|preceding')})"
    rf"|{phrases('same|very same|that')}){GAP}\Z"
)
_IN_THE_DAY = re.compile(rf"\b{phrases('earlier|later')}{GAP}(?:in{GAP}(?:the|that)|that){GAP}\Z")
_ORDINAL = re.compile(rf"(?P<day>[0-9]{{1,2}}){ORDINAL}(?:{GAP}inst(?:ant\b|\.))?(?:{END_OF_PHRASE}|(?={GAP}and\b))")
_ON_THE = re.compile(
    rf"\b(?:{phrases('on|until|till|by|from|to|through')}|(?:morning|afternoon|evening|night){GAP}of){GAP}the{GAP}\Z"
    rf"|\bon{GAP}\Z"
)
_OF_MONTH = re.compile(rf"(?P<day>[0-9]{{1,2}}){ORDINAL}{GAP}of{GAP}(?P<which>this|last|next){GAP}month\b")
_SHIFTS = {"last": -1, "this": 0, "next": 1}


def of_day(scan: Scan, unit: re.Match[str]) -> tuple[When, ...]:
    """Return the date of "the day before yesterday", "the following day", "earlier in the day", "that day"."""
    before = scan.before(unit.start())
    the = _THE.search(before)
    near = scan.match(_DAY_NEAR, unit.start()) if the else None
    if near and the:
        days, rule = (-2, "day-before-yesterday") if near["before"] else (2, "day-after-tomorrow")
        return from_today(scan, unit.start() - len(the[0]), near.end(), ("day", days), rule)
    beside = scan.match(_DAY_BESIDE, unit.start()) if the else None
    if beside and the and not (_PRONOUN.match(scan.text, beside.end()) and _GOES_ON.search(before[: the.start()])):
        return from_anchor(scan, unit.start() - len(the[0]), beside.end(), ("day", -1 if beside["before"] else 1))
    if in_the := _IN_THE_DAY.search(before):
        return _that_day(scan, unit.start() - len(in_the[0]), unit.end())
    which = _WHICH_DAY.search(before)
    if which is None or unit[0] != "day":
        return ()
    away = bool(which["next"]) - bool(which["previous"])
    return from_anchor(scan, unit.start() - len(which[0]), unit.end(), ("day", away))


def ordinal_day(scan: Scan, at: int) -> tuple[When, ...]:
    """Return the date of "on the 5th" and "the 5th of next month"."""
    named = scan.match(_OF_MONTH, at)
    if named is not None:
        return _of_month(scan, named)
    found = scan.match(_ORDINAL, at)
    if found is None or not _ON_THE.search(scan.context(at)):
        return ()
    day, anchor = day_number(found["day"]), scan.anchor(at)
    if anchor is None or (anchor[0].year, anchor[0].month) != (anchor[1].year, anchor[1].month):
        return _nearest(scan, found, day)
    exact = real_day(anchor[0].year, anchor[0].month, day)
    return scan.when(at, found.end(), Resolved(str(exact), "month-of-date-before") if exact else None, "relative")


def _nearest(scan: Scan, found: re.Match[str], day: int) -> tuple[When, ...]:
    """Return the nearest such day of a month on the side that the tense says."""
    if scan.today is None:
        return scan.undated(*found.span())
    months = (real_day(*month_away(scan.today, months), day) for months in range(-2, 3))
    exact = nearest([one for one in months if one], scan.today, scan.direction)
    return scan.when(*found.span(), Resolved(str(exact), "day-of-month-nearest") if exact else None, "relative")


def _that_day(scan: Scan, start: int, end: int) -> tuple[When, ...]:
    """Return the day of "earlier in the day": the one named last, or that of publication."""
    if scan.anchor(start) is None:
        return from_today(scan, start, end, ("day", 0), "today")
    return from_anchor(scan, start, end, ("day", 0))


def _of_month(scan: Scan, found: re.Match[str]) -> tuple[When, ...]:
    if scan.today is None:
        return scan.undated(*found.span())
    exact = real_day(*month_away(scan.today, _SHIFTS[found["which"]]), day_number(found["day"]))
    rule = f"{found['which']}-month"
    return scan.when(*found.span(), Resolved(str(exact), rule) if exact else None, "relative")
