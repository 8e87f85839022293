"""The day and the city in which a guest speaks in the first sentence: "The border will open, X said in Oslo on Friday".

What is told next of his visit, and of whom he met, was then and there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Source
from kg.vocabulary import is_country
from loaders.text.events.drafts import Draft
from loaders.text.events.on_stay import is_of_another_time
from loaders.text.lexis.distances import DAY_LENGTH, NEAR, PAIR
from loaders.text.lexis.gazetteer import Place, gazetteer
from loaders.text.telling.clauses import ClauseReader
from loaders.text.when import When, find_dates
from loaders.text.who.person import Person

_SAID = re.compile(
    r"(?<!, )\b(?:said|told|announced|declared|stated|stressed|pledged|(?:news|press) conference)\b[^;.]{0,60}\Z"
)
_IN = re.compile(r"\b(?:in|at) (?:the [\w-]+ (?:city|resort|town|capital) (?:of )?)?\Z")
_LONG = re.compile(r"\b(?:\w+[- ]days?|days?)[ -](?:\w+ ){0,2}(?:visit|trip|tour|stay)\b")
_SAID_ANYTHING = re.compile(r"\b(?:said|told|announced|declared|stated|stressed|pledged|conference)\b")


def date_where_said(source: Source, today: str, readers: Sequence[ClauseReader], events: Sequence[Draft]) -> None:
    """Give a guest's visit and contacts without a day those of the first sentence, in which he speaks."""
    lead = next((reader for reader in readers[:PAIR] if reader.passage.role == "body"), None)
    if (
        lead is None
        or source.kind == "readout"
        or _SAID_ANYTHING.search(source.text, lead.passage.start, lead.passage.end) is None
    ):
        return
    day, where = _day(source, today, lead), _place(source.text, lead)
    if day is None or where is None:
        return
    guests = {
        id(one.person)
        for one in lead.actors
        if isinstance(one.person, Person) and is_country(one.person.side) and one.person.side != where[0].country
    }
    for event in events:
        if _is_there(source.text, lead, event, guests, where[0]):
            event.date = day
            if event.place is None or not event.place.city:
                event.place, event.place_span = where


def _day(source: Source, today: str, lead: ClauseReader) -> When | None:
    """The one day of a sentence, where it is that on which something was said."""
    begin, end = lead.passage.start, lead.passage.end
    dates = find_dates(source.text, today, begin, end, "past")
    if len(dates) != 1 or len(dates[0].edtf) != DAY_LENGTH or dates[0].modifier or dates[0].edtf > today:
        return None
    return dates[0] if _SAID.search(source.text, begin, dates[0].start) is not None else None


def _place(text: str, lead: ClauseReader) -> tuple[Place, tuple[int, int]] | None:
    """The only city that the sentence says something was in."""
    begin, end = lead.passage.start, lead.passage.end
    found = [
        (hit.term.place, (begin + hit.start, begin + hit.end))
        for hit in gazetteer().find(text[begin:end])
        if hit.term.place is not None and hit.term.place.city and _IN.search(text, begin, begin + hit.start) is not None
    ]
    return found[0] if len(found) == 1 else None


def _is_there(text: str, lead: ClauseReader, event: Draft, guests: set[int], place: Place) -> bool:
    """Whether an event told next is a guest's visit to the country, or a contact with its people."""
    first = event.passages[0]
    if event.family not in ("contact", "visit") or event.date is not None or event.status not in ("held", ""):
        return False
    near = 0 <= first.paragraph - lead.passage.paragraph <= NEAR and first.start >= lead.passage.start
    if not near or event.earlier or event.background or is_of_another_time(text, event):
        return False
    long = event.kind == "visit" and _LONG.search(text, first.start, first.end) is not None
    there = event.place is None or event.place.country == place.country
    own = not guests.isdisjoint(event.named)
    return own and there and not long and place.country in event.sides
