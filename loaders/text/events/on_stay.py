"""Where a contact was that is told of right after a stay: "is in Oslo for a summit. On Tuesday he met X"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.dates import parse as parse_edtf
from loaders.text.events.drafts import Draft
from loaders.text.lexis.distances import DAY_LENGTH, PAIR

_GONE = re.compile(
    r"\b(?:left|leav\w+|depart\w*|return\w*|came back|back (?:home|from)|conclud\w+|end(?:s|ed|ing)?|wrapp?\w*"
    r"|complet\w+|following|after|before|recent\w*|previous\w*|last|earlier|had)\b"
)
_ANOTHER_TIME = re.compile(
    r"\b(?:[Ll]ast|[Rr]ecent\w*|[Pp]revious\w*|ago|since|already|years?|months?|weeks?|before|ahead of"
    r"|after (?:returning|leaving)"
    r"|first|earlier(?! (?:today|in the day|on|that day))"
    r"|had (?:met|held|spoken|visited|received|hosted|talks)|phone|telephone|call(?!ed on)|video\w*|virtual\w*"
    r"|online)\b"
)
_AROUND = 60
"""Characters on either side of a word."""
_LONGEST = timedelta(days=3)
_TO_COME = ("planned", "proposed")


def is_on_stay(text: str, published: date | None, draft: Draft, visit: Draft) -> bool:
    """Whether a contact was, or is to be, where a journey told of just before takes one of those who meet."""
    stay, told = visit.passages[-1], draft.passages[0]
    if not 0 <= told.paragraph - stay.paragraph <= PAIR or told == stay or draft.earlier or told.role != "body":
        return False
    if told.spoken or len(draft.sides) < PAIR or visit.place is None:
        return False
    if visit.status in _TO_COME and draft.status not in _TO_COME:
        return False
    over = _GONE.search(text, stay.start, stay.end) is not None or is_of_another_time(text, draft)
    return not over and _is_then(published, draft, visit)


def is_of_another_time(text: str, draft: Draft) -> bool:
    """Whether the sentence that tells of a contact speaks of another time, or of people who were not together."""
    told = draft.passages[0]
    return _ANOTHER_TIME.search(text, told.start, told.end) is not None


def is_by_another_time(text: str, draft: Draft) -> bool:
    """Whether the words around the one that tells of a contact do: "Trade has grown for years," he said after talks."""
    told, (begin, end) = draft.passages[0], draft.at
    quoted = max(text.rfind(mark, told.start, begin) for mark in '"”')
    start = max(told.start, begin - _AROUND, quoted)
    return _ANOTHER_TIME.search(text, start, min(told.end, end + _AROUND)) is not None


def is_soon_after(draft: Draft, other: Draft, *, same_day: bool) -> bool:
    """Whether a contact, where the days of both are known, was on the day of another, or in the next days."""
    if draft.date is None:
        return True
    if other.date is None:  # "is attending a summit": now
        return draft.date.kind == "relative" and len(draft.date.edtf) == DAY_LENGTH
    one, before = parse_edtf(draft.date.edtf), parse_edtf(other.date.edtf)
    if one.earliest is None or before.earliest is None or before.latest is None or one.earliest != one.latest:
        return False
    return before.earliest <= one.earliest <= before.latest + (timedelta() if same_day else _LONGEST)


def _is_then(published: date | None, draft: Draft, visit: Draft) -> bool:
    """Whether the day of a contact, where both are known, is one of those of a journey, or of the next few."""
    if draft.date is None:
        return visit.status not in _TO_COME or draft.status in _TO_COME
    met = parse_edtf(draft.date.edtf).earliest if len(draft.date.edtf) == DAY_LENGTH else None
    came = parse_edtf(visit.date.edtf) if visit.date is not None else None
    if met is None or (came is not None and came.earliest is None):
        return False
    if came is None or came.earliest is None:
        return published is not None and abs(met - published) <= _LONGEST
    last = came.latest if came.latest is not None and came.latest > came.earliest else came.earliest + _LONGEST
    return came.earliest <= met <= last
