"""The days over which the two sliders of *known by* go: the page would read every source to know them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from kg.views.explorer.read import Contact, Links

_EPOCH = date(1970, 1, 1)
_PUBLISHED = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def clocks(contacts: Iterable[Contact], links: Links, published: Mapping[str, str]) -> dict[str, list[int]]:
    """Return first and last day on which a contact was told of, and on which the graph changed; nothing where none is.

    ``published`` is the date of each source. A contact is told of when the first of its sources has surely appeared.
    """
    days = {key: day for key, text in published.items() if (day := last_day(text)) is not None}
    told, known = set[int](), set[int]()
    for one in contacts:
        known.update(day_of(moment) for moment in (one.recorded, one.replaced) if moment)
        if those := [days[key] for key in links.of("sources", one.key) if key in days]:
            told.add(min(those))
    return {"told": _ends(told), "known": _ends(known)}


def last_day(published: str) -> int | None:
    """Return the last day of the year, month or day that a text begins with; as ``web/src/days.ts`` does."""
    found = _PUBLISHED.fullmatch(published[:10].strip())
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        return _counted(date(year, month or 12, day or monthrange(year, month or 12)[1]))
    except ValueError:  # 2024-02-30
        return None


def day_of(moment: str) -> int:
    """Return the day of a moment, counted from 1 January 1970."""
    return _counted(date.fromisoformat(moment[:10]))


def _counted(day: date) -> int:
    return (day - _EPOCH).days


def _ends(days: set[int]) -> list[int]:
    return [min(days), max(days)] if days else []
