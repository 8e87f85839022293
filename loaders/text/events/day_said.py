"""The day of what only says on what occasion something was said: "X affirmed on Monday ... This came during a call"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Source
from loaders.text.clause.said_then import begins_so
from loaders.text.events.drafts import Draft
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.telling.clauses import ClauseReader
from loaders.text.telling.stays import Stays
from loaders.text.when import When, find_dates

_APART = 4
"""Characters between two sentences side by side."""
_IN_TALKS = re.compile(
    r"(?:In|During|At) (?:(?:an?|his|her|their|the) )?(?:(?!last|earlier|previous|next)[\w-]+ ){0,2}?"
    r"(?:meeting|talks|conversation|discussions) (?:here )?with\b[^;]{3,160}?"
    r" (?:said|told|added|stressed|noted|expressed|pledged|called)\b"
)
"""Read "X said on Monday that. In talks with Y, X said": what he said, he said there."""
_VERB = re.compile(r"\b(?:\w{3,}ed|said|told|spoke|says|made|gave)\b")
_IN_CLAUSE = re.compile(r"\b(?:who|which|that|after|before|since|until|by|for) (?:\w+ ){0,3}\Z")
"""Read "said that on Monday", "called for an answer by Monday": the day of something else."""
_ON = re.compile(r"(?:\bon |\A|[,\s])\Z", re.IGNORECASE)


def date_by_saying(source: Source, today: str, readers: Sequence[ClauseReader], events: Sequence[Draft]) -> None:
    """Give such a contact without a day the one on which the sentence before says that it was said."""
    loose = [one for one in events if one.date is None and _only_says_when(source.text, one)]
    before = {one.passage.start: one.previous for one in readers} if loose else {}
    for event in loose:
        start = _first_told(event)
        said = before.get(start)
        if said is None or start - said.passage.end > _APART:
            continue
        if begins_so(source.text, start) or _speaks(said, event):
            event.date = _day(source.text, today, said.passage)


def _first_told(event: Draft) -> int:
    """Where the first sentence below the headline that tells of an event begins."""
    return next((one.start for one in event.passages if one.role == "body"), event.passages[0].start)


def _only_says_when(text: str, event: Draft) -> bool:
    held = event.family in ("contact", "call") and event.status in ("held", "")
    start = _first_told(event)
    told = begins_so(text, start) or _IN_TALKS.match(text, start) is not None
    return held and told and not event.earlier and not event.background


def _speaks(said: Stays, event: Draft) -> bool:
    """Whether he who speaks first in a sentence is one of those who met."""
    first = next((one.person for one in said.actors if one.person is not None), None)
    return id(first) in event.named


def _day(text: str, today: str, said: Passage) -> When | None:
    """The only day of a sentence, where it is that of its only verb."""
    begin, end = said.start, said.end
    dates = find_dates(text, today, begin, end, "past")
    one = dates[0] if len(dates) == 1 else None
    if one is None or len(one.edtf) != DAY_LENGTH or one.modifier or one.edtf > today:
        return None
    apart = _IN_CLAUSE.search(text, begin, one.start) is not None
    verbs = len(_VERB.findall(text, begin, one.start))
    return one if not apart and verbs <= 1 and _ON.search(text, begin, one.start) is not None else None
