"""Those who came along to a contact or on a journey that was told of before."""

from __future__ import annotations

from msgspec.structs import replace

from kg.model import Source
from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.events.around import NEAREST
from loaders.text.events.drafts import Draft, is_loose
from loaders.text.events.joining import add_party, is_inside
from loaders.text.events.retelling import Retelling
from loaders.text.events.vague import Vague
from loaders.text.layout.structure import Layout
from loaders.text.telling.opening_contacts import GATHERING
from loaders.text.who.parties import Resolver
from loaders.text.who.party import Party

_OF_STATES = frozenset({"envoy", "minister", "head", "deputy"})
_IN_OFFICE = _OF_STATES | {"senior"}
YEAR = 4
"""Characters of a date that say the year."""
NEAR_BY = 3
"""Events told of last: one of them may be what others came along to."""

_SITTINGS = frozenset({"meeting", "session", "talks", "discussions", "consultations"})
"""Read "also attended the meeting", which was no journey."""


class Company(Retelling):
    """Finds what those who came along came to."""

    def __init__(self, source: Source, layout: Layout, resolver: Resolver, home: str) -> None:
        super().__init__(source, layout, resolver, home)
        self._events: list[Draft] = []
        self._vague = Vague()

    def _earlier(self) -> list[Draft]:
        return [one for one in self._events[-NEAR_BY:] if one.family in ("contact", "call")]

    def _letters(self) -> list[Draft]:
        return [one for one in self._events[-NEAR_BY:] if one.kind == "letter"]

    def _add_companions(self, frame: Frame, parties: list[Party]) -> Draft | None:
        """Add who came along to what they came to; return the contact that has two sides only with them."""
        leads = self._resolver.parties(frame.lx, frame.leads)
        last = self._journey_of(leads) or self._attended(frame)
        if last is None:
            return self._begun_with(frame, parties)
        on_journey = last.kind == "visit" and (leads or _SITTINGS.isdisjoint(frame.lx.lows))
        if last.kind == "letter" or self._is_of_another_time(frame, last) or (last.kind == "visit" and not on_journey):
            return None  # nobody comes along to one; who was at a meeting was on no journey
        for party in parties:
            if not party.side and leads and leads[0].side:
                party.give_side(leads[0].side)
        self._take_day(frame, last)
        told_together = (
            event
            for event in self._events[-NEAREST:]
            if event.kind == last.kind and event.passages[-1] == last.passages[-1]
        )
        several = list(told_together)
        known = {id(one.person) for event in several for one in event.parties if one.person} if several[1:] else set()
        for event in several:
            for party in parties:
                if id(party.person) not in known and not _is_foreign(event, party):
                    add_party(event, party)  # not who is at one of several contacts, each its own
            event.parties = [one for one in event.parties if one.named or not _is_led(one, leads, parties)]
        return None

    def _take_day(self, frame: Frame, told: Draft) -> None:
        """Read "will meet next week. The meeting on Wednesday will be attended by X": which day of the week it is."""
        if frame.status != "planned" or told.status != "planned" or (told.date is not None and not is_loose(told.date)):
            return
        date = self._date(frame, "future")
        if date is not None and (told.date is None or is_inside(date.edtf, told.date.edtf)):
            told.date = date

    def _is_of_another_time(self, frame: Frame, told: Draft) -> bool:
        """Read "The forum was attended by X in 2015" of one that is to come, or was in another year."""
        if told.status in ("planned", "proposed"):
            return frame.status == "held" and not frame.present and self._date(frame, "past") is not None
        date = self._date(frame, "past") if told.date is not None and frame.status == "held" else None
        return date is not None and told.date is not None and date.edtf[:YEAR] != told.date.edtf[:YEAR]

    def _journey_of(self, leads: list[Party]) -> Draft | None:
        """Read "He will be accompanied by X" of one whose journey was told of: on it."""
        who = next((one.person for one in leads if one.person is not None), None)
        journeys = (one for one in reversed(self._events[-NEAREST:]) if one.kind == "visit" and who is not None)
        return next((one for one in journeys if any(party.person is who for party in one.parties)), None)

    def _begun_with(self, frame: Frame, parties: list[Party]) -> Draft | None:
        """Read "The Minister met ambassadors. The envoys of A and B took part": with them it has more sides."""
        told = self._vague.last_contact(frame.passage.paragraph)
        leading = frame.rule.startswith("lead-")  # whoever leads a side of a state is of it
        if told is None and not self._events and _are_of_states(parties, any_rank=leading):
            gathering = GATHERING.search(frame.lx.lower(0, len(frame.lx)))
            return self._draft(frame, parties) if gathering is not None else None
        if told is None or not self._may_come(told) or not {party.side for party in parties} - {"", *told.sides}:
            return None
        own = [party for party in told.parties if party.side]
        return replace(told, parties=[*own, *parties], passages=[*told.passages, frame.passage])

    def _may_come(self, told: Draft) -> bool:
        """Whether a contact with one side was one that others come to: chaired, or with officials of no side told."""
        return told.convened or any(not one.side and one.rank in _OF_STATES for one in told.parties)

    def _attended(self, frame: Frame) -> Draft | None:
        """The contact told of last that others can have been at: no call for a summit to come, no summit in passing."""
        summit = "summit" in frame.lx.lows
        told = [*self._events[-NEAR_BY:], *filter(None, [self._recent])]
        held = (one for one in reversed(told) if one.family == "contact" and (one.kind == "summit") == summit)
        there = next((one for one in held if one.status in ("held", "")), None)
        return there or (self._summit_told() if summit else self._recent)

    def _summit_told(self) -> Draft | None:
        """Read "the summit was attended by" after contacts on its margins: the summit, though it was yet to begin."""
        of_many = (one for one in reversed(self._events[-NEAREST:]) if one.kind == "summit")
        return next(of_many, self._recent)


def _are_of_states(parties: list[Party], *, any_rank: bool) -> bool:
    """Read "The meeting was attended by President X of Peru and Minister Y of Chile": a contact of the two."""
    named = (one for one in parties if one.person is not None and (any_rank or one.rank in _IN_OFFICE))
    return len({one.side for one in named if is_country(one.side)}) > 1


def _is_foreign(event: Draft, party: Party) -> bool:
    """Read "He came to the forum. It was attended by X": not on his journey, unless a body sent those who came."""
    of_body = any(one.side and not is_country(one.side) for one in event.parties)
    return event.kind == "visit" and not of_body and party.side not in ("", *event.sides)


def _is_led(party: Party, leads: list[Party], leaders: list[Party]) -> bool:
    """Read "held talks, with the Peruvian side led by X": X is told in place of the side."""
    led = any((one.start, one.end) == (party.start, party.end) for one in leads)
    return led and any(one.named and one.side == party.side for one in leaders)
