"""What is under way when a text is written, and what it says is still ahead: days that the tense alone misplaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dates import parse as parse_edtf
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import NEAR
from loaders.text.when import When

_ARRIVAL = re.compile(
    r"\b(?:[Oo]n|[Uu]pon|[Aa]fter|[Ff]ollowing) (?:(?:his|her|their|the) )?(?:arrival|landing|return)\b[^.;]{0,40}$"
)
_GOING_ON = re.compile(
    r"\b(?:is|are) (?:(?:also|now|currently|both) )?"
    r"(?:paying|making|undertaking|holding|having|visiting|touring|on an?)\b"
)
_OF_CAPTION = re.compile(r"(?<=, )[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d")
_OPENS = re.compile(r"\b(?:opens?|begins?|starts?|kicks? off|gets? under way)\b[^;]*$")
_LATER = re.compile(r"later (?:this|in the) (?!day|afternoon|evening|morning)")
_WILL_NOT = frozenset({"will", "won't", "won’t"})
_TO_COME = ("planned", "proposed")
_REACH = 60
"""Characters before a day in which the word "arrival" may stand."""


def is_under_way(frame: Frame, date: When, today: str) -> bool:
    """Read "is paying a two-day visit beginning Tuesday", written on Wednesday: of days that have begun."""
    if today and date.edtf == today and _OPENS.search(frame.lx.text, frame.lx.starts[frame.at], date.start) is not None:
        return True  # "The summit opens on Tuesday", written on Tuesday
    going_on = _GOING_ON.search(frame.lx.lower(frame.span[0], frame.at + 1)) is not None
    if not going_on or not today:
        return False
    if date.edtf == today:
        return True  # "who is visiting Oslo, met X on Tuesday", written on Tuesday
    if "/" not in date.edtf:
        return False
    days, day = parse_edtf(date.edtf), parse_edtf(today)
    if days.earliest is None or days.latest is None or day.earliest is None or day.latest is None:
        return False
    return days.earliest < day.earliest and day.latest <= days.latest


def is_ahead(frame: Frame) -> bool:
    """Whether days of a telling lie ahead: of what is to come, and of "will not meet on Friday"."""
    before = frame.lx.lows[max(0, frame.at - NEAR) : frame.at]
    return frame.status in _TO_COME or (frame.status == "denied" and not _WILL_NOT.isdisjoint(before))


def is_of_arrival(text: str, date: When | None) -> bool:
    """Read "On his arrival on Tuesday, ministers welcome": the present tells of what was."""
    return date is not None and _ARRIVAL.search(text, max(0, date.start - _REACH), date.start) is not None


def is_of_caption(text: str, date: When) -> bool:
    """Read "X shakes hands with Y in Lima, capital of Peru, May 9, 2017": a picture, told in the present."""
    return _OF_CAPTION.match(text, date.start) is not None


def is_later_on(text: str, date: When) -> bool:
    """Read "later this month": ahead, whatever the tense."""
    return _LATER.match(text, date.start) is not None


def by_the_end(text: str, frame: Frame, dates: Sequence[When]) -> list[When]:
    """Read "will visit Oslo before the end of the year": the time in which what is to come falls."""
    if frame.status not in ("planned", "proposed"):
        return []
    at = frame.lx.starts[frame.at]
    ends = (one for one in dates if one.start > at and one.lead in ("before", "by"))
    return [one for one in ends if text.startswith(("end", "close"), one.start)][:1]
