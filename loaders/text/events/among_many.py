"""The day of contacts told one by one after all of them: "On Tuesday X met several leaders. In his talks with Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft
from loaders.text.events.joining import take_place
from loaders.text.lexis.distances import DAY_LENGTH

_MANY = re.compile(
    r"\b(?:met|meets|received|receives|hosted|held (?:[\w-]+ ){0,3}(?:meetings|talks))\b(?: separately)?(?: with)? "
    r"(?:(?:a number of|some|several|other|many|various|foreign|visiting|world|the|his|her) ){1,3}"
    r"(?:leaders|(?:foreign )?ministers|counterparts|heads of \w+|envoys|ambassadors|officials|dignitaries|guests)\b"
)
_ONE_OF_THEM = re.compile(r"\b(?:[Dd]uring|[Ii]n|[Aa]t) (?:his|her|their|an?|the) (?:[\w-]+ ){0,2}(?:meeting|talks)\b")
_REACH = 12
"""Paragraphs after that sentence in which those whom he met are told of."""


def date_among_many(text: str, events: Sequence[Draft]) -> None:
    """Give such contacts, which have no day, the day and the place of the whole."""
    for event, near in with_neighbours(events):
        if not _is_bare(text, event):
            continue
        told = (one for one in near if one.date is not None and len(one.date.edtf) == DAY_LENGTH)
        whole = next((one for one in told if _tells_of_all(text, one, event)), None)
        if whole is None:
            continue
        event.date = whole.date
        if event.place is None:
            take_place(event, whole)


def _is_bare(text: str, event: Draft) -> bool:
    """Whether a contact that was held has neither day nor place, and is told of in passing."""
    first = event.passages[0]
    bare = event.family == "contact" and event.status == "held" and event.date is None
    return bare and _ONE_OF_THEM.search(text, first.start, first.end) is not None


def _tells_of_all(text: str, one: Draft, event: Draft) -> bool:
    """Whether a contact told of before, of the same person, is told of together with others."""
    first, last = one.passages[0], event.passages[0]
    before = one is not event and first.start < last.start and last.paragraph - first.paragraph <= _REACH
    if not before or one.family != "contact" or one.status != "held" or one.named.isdisjoint(event.named):
        return False
    return any(_MANY.search(text, passage.start, passage.end) is not None for passage in one.passages)
