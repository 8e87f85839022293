"""Contacts by lane: what is drawn of them, before anything is drawn. Days are counted as by ``date.toordinal``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from kg.views.contacts import Contact, Thing, Window

LANES = 20
"""More lanes than this cannot be read on one page."""
CROWDED = 60
"""With more contacts than this in a lane marks cover each other: contacts are counted in bars instead."""
LEVELS = (0, -1, 1, -2, 2)
"""The heights of marks in a lane, in the order in which they are taken."""
_WEEK, _MONTH, _QUARTER, _YEAR = 0, 1, 3, 12
_SHORT = 400  # days below which bars count weeks
_MOST_BARS = 130


class Mark(msgspec.Struct, frozen=True, order=True):
    """A contact in its lane, from the first to the last day it may have been."""

    first: int
    last: int
    status: str
    level: int = 0


class Bar(msgspec.Struct, frozen=True):
    """The contacts of some months: that certainly were in them, that may have been, and that were not (yet) held."""

    first: int
    last: int
    certain: int
    possible: int
    not_held: int


def shown_days(contacts: Sequence[Contact], window: Window) -> tuple[int, int]:
    """Return the first and last day of the axis: the window's where it has them, else those of contacts with a date.

    One plan for 2050 does not press thirty years of contacts together: an end is moved in over one contact of a
    hundred where that halves the axis. Who draws says how many contacts lie beyond.
    """
    firsts = sorted(day.toordinal() for one in contacts if (day := one.earliest or one.latest))
    lasts = sorted(day.toordinal() for one in contacts if (day := one.latest or one.earliest))
    few = len(firsts) // 100
    wide, narrow = (firsts[0], lasts[-1]), (firsts[few], lasts[-1 - few])
    first, last = narrow if 2 * (narrow[1] - narrow[0]) < wide[1] - wide[0] else wide
    first = window.since.toordinal() if window.since else first
    last = window.until.toordinal() if window.until else last
    margin = max(2, (last - first) // 60)
    return max(1, first - margin), max(min(date.max.toordinal(), last + margin), first + 1)


def lies_in(contact: Contact, shown: tuple[int, int]) -> bool:
    """Whether the contact has a date and may have been on a day that is shown."""
    starts = contact.earliest is None or contact.earliest.toordinal() <= shown[1]
    ends = contact.latest is None or contact.latest.toordinal() >= shown[0]
    return is_dated(contact) and starts and ends


def is_dated(contact: Contact) -> bool:
    """Whether anything is known of when it was."""
    return contact.earliest is not None or contact.latest is not None


def busiest(contacts: Sequence[Contact], most: int = LANES) -> list[Thing]:
    """Return the sides with the most of these contacts, busiest first."""
    counts = Counter(side for contact in contacts for side in contact.sides)
    return sorted(counts, key=lambda side: (-counts[side], side.name, side.id))[:most]


def marks(contacts: Sequence[Contact], shown: tuple[int, int]) -> list[Mark]:
    """Return the contacts of one lane, none over another as long as there are levels. An open end reaches the edge."""
    room = (shown[1] - shown[0]) // 90
    ends = dict.fromkeys(LEVELS, shown[0] - room - 1)
    found = []
    for mark in sorted(_mark(contact, shown) for contact in contacts):
        free = [level for level in LEVELS if ends[level] + room < mark.first]
        level = free[0] if free else min(LEVELS, key=lambda one: ends[one])
        ends[level] = max(ends[level], mark.last)
        found.append(msgspec.structs.replace(mark, level=level))
    return found


def _mark(contact: Contact, shown: tuple[int, int]) -> Mark:
    first = contact.earliest.toordinal() if contact.earliest else shown[0]
    last = contact.latest.toordinal() if contact.latest else shown[1]
    return Mark(first, last, contact.status)


def months_of_a_bar(shown: tuple[int, int]) -> int:
    """Return how many months a bar counts, so that all bars have room; 0 for a week."""
    if shown[1] - shown[0] < _SHORT:
        return _WEEK
    months = (shown[1] - shown[0]) / 30.4
    return next((one for one in (_MONTH, _QUARTER) if months / one <= _MOST_BARS), _YEAR)


def bars(found: Sequence[Mark], shown: tuple[int, int], months: int) -> list[Bar]:
    """Return a bar for each stretch of so many months in which some contact may have been."""
    counts = {stretch: _count(found, stretch) for stretch in stretches(shown, months)}
    return [Bar(*stretch, **count) for stretch, count in counts.items() if any(count.values())]


def _count(found: Sequence[Mark], stretch: tuple[int, int]) -> Mapping[str, int]:
    here = [one for one in found if one.first <= stretch[1] and one.last >= stretch[0]]
    held = [one for one in here if one.status == "held"]
    certain = sum(stretch[0] <= one.first and one.last <= stretch[1] for one in held)
    return {"certain": certain, "possible": len(held), "not_held": len(here) - len(held)}


def stretches(shown: tuple[int, int], months: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last day of each stretch of so many months (from a January), or week (from a Monday)."""
    if months == _WEEK:
        monday = shown[0] - (shown[0] - 1) % 7
        yield from ((start, start + 6) for start in range(monday, shown[1] + 1, 7))
        return
    year, month = date.fromordinal(shown[0]).year, 1
    while (start := date(year, month, 1).toordinal()) <= shown[1]:
        year, month = (year, month + months) if month + months <= _YEAR else (year + 1, 1)
        end = date(year, month, 1).toordinal() - 1 if year <= date.max.year else date.max.toordinal()
        if end >= shown[0]:
            yield start, end
        if year > date.max.year:
            return
