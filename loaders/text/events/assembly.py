"""Frames of a text to drafts of events, in the order they are told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from kg.model import Source
from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.clause.refused import Refused, Why
from loaders.text.events.accredited import settle_hosts_of_envoys
from loaders.text.events.alike import SUIT, does_the_same, is_like_nothing
from loaders.text.events.at_home import is_at_home, receives_own
from loaders.text.events.company import NEAR_BY, Company
from loaders.text.events.courtesies import is_courtesy
from loaders.text.events.denied_later import is_of_denied
from loaders.text.events.done_here import are_sent_home, with_side_here
from loaders.text.events.drafting import is_known
from loaders.text.events.drafts import Draft, Told, is_undated, same
from loaders.text.events.in_what_way import is_as_told, is_in_person, is_vague
from loaders.text.events.joining import join
from loaders.text.events.journeys import Journeys
from loaders.text.events.known_by_date import is_another_event, is_headed, is_long_before
from loaders.text.events.later_status import settle_later_status
from loaders.text.events.legs import sets_out
from loaders.text.events.one_journey import without_told_twice
from loaders.text.events.one_more import lends_day
from loaders.text.events.other_sentences import date_from_other_sentences
from loaders.text.events.outcomes import with_their_hosts, without_outcomes
from loaders.text.events.partner_alone import is_said_after, with_whose_it_is
from loaders.text.events.points import Points
from loaders.text.events.quoted_again import without_quoted_again
from loaders.text.events.roll import Roll, is_of_us_alone, is_only_talked_of
from loaders.text.events.spoken_of import is_in_passing, main_and_before, still_spoken_of
from loaders.text.events.standing import can_begin, drop_those_named, is_contact, settle_hosts
from loaders.text.events.table_rows import frame_of_row
from loaders.text.events.wholes import Wholes
from loaders.text.layout.listed import listed_states
from loaders.text.layout.structure import Layout, Passage
from loaders.text.lexis.distances import DAY_LENGTH, PAIR
from loaders.text.telling.clauses import ClauseReader
from loaders.text.who.cast import Cast
from loaders.text.who.named_states import NamedStates
from loaders.text.who.organs import Acting
from loaders.text.who.parties import Resolver
from loaders.text.who.party import Party

_CONTACTS = frozenset({"contact", "call"})
"""Families of which a telling may say the one and mean the other."""
_MEMORY = 200
"""How many of the events told of last a telling may be of: what is further off is told of anew."""
_OFTEN_UNSAID = frozenset({"sanction", "summons", "letter"})
"""What texts tell of without who did it, as it is their own side: "was sent", "was summoned"."""


class Assembly(Company):
    """Takes the frames of a text and puts its events together."""

    def __init__(self, source: Source, home: str, layout: Layout, cast: Cast, named: NamedStates) -> None:
        acting = Acting(named, layout.passages, home, cast.local)
        super().__init__(source, layout, Resolver(cast, home, acting, named), home)
        self._home, self._own, self._local = home, home or cast.paper, home or cast.local
        self._named = named
        self.refused: list[Refused] = []
        self._roll, self._points = Roll(self._resolver), Points(self._resolver)
        self._has_points = any(passage.listed for passage in layout.passages)
        self._journeys = Journeys(source.text, source.published, official=bool(home))
        self._whole = Wholes(source, home, self._resolver)

    def read(self, readers: Sequence[ClauseReader]) -> list[Draft]:
        """Return the events of the text that have two sides."""
        self._resolver.issued_by(self._whole.issuers(readers))
        for reader in readers:
            self._resolver.begin(reader.actors)
            self._agenda.note(reader)
            if (envoys := self._roll.of(reader)) is not None:
                self._take(envoys, [])
            if frames := self._frames(reader):
                self._tell(reader, frames)
            if self._has_points:
                self._points.note(reader, self._recent)
            self._resolver.remember(reader.lx, reader.actors)
        self._events = with_their_hosts(self._events)
        settle_hosts_of_envoys(self._source.text, self._events)
        settle_hosts(self._events, self._local)
        drop_those_named(self._events)
        settle_later_status(self._source.text, self._events, self._layout.passages)
        date_from_other_sentences(self._source, self._today, readers, self._events, self._layout.passages)
        self._events = without_told_twice(self._source.text, self._events, self._today)
        self._events = without_quoted_again(self._source.text, self._events)
        contacts = without_outcomes([event for event in self._events if self._is_contact(event)])
        contacts = self._whole.letter(readers, contacts) or self._whole.statement(readers)
        contacts = [*contacts, *self._whole.joint(readers, contacts)]
        contacts = [*self._whole.stance_before(readers, contacts), *contacts]
        for event in self._events:
            if not self._is_contact(event):
                self._refuse(event.at, event.passages[0], "one-side")
        self.refused.extend(one for reader in readers for one in reader.refused)
        return contacts

    def _is_contact(self, event: Draft) -> bool:
        return is_contact(event, self._own) and not is_at_home(event, self._named)

    def _tell(self, reader: ClauseReader, frames: list[Frame]) -> None:
        """Take what a sentence tells: what its main clause tells first."""
        main, opening = main_and_before(reader, frames)
        before, told = self._recent, list[Draft]()
        for frame in main:
            last = self._recent
            told.extend(self._tell_one(frame, []))
            self._recent = still_spoken_of(last, self._recent, passing=is_in_passing(reader, frame))
        contacts = [one for one in told if one.family in ("contact", "call")]
        after = self._recent
        for frame in opening:
            self._recent = before
            self._tell_one(frame, contacts)
            self._recent = after if contacts else still_spoken_of(after, self._recent, passing=True)

    def _tell_one(self, frame: Frame, apart: list[Draft]) -> list[Draft]:
        """Return the events that one telling is of: none of those ``apart``, unless all their sides are its own."""
        if frame.passage.spoken and is_only_talked_of(frame):
            self._refuse((frame.lx.starts[frame.at], frame.lx.ends[frame.at]), frame.passage, "in-speech")
            return []
        told, before = self._points.told(frame), self._points.before(frame, self._events[-_MEMORY:])
        for draft in self._drafts(frame):
            others = [*before, *(one for one in apart if one.sides != draft.sides)]
            told.extend(others)
            self._take(draft, told)
            told = [one for one in told if all(one is not other for other in others)]
        return told

    def _frames(self, reader: ClauseReader) -> list[Frame]:
        row = self._layout.rows.get(reader.passage.start)
        return reader.frames() if row is None else [*filter(None, [frame_of_row(reader, row)])]

    def _refuse(self, at: tuple[int, int], passage: Passage, why: Why) -> None:
        self.refused.append(Refused(*at, (passage.start, passage.end), why))

    def _drafts(self, frame: Frame) -> list[Draft]:
        if is_like_nothing(frame, self._recent):
            return []
        if self._agenda.is_item(frame, self._recent):
            return self._item(frame)
        if frame.passage.listed:
            return self._point(frame, self._points.parties(frame))
        return self._of_clause(frame, self._who(frame))

    def _of_clause(self, frame: Frame, parties: list[Party]) -> list[Draft]:
        """The events of a telling in a sentence, with those whom its phrases stand for."""
        if frame.rule.startswith(SUIT):
            return [self._draft(*like) for like in does_the_same(frame, parties, self._events)]
        if frame.companions:
            if (begun := self._add_companions(frame, parties)) is not None:
                self._begin(begun, [])
            return []
        if is_of_us_alone(frame, parties):
            return []
        travelling = frame.kind == "visit" and bool(frame.places) and frame.anaphor
        parties = parties or (self._resolver.together(frame.lx, frame.actors) if travelling else [])
        if (frame.anaphor and not (travelling and parties)) or self._are_those_before(frame, parties):
            return self._again(frame, parties)
        parties = self._with_own_side(frame, parties)
        self._tell_of_journey(frame, parties)
        return self._drafts_of(frame, parties)

    def _who(self, frame: Frame) -> list[Party]:
        """Those whom the phrases of a telling stand for, and whom it only says by what came before."""
        parties = self._resolver.parties(frame.lx, frame.actors, frame.hosts)
        last = partial(self._resolver.last_person, frame.lx.starts[frame.at], frame.lx.ends[frame.at])
        parties = [*last(), *parties] if frame.alike else parties
        parties = self._with_delegation(frame, parties, self._journeys.last)
        parties = with_whose_it_is(frame, parties, last, self._home)
        if len({p.side for p in parties}) == 1 and is_said_after(frame):
            parties = [*last(), *parties]
        return parties

    def _with_own_side(self, frame: Frame, parties: list[Party]) -> list[Party]:
        """Add the side whose text it is where a headline leaves it out, or "the delegation will visit"."""
        if not self._home:
            return with_side_here(frame, parties, self._layout)
        if self._home in {p.side for p in parties}:
            return parties
        own = Party(self._home, frame.lx.starts[frame.at], frame.lx.ends[frame.at])
        joined = frame.kind == "agreement" and not is_country(self._home)  # "Mali acceded", in a text of the body
        left_out = frame.passage.role in ("headline", "row") or frame.kind in _OFTEN_UNSAID or joined
        if parties and frame.home_takes_part and left_out:
            return [own, *parties]
        sent = frame.kind == "visit" and bool(frame.places) and not parties and sets_out(frame)
        return [own] if sent else parties

    def _drafts_of(self, frame: Frame, parties: list[Party]) -> list[Draft]:
        """The events of a telling whose parties are known: one, a visit to each place, or a contact with each."""
        if (frame.kind == "visit" and not frame.actors) or not are_sent_home(frame, parties):
            return []
        ceremony = frame.rule.startswith("credentials")
        if ceremony and len({p.side for p in parties if p.side}) <= 1:
            envoys = listed_states(self._source.text, frame.lx.end)
            parties = [*parties, *(Party(*one, None, "", "ambassador", "envoy") for one in envoys)]
        if frame.kind == "agreement":
            self._give_signer_side(frame, parties)
        base = self._draft(frame, parties)
        if frame.kind == "visit":
            return [] if self._is_told_of(frame, parties) else self._visits(frame, base)
        self._roll.expect(frame, base)
        apart = frame.separate and not ceremony and not self._met_together(base, frame.lx.lows[frame.at])
        return self._separate(base) if apart else [base]

    def _is_told_of(self, frame: Frame, parties: list[Party]) -> bool:
        """Read "During his visit", "He arrived on a jet": the one told of, and none to where the text was written."""
        unsaid = frame.here and not frame.places and (frame.rule.endswith("noun") or "here" not in frame.lx.lows)
        here = self._here(frame) if unsaid else None
        return here is not None and self._journeys.are_elsewhere(parties, here.country)

    def _tell_of_journey(self, frame: Frame, parties: list[Party]) -> None:
        """Read "the trip, starting on Friday,": of the journey told of last."""
        if frame.rule.startswith("invitation") and not frame.actors:
            self._journeys.accepted(Told("planned", frame.lx.starts[frame.at], frame.lx.ends[frame.at], frame.rule))
        elif self._is_of_journey(frame):
            travellers = [party.person for party in parties if party.person is not None]
            if travellers or all(map(is_known, frame.actors)):
                self._journeys.dated(travellers, partial(self._days_of_journey, frame))

    def _met_together(self, base: Draft, word: str) -> bool:
        """Whether those of three states or more who met on the margins of something were told of as one meeting."""
        if word.endswith("s"):
            return False  # "held bilateral meetings with"
        met = (event.sides for event in self._events[-NEAR_BY:] if event.family in _CONTACTS)
        return len(base.sides) > 1 and any(len(sides) > PAIR and sides >= base.sides for sides in met)

    def _take(self, draft: Draft, told: list[Draft]) -> None:
        """Join a telling to the event it is of, or begin one; ``told`` has those of the same words, each its own."""
        if not draft.parties or receives_own(draft):
            return
        if draft.date is not None and len(draft.date.edtf) == DAY_LENGTH:
            self._last_day, self._told_at = draft.date, draft.passages[-1].start
            self._last_dated = draft if lends_day(draft, self._today) else self._last_dated
        self._journeys.settle(draft)
        if draft.status == "held" and draft.kind != "visit" and draft.date and self._is_future(draft.date):
            draft.status = "planned"  # on a journey that is to come
        event = self._known(draft, told)
        if event is not None:
            told.append(event)
            if draft.family in ("contact", "call"):
                self._recent = event
        elif not is_courtesy(self._source.text, draft, self._events[-_MEMORY:]):
            self._begin(draft, told)

    def _known(self, draft: Draft, told: list[Draft]) -> Draft | None:
        """Join a telling to the event of before that it is of, and return that, or nothing."""
        text, own, discussed = self._source.text, draft.family, draft.rule.startswith(("discuss", "brief"))
        for event in reversed(self._events[-_MEMORY:]):
            family = event.family
            if family != own and family not in _CONTACTS:
                continue
            in_person = is_in_person(text, event, draft)
            may_be = family != own and (not discussed or own == "call") and not in_person and event.sides & draft.sides
            vague = may_be and is_vague(text, event, own)
            if vague and same(event, replace(draft, kind=event.kind)):
                event.kind, family = draft.kind, own
            spoken = discussed and family == "call"
            as_told = in_person or is_as_told(text, event, draft)
            kind = "call" if spoken else event.kind if as_told else draft.kind
            on = self._journeys.goes_on(event, draft)
            status, place = event.status if on else draft.status, event.place if on == "stop" else draft.place
            known = discussed or in_person or draft.definite
            telling, apart = replace(draft, definite=known, kind=kind, status=status, place=place), False
            if is_of_denied(text, event, draft):
                telling = replace(telling, status="denied", earlier=event.earlier)
            if is_undated(event) and is_long_before(draft.date, self._today):
                apart = is_another_event(event, draft, official=bool(self._home))
                telling = replace(telling, date=None) if self._home and is_headed(event) else telling
            apart = apart or (event.status == "planned" != draft.status and is_long_before(draft.date, self._today))
            fits = not apart and family == telling.family and same(event, telling)
            if fits and (on == "stop" or all(event is not one for one in told)):
                if self._journeys.is_leg(event, telling):
                    event.date = telling.date
                join(event, telling)
                return event
        return None

    def _begin(self, draft: Draft, told: list[Draft]) -> None:
        """Begin an event, unless it is known from elsewhere or has one side alone."""
        if (draft.definite and len(draft.sides) <= 1) or not can_begin(draft, official=bool(self._home)):
            self._refuse(draft.at, draft.passages[0], "known-already" if draft.definite else "one-side")
            self._vague.remember(draft)
            return
        self._vague.fill(draft)
        self._journeys.remember(draft)
        self._events.append(draft)
        told.append(draft)
        sent = draft.kind == "letter" and draft.rule.startswith(("send", "congratulate"))
        if sent or draft.family in ("contact", "call", "visit", "agreement"):
            self._recent = draft
