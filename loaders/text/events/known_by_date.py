"""A contact of before that a text knows by its day: "their September meeting", "since their call of 4 April"."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.dates import parse as parse_edtf
from loaders.text.clause.frame import Frame
from loaders.text.events.drafts import Draft
from loaders.text.lexis.distances import FAR, NEAR
from loaders.text.when import When

_THEIRS = re.compile("[h'][mn,]*m[mn,]*[xaB]?$")
_SEVERAL = re.compile(
    r"\b(?:(?:several|many|numerous|three|four|five) times(?! an? )|repeatedly|on (?:several|many) occasions)\b"
)
_IN = frozenset({"in", "at", "during", "since", "after", "following", "from"})
_TO_COME = frozenset({"will", "would", "upcoming"})
_DAYS, _MONTHS = timedelta(days=3), timedelta(days=60)


def is_of_several(frame: Frame) -> bool:
    """Read "spoke several times last week": not the one contact that a text is on."""
    return _SEVERAL.search(frame.lx.lower(*frame.span)) is not None and "-noun" not in frame.rule


def is_owned(frame: Frame, date: When) -> bool:
    """Read "his July trip", "President X's May call": a day that says which is meant."""
    return date.modifier and _THEIRS.search(frame.lx.codes, max(0, frame.at - FAR), frame.at) is not None


def is_where_done(frame: Frame) -> bool:
    """Read "in their September meeting, X welcomed": what was done there is told as past."""
    before = frame.lx.lows[max(0, frame.at - NEAR - 1) : frame.at]
    return not _IN.isdisjoint(before) and _TO_COME.isdisjoint(frame.lx.lows)


def is_known_by_date(frame: Frame, date: When | None, published: str) -> bool:
    """Whether the noun of a frame is that of another contact, days before what the text is on."""
    if date is None or not published or not is_owned(frame, date):
        return False
    return _is_before(date, published, _DAYS)


def is_long_before(date: When | None, published: str) -> bool:
    """Whether a day is months before that of the text."""
    return date is not None and published != "" and _is_before(date, published, _MONTHS)


def is_another_event(event: Draft, draft: Draft, *, official: bool) -> bool:
    """Whether a day months before the text says that a telling is of another event than one told without a day."""
    if official and is_headed(event):
        return draft.place is not None and draft.place.city != ""  # "we met in Riga a year ago"
    return not official and not draft.definite and event.family in ("contact", "call", "visit")


def is_headed(event: Draft) -> bool:
    """Whether a headline tells of an event: in an official text a day months before is of what was spoken of then."""
    return event.passages[0].role == "headline"


def _is_before(date: When, published: str, by: timedelta) -> bool:
    last, told = parse_edtf(date.edtf).latest, parse_edtf(published).earliest
    return last is not None and told is not None and told - last > by
