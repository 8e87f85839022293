"""What a headline tells in the present, and the text as to come: "Ministers meet in Lima. They will meet on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.events.drafts import Draft
from loaders.text.events.joining import take_place
from loaders.text.lexis.distances import PAIR

_PAST = re.compile(r"\b(?:met|held|began|spoke|flew|came|went|left|took|made|gave|(?<!un)[a-z]{3,}ed)\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:again|another|next|second|new|further|follow-up|later|also|after|following|resum\w+|return\w*|continu\w+)\b"
)


def without_headed_ahead(text: str, events: Sequence[Draft]) -> list[Draft]:
    """Leave out what a headline tells in the present where the first sentences tell the same as to come."""
    headed = [one for one in events[:PAIR] if _is_headed_now(text, one)]
    twice = [(one, ahead) for one in headed if (ahead := _ahead_of(text, one, events)) is not None]
    for one, ahead in twice:
        if ahead.place is None:
            take_place(ahead, one)
    return [event for event in events if all(event is not one for one, _ in twice)]


def _is_headed_now(text: str, event: Draft) -> bool:
    head = event.passages[0]
    alone = all(one.role == "headline" for one in event.passages) and event.status in ("held", "")
    return alone and not event.background and _PAST.search(text, head.start, head.end) is None


def _ahead_of(text: str, headed: Draft, events: Sequence[Draft]) -> Draft | None:
    """The first event that the body tells of, where it is the same and to come."""
    body = [one for one in events if one.passages[0].role == "body"]
    first = next((one for one in body if one.family == headed.family), None)
    if first is None or body[0].status in ("held", ""):
        return None
    if first.status != "planned" or first.sides != headed.sides or first.kind != headed.kind:
        return None
    begin, end = first.passages[0].start, first.passages[0].end
    if first.passages[0].paragraph > 1 or _ANOTHER.search(text, begin, end) is not None:
        return None
    places = {one.place.country for one in (first, headed) if one.place is not None}
    return first if len(places) <= 1 else None
