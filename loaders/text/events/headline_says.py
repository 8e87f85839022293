"""The day and place that only the headline gives: "Official visit to Finland (13-15 May)", "Talks in Oslo"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Source
from loaders.text.events.drafts import Draft
from loaders.text.events.leads import day_of_lead
from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import gazetteer
from loaders.text.when import Direction, find_dates

_NAMES = {
    "contact": r"meets?|met|meeting|talks|hold\w*|held|summit|consultations|negotiations|dialogue|discuss\w*|receiv\w+"
    r"|confer\w*|encounter|calls? on",
    "visit": r"visit\w*|trip|tour\w*|travel\w*|arriv\w*|stay|to|in|heads?",
    "call": r"calls?|phone\w*|telephone\w*|conversation|speaks?|spoke|talks?",
    "agreement": r"sign\w*|agreement|accord|deal|pact|treaty|memorandum|mou|ink\w*",
}
"""The words of a headline that say it is of an event of a family."""
_OTHER = re.compile(
    r"\b(?:since|after|ahead|before|following|until|say\w*|said|anniversary|press|statement|remarks|interview"
    r"|next|previous|last|call(?:s|ed)? for|urge\w*)\b",
    re.IGNORECASE,
)
_PHRASE = (
    r" (?:(?-i:[A-ZÀ-Þ])[\w.’'-]*|to|in|with|between|and|of|the|for|his|her|counterpart|talks|an?|official|state"
    r"|working)"
)
"""Words of the phrase of whom or what the event was with."""
_TO_COME = re.compile(r"\b(?:will|would|to|due|plan\w*|scheduled|expected|set|next|tomorrow|\w+s|announce\w*)\b")
_WILL = re.compile(r"\b(?:will|is to|are to|(?:due|set|scheduled|expected) to)\b")
_PLACED = re.compile(r"\b(?:in|at) $")
_FIRST = 2
"""Paragraphs in which a text tells of what its headline is of."""


def take_from_lead(source: Source, today: str, events: Sequence[Draft], passages: Sequence[Passage]) -> None:
    """Give what only the headline tells of the one day that the first sentence of the text has."""
    lead = next((one for one in passages if one.role == "body"), None)
    for event in events:
        headed = all(one.role == "headline" for one in event.passages) and event.date is None
        if lead is not None and headed and event.status in ("held", "", "planned") and _tells(source.text, event, lead):
            if event.status == "planned" and _TO_COME.search(source.text, lead.start, lead.end) is None:
                continue  # "arrived to meet officials", and then whom he met
            direction: Direction = "future" if event.status == "planned" else "past"
            day = day_of_lead(source.text, find_dates(source.text, today, lead.start, lead.end, direction), lead)
            fits = day is not None and (day.edtf >= today if direction == "future" else day.edtf <= today)
            if day is not None and direction == "past" and _WILL.search(source.text, lead.start, day.start) is not None:
                continue  # "will meet again on Saturday"
            event.date = day if fits else None


def _tells(text: str, event: Draft, lead: Passage) -> bool:
    """Whether the first sentence has a word for what the headline tells, in some form."""
    names = _NAMES.get(event.family)
    return names is None or re.search(rf"\b(?:{names})\b", text[lead.start : lead.end], re.IGNORECASE) is not None


def take_from_headline(source: Source, today: str, events: Sequence[Draft], passages: Sequence[Passage]) -> None:
    """Give the first event of a text, where it lacks a day or a place, those that its headline has."""
    head = passages[0] if passages and passages[0].role == "headline" else None
    if head is None:
        return
    text = source.text[head.start : head.end]
    for family, first in _first_of_each(events).items():
        names = _NAMES[family]
        lacks_day = first.date is None and first.status not in ("cancelled", "postponed", "denied")
        lacks_place = first.place is None and family in ("contact", "agreement")
        if not (lacks_day or lacks_place) or first.passages[0].paragraph > _FIRST or _OTHER.search(text):
            continue
        if re.search(rf"\b(?:{names})\b", text, re.IGNORECASE) is None:
            continue
        if lacks_day:
            _day(source, today, first, head, names)
        if lacks_place:
            _place(source, first, head, names)


def _first_of_each(events: Sequence[Draft]) -> dict[str, Draft]:
    """The first event of each family that headlines have words for."""
    found: dict[str, Draft] = {}
    for event in events:
        if event.family in _NAMES:
            found.setdefault(event.family, event)
    return found


def _day(source: Source, today: str, event: Draft, head: Passage, names: str) -> None:
    """Read "visit to Finland on 20 May", not "an agreement to find what led to the crash on 20 May"."""
    direction: Direction = "future" if event.status in ("planned", "proposed") else "past"
    dates = find_dates(source.text, today, head.start, head.end, direction)
    if len(dates) == 1 and not dates[0].modifier:
        before = source.text[head.start : dates[0].start]
        own = re.search(rf"\b(?:{names})\b(?:{_PHRASE})*[,:]? ?[(\[]?(?:(?:on|from|in|for) )?$", before, re.IGNORECASE)
        follows = dates[0].edtf > today and not event.rule.endswith("noun")  # "arrives, to begin a visit tomorrow"
        event.date = dates[0] if own is not None and not follows else None


def _place(source: Source, event: Draft, head: Passage, names: str) -> None:
    """Read "Talks in Oslo", "Ministers meet in Oslo on fish"."""
    for hit in gazetteer().find(source.text[head.start : head.end]):
        before = source.text[head.start : head.start + hit.start]
        near = re.search(rf"\b(?:{names})\b(?: [\w-]+){{0,3}} in $", before, re.IGNORECASE)
        if hit.term.place is not None and hit.term.place.city and _PLACED.search(before) and near:
            event.place, event.place_span = hit.term.place, (head.start + hit.start, head.start + hit.end)
            return
