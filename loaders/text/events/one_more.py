"""The day of one more contact told right after one that has a day: "He also met X", "Later, she called on Y"."""

from __future__ import annotations

import re
from datetime import timedelta

from kg.dates import parse as parse_edtf
from loaders.text.clause.frame import Frame
from loaders.text.events.drafts import Draft
from loaders.text.lexis.distances import DAY_LENGTH, PAIR
from loaders.text.when import When

_MORE = "also|separately|later|subsequently|thereafter|afterwards?|additionally|earlier"
_ONE_MORE = re.compile(
    rf"^(?:\W*(?:{_MORE}|first|firstly|secondly|finally|in addition|after that|prior to that"
    r"|following this|on the same occasion)\b"
    rf"|.*\b(?:{_MORE}|next)(?: \S+){{1,5}}$)"
)
_BEGINS = re.compile(
    r"^\W*(?:(?:in|at|during) (?:an?other|an? (?:later|further|similar|separate)) (?:[\w-]+ ){0,2}?"
    r"(?:meeting|talks|encounter|session)\b"
    r"|(?:an?other|a separate|a further|a similar) (?:[\w-]+ ){0,2}?(?:meeting|encounter)\b"
    r"|(?:after|following) (?:the|their|this|that) (?:[\w-]+ ){0,2}?"
    r"(?:meeting|talks|discussions|audience|call)\b ?,"
    r"|(?:next|then|meanwhile)\b)"
)
"""What a sentence begins with that tells one more: "In a separate meeting, ", "Another meeting was held with"."""
_NOT_THEN = re.compile(
    r"\b(?:has|have|had)(?: (?:\w+ly|also|earlier|later|since|already))* "
    r"(?:met|held|spoken|visited|called|received|hosted|discussed|made|paid|phoned|talked|taken|given|signed|been)\b"
    r"|\bwhere\b|\b(?:earlier|later) (?:this|that|in)\b"
    r"|\b(?:after|before) (?:being|taking|he|she)\b"
    r"|\b(?:ago|last|recent(?:ly)?|previous(?:ly)?|past|years?|months?|weeks?)\b"
)
_NEWS = timedelta(days=6)
_FAMILIES = ("contact", "call")
_ACTS = ("letter", "other")
"""Read "received a message from X on Monday. Earlier, she met Y"."""


def day_of_one_more(frame: Frame, draft: Draft, last: Draft | None, today: str) -> When | None:
    """Return the day of the contact told of last, where this is told as one more of that day."""
    if last is None or last.date is None or draft.family not in _FAMILIES or last.family not in (*_FAMILIES, *_ACTS):
        return None
    if draft.status != "held" or frame.present or frame.passage.spoken or "m" in frame.lx.codes:
        return None
    if not 0 <= frame.passage.paragraph - last.passages[-1].paragraph <= PAIR or not _has_one_of(draft, last):
        return None
    words = frame.lx.lower(frame.span[0], frame.at + 1)
    told = _ONE_MORE.match(words) is not None or _BEGINS.match(frame.lx.lower(0, frame.at + 1)) is not None
    one_more = told and _NOT_THEN.search(frame.lx.lower(0, len(frame.lx))) is None
    return last.date if one_more and is_news(last.date, today) and not _is_elsewhere(frame, last) else None


def lends_day(draft: Draft, today: str) -> bool:
    """Whether what is told next as one more may have been on the day of this: of an act, where that is news."""
    if draft.status != "held" or draft.date is None:
        return False
    return draft.family in _FAMILIES or (draft.family in _ACTS and is_news(draft.date, today))


def _is_elsewhere(frame: Frame, last: Draft) -> bool:
    """Read "met X in Beijing today. Earlier, he met Y in Tehran": on another day, perhaps."""
    here, there = (frame.places[0].place if frame.places else None), last.place
    return here is not None and there is not None and here.country != there.country


def _has_one_of(draft: Draft, last: Draft) -> bool:
    """Whether one who was at the other contact is at this."""
    return not last.named.isdisjoint(draft.named)


def is_news(date: When, today: str) -> bool:
    """Whether it is a day of the week before a text was written."""
    day, told = parse_edtf(date.edtf).earliest, parse_edtf(today).latest if today else None
    if len(date.edtf) != DAY_LENGTH or day is None or told is None:
        return False
    return timedelta() <= told - day <= _NEWS
