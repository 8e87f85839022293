"""The day of one contact by that of another: "met X on Thursday, two days after talks with Y", "a day after a vote"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from kg.dates import parse
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import DAY_LENGTH, VERY_FAR
from loaders.text.when import When
from loaders.text.who.sides import number_of

_COUNT = (
    r"\b(?:(?:(?P<count>an?|one|the|two|three|four|five|six|\d) days?|(?:\w+ )?(?:days|weeks?|months?|years?))"
    r" (?P<way>after|before|ahead of)|(?P<eve>on the eve of))"
)
_APART = re.compile(rf"{_COUNT}(?: [\w.'’-]+){{0,10}}(?: ,(?: [\w.'’-]+){{1,5}} ,)?$")
_OTHERS = re.compile(rf"{_COUNT}(?! which\b)(?: [^\s,;]+){{1,12}} (?:on )?\Z", re.IGNORECASE)
"""Read "met X a day after the vote on Sunday": what the days are counted from stands before its day."""
_MOVED = "+days-apart"
_EARLIER = "after"
"""What comes after an event says that this event was the earlier one."""
_REACH = 120
"""Characters between what the days are counted from and the word before them."""


def days_apart(frame: Frame, date: When) -> When | None:
    """Return the day of what is told, where a sentence says how many days it was before or after another.

    ``date`` is that of the other: a day, told before the event, or after it where the sentence begins with the count.
    Of what was weeks before, or some days, no day is known. Any other date is returned as it is.
    """
    lx, at = frame.lx, frame.at
    if len(date.edtf) != DAY_LENGTH or date.rule.endswith(_MOVED):
        return date
    apart = _APART.search(lx.lower(max(0, at - VERY_FAR), at))
    if apart is None or apart["eve"] or (date.start > lx.starts[at] and not _opens(frame, apart, date)):
        return date
    return None if apart["count"] is None else _moved(date, apart, back=apart["way"] == _EARLIER)


def _opens(frame: Frame, apart: re.Match[str], date: When) -> bool:
    """Read "A day after meeting X, Y flew to Oslo on Tuesday"."""
    lx = frame.lx
    return apart.start() == 0 and frame.at <= VERY_FAR and "," in lx.text[lx.ends[frame.at] : date.start]


def counted_from(text: str, frame: Frame, dates: Sequence[When]) -> When | None:
    """Return the day of "met X a day after the vote on Sunday", "A day after the vote on Sunday, X met Y"."""
    lx, at = frame.lx, frame.lx.starts[frame.at]
    for date in dates:
        begin = max(lx.start if date.start < at else lx.ends[frame.at], date.start - _REACH)
        apart = _OTHERS.search(text, begin, date.start) if len(date.edtf) == DAY_LENGTH else None
        opens = apart is not None and (date.start > at or (apart.start() == lx.start and "," in text[date.end : at]))
        if apart is not None and opens and (apart["count"] or apart["eve"]):
            return _moved(date, apart, back=apart["way"] != _EARLIER)
    return None


def _moved(date: When, apart: re.Match[str], *, back: bool) -> When:
    """The day so many days before or after another."""
    day = parse(date.edtf).earliest
    if day is None:
        return date
    days = timedelta(days=number_of((apart["count"] or "one").lower()))
    return date._replace(edtf=(day - days if back else day + days).isoformat(), rule=f"{date.rule}{_MOVED}")
