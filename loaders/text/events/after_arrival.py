"""Days of the week that a journey told before puts a week on.

Read "will visit Oslo on Wednesday. He is expected to meet X on Thursday", published on a Thursday: the one after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kg.dates import parse as parse_edtf
from loaders.text.events.around import told_before
from loaders.text.events.drafts import Draft
from loaders.text.lexis.distances import DAY_LENGTH

_WEEK = timedelta(days=7)
_LONGEST = timedelta(days=4)
"""How long after the first day of a journey, whose last is not told, one meets there."""
_AHEAD = ("planned", "proposed")


def put_after_arrival(today: str, events: Sequence[Draft]) -> None:
    """Move contacts to come from the day of publication to that day of the next week, where the journey is then."""
    if len(today) != DAY_LENGTH:
        return
    later = date.fromisoformat(today) + _WEEK
    for number, event in enumerate(events):
        when = event.date
        if event.status not in _AHEAD or when is None or (when.edtf, when.rule) != (today, "weekday-after-published"):
            continue
        if any(_is_then(later, event, visit) for visit in told_before(events, number)):
            event.date = when._replace(edtf=str(later))


def _is_then(day: date, event: Draft, visit: Draft) -> bool:
    """Whether a day is one of those of a journey to come, on which one of those who meet goes to the other."""
    if visit.kind != "visit" or visit.status not in _AHEAD or visit.sides != event.sides or visit.date is None:
        return False
    days = parse_edtf(visit.date.edtf)
    if days.earliest is None or days.latest is None:
        return False
    last = days.latest if days.latest > days.earliest else days.earliest + _LONGEST
    return day - _WEEK < days.earliest <= day <= last
