"""Keys under which tellings that may be of one event find each other, whatever is in the graph besides.

Two kinds. *Shared* keys are for rules: tellings of one day whose principals are the same two persons are compared, and
those of a month with every day of it, so that a day and a range of days, or two sides and three, can be one event. The
*near* key is for candidates: tellings
of the same sides in the same week, or month, or year where no more is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from kg.dates import Edtf
from kg.dates import parse as parse_edtf
from kg.identity.mentions import JOURNEY, LONGEST_EVENT, TOLD_BY_RECORDS, EventMention
from kg.model import make_id

CLOSE = timedelta(days=3)
"""Days that two dates may lie apart in candidates."""
_MONTH, _YEAR = timedelta(days=31), timedelta(days=400)
_MOST_SIDES = 4
_REMEMBERED = 4_096
"""Tellings of which the keys are remembered: those of a batch, each of which is asked for several times."""


@lru_cache(maxsize=_REMEMBERED)
def shared_keys(mention: EventMention) -> tuple[str, ...]:
    """Return the keys of a telling by principals and days, or month where the date is no nearer.

    None where it names nobody of a second side, unless it is a journey.
    """
    first, last = _compared(mention)
    if first is None or last is None:
        return ()
    return _shared(mention, _days(first, last) if last - first <= LONGEST_EVENT else _months(first, last))


@lru_cache(maxsize=_REMEMBERED)
def shared_look_ups(mention: EventMention) -> tuple[str, ...]:
    """Return every shared key under which a telling may be of the same event: of its days, and of their months."""
    first, last = _compared(mention)
    if first is None or last is None:
        return ()
    return _shared(mention, [*_days(first, last), *_months(first, last)])


def _compared(mention: EventMention) -> tuple[date | None, date | None]:
    """The bounds of a telling that rules compare with those of other days and sides."""
    first, last = _bounds(mention.date)
    if first is None or last is None or last - first > _MONTH or not 2 <= len(mention.sides) <= _MOST_SIDES:
        return None, None
    return first, last


def _shared(mention: EventMention, times: Sequence[str]) -> tuple[str, ...]:
    pairs = [sorted((a, b)) for (_, a), (_, b) in combinations(mention.principals, 2)]
    if mention.family == JOURNEY:  # the traveller is often all who is named
        pairs += [[one, *sorted(mention.sides - {side})] for side, one in mention.principals]
    return tuple(sorted(make_id("key", mention.family, time, *pair) for time in times for pair in pairs))


def _days(first: date, last: date) -> list[str]:
    return [str(date.fromordinal(day)) for day in range(first.toordinal(), last.toordinal() + 1)]


def near_key(mention: EventMention) -> str:
    """Return the key by sides and week, month or year, in which a telling is found; empty where it has none.

    A day is found by its week: two countries that meet often have many events in a month, few in a week. Graphs of
    earlier versions have it by its month, where it is looked for as well.
    """
    first, last = _bounds(mention.date)
    if first is None or last is None or len(mention.sides) < 2 or last - first > _YEAR:
        return ""
    if mention.family in TOLD_BY_RECORDS:
        return ""
    return _near(mention.family, sorted(mention.sides), _time_of(first, last))


def _time_of(first: date, last: date) -> str:
    if first == last:
        return _weeks(first, last)[0]
    return str(first)[:7] if last - first <= _MONTH else str(first)[:4]


def near_keys(families: Iterable[str], told: Iterable[tuple[Iterable[str], str]]) -> set[str]:
    """Return every key under which something close can be found to what is told: of which sides, at which dates."""
    near = {(tuple(sorted(sides)), when) for sides, day in told for when in _close_times(day)}
    return {_near(family, sides, when) for family in families for sides, when in near if len(sides) > 1}


def _close_times(day: str) -> set[str]:
    """The weeks, months and years of the keys of what is close to that date."""
    first, last = _bounds(day)
    if first is None or last is None or last - first > _YEAR:
        return set()
    end = _moved(last, CLOSE)
    months = _months(_moved(first, -_MONTH - CLOSE), end)
    years = range(_moved(first, -_YEAR - CLOSE).year, end.year + 1)
    return {*_weeks(_moved(first, -CLOSE), end), *months, *(f"{year:04}" for year in years)}


def are_close(one: str, other: str) -> bool:
    """Whether two dates overlap or lie within few days."""
    gap = days_apart(parse_edtf(one), parse_edtf(other))
    return gap is not None and gap <= CLOSE


def days_apart(one: Edtf, other: Edtf) -> timedelta | None:
    """Return the time between two dates; none where they overlap, ``None`` where one has no bounds."""
    bounds = one.earliest, one.latest, other.earliest, other.latest
    if any(bound is None for bound in bounds):
        return None
    first, last, start, end = (bound or date.min for bound in bounds)
    return max(start - last, first - end, timedelta(0))


def _near(family: str, sides: Sequence[str], when: str) -> str:
    return make_id("near", family, when, *sides)


def _bounds(day: str) -> tuple[date | None, date | None]:
    edtf = parse_edtf(day) if day else None
    return (edtf.earliest, edtf.latest) if edtf else (None, None)


def _moved(day: date, by: timedelta) -> date:
    """Add days, as far as there are any."""
    return date.fromordinal(min(max(day.toordinal() + by.days, date.min.toordinal()), date.max.toordinal()))


def _weeks(first: date, last: date) -> list[str]:
    """The weeks, Monday to Sunday, as numbers from the first of the calendar."""
    return [f"week {number}" for number in range((first.toordinal() - 1) // 7, (last.toordinal() - 1) // 7 + 1)]


def _months(first: date, last: date) -> list[str]:
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]
