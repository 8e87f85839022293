"""A telling of a visit to one draft for each country that is visited."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from kg.vocabulary import is_country, resolve_side
from loaders.text.clause.frame import Frame
from loaders.text.clause.places import Where
from loaders.text.events.drafting import Drafting
from loaders.text.events.drafts import Draft
from loaders.text.events.host_counterpart import with_counterpart
from loaders.text.events.lasting import lasting
from loaders.text.events.legs import begins_tour
from loaders.text.events.standing import SEATS
from loaders.text.events.table_rows import RULE as ROW
from loaders.text.lexis.gazetteer import Place
from loaders.text.when import Direction, When, find_dates
from loaders.text.who.party import Party

_INVITATION = re.compile(
    r"\b(?:at|on|upon|accepting|following|after|with|under|through) (?:(?:the|an?) )?(?:\w+ )?invitation"
    r" (?:of|by|from|(?:extended|issued|sent) by)"
    r" (?:the )?(?:(?:his|her|their) (?:[a-z]+ ){0,2})?(?:(?:mr|mrs|ms|dr|hon|h\.e)\.? )*$",
    re.IGNORECASE,
)
_INVITED = 60
"""Characters before one who invites in which that is said."""
_BESIDE = 12
"""Characters between a place and its own day."""
_SETTLED = re.compile(r"\b(?:announc|agree|decid|confirm|propos|discuss|condemn|critici)\w*")
"""Read "The visit was announced on Monday"."""


_TRAVELLING = frozenset({"delegation", "team", "mission", "lawmakers", "group"})


def _visited(journey: Draft) -> str:
    return journey.place.country if journey.place is not None else ""


class Visiting(Drafting):
    """Drafts the visits of a text."""

    def _invites(self, party: Party) -> bool:
        """Read "at the invitation of Vice-President X": of the country that is visited."""
        if not (party.office or party.capacity):
            return False
        return _INVITATION.search(self._source.text, max(0, party.start - _INVITED), party.start) is not None

    def _with_delegation(self, frame: Frame, parties: list[Party], journey: Draft | None) -> list[Party]:
        """Read "The delegation will meet the Speaker" after "lawmakers of Peru arrived": those who travel."""
        parties = with_counterpart(frame, parties, journey)
        first = frame.actors[0] if frame.actors else None
        known = first is not None and first.kind == "group" and first.determiner == "the" and not first.sides
        if first is None or journey is None or not known or frame.lx.lows[first.last - 1] not in _TRAVELLING:
            return parties
        span = frame.lx.starts[first.first], frame.lx.ends[first.last - 1]
        sides = [party.side for party in journey.parties if party.side and party.side != _visited(journey)]
        return (
            [*parties, Party(sides[0], *span, None, frame.lx.lows[first.last - 1], "", "official", 1, True)]
            if sides
            else parties
        )

    def _at_home(self) -> Place | None:
        """Where a newspaper is at home, which writes no datelines for what happens there."""
        paper = self._resolver.paper if self._source.kind == "article" else ""
        return Place("", "", paper) if paper else None

    def _here(self, frame: Frame) -> Place | None:
        """Where the text was written, unless it says that the visit was to another country."""
        here = self._layout.dateline or self._at_home()
        told = {where.place.country for where in frame.places}
        return here if here is not None and (not told or (here.city and told == {here.country})) else None

    def _is_of_journey(self, frame: Frame) -> bool:
        """Read "the trip, starting on Friday", "she arrives on Friday": nothing is said of where to."""
        if frame.kind != "visit" or frame.places or frame.hosts:
            return False
        return not (frame.here and (self._layout.dateline or self._at_home()))

    def _days_of_journey(self, frame: Frame, direction: Direction) -> When | None:
        """The days that a sentence gives for a journey, not that on which it was announced."""
        date, lx = self._date(frame, direction), frame.lx
        end = max(lx.ends[frame.at], date.start) if date is not None else lx.end
        return None if _SETTLED.search(self._source.text, lx.ends[frame.at], end) is not None else lasting(frame, date)

    def _days_of_places(self, frame: Frame, base: Draft) -> list[When | None]:
        """Read "visits Oslo on Monday and Stockholm on Tuesday": the day of each, where each has one behind it."""
        if len(frame.places) <= 1:
            return []
        if begins_tour(frame, base.date):
            return [base.date] + [None] * (len(frame.places) - 1)
        ends = [where.start for where in frame.places[1:]] + [frame.lx.end]
        direction: Direction = "future" if frame.status in ("planned", "proposed") else "past"
        found = [
            find_dates(self._source.text, self._today, where.end, end, direction)[:1]
            for where, end in zip(frame.places, ends, strict=True)
        ]
        beside = [
            one[0] if one and one[0].start - where.end <= _BESIDE else None
            for where, one in zip(frame.places, found, strict=True)
        ]
        if all(found) and beside[-1] is not None:
            return [one[0] for one in found]
        return beside if beside[0] is not None and any(beside[1:]) else []  # the rest of the legs have none

    def _visits(self, frame: Frame, base: Draft) -> list[Draft]:
        """Return the visits that one telling is of."""
        if not base.sides and self._may_be_of_a_firm(frame, base):
            return []
        if frame.rule.startswith("dispatch"):  # who sends others stays at home
            base = replace(base, parties=[Party(p.side, p.start, p.end) for p in base.parties if p.side])
        base.hosts += [p for p in base.parties if p.side and self._invites(p)]
        if len(base.sides) > 1 and (placed := _between_sides(frame, base)) is not None:
            return [placed]
        self._come_here(frame)
        frame.places = _without_lands_of_cities(frame.places)
        days = self._days_of_places(frame, base) or [base.date] * len(frame.places)
        told = (
            self._visit_to(frame, replace(base, date=day), where) for where, day in zip(frame.places, days, strict=True)
        )
        return [one for one in told if one is not None]

    def _may_be_of_a_firm(self, frame: Frame, base: Draft) -> bool:
        """Read "President Hill, who was in Oslo to address a conference": of no state."""
        of_state = any(party.rank not in ("head", "other", "") for party in base.parties)
        return not of_state and frame.rule.startswith(("stay", "return"))

    def _come_here(self, frame: Frame) -> None:
        """Read "arrived here": where the text was written."""
        if not frame.here or (here := self._here(frame)) is None:
            return
        begin, end = self._layout.dateline_span
        word = frame.lx.starts[frame.at], frame.lx.ends[frame.at]
        frame.places = [Where(frame.at, "to", here, *((begin, end) if begin < end else word))]

    def _visit_to(self, frame: Frame, base: Draft, where: Where) -> Draft | None:
        """Return the visit to one place; none to one's own country, or to where others are only met."""
        country, span = _host_of(where.place), (where.start, where.end)
        if where.place.city in SEATS and frame.lx.lows[frame.at] == "arriving":
            return None  # "met X after arriving in Geneva": it is no visit to the Swiss
        if len(base.sides) > 1 and country in {host.side for host in base.hosts}:
            return replace(base, place=where.place, place_span=span)
        if country in base.sides or not country:
            return None
        for inviting in (p for p in base.parties if not p.side and self._invites(p)):
            inviting.give_side(country)
        return replace(
            base,
            parties=[*base.parties, Party(country, *span)],
            place=where.place,
            place_span=span,
            passages=list(base.passages),
            statuses=list(base.statuses),
        )


@cache
def _host_of(place: Place) -> str:
    """The state of a place, or the body whose headquarters it is."""
    name, _, house = place.name.rpartition(" ")
    return (resolve_side(name) if house == "Headquarters" else None) or place.country


def _between_sides(frame: Frame, base: Draft) -> Draft | None:
    """Read a visit whose sides are told, and whose place is the host's or that of a table's row."""
    if not frame.places and base.hosts:
        host = base.hosts[0]
        if not host.side or not is_country(host.side):
            return base
        return replace(base, place=Place("", "", host.side), place_span=(host.start, host.end))
    if frame.rule != ROW:
        return None
    if not frame.places:
        return base
    where = frame.places[0]
    return replace(base, place=where.place, place_span=(where.start, where.end))


def _without_lands_of_cities(places: list[Where]) -> list[Where]:
    """Read "a visit to Lima, in the Republic of Peru": the state says where the city is."""
    if len(places) <= 1:
        return places
    cities = {one.place.country for one in places if one.place.city}
    return [one for one in places if one.place.city or one.place.country not in cities]
