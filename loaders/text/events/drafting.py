"""One telling to a draft of an event: its status, day and place, and one draft for each event it tells of."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kg.model import Source
from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.events.agenda import Agenda, place_at_end
from loaders.text.events.at_no_place import is_at_no_place
from loaders.text.events.dating import Dating
from loaders.text.events.day_of_act import ACTS, is_said_on
from loaders.text.events.days_after import is_of_journey_begun
from loaders.text.events.days_apart import counted_from_before, days_apart
from loaders.text.events.drafts import Draft, Told
from loaders.text.events.known_by_date import is_known_by_date, is_of_several, is_owned, is_where_done
from loaders.text.events.lasting import lasting
from loaders.text.events.one_more import day_of_one_more
from loaders.text.events.that_opens import is_to_open
from loaders.text.events.under_way import is_later_on, is_of_arrival, is_of_caption, is_under_way
from loaders.text.layout.structure import Layout
from loaders.text.lexis.distances import DAY_LENGTH, PAIR
from loaders.text.when import When, find_dates
from loaders.text.who.actor import Actor
from loaders.text.who.parties import Resolver
from loaders.text.who.party import Party

_NOWHERE = frozenset({"call", "letter", "visit", "sanction", "expulsion"})
"""Kinds that are at no place, or (a visit) at the one that its parties tell."""
_AFTER_TALKS = re.compile(
    r"(?:after|following) (?:the|their|these) (?:[\w-]+ ){0,2}?(?:talks|meeting|consultations|negotiations) ,"
)
"""Another contact is told of than these: "Following the talks, Minister X was received by Y"."""
_TO_COME = ("visit", "summons")
"""Kinds that a headline tells in the present before they are done."""
_REMARKS = re.compile(
    r"\b(?:made|gave|issued|delivered) (?:the|these|those|this|his|her) (?:\w+ )?"
    r"(?:remarks?|comments?|statements?|pledge|call|announcement|appeal)\b.*\b(?:while|when|during|at|in|after)\b"
)
_TERM = re.compile(r"\d{4}/\d{4}")
_SAYING = frozenset({"made", "gave", "issued", "delivered"})
_NEAREST = ("year-nearest", "month-nearest")
"""Rules of days and months without a year."""
_REACH_BACK = 500
"""Characters before a sentence on how a thing was said, in which it was said when."""
_SAME_DAY = re.compile(
    r"\b(?:the|that) same day\b|\b(?:later|earlier) that day\b|\bon that day\b"
    r"|\b(?:later|earlier)(?: on)? in the day\b|\bin the (?:morning|afternoon|evening)\b"
    r"|\bthen (?:met|held|spoke|received|flew)\b"
)


def is_known(actor: Actor) -> bool:
    """Read "she", "the minister": one told of before."""
    return actor.kind == "pronoun" or (
        actor.kind in ("role", "group") and actor.determiner == "the" and not actor.sides
    )


def _is_day_of_week(frame: Frame, date: When | None) -> bool:
    """Read the headline "PM goes to Oslo Friday": it tells what is to come."""
    return frame.kind == "visit" and date is not None and date.rule.startswith("weekday")


def _copy(base: Draft, parties: list[Party]) -> Draft:
    copy = replace(base, parties=parties, passages=list(base.passages), statuses=list(base.statuses))
    if copy.place is not None and not copy.place.city and copy.place.country not in copy.sides:
        copy.place, copy.place_span = None, (0, 0)  # that of another of several: "X in Peru and Y in Chile"
    return copy


def _share_side(met: list[Party]) -> None:
    """Read "Ghana's Minister X and National Security Advisor Y": an office after it is of the same state."""
    sides = {party.side for party in met if party.side}
    if len(sides) == 1 and met[0].side:
        for party in met:
            if not party.side and (party.office or party.capacity):
                party.give_side(met[0].side)


class Drafting(Dating):
    """Makes drafts of tellings."""

    def __init__(self, source: Source, layout: Layout, resolver: Resolver, home: str) -> None:
        super().__init__(source, layout.day)
        self._agenda = Agenda(source, home, layout.passages, resolver)
        self._layout = layout
        self._resolver = resolver
        self._recent: Draft | None = None
        """The event told of last."""
        self._last_day: When | None = None
        """The day told of last."""
        self._last_dated: Draft | None = None
        """The contact told of last that has a day and was held."""
        self._told_at = -1
        """Where the sentence begins that told of it."""

    def _draft(self, frame: Frame, parties: list[Party]) -> Draft:
        lx = frame.lx
        at = lx.starts[frame.at], lx.ends[frame.at]
        date, status = self._settled(frame, *self._day_and_status(frame))
        known = status == "held" and (is_known_by_date(frame, date, self._today) or is_of_several(frame))
        draft = Draft(frame.kind, status, parties, [frame.passage], at, frame.rule, date=date,
                      definite=frame.definite, also=frame.also, earlier=frame.earlier or known, convened=frame.convened,
                      after=_AFTER_TALKS.match(lx.lower(0, frame.at + 1)) is not None,
                      hosts=self._resolver.parties(lx, frame.hosts))  # fmt: skip
        if draft.date is None and status == "held" and not frame.undated:
            draft.date = (
                self._agenda.day_done(frame)
                or self._day_beside(frame)
                or day_of_one_more(frame, draft, self._last_dated, self._today)
                or counted_from_before(self._source.text, self._today, frame)
            )
        if frame.document:
            draft.document = Told(frame.document, *at)
        draft.statuses.append(Told(status, *at, frame.rule))
        placed = frame.kind not in _NOWHERE and bool(frame.places) and not frame.rule.startswith("recall")
        if placed and not is_at_no_place(frame):
            draft.place, draft.place_span = frame.places[0].place, (frame.places[0].start, frame.places[0].end)
        return draft

    def _item(self, frame: Frame) -> list[Draft]:
        """Read "10:00 Meeting with the Foreign Minister of Peru", a line of a programme: to come, or on a past day."""
        frame.status = "planned"
        draft = self._draft(frame, self._agenda.parties(frame))
        draft.date, draft.also = draft.date or self._agenda.day(frame), True
        if draft.date is not None and not self._is_future(draft.date, today=True):
            draft.status = "held"
        if draft.place is None and (where := place_at_end(frame.lx)) is not None:
            draft.place, draft.place_span = where
        return [draft] if len(draft.sides) > 1 else []

    def _point(self, frame: Frame, parties: list[Party]) -> list[Draft]:
        """Read "- 5th Meeting of the Joint Committee, Oslo, 24 June", a point of a list, of these parties."""
        draft = self._draft(frame, parties)
        if draft.place is None and (where := place_at_end(frame.lx)) is not None:
            draft.place, draft.place_span = where
        return [draft] if len(draft.sides) > 1 else []

    def _day_and_status(self, frame: Frame) -> tuple[When | None, str]:
        """The day that a telling has, and the status that its words tell together with it."""
        if frame.status in ("held", "") and is_to_open(frame):
            frame.status, frame.present = "", True
        date = None if frame.undated else lasting(frame, self._date(frame) or self._same_day(frame))
        if date is not None:
            begun = is_of_journey_begun(self._source.text, frame, date)
            date = days_apart(frame, (self._date(frame, "future") or date) if begun else date)
        if date is not None and frame.present and self._is_long_past(date):
            date = None  # "are negotiating over the war of the 1900s"
        status, owned = frame.status, date is not None and is_owned(frame, date)
        if owned and status in ("", "planned"):
            date = self._nearest(frame)
            status = "held" if date is None or not self._is_future(date) else status
        headed = frame.passage.role == "headline" and not _is_day_of_week(frame, date)
        told = frame.kind in ACTS and date is not None and is_said_on(self._source.text, frame, date)
        if frame.present and not (owned or told or headed) and status in ("held", ""):
            ahead = self._ahead(frame, date)
            if ahead is not None and self._is_to_come(ahead) and not self._is_begun(frame, date):
                return lasting(frame, ahead), "planned"
        return date, status

    def _settled(self, frame: Frame, date: When | None, status: str) -> tuple[When | None, str]:
        """The same where the day lies ahead, or a headline tells in the present what is to come."""
        if frame.kind == "agreement" and date is not None and _TERM.fullmatch(date.edtf):
            date = None  # "adopted a plan of cooperation for 2005-2015": how long it lasts
        if date is not None and is_later_on(self._source.text, date) and status in ("held", ""):
            date, status = (None, status) if status else (date, "planned")  # "met, discussing a visit later this year"
        if date is not None and status in ("held", "") and self._is_future(date):
            if status and frame.rule == "sign-sign" and frame.lx.lows[frame.at].endswith("ed"):
                date = None  # "signed a programme for 2019-2021": what it is for
            else:
                status = "planned"
        if frame.awaited and status == "proposed" and date is not None and self._is_future(date):
            status = "planned"
        headline = frame.passage.role == "headline"
        to_come = frame.kind in _TO_COME or "attends" in frame.lx.lows
        to_come = to_come or (date is not None and self._is_future(date, today=True))
        if frame.present and status == "held" and to_come and headline:
            status = ""  # "PM arrives in Oslo": the text says whether he has
        if status == "" and not frame.definite and not headline:
            status = "held"
        return date, status

    def _nearest(self, frame: Frame) -> When | None:
        """Read "his July trip": the nearest, on whichever side of the publication."""
        was, will = self._date(frame, "past"), self._date(frame, "future")
        if was is not None and is_where_done(frame):
            return was
        return self._nearer(was, will) if was is not None and will is not None else was or will

    def _ahead(self, frame: Frame, date: When | None) -> When | None:
        """Read "meet on Monday" of what is to come; "is paying a visit from 2 to 4 May", written on the 5th, is not."""
        ahead = self._date(frame, "future")
        near = ahead is not None and date is not None and ahead.rule.startswith(_NEAREST)
        return self._nearer(date, ahead) if near and date is not None and ahead is not None else ahead

    def _is_to_come(self, date: When) -> bool:
        return self._is_future(date, today=True) or is_later_on(self._source.text, date)

    def _is_begun(self, frame: Frame, date: When | None) -> bool:
        """Read "is paying a two-day visit beginning Tuesday", "On his arrival on Tuesday, ministers welcome"."""
        text = self._source.text
        if date is None or is_later_on(text, date):
            return False
        return is_under_way(frame, date, self._today) or is_of_arrival(text, date) or is_of_caption(text, date)

    def _day_beside(self, frame: Frame) -> When | None:
        """Read "X said on Monday that ... He made the remarks while meeting Y", "signed on Monday when he met Y"."""
        lx, begin = frame.lx, frame.span[0]
        before = lx.lower(max(0, begin - 1), frame.at)
        if before.startswith("when "):
            beside = self._right_before(lx.start, lx.starts[max(0, begin - 1)])
            return beside or (self._last_day if self._told_at == frame.passage.start else None)
        if _SAYING.isdisjoint(lx.lows) or _REMARKS.search(lx.lower(0, frame.at)) is None:
            return None
        said = find_dates(self._source.text, self._today, max(0, lx.start - _REACH_BACK), lx.start, "past")
        return said[-1] if said and len(said[-1].edtf) == DAY_LENGTH else None

    def _right_before(self, start: int, end: int) -> When | None:
        """Read "their first contact since November, when they met in Geneva"."""
        told = find_dates(self._source.text, self._today, start, end, "past")
        return told[-1] if told and self._source.text[told[-1].end : end].strip() == "," else None

    def _same_day(self, frame: Frame) -> When | None:
        """Read "the same day": that of the event told of last."""
        told = self._last_day and _SAME_DAY.search(frame.lx.lower(frame.span[0], frame.span[1] + 1))
        return self._last_day if told else None

    def _separate(self, base: Draft) -> list[Draft]:
        """Read "met separately with A and B", "A and B signed separate agreements with C": a contact of each."""
        bodies = [one for one in base.parties if one.person is None and one.side and not is_country(one.side)]
        if len(bodies) > 1 and base.kind != "agreement":  # "the OPEC and ASEAN summits"
            others = [one for one in base.parties if one not in bodies]
            base.definite = base.definite and len({one.side for one in others}) > 0
            return [_copy(base, [*others, one]) for one in bodies]
        if len(base.parties) <= PAIR:
            return [base]
        acting = [party for party in base.parties if party.start < base.at[0]]
        others = [party for party in base.parties if party.start >= base.at[0]]
        if base.kind == "agreement" and len(acting) > 1 and others:
            return [_copy(base, [one, *others]) for one in acting]
        if len({party.side for party in acting}) == len(acting) > 1 and len(others) == 1 and base.at[0] > 0:
            return [_copy(base, [one, *others]) for one in acting]  # "the two held separate meetings with X"
        if base.rule.startswith("recall") and len(acting) > 1 and others:
            return [_copy(base, [one, other]) for one in acting for other in others]  # "from Oslo and Riga"
        return _one_by_one(base, acting, others)


def _one_by_one(base: Draft, acting: list[Party], others: list[Party]) -> list[Draft]:
    """Read "X met separately with A and B", "envoys X and Y met separately with A and B"."""
    if len({party.side for party in acting}) == 1 < len(acting) and len(others) > 1 and base.family == "contact":
        return [_copy(base, [*acting, other]) for other in others]
    one, *many = base.parties
    if len({party.side for party in base.parties[:-1]}) == 1:
        *many, one = base.parties
    _share_side(many)
    return [_copy(base, [one, other]) for other in many]
