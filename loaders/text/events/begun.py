"""The days of a dispatch: begun on Monday and published on Tuesday, it says "today" and "Tuesday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.dates import parse as parse_edtf

_OVERNIGHT = timedelta(days=2)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


_THAT_DAY = re.compile(r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening))\b")
"""Such words count from the day on which a dispatch was begun."""


def _day(published: str) -> date | None:
    when = parse_edtf(published) if published else None
    return when.earliest if when is not None and when.earliest == when.latest else None


def overnight(begun: str, published: str) -> str:
    """Return the day of publication where the dispatch was begun at most two days before, else the day it was begun."""
    first, last = _day(begun), _day(published)
    soon = first is not None and last is not None and first < last <= first + _OVERNIGHT
    return published if soon else begun


def reckoned_from(sentence: str, begun: str, published: str) -> str:
    """The day that a sentence reckons from: of a dispatch begun on Monday and published on Tuesday, "Tuesday"."""
    last = _day(published)
    named = last is not None and _WEEKDAYS[last.weekday()] in sentence
    return published if named and _THAT_DAY.search(sentence) is None else begun
