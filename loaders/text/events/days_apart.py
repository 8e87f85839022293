"""The day of one contact by that of another: "met X on Thursday, two days after talks with Y", "a day after a vote"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from kg.dates import parse
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import DAY_LENGTH, VERY_FAR
from loaders.text.when import When, find_dates
from loaders.text.who.sides import number_of

_EXACT = r"(?<!less than )(?<!more than )(?<!nearly )(?<!almost )(?<!about )(?<!around )(?<!over )(?<!within )"
_NUMBER = r"an?|one|the|two|three|four|five|six|seven|eight|nine|ten|[1-9]\d?"
_COUNT = (
    rf"\b(?:(?:{_EXACT}(?P<count>{_NUMBER}) days?|(?:\w+ )?(?:days|weeks?|months?|years?))"
    r" (?P<way>after|before|ahead of)|(?P<eve>on the eve of))"
)
_APART = re.compile(rf"{_COUNT}(?: [\w.'’-]+){{0,10}}(?: ,(?: [\w.'’-]+){{1,5}} ,)?$")
_OTHERS = re.compile(
    rf"(?:{_COUNT}|\b(?P<same>hours|minutes|moments) after)(?! which\b)(?: [^\s,;]+){{0,12}} (?:on )?\Z",
    re.IGNORECASE,
)
"""Read "met X a day after the vote on Sunday", "hours after Sunday's vote": what it is counted from has a day."""
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


_CAME = re.compile(
    r"^(?:the|his|her|their|its|this|these) (?:[\w-]+ ){0,2}?(?:announcement|statements?|decision|moves?|remarks"
    r"|comments"
    r"|news|report|warning|order|step|measures?|declaration|disclosure|pledge|ban|vote|raid|attack|strikes?) "
    r"(?:came|comes?|was (?:made|announced|taken)|were made|follow(?:s|ed))\b"
)
_DONE_ON = re.compile(
    r"\b(?:said|says|announced|confirmed|told|disclosed|declared|tweeted|posted|[a-z]{3,}ed)\b[^.;,\n]{0,60}\Z"
)
_BACK = 600
"""Characters before such a sentence in which what came then is told with its day."""


def counted_from_before(text: str, today: str, frame: Frame) -> When | None:
    """Return the day of "The announcement came a day after X met Y", counted from the day told in a sentence before."""
    lx, at = frame.lx, frame.at
    if _CAME.match(lx.lower(0, at)) is None or "m" in lx.codes:
        return None
    apart = _APART.search(lx.lower(max(0, at - VERY_FAR), at))
    if apart is None or apart["count"] is None:
        return None
    begin = max(0, lx.start - _BACK, text.rfind("\n\n", 0, text.rfind("\n\n", 0, lx.start)))
    told = [one for one in find_dates(text, today, begin, lx.start, "past") if len(one.edtf) == DAY_LENGTH]
    days = [one for one in told if not one.modifier and _DONE_ON.search(text, begin, one.start) is not None]
    return _moved(days[-1], apart, back=apart["way"] == _EARLIER) if days else None


def counted_from(text: str, frame: Frame, dates: Sequence[When]) -> When | None:
    """Return the day of "met X a day after the vote on Sunday", "A day after the vote on Sunday, X met Y"."""
    lx, at = frame.lx, frame.lx.starts[frame.at]
    for date in dates:
        begin = max(lx.start if date.start < at else lx.ends[frame.at], date.start - _REACH)
        apart = _OTHERS.search(text, begin, date.start) if len(date.edtf) == DAY_LENGTH else None
        opens = apart is not None and (date.start > at or (apart.start() == lx.start and "," in text[date.end : at]))
        if apart is not None and opens and (apart["count"] or apart["eve"] or apart["same"]):
            return _moved(date, apart, back=apart["way"] != _EARLIER)
    return None


def _moved(date: When, apart: re.Match[str], *, back: bool) -> When:
    """The day so many days before or after another."""
    day = parse(date.edtf).earliest
    if day is None or apart.groupdict().get("same"):
        return date
    number = number_of((apart["count"] or "one").lower()) * (-1 if back else 1)
    return date._replace(edtf=(day + timedelta(days=number)).isoformat(), rule=f"{date.rule}{_MOVED}")
