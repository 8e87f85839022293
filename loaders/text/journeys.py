"""Journeys told of: who meets on one, meets there and then, and those met are at home there."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.dates import parse as parse_edtf
from kg.vocabulary import is_country
from loaders.text.distances import DAY_LENGTH
from loaders.text.drafts import Draft
from loaders.text.party import Party
from loaders.text.when import Direction, When

_DURING = re.compile(
    r"\b(?:[Dd]uring|[Ii]n the course of|[Oo]n|[Ww]hile on) (?:his|her|their|the|this) (?:[\w-]+ ){0,3}?"
    r"(?:visit|stay|trip|tour)\b"
)
_ARRIVED = re.compile(r"\b(?:[Aa]fter|[Oo]n|[Uu]pon|[Ff]ollowing) (?:his|her|their|the) arrival\b")
_NEVER = ("cancelled", "postponed", "denied")
_FAR = 6
"""Paragraphs after a journey in which those met without a state are still those of the place."""


class Journeys:
    """The journeys of a text so far."""

    def __init__(self, text: str, *, official: bool) -> None:
        self._text = text
        self._official = official
        self._told: list[Draft] = []

    def remember(self, draft: Draft) -> None:
        """Take note of a journey that a text begins to tell of."""
        if draft.kind == "visit":
            self._told.append(draft)

    def dated(self, days: Callable[[Direction], When | None]) -> None:
        """Give the journey told of last its days, if a later sentence has them: "the trip, starting on Friday,"."""
        visit = self._told[-1] if self._told else None
        if visit is None or visit.date is not None or visit.status in _NEVER:
            return
        date = days("future" if visit.status in ("planned", "proposed") else "past")
        visit.date = date if date is not None and len(date.edtf) >= DAY_LENGTH else None

    def settle(self, draft: Draft) -> None:
        """Give a contact on a journey the place, the day and the host's side that the text leaves unsaid."""
        fitting = [one for one in reversed(self._told) if _is_on(draft, one)]
        visit = next((one for one in fitting if one.place and one.place.country in draft.sides), None)
        visit = visit or next(iter(fitting), None)
        if draft.family != "contact" or draft.rule.startswith("discuss") or visit is None or visit.place is None:
            return
        passage = draft.passages[0]
        distance = passage.paragraph - visit.passages[-1].paragraph
        if distance <= _FAR and not self._official:  # in an official text they may be companions
            _house(draft, visit)
        during = _DURING.search(self._text, passage.start, passage.end) is not None
        arrived = _ARRIVED.search(self._text, passage.start, passage.end) is not None
        named = visit.date is not None and visit.date.kind != "relative"
        during = during or (visit.status == draft.status == "planned" and distance <= _FAR and named)
        if not (during or arrived or distance <= 1) or not draft.sides <= visit.sides:
            return
        if visit.status != draft.status and not during:
            return
        if draft.place is None:
            draft.place, draft.place_span = visit.place, visit.place_span
        if draft.date is None and draft.place.country == visit.place.country:
            draft.date = visit.date if during else _first_day(visit.date) if arrived else _one_day(visit)


def _is_on(draft: Draft, visit: Draft) -> bool:
    """Whether a traveller meets others, where he travels to or where nothing says."""
    travellers = {id(p.person) for p in visit.parties if p.person is not None}
    if visit.status in ("cancelled", "postponed", "denied") or not any(
        id(p.person) in travellers for p in draft.parties
    ):
        return False
    return draft.place is None or visit.place is None or draft.place.country == visit.place.country


def _house(draft: Draft, visit: Draft) -> None:
    """Those who hold an office of no state that is told are of the state that is visited."""
    travellers = [p.person for p in visit.parties if p.person is not None]
    unsided = [p for p in draft.parties if _may_be_host(p) and all(p.person is not one for one in travellers)]
    if visit.place is None or not is_country(visit.place.country) or visit.place.country in draft.sides:
        return
    for party in unsided:
        party.side = visit.place.country
        if party.person is not None:
            party.person.side = party.side


def _may_be_host(party: Party) -> bool:
    return not party.side and party.person is not None and bool(party.office or party.capacity)


def _one_day(visit: Draft) -> When | None:
    return visit.date if visit.date is not None and len(visit.date.edtf) == DAY_LENGTH else None


def _first_day(date: When | None) -> When | None:
    if date is None or len(date.edtf) < DAY_LENGTH:
        return None
    first = parse_edtf(date.edtf).earliest
    return date._replace(edtf=str(first)) if first is not None else None
