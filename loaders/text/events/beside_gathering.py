"""The day of a contact on the margins of a gathering of which the text has told, with its day, shortly before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.events.around import told_before
from loaders.text.events.drafts import Draft
from loaders.text.events.on_stay import is_of_another_time
from loaders.text.lexis.distances import NEAR

_MARGINS = re.compile(
    r"\b(?:[Oo]n|[Aa]t|[Ii]n) the (?:side-?lines?|margins?|fringes?)"
    r"(?: of (?:the|this|that)(?: (?:\d+\w\w|[a-z]+))? (?P<one>[a-z]+)(?=[.,;]|\s[a-z])|(?=[,;.]| she\b| he\b| they\b))"
    r"|\b(?:[Aa]side|[Aa]part) from the (?:main )?(?P<other>[a-z]+)\b"
)
_NOUNS = frozenset({"meeting", "summit", "conference", "session", "forum", "assembly", "gathering", "event", "talks"})


def date_beside_gathering(text: str, events: Sequence[Draft]) -> None:
    """Read "is at a meeting of the League on Monday. On the sidelines she will meet X": on the day of the gathering."""
    for number, event in enumerate(events):
        first = event.passages[0]
        if event.date is not None or event.family != "contact" or event.background or is_of_another_time(text, event):
            continue
        told = _MARGINS.search(text, first.start, first.end)
        if told is None or not {told["one"], told["other"]} - {None} <= _NOUNS:
            continue
        gathering = next((one for one in told_before(events, number) if _is_it(one, event)), None)
        event.date = gathering.date if gathering is not None else None


def _is_it(gathering: Draft, event: Draft) -> bool:
    """Whether an event told before has a day and is one that those who meet were at."""
    near = event.passages[0].paragraph - gathering.passages[-1].paragraph <= NEAR
    there = not gathering.named.isdisjoint(event.named)
    return (
        near and there and gathering.family == "contact" and gathering.kind != "visit"
        and gathering.date is not None and gathering.status == event.status
    )  # fmt: skip
