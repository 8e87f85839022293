"""The day of one contact by that of another: "met X on Thursday, two days after talks with Y"."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.dates import parse
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import DAY_LENGTH, VERY_FAR
from loaders.text.when import When
from loaders.text.who.sides import number_of

_APART = re.compile(
    r"\b(?P<count>a|an|one|the|two|three|four|five|six|\d) days? (?P<way>after|before)(?: [\w-]+){0,4}$"
)
_EARLIER = "after"
"""What comes after an event says that this event was the earlier one."""


def days_apart(frame: Frame, date: When) -> When:
    """Return the day of what a noun tells of, where a sentence says how many days it was before or after another.

    ``date`` is that of the other: a day, told before the noun. Any other date is returned as it is.
    """
    lx, at = frame.lx, frame.at
    if date.start > lx.starts[at] or len(date.edtf) != DAY_LENGTH:
        return date
    apart = _APART.search(lx.lower(max(0, at - VERY_FAR), at))
    day = parse(date.edtf).earliest
    if apart is None or day is None:
        return date
    days = timedelta(days=number_of(apart["count"]))
    moved = day - days if apart["way"] == _EARLIER else day + days
    return date._replace(edtf=moved.isoformat(), rule=f"{date.rule}+days-apart")
