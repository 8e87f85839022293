"""The days of each leg of a journey to several states: "From 20 to 24 May ... In Finland, on 20-21 May, she will"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Source
from loaders.text.clause.frame import Frame
from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft
from loaders.text.events.told_later import is_within
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.lexis.gazetteer import Hit, gazetteer
from loaders.text.when import Direction, When, find_dates

_BEFORE_DAY = re.compile(r"[,:]? ?\(?(?:(?:on|from|between|for|during) )?(?:the )?(?:period )?")
"""What may stand between a place and the days there: "in Finland on 20-21 May", "Denmark (22 May)"."""
_AFTER_DAY = re.compile(r"(?:(?!\b(?:before|after)\b)[^.;\n]){0,60}?\b(?:in|to|visit|visits|visiting) (?:the )?")
"""What may stand between the days and the place: "On 22 May she travels on to Denmark"."""
_TOUR = re.compile(r"\b(?:tour|visits to|(?:nation|country|state|stop|leg) (?:visit|trip|journey|swing|mission))\b")
_SET_OUT = re.compile(r"\b(?:embark\w*|sets? (?:out|off)|depart\w*|left|leaves?|leaving)\b(?: [^ ,;]+){0,8}$")
_OPENS_AT = re.compile(r"\W*(?:(?:While|When) )?(?:[Ii]n|[Aa]t) (?:the )?")
_GOING = ("planned", "held", "")
_REACH = 3000
"""Characters after the journey is told of in which its legs are."""


def date_legs(source: Source, today: str, events: Sequence[Draft]) -> None:
    """Give the visits of one journey, which share its days, those that the text has for each."""
    for first, near in with_neighbours(events):
        whole = first.date
        legs = [one for one in near if _are_together(first, one)]
        if whole is not None and "/" in whole.edtf and len(legs) > 1:
            _date(source, today, [one for one in legs if one.date == whole], whole)


def _are_together(one: Draft, other: Draft) -> bool:
    """Whether both are of one journey: told in one sentence, with the same days, or some of them known already."""
    if one.kind != "visit" or other.kind != "visit" or one.date is None or other.date is None:
        return False
    same_days = one.date == other.date or is_within(other.date, one.date)
    return same_days and one.passages[0] == other.passages[0]


def date_stops(text: str, events: Sequence[Draft]) -> None:
    """Read "will visit Norway. While in Oslo on 17-18 May, she will meet X": a stop without days has those there."""
    for visit, near in with_neighbours(events):
        if visit.kind != "visit" or visit.date is not None or visit.place is None or visit.status not in _GOING:
            continue
        met = (one for one in near if one.family == "contact" and _is_at_stop(text, one, visit))
        contact = next(met, None)
        visit.date = contact.date if contact is not None else None


def _is_at_stop(text: str, contact: Draft, visit: Draft) -> bool:
    """Whether the sentence of a contact begins with the place of a journey and the days there."""
    first, place, when = contact.passages[0], contact.place, contact.date
    if place is None or when is None or visit.place is None or place.country != visit.place.country:
        return False
    if contact.status != visit.status or visit.named.isdisjoint(contact.named) or visit.at[0] > first.start:
        return False
    opens = _OPENS_AT.fullmatch(text, first.start, contact.place_span[0]) is not None
    return opens and _BEFORE_DAY.fullmatch(text, contact.place_span[1], when.start) is not None


def _date(source: Source, today: str, legs: Sequence[Draft], whole: When) -> None:
    begin = legs[0].passages[0].end
    end = min(len(source.text), begin + _REACH)
    direction: Direction = "past" if legs[0].status == "held" else "future"
    days = [one for one in find_dates(source.text, today, begin, end, direction) if is_within(one, whole)]
    if whole.kind == "relative":  # "next week", and a day on which X is met there
        days = [one for one in days if one.kind == "range"]
    hits = gazetteer().find(source.text[begin:end]) if days else ()
    for leg in legs:
        country = leg.place.country if leg.place is not None else ""
        told = (_days_at(source.text, begin, hit, days) for hit in hits if country and _country(hit) == country)
        leg.date = next(filter(None, told), leg.date)


def _days_at(text: str, begin: int, hit: Hit, days: Sequence[When]) -> When | None:
    start, end = begin + hit.start, begin + hit.end
    for day in days:
        if end <= day.start and _BEFORE_DAY.fullmatch(text, end, day.start):
            return day
        if day.end <= start and _AFTER_DAY.fullmatch(text, day.end, start):
            return day
    return None


def _country(hit: Hit) -> str:
    if hit.term.place is not None:
        return hit.term.place.country
    return hit.term.side if hit.term.code == "C" else ""


def begins_tour(frame: Frame, date: When | None) -> bool:
    """Read "left on Saturday for a tour of A, B and C": the day is that of the first."""
    if date is None or len(date.edtf) != DAY_LENGTH or frame.status not in ("held", "planned"):
        return False
    words = frame.lx.lower(0, frame.span[1])
    return _TOUR.search(words) is not None and (
        frame.rule.startswith("leave") or _SET_OUT.search(frame.lx.lower(0, frame.at)) is not None
    )


def sets_out(frame: Frame) -> bool:
    """Read "The delegation will visit A and B": those of the side whose text it is."""
    one = frame.actors[0] if len(frame.actors) == 1 else None
    if one is None or one.kind != "group" or one.sides or one.determiner not in ("the", "our"):
        return False
    return frame.lx.lows[one.last - 1] == "delegation" and frame.status in ("held", "planned")
