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
    """Move contacts to come, on a day of the week before the journey, to that day of the next, where it is then."""
    if len(today) != DAY_LENGTH:
        return
    for number, event in enumerate(events):
        day = _day_of_week(event)
        if day is None or (str(day) != today and event.family != "contact"):
            continue
        if any(_is_then(day + _WEEK, event, visit) for visit in told_before(events, number)):
            event.date = event.date._replace(edtf=str(day + _WEEK)) if event.date is not None else None


def _day_of_week(event: Draft) -> date | None:
    """The day of a contact to come of which no more than its name is told."""
    when = event.date
    if event.status not in _AHEAD or when is None or len(when.edtf) != DAY_LENGTH:
        return None
    return date.fromisoformat(when.edtf) if when.rule == "weekday-after-published" else None


def _is_then(day: date, event: Draft, visit: Draft) -> bool:
    """Whether a day is one of those of a journey to come, on which one of those who meet goes to the other."""
    if visit.kind != "visit" or visit.status not in _AHEAD or visit.sides != event.sides or visit.date is None:
        return False
    if event.place is not None and visit.place is not None and event.place.country != visit.place.country:
        return False  # "will visit Oslo on 28 March. He will see X in Lima on Monday"
    days = parse_edtf(visit.date.edtf)
    if days.earliest is None or days.latest is None:
        return False
    last = days.latest if days.latest > days.earliest else days.earliest + _LONGEST
    return day - _WEEK < days.earliest <= day <= last
