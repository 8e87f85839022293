"""The dates that a sentence names, on the side of the publication that its tense says."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.dates import parse as parse_edtf
from kg.model import Source
from loaders.text.clause.frame import Frame
from loaders.text.events.begun import overnight, reckoned_from
from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.when import Direction, When, find_dates, may_name_dates

_WAS_TO = re.compile(r"\b(?:was|were) (?:(?:due|scheduled|set|expected|slated) )?to\b")
"""Read "was due to arrive on Monday": the nearest Monday, on whichever side of the publication."""
_EXPECTED = "expected to"
"""As near ahead as behind, that is to come."""
_CAME_TO_NOTHING = ("cancelled", "postponed")
_STILL_DUE = re.compile(r"\b(?:planned|due|scheduled|slated|set) (?:for|to)\b")
_TO_HAVE_BEEN = re.compile(
    r"\b(?:had been|had (?:\w+ )?(?:planned|intended|hoped|wanted|meant)|would have"
    r"|(?:did not|never|failed to) (?:go ahead|take place|took place|happen|materiali[sz]e|come about)"
    r"|to have (?:been|met|visit|taken|begun|held|travel|gone|flown)\w*)\b"
)
_CALLED_OFF = re.compile(r"\b(?:cancel+ed|cancel+ing|postpon(?:ed|ing)|called off|put off|scrapped|delayed|deferred)\b")
"""The day that stands beside it is that of the decision: "on Friday postponed a visit"."""
_TODAY = ("today", "yesterday", "tomorrow")
_IN_APPOSITION = re.compile(r"\s?[,(]?\s?(?:(?:on|the)\s)?")
"""What stands between "today" and its date: "today, 8 May", "today (8 May)", "yesterday, on 7 May"."""
_LATE = 31
"""Days that a page may be published after it was written."""

_YEARS_AGO = 400
"""Days after which nothing is told in the present any more."""


class SentenceDates:
    """Finds the dates of a sentence."""

    def __init__(self, source: Source, day: str = "") -> None:
        self._source = source
        self._today = day or source.published
        self._published = overnight(self._today, source.published)

    def _dates(self, frame: Frame, direction: Direction) -> list[When]:
        """The dates of the sentence; of what came to nothing, those nearest to the publication on either side of it."""
        lx, text = frame.lx, self._source.text
        if not may_name_dates(text, lx.start, lx.end):
            return []
        published = self._reckoned_from(text[lx.start : lx.end])
        nearest = frame.status == "planned" and _WAS_TO.search(lx.lower(max(0, frame.at - NEAR), frame.at)) is not None
        if not nearest and frame.status not in _CAME_TO_NOTHING:
            return find_dates(text, published, lx.start, lx.end, direction)
        past = find_dates(text, published, lx.start, lx.end, "past")
        ahead = find_dates(text, published, lx.start, lx.end, "future")
        pairs = list(zip(past, ahead, strict=False)) if len(past) == len(ahead) else []
        if nearest:
            return [
                self._nearer(*pair, due=1 if _EXPECTED in text[lx.start : lx.end] else -1) for pair in pairs
            ] or past
        both = [self._meant(*pair, text[lx.start : lx.end]) for pair in pairs] or past
        told = text[lx.starts[0] : lx.starts[frame.at]]
        before = max((lx.starts[0] + found.end() for found in _CALLED_OFF.finditer(told)), default=-1)
        after = _CALLED_OFF.search(text, lx.ends[frame.at], lx.end)
        return [one for one in both if one.start >= before and (after is None or one.start < after.end())]

    def _reckoned_from(self, sentence: str) -> str:
        """The day that a sentence reckons from: of a dispatch begun on Monday and published on Tuesday, "Tuesday"."""
        return reckoned_from(sentence, self._today, self._published)

    def _meant(self, past: When, ahead: When, words: str) -> When:
        """What is put off is ahead where the words say that it is planned, not that it was to have been."""
        due = _STILL_DUE.search(words) is not None and _TO_HAVE_BEEN.search(words) is None
        return ahead if due and ahead.rule.startswith("weekday") else self._nearer(past, ahead)

    def _nearer(self, past: When, ahead: When, due: int = -1) -> When:
        published = parse_edtf(self._today).earliest if self._today else None
        was, will = parse_edtf(past.edtf).latest, parse_edtf(ahead.edtf).earliest
        if published is None or was is None or will is None or "-" not in past.edtf:
            return past
        return ahead if (will - published).days <= (published - was).days + due else past

    def _is_long_past(self, date: When) -> bool:
        """Whether a date is of years ago: what is told in the present is of now."""
        day, published = parse_edtf(date.edtf), parse_edtf(self._published) if self._today else None
        if published is None or published.earliest is None or day.latest is None:
            return False
        return (published.earliest - day.latest).days > _YEARS_AGO

    def _is_future(self, date: When, *, today: bool = False) -> bool:
        if not self._today:
            return False
        day, published = parse_edtf(date.edtf), parse_edtf(self._published)
        if day.earliest is None or published.latest is None:
            return False
        return day.earliest > published.latest or (today and day.earliest == day.latest == published.latest)


def without_weekdays_named_again(text: str, dates: list[When]) -> list[When]:
    """Return of "Monday, 8 May" and "today, 8 May" only the second: it says more."""
    again = {one.start for one, other in pairwise(dates) if _is_said_again(text, one, other)}
    return [one for one in dates if one.start not in again]


def _is_said_again(text: str, one: When, other: When) -> bool:
    """Whether a day of the week, or today, stands right before its date: what is published later says today too."""
    between = text[one.end : other.start]
    if one.rule.startswith("weekday"):
        return len(between) <= PAIR and ";" not in between
    named = one.rule in _TODAY and other.kind == "absolute" and _IN_APPOSITION.fullmatch(between) is not None
    return named and _is_near(one, other)


def _is_near(one: When, other: When) -> bool:
    """Whether two days are few enough apart for the one to have been today when the other was written."""
    first, second = parse_edtf(one.edtf).earliest, parse_edtf(other.edtf).earliest
    return first is not None and second is not None and abs((first - second).days) <= _LATE
