"""Frames of a text to drafts of events, in the order they are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Source
from kg.vocabulary import is_country
from loaders.text.cast import Cast
from loaders.text.clauses import ClauseReader
from loaders.text.dating import Dating
from loaders.text.distances import DAY_LENGTH, PAIR
from loaders.text.drafts import Draft, Told, add_party, join, same
from loaders.text.frame import Frame
from loaders.text.gazetteer import Place
from loaders.text.groups import Where
from loaders.text.lasting import lasting
from loaders.text.parties import TOP, Party, Resolver
from loaders.text.refused import Refused, Why
from loaders.text.roll import Roll, is_only_talked_of
from loaders.text.standing import can_begin, is_contact, settle_hosts
from loaders.text.structure import Layout, Passage
from loaders.text.when import When

_MEMORY = 200
"""How many of the events told of last a telling may be of: what is further off is told of anew."""
_NOWHERE = frozenset({"call", "letter", "visit", "sanction", "expulsion"})
"""Kinds that are at no place, or (a visit) at the one that its parties tell."""


_SAME_DAY = re.compile(r"\b(?:the|that) same day\b|\b(?:later|earlier) that day\b|\bon that day\b")


def _day_of(visit: Draft) -> When | None:
    """The day of a visit to come of one day: those who meet on it meet then."""
    return visit.date if visit.status == "planned" and visit.date and len(visit.date.edtf) == DAY_LENGTH else None


class Assembly(Dating):
    """Takes the frames of a text and puts its events together."""

    def __init__(self, source: Source, home: str, layout: Layout, cast: Cast) -> None:
        super().__init__(source, layout.day)
        self._home = home
        self._own = home or cast.paper
        self._layout = layout
        self._resolver = Resolver(cast, home)
        self._events: list[Draft] = []
        self.refused: list[Refused] = []
        self._recent: Draft | None = None
        self._roll = Roll(self._resolver)

    def read(self, readers: Sequence[ClauseReader]) -> list[Draft]:
        """Return the events of the text that have two sides."""
        for reader in readers:
            self._resolver.begin(reader.actors)
            if (envoys := self._roll.of(reader)) is not None:
                self._take(envoys, [])
            for frame in reader.frames():
                if reader.passage.spoken and is_only_talked_of(frame):
                    at = frame.lx.starts[frame.at], frame.lx.ends[frame.at]
                    self._refuse(at, reader.passage, "in-speech")
                    continue
                told: list[Draft] = []
                for draft in self._drafts(frame):
                    self._take(draft, told)
            self._resolver.remember(reader.actors)
        settle_hosts(self._events)
        contacts = [event for event in self._events if is_contact(event, self._own)]
        for event in self._events:
            if not is_contact(event, self._own):
                self._refuse(event.at, event.passages[0], "one-side")
        self.refused.extend(one for reader in readers for one in reader.refused)
        return contacts

    def _refuse(self, at: tuple[int, int], passage: Passage, why: Why) -> None:
        self.refused.append(Refused(*at, (passage.start, passage.end), why))

    def _drafts(self, frame: Frame) -> list[Draft]:
        parties = self._resolver.parties(frame.lx, frame.actors)
        if frame.companions:
            self._add_companions(parties)
            return []
        if frame.anaphor:
            return self._again(frame, parties)
        if (
            frame.home_takes_part
            and self._home
            and self._home not in {p.side for p in parties}
            and parties
            and (frame.passage.role == "headline" or frame.kind in ("sanction", "summons"))
        ):
            at = frame.lx.starts[frame.at], frame.lx.ends[frame.at]
            parties = [Party(self._home, *at), *parties]
        base = self._draft(frame, parties)
        if frame.kind == "visit":
            return self._visits(frame, base)
        self._roll.expect(frame, base)
        if frame.separate:
            return self._separate(base)
        return [base]

    def _add_companions(self, parties: list[Party]) -> None:
        last = self._recent
        if last is None:
            return
        told_together = (
            event for event in self._events if event.kind == last.kind and event.passages[-1] == last.passages[-1]
        )
        for event in told_together:
            for party in parties:
                add_party(event, party)

    def _again(self, frame: Frame, parties: list[Party]) -> list[Draft]:
        """Read "The two leaders discussed ...": the event told of last, told again."""
        last = self._recent
        if last is None:
            return self._two_unnamed(frame)
        if last.kind == "letter":
            if frame.kind == "call":
                last.kind = "call"
            return []
        wanted = next((a.count for a in frame.actors if a.count > 1), 0)
        if wanted and len(last.sides) not in (0, wanted) and len([p for p in last.parties if p.person]) != wanted:
            return []
        parties = [*self._carried(frame, last), *[p for p in parties if p.side]]
        draft = self._draft(frame, parties)
        if draft.status == "held" and draft.family in ("contact", "call") and last.family in ("contact", "call"):
            draft.kind = last.kind
        if frame.rule.startswith("discuss") and draft.status != "held":
            return []
        if (
            draft.kind == "agreement"
            and draft.date is None
            and last.family in ("contact", "call")
            and last.status == "held"
        ):
            draft.date, draft.place, draft.place_span = last.date, last.place, last.place_span
        return [draft]

    def _two_unnamed(self, frame: Frame) -> list[Draft]:
        """Read "The two presidents met": parties that the text never names."""
        actor = next(
            (a for a in frame.actors if a.office in TOP and a.plural and (a.count > 1 or a.determiner == "both")), None
        )
        if actor is None or frame.rule.startswith("discuss"):
            return []
        span = frame.lx.starts[actor.first], frame.lx.ends[actor.last - 1]
        return [self._draft(frame, [Party("", *span, None, actor.capacity, actor.office, actor.rank, actor.count)])]

    def _carried(self, frame: Frame, last: Draft) -> list[Party]:
        """The parties of the event told of last, as far as they are the presidents, ministers or leaders meant."""
        words = " ".join(frame.lx.lower(a.first, a.last) for a in frame.actors)
        office = next(
            (
                rank
                for word, rank in (
                    ("president", "head"),
                    ("minister", "minister"),
                    ("heads", "head"),
                    ("leader", "head"),
                )
                if word in words
            ),
            "",
        )
        if not office or not any(p.person and p.rank for p in last.parties):
            return list(last.parties)
        fitting = [p for p in last.parties if p.rank == office or not p.rank]
        if any(p.person for p in fitting):
            return fitting
        if frame.status == "held":
            return list(last.parties)
        capacity, unnamed = ("president", "head-of-state") if "president" in words else ("", "")
        sides = sorted({p.side: p for p in last.parties if p.side}.items())
        return [Party(side, p.start, p.end, None, capacity, unnamed, office) for side, p in sides]

    def _separate(self, base: Draft) -> list[Draft]:
        if len(base.parties) <= PAIR:
            return [base]
        one, *many = base.parties
        if len({party.side for party in base.parties[:-1]}) == 1:
            *many, one = base.parties
        return [
            replace(base, parties=[one, other], passages=list(base.passages), statuses=list(base.statuses))
            for other in many
        ]

    def _visits(self, frame: Frame, base: Draft) -> list[Draft]:
        own = base.sides
        found: list[Draft] = []
        if not frame.places and base.hosts and len(own) > 1:
            host = base.hosts[0]
            if host.side and is_country(host.side):
                base = replace(base, place=Place("", "", host.side), place_span=(host.start, host.end))
            return [base]
        dateline = self._layout.dateline
        if frame.here and dateline is not None:
            frame.places = [Where(frame.at, "to", dateline, *self._layout.dateline_span)]
        for where in frame.places:
            country = where.place.country
            if len(own) > 1 and country in {host.side for host in base.hosts}:
                found.append(replace(base, place=where.place, place_span=(where.start, where.end)))
                continue
            if country in own or not country:
                continue
            side = Party(country, where.start, where.end)
            span = where.start, where.end
            found.append(
                replace(
                    base,
                    parties=[*base.parties, side],
                    place=where.place,
                    place_span=span,
                    passages=list(base.passages),
                    statuses=list(base.statuses),
                )
            )
        return found

    def _same_day(self, frame: Frame) -> When | None:
        """Read "the same day": that of the event told of last."""
        told = self._recent is not None and _SAME_DAY.search(frame.lx.lower(frame.span[0], frame.span[1] + 1))
        return self._recent.date if self._recent is not None and told else None

    def _draft(self, frame: Frame, parties: list[Party]) -> Draft:
        lx = frame.lx
        at = lx.starts[frame.at], lx.ends[frame.at]
        date = lasting(frame, self._date(frame) or self._same_day(frame))
        status = frame.status
        if frame.present and status in ("held", "") and frame.passage.role != "headline":
            ahead = self._date(frame, "future")
            if ahead is not None and self._is_future(ahead, today=True):
                date, status = lasting(frame, ahead), "planned"
        if date is not None and status in ("held", "") and self._is_future(date):
            if status and frame.rule == "sign-sign" and lx.lows[frame.at].endswith("ed"):
                date = None  # "signed a programme for 2019-2021": what it is for
            else:
                status = "planned"
        if frame.awaited and status == "proposed" and date is not None and self._is_future(date):
            status = "planned"
        if status == "" and not frame.definite and frame.passage.role != "headline":
            status = "held"
        draft = Draft(frame.kind, status, parties, [frame.passage], at, frame.rule, date=date, definite=frame.definite,
                      hosts=self._resolver.parties(lx, frame.hosts))  # fmt: skip
        if frame.document:
            draft.document = Told(frame.document, *at)
        draft.statuses.append(Told(status, *at, frame.rule))
        if frame.kind not in _NOWHERE and frame.places:
            draft.place, draft.place_span = frame.places[0].place, (frame.places[0].start, frame.places[0].end)
        return draft

    def _take(self, draft: Draft, told: list[Draft]) -> None:
        """Join a telling to the event it is of, or begin one; ``told`` has those of the same words, each its own."""
        if not draft.parties:
            return
        self._place_of_visit(draft)
        own, discussed = draft.family, draft.rule.startswith("discuss")
        for event in reversed(self._events[-_MEMORY:]):
            family = event.family
            if discussed and family == "call" != own:
                draft, own = replace(draft, kind="call"), "call"
            if family == own and same(event, draft) and all(event is not one for one in told):
                join(event, draft)
                told.append(event)
                if draft.family in ("contact", "call"):
                    self._recent = event
                return
        if (
            draft.kind == "letter"
            and not draft.rule.startswith("letter")
            and any(e.family in ("contact", "call") and e.sides == draft.sides for e in self._events[-_MEMORY:])
        ):
            return
        if (draft.definite and len(draft.sides) <= 1) or not can_begin(draft):
            self._refuse(draft.at, draft.passages[0], "known-already" if draft.definite else "one-side")
            return
        self._events.append(draft)
        told.append(draft)
        if draft.family in ("contact", "call", "visit", "agreement") or (
            draft.kind == "letter" and draft.rule.startswith(("send", "congratulate"))
        ):
            self._recent = draft

    def _place_of_visit(self, draft: Draft) -> None:
        """Who meets on a visit told of just before, meets there; on one of a day, on that day."""
        visit = self._recent
        if draft.family != "contact" or visit is None or visit.kind != "visit" or visit.status != draft.status:
            return
        near = draft.passages[0].paragraph - visit.passages[-1].paragraph <= 1
        travellers = {id(p.person) for p in visit.parties if p.person is not None}
        if not near or not draft.sides <= visit.sides or not any(id(p.person) in travellers for p in draft.parties):
            return
        if draft.place is None:
            draft.place, draft.place_span = visit.place, visit.place_span
        if visit.place is not None and draft.place is not None and draft.place.country == visit.place.country:
            draft.date = draft.date or _day_of(visit)
