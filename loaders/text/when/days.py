"""Days with the name of their month: "18 February 2025", "Feb. 18", "3-5 March", "from 28 February to 2 March"."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.dates import parse
from loaders.text.when.names import (
    ANY_WEEKDAY,
    DAY,
    GAP,
    MONTH,
    ORDINAL,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)
from loaders.text.when.record import When
from loaders.text.when.resolve import MonthDay, are_neighbours, days_between, one_day
from loaders.text.when.scan import Scan
from loaders.text.when.wording import is_between, is_moved_from

_TO = rf"(?:{GAP}?[-–—/]{GAP}?|{GAP}(?:to|until|till|through|thru){GAP}(?:the{GAP})?)"
_AND = rf"{GAP}(?:and|or|&){GAP}(?:the{GAP})?"
_DAYS = rf"(?P<days>{DAY}(?:(?P<to>{_TO}){DAY}|(?:,{GAP}{DAY}){{0,8}},?{_AND}{DAY})?)"
_NO_COUNT = rf"(?!:[0-9]|[.,][0-9]|%|{GAP}(?:percent|per{GAP}cent|million|billion|thousand|people|persons|countries)\b)"
_DAY_FIRST = re.compile(
    rf"{_DAYS}(?:{GAP}(?:(?:day{GAP})?of{GAP})?|-)(?P<month>{MONTH})(?:(?:,?{GAP}(?:of{GAP})?|-)(?P<year>{YEAR}))?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH})(?:{GAP}(?:the{GAP})?|(?<=\.)){_DAYS}(?!{GAP}(?:of{GAP})?{MONTH}){_NO_COUNT}(?:,?{GAP}(?P<year>{YEAR}))?"
)
_JOIN = re.compile(
    rf"(?:{GAP}?[-–—]{GAP}?|,?{GAP}(?P<word>to|until|till|through|thru|and){GAP}(?:on{GAP})?)(?:the{GAP})?"
    rf"(?:(?P<weekday>{ANY_WEEKDAY}),?{GAP})?"
)
_NUMBER = re.compile(rf"[0-9]{{1,2}}{ORDINAL}?")
_WEEKDAY_AFTER = re.compile(rf"(?:,{GAP}|{GAP}?\()(?P<weekday>{ANY_WEEKDAY})\)?")


class _Days(NamedTuple):
    """Days of one month as read: each with its place, and whether the two are the ends of a run."""

    start: int
    end: int
    month: int
    year: int | None
    days: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    is_run: bool

    def at(self, index: int) -> MonthDay:
        return MonthDay(self.month, self.days[index], self.year)


def named_days(scan: Scan, at: int, weekday: int | None = None) -> tuple[When, ...]:
    """Return the days that begin at an offset; ``weekday`` is the day of the week that the text says they begin on."""
    first = _read(scan, at)
    if first is None:
        return ()
    if len(first.days) > 1:
        return _run(scan, first) if _are_one_run(scan, first) else _each(scan, first)
    return _joined(scan, first) or _single(scan, first, weekday)


def _read(scan: Scan, at: int) -> _Days | None:
    found = scan.match(_MONTH_FIRST, at) or scan.match(_DAY_FIRST, at)
    if found is None:
        return None
    numbers = list(_NUMBER.finditer(scan.text, *found.span("days")))
    year = int(found["year"]) if found["year"] else None
    days = tuple(day_number(one[0]) for one in numbers)
    places = tuple(one.span() for one in numbers)
    return _Days(*found.span(), month_number(found["month"]), year, days, places, bool(found["to"]))


def _single(scan: Scan, one: _Days, weekday: int | None) -> tuple[When, ...]:
    resolved, end = one_day(scan, one.at(0), one.end, weekday)
    after = scan.match(_WEEKDAY_AFTER, end) if resolved and weekday is None else None
    if after and resolved and _falls_on(resolved.edtf, after["weekday"]):
        end = after.end()
    return scan.when(one.start, end, resolved)


def _run(scan: Scan, one: _Days) -> tuple[When, ...]:
    resolved, end = days_between(scan, one.at(0), one.at(-1), one.end)
    return scan.when(one.start, end, resolved, "range") or _each(scan, one)


def _each(scan: Scan, several: _Days) -> tuple[When, ...]:
    """Return each of several days by itself: "3 and 17 March" are two days, the first written without its month."""
    found: list[When] = []
    for index, (start, end) in enumerate(several.places):
        first = several.start if index == 0 else start
        last = several.end if index == len(several.places) - 1 else end
        found += scan.when(first, last, one_day(scan, several.at(index), several.end)[0])
    return tuple(found)


def _joined(scan: Scan, first: _Days) -> tuple[When, ...]:
    join = scan.match(_JOIN, first.end)
    second = _read(scan, join.end()) if join else None
    if join is None or second is None or len(second.days) > 1 or is_moved_from(scan, first.start):
        return ()
    if join["word"] == "and" and join[0].startswith(","):
        return ()  # "met X on 9 May, and on 10 May flew home"
    if join["word"] == "and" and not (is_between(scan, first.start) or are_neighbours(first.at(0), second.at(0))):
        return ()
    resolved, end = days_between(scan, first.at(0), second.at(0), second.end)
    return scan.when(first.start, end, resolved, "range")


def _are_one_run(scan: Scan, several: _Days) -> bool:
    if several.is_run:
        return not is_moved_from(scan, several.start)
    follows = all(later - earlier == 1 for earlier, later in zip(several.days, several.days[1:], strict=False))
    is_pair = several.days[1:] == several.days[-1:]
    return follows or (is_pair and is_between(scan, several.start))


def _falls_on(edtf: str, weekday: str) -> bool:
    day = parse(edtf).earliest
    return day is not None and day.weekday() == weekday_number(weekday)
