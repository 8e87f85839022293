"""Journeys seen to be one when their days are known: "left on the 22nd, ending a visit that began on the 20th"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.dates import parse as parse_edtf
from loaders.text.events.around import NEAREST
from loaders.text.events.drafts import Draft, same
from loaders.text.events.headed_ahead import without_headed_ahead
from loaders.text.events.joining import join
from loaders.text.events.told_ahead import without_told_ahead
from loaders.text.lexis.distances import DAY_LENGTH

_AHEAD_OF = re.compile(r"\b(?:ahead of|before|prior to|in the run-up to) (?:his|her|their|the)\b[^.;]*$")
_COMES = re.compile(
    r"[^.;]{0,120}? (?:comes|takes place|is being made|is taking place) (?:at|on|upon|in|amid|as|after)\b"
)
"""How what is to come is spoken of in the present."""
_COMING = ("arrive", "land", "travel")
"""How the rules begin that tell of coming somewhere."""
_LONGEST = 3
"""Days after an arrival on which one is still there."""
_REACH = 80
"""Characters before a visit in which it is said that it was still ahead."""


def without_told_twice(text: str, events: Sequence[Draft], today: str) -> list[Draft]:
    """Join a journey to an earlier one of the same sides and days; ``today`` is the day of the text, or empty."""
    kept: list[Draft] = []
    for event in without_told_ahead(text, without_headed_ahead(text, events)):
        one = next((other for other in kept[-NEAREST:] if _is_one_journey(text, other, event, today)), None)
        if one is None:
            kept.append(event)
            continue
        stretch = (
            event.date if event.date is not None and ("/" in event.date.edtf or _is_there(event, one)) else one.date
        )
        if _has_set_out(one, event):
            one.status = "held"
        join(one, event)
        one.date = stretch
    return kept


def _is_one_journey(text: str, one: Draft, other: Draft, today: str) -> bool:
    """Whether both are journeys of the same sides on the same days, or the one arrives for the days of the other."""
    if not one.kind == other.kind == "visit" or one.sides != other.sides:
        return False
    if one.status == "held" and other.status == "planned" and _of_one_person(one, other):
        return _was_ahead(text, one, other) or _is_begun(one, other, today)
    if (of_it := _is_said_of_it(text, one, other)) or one.date is None or other.date is None:
        return of_it
    if "/" in one.date.edtf and one.date.edtf == other.date.edtf:
        return same(one, other)
    return _of_one_person(one, other) and _are_days_of_one(one, other, one.date.edtf)


def _are_days_of_one(one: Draft, other: Draft, first: str) -> bool:
    """Whether the days of two journeys of one person, the first on these days, may be those of one."""
    if _is_there(one, other) or _is_there(other, one) or _has_set_out(one, other):
        return True
    arrival, stay = (other, one) if "/" in first else (one, other)
    return one.status == other.status and _is_arrival_for(arrival, stay)


def _is_said_of_it(text: str, one: Draft, other: Draft) -> bool:
    """Read "X's first visit to Oslo since taking office comes at the invitation of", of a journey to come."""
    if one.status != "planned" or other.status != "held" or not other.rule.endswith("noun"):
        return False
    loose = other.date is None or len(other.date.edtf) < DAY_LENGTH
    comes = _COMES.match(text, other.at[1], other.passages[0].end) is not None
    return loose and comes and _in_one_state(one, other) and _of_one_person(one, other)


def _was_ahead(text: str, one: Draft, other: Draft) -> bool:
    """Read "said earlier, ahead of his visit to Oslo," of one who has arrived there."""
    told = other.date is None and _in_one_state(one, other)
    return told and _AHEAD_OF.search(text, max(other.passages[0].start, other.at[0] - _REACH), other.at[0]) is not None


def _is_begun(one: Draft, other: Draft, today: str) -> bool:
    """Read "has arrived in Oslo. He had said he would visit Norway from 24 to 28 May", written on the 24th."""
    if one.date is not None or other.date is None or "/" not in other.date.edtf or not today:
        return False
    days, day = parse_edtf(other.date.edtf), parse_edtf(today).earliest
    if day is None or days.earliest is None or days.latest is None:
        return False
    return _in_one_state(one, other) and days.earliest <= day <= days.latest


def _has_set_out(one: Draft, other: Draft) -> bool:
    """Read "will go to Oslo on Tuesday for a two-day visit. He left on Tuesday": what was to begin then has begun."""
    if (one.status, other.status) != ("planned", "held") or one.date is None or other.date is None:
        return False
    day = other.date.edtf
    return len(day) == DAY_LENGTH and one.date.edtf.partition("/")[0] == day and _in_one_state(one, other)


def _in_one_state(one: Draft, other: Draft) -> bool:
    return one.place is not None and other.place is not None and one.place.country == other.place.country


def _is_arrival_for(arrival: Draft, stay: Draft) -> bool:
    """Read "arrived in Oslo on 14 May" of one whose visit is from 15 to 17 May: there, and a day before at most."""
    if arrival.date is None or stay.date is None or "/" not in stay.date.edtf or "/" in arrival.date.edtf:
        return False
    day, days = parse_edtf(arrival.date.edtf), parse_edtf(stay.date.edtf)
    if day.earliest is None or day.earliest != day.latest or days.earliest is None or days.latest is None:
        return False
    near = (day.earliest - days.earliest).days >= -1 and day.earliest <= days.latest
    return near and (arrival.place is None or stay.place is None or arrival.place.country == stay.place.country)


def _is_there(arrival: Draft, stay: Draft) -> bool:
    """Read "On 9 May, Y received X, who is in Oslo on a visit. X arrived on 8 May": the stay of that arrival."""
    if not (arrival.status == stay.status == "held" and stay.rule.startswith("stay") and _in_one_state(arrival, stay)):
        return False
    if arrival.date is None or stay.date is None or not arrival.rule.startswith(_COMING):
        return False
    came, day = parse_edtf(arrival.date.edtf).earliest, parse_edtf(stay.date.edtf).earliest
    days = len(arrival.date.edtf) == len(stay.date.edtf) == DAY_LENGTH
    return days and came is not None and day is not None and 0 <= (day - came).days <= _LONGEST


def _of_one_person(one: Draft, other: Draft) -> bool:
    """Whether somebody who is named is on both."""
    people = [party.person for party in one.parties if party.person is not None]
    return any(party.person is known for party in other.parties for known in people)
