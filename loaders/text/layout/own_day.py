"""The day on which a text was written, where its dateline, its headline or its last line says it."""

from __future__ import annotations

import re

from kg.dates import parse as parse_edtf
from kg.model import Source
from loaders.text.lexis.distances import DAY_LENGTH, MONTH_LENGTH, NEAR
from loaders.text.when import When, find_dates

_OF_HEADLINE = re.compile(r"(?:: |\(| [-–—] )(?=[^()\n]{0,14}\d)(?P<day>[^:()\n–—]{3,32}(?:19|20)\d\d)\)?\s*$")
"""Read the headline "PM call with President X: 9 May 2017"."""
_CLOSING = re.compile(r"(?:\n|^)(?P<line>[^\n]{6,60}(?:19|20)\d\d)[.\s]*\Z")
"""Read "New York, 9 May 2017" at the end."""
_IN_FRONT = re.compile(
    r"(?P<day>(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? (?:19|20)\d\d) ?[-–—:|]"
)
"""Read "Wednesday, 9 May 2017 - The President received": no place is told."""
_SMALL = re.compile(r"(?<![\w’'])(?!(?:of|the|and|on|st|nd|rd|th)\b)[a-z]+")
_OF_PRESS = re.compile(r",? (?:Press|Joint|Media|Information|Statement|Readout|QA)\b")
_CLOSED = frozenset({")", "]"})
_LAST = 80
"""Characters of a last line with the space behind it."""


def day_of_line(source: Source, start: int, end: int) -> str:
    """The day of a line, if it is one of the days before the publication: "ABU DHABI, 30th November, 2023 --".

    Where nobody knows the day of publication, a line that has the whole day tells it.
    """
    if start < 0 or 0 < len(source.published) < DAY_LENGTH:
        return ""
    dates = find_dates(source.text, source.published, start, end, "past")
    told = parse_edtf(dates[0].edtf).earliest if len(dates) == 1 and len(dates[0].edtf) == DAY_LENGTH else None
    if told is None:
        return ""
    published = parse_edtf(source.published[:DAY_LENGTH]).earliest if source.published else told
    return dates[0].edtf if published is not None and 0 <= (published - told).days <= NEAR else ""


def day_of_headline(source: Source, start: int, end: int) -> str:
    """The day with which a headline ends, set off by a colon, a dash or brackets."""
    told = _OF_HEADLINE.search(source.text, start, end)
    return day_of_line(source, *told.span("day")) if told is not None else ""


def day_in_front(source: Source, start: int, end: int) -> str:
    """The day that a paragraph begins with, set off from what it tells by a dash or a colon."""
    told = _IN_FRONT.match(source.text, start, end)
    return day_of_line(source, *told.span("day")) if told is not None else ""


def closing_day(source: Source) -> str:
    """The day of the last line, where that has nothing but names and a day."""
    begin = max(0, len(source.text) - _LAST)
    told = _CLOSING.search(source.text, begin)
    if told is None or _SMALL.search(told["line"]) is not None:
        return ""
    return day_of_line(source, *told.span("line"))


def is_day_of_issue(behind: str, date: When, today: str) -> bool:
    """Whether a date of a headline, with what is behind it, is when the text was given out.

    Read "13 October 2019, Press Release Regarding the Visit", and in that May "Ministry summons ambassador [May 2024]".
    """
    if _OF_PRESS.match(behind) is not None:
        return True
    return behind.strip() in _CLOSED and len(date.edtf) == MONTH_LENGTH and today.startswith(date.edtf)
