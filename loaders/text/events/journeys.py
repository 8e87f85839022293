"""Journeys told of: who meets on one, meets there and then, and those met are at home there."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from datetime import timedelta

from kg.dates import parse as parse_edtf
from kg.vocabulary import is_country
from loaders.text.events.around import NEAREST
from loaders.text.events.drafts import Draft, Told
from loaders.text.events.joining import take_place
from loaders.text.events.on_stay import is_on_stay
from loaders.text.events.standing import SEATS
from loaders.text.events.told_later import is_narrower, is_within
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.when import Direction, When
from loaders.text.who.party import Party
from loaders.text.who.person import Person

_DURING = re.compile(
    r"\b(?:[Dd]uring|[Ii]n the course of|[Oo]n|[Ww]hile on|[Aa]s part of|(?:[Ww]ithin|[Ii]n) the framework of)"
    r" (?:his|her|their|the|this) (?:[\w-]+ ){0,3}?(?:visit|stay|trip|tour)\b"
    r"|\b[Dd]uring the (?:[Oo]fficial |[Bb]ilateral )?(?:[Tt]alks|[Dd]iscussions)\b"
    r"|\b[Ww]hile (?:there\b|in (?:the country\b|[A-Z]))"
    r"|\b[Tt]he visiting (?:dignitary|delegation|[Mm]inister|[Pp]resident)\b"
    r"|\b(?:[Hh]is|[Hh]er|[Tt]he) (?:programme|program|schedule|itinerary|agenda) (?:\w+ )?includ"
)
_DURING_WHICH = re.compile(r"\b(?:visit|stay|trip|tour)\b[^.;]*?\bduring which\b")
_ALSO = re.compile(r"\b(?:will|to) also (?:travel|visit|go|fly|tour|proceed|call)\b")
_MARGINS = re.compile(r"\b(?:margins?|side-?lines?|fringes?)\b")
_ARRIVED = re.compile(r"\b(?:[Aa]fter|[Oo]n|[Uu]pon|[Ff]ollowing) (?:(?:his|her|their|the) )?arrival\b")
_EVENING = re.compile(r",? (?:evening|night|late at night)\b")
_LATE = re.compile(r"\blate (?:on )?$")
_WORDS = 12
"""Characters before a day in which it is said to be late on it."""
_JUST_OVER = timedelta(days=10)
"""Days after a journey in which a readout still tells of it."""
_NEVER = ("cancelled", "postponed", "denied")
_TO_COME = ("planned", "proposed", "")
_ALSO_THERE = re.compile(r"\balso (?:met|paid|called|held|had|received|visited)\b")
_PARAGRAPH = 700
"""Characters before a sentence in which its paragraph may have begun."""
_FAR = 6
"""Paragraphs after a journey in which those met without a state are still those of the place."""


class Journeys:
    """The journeys of a text so far."""

    def __init__(self, text: str, published: str = "", *, official: bool) -> None:
        self._text = text
        self._official = official
        self._published = parse_edtf(published).earliest if published else None
        self._told: deque[Draft] = deque(maxlen=NEAREST)

    @property
    def last(self) -> Draft | None:
        """The journey told of last."""
        return self._told[-1] if self._told else None

    def remember(self, draft: Draft) -> None:
        """Take note of a journey that a text begins to tell of."""
        if draft.kind == "visit":
            self._told.append(draft)

    def are_elsewhere(self, parties: Sequence[Party], country: str) -> bool:
        """Whether a journey of one of these to another country has been told of."""
        travellers = [party.person for party in parties if party.person is not None]
        return any(_goes(one, travellers) and one.place and one.place.country != country for one in self._told)

    def is_leg(self, visit: Draft, telling: Draft) -> bool:
        """Read "will visit A and B from 4 to 8 June", then "will be in B on 5 June": the days of one of several."""
        if visit.kind != "visit" or visit.date is None or telling.date is None or len(telling.date.edtf) < DAY_LENGTH:
            return False
        legs = [one for one in self._told if one.passages[0] == visit.passages[0] and one.date == visit.date]
        return len(legs) > 1 and "/" in visit.date.edtf and is_within(telling.date, visit.date)

    def dated(self, travellers: Sequence[Person], days: Callable[[Direction], When | None]) -> None:
        """Give the journey told of last, or that of these, its days, if a later sentence has them.

        Read "the trip, starting on Friday,", "the minister arrives on Friday".
        """
        visit = next((one for one in reversed(self._told) if not travellers or _goes(one, travellers)), None)
        if visit is None or visit.status in _NEVER:
            return
        date = days("future" if visit.status in ("planned", "proposed") else "past")
        if date is not None and len(date.edtf) >= DAY_LENGTH and (visit.date is None or is_narrower(date, visit.date)):
            self._date_together(visit, date)

    def goes_on(self, visit: Draft, telling: Draft) -> str:
        """Read "left for Oslo on Monday", then "will spend two days in Norway": of one that is under way."""
        under_way = (visit.status, telling.status) == ("held", "planned") and visit.date is not None
        if not under_way or not telling.kind == visit.kind == "visit":
            return ""
        if telling.date is None and self._is_also_stop(visit, telling):
            return "stop"
        beside = telling.rule.startswith("visit") and telling.date is None and telling.passages[0] == visit.passages[-1]
        return "stay" if telling.rule.startswith("stay") or beside else ""

    def _is_also_stop(self, visit: Draft, telling: Draft) -> bool:
        """Read "The King will also travel to Mumbai", when he is told to have come to India: another stop."""
        said, where, there = telling.passages[0], telling.place, visit.place
        one_land = where is not None and there is not None and bool(where.city) and where.country == there.country
        return one_land and _ALSO.search(self._text, said.start, said.end) is not None

    def accepted(self, told: Told) -> None:
        """Read "She accepted the invitation": the journey proposed last is to come."""
        visit = self._told[-1] if self._told else None
        if visit is not None and visit.status == "proposed":
            visit.status = told.value
            visit.statuses.append(told)

    def _date_together(self, visit: Draft, date: When) -> None:
        """Give the days to a journey, and to the others of its sentence: to A, B and C."""
        before = visit.date
        for one in self._told:
            if one.passages[0] == visit.passages[0] and one.date == before:
                one.date = date

    def settle(self, draft: Draft) -> None:
        """Give a contact on a journey the place, the day and the host's side that the text leaves unsaid."""
        if self._official and draft.family == "contact":
            _house_abroad(draft)
        if not self._told or draft.family != "contact":
            return
        passage = draft.passages[0]
        during = _DURING.search(self._text, passage.start, passage.end) is not None
        visit = self._journey_of(draft, during=during)
        if visit is None or visit.place is None:
            return
        distance = passage.paragraph - visit.passages[-1].paragraph
        if distance <= _FAR and not self._official:  # in an official text they may be companions
            _house(draft, visit)
        if draft.place is None and visit.place.city and is_on_stay(self._text, self._published, draft, visit):
            take_place(draft, visit)
        arrived = _ARRIVED.search(self._text, passage.start, passage.end) is not None
        if not (during or arrived) and self._is_long_over(visit):
            return
        during = during or (visit.status == draft.status and self._goes_on_during(passage))
        named = visit.date is not None and visit.date.kind != "relative"
        during = during or (visit.status == draft.status == "planned" and distance <= _FAR and named)
        if not draft.sides <= visit.sides:
            self._meet_others(draft, visit, distance)
            return
        if not (during or arrived or distance <= 1 or (distance <= _FAR and self._is_over(visit))):
            return
        if visit.status not in ("", draft.status) and not during:
            return
        if draft.place is None:
            take_place(draft, visit)
        if arrived and visit.date is None and visit.status in ("held", "") and _is_day(draft):
            visit.date = draft.date  # "On arrival early today, he was received by"
        if draft.place is not None and draft.place.country == visit.place.country:
            self._lend_days(draft, visit, during=during, arrived=arrived)

    def _goes_on_during(self, passage: Passage) -> bool:
        """Read "During the visit, she met X. She also called on Y"."""
        line = max(self._text.rfind("\n", 0, passage.start) + 1, passage.start - _PARAGRAPH)
        also = _ALSO_THERE.search(self._text, passage.start, passage.end) is not None
        return also and _DURING.search(self._text, line, passage.start) is not None

    def _meet_others(self, draft: Draft, visit: Draft, distance: int) -> None:
        """Read "In the margins of the summit, she met X": those of other states who are met on a journey just over."""
        if draft.date is not None or draft.status != "held" or distance > _FAR or not self._is_over(visit):
            return
        draft.date = visit.date
        first = draft.passages[0]
        if draft.place is None and _MARGINS.search(self._text, first.start, first.end) is not None:
            take_place(draft, visit)

    def _journey_of(self, draft: Draft, *, during: bool) -> Draft | None:
        """The journey on which a contact was, that to a side which takes part before others."""
        fitting = [one for one in reversed(self._told) if _is_on(draft, one, during=during)]
        if draft.rule.startswith("discuss"):
            fitting = [one for one in fitting if one.sides == draft.sides and (during or self._is_over(one))]
        hosted = (one for one in fitting if one.place and one.place.country in draft.sides)
        return next(hosted, None) or next(iter(fitting), None)

    def _lend_days(self, draft: Draft, visit: Draft, *, during: bool, arrived: bool) -> None:
        """Give a contact the day of the journey, or its days where it was at some time during it."""
        if draft.date is None and not (not arrived and self._is_after_night(draft, visit, during=during)):
            within = during or (visit.status == "held" and self._is_over(visit))
            draft.date = visit.date if within else _first_day(visit.date) if arrived else _one_day(visit)
        elif (
            draft.date is not None
            and visit.date is not None
            and _ends_on(visit.date, draft.date)
            and self._is_told_within(draft, visit)
        ):
            draft.date = visit.date

    def _is_after_night(self, draft: Draft, visit: Draft, *, during: bool) -> bool:
        """Read "arrived late on Monday. During his visit he also met X": on the next day, perhaps."""
        day, first = visit.date, draft.passages[0]
        if day is None or len(day.edtf) != DAY_LENGTH or visit.status != "held":
            return False
        if not during and self._text.find(" also ", first.start, first.end) < 0:
            return False
        before = max(0, day.start - _WORDS)
        return (
            _EVENING.match(self._text, day.end) is not None or _LATE.search(self._text, before, day.start) is not None
        )

    def _is_over(self, visit: Draft) -> bool:
        """Whether a readout tells of a journey that has ended: what it tells of was some time during it."""
        last = parse_edtf(visit.date.edtf).latest if visit.date is not None else None
        if last is None or self._published is None or not self._official:
            return False
        return timedelta() < self._published - last <= _JUST_OVER

    def _is_long_over(self, visit: Draft) -> bool:
        """Tell a journey of before, which a readout of another contact recalls."""
        last = parse_edtf(visit.date.edtf).latest if visit.date is not None else None
        known = self._official and last is not None and self._published is not None
        return known and last is not None and self._published is not None and self._published - last > _JUST_OVER

    def _is_told_within(self, draft: Draft, visit: Draft) -> bool:
        """Read "concluded a two-day visit today, during which he met X": on one of its days."""
        one_sentence = draft.passages[0] == visit.passages[-1]
        return one_sentence and _DURING_WHICH.search(self._text, visit.at[0], draft.at[0]) is not None


def _is_day(draft: Draft) -> bool:
    return draft.status == "held" and draft.date is not None and len(draft.date.edtf) == DAY_LENGTH


def _goes(visit: Draft, travellers: Sequence[Person]) -> bool:
    return any(party.person is one for party in visit.parties for one in travellers)


def _is_on(draft: Draft, visit: Draft, *, during: bool) -> bool:
    """Whether a traveller meets others, where he travels to or where nothing says.

    During a visit those of its two sides who meet need not be named again.
    """
    travellers = visit.named
    if visit.status in _NEVER:
        return False
    both = (during or not travellers) and len(draft.sides) > 1 and draft.sides == visit.sides
    if not both and travellers.isdisjoint(draft.named):
        return False
    return draft.place is None or visit.place is None or draft.place.country == visit.place.country


def _ends_on(days: When, day: When) -> bool:
    """Whether the one is the last of the others."""
    return days.edtf != day.edtf and parse_edtf(days.edtf).latest == parse_edtf(day.edtf).latest


def _house(draft: Draft, visit: Draft) -> None:
    """Those who hold an office of no state that is told are of the state that is visited."""
    if visit.place is None or not is_country(visit.place.country) or visit.place.country in draft.sides:
        return
    travellers = [p.person for p in visit.parties if p.person is not None]
    for party in draft.parties:
        if not _may_be_host(party) or any(party.person is one for one in travellers):
            continue
        party.side = visit.place.country
        if party.person is not None:
            party.person.side = party.side


def _house_abroad(draft: Draft) -> None:
    """Read "In Apia, I will meet Prime Minister X": whom a text of another state names first there, without a state."""
    place = draft.place
    if place is None or not place.city or place.city in SEATS or len(draft.sides) != 1 or place.country in draft.sides:
        return
    begin = draft.passages[0].start
    for party in draft.parties:
        person = party.person
        if person is None or person.told or not (party.office or party.capacity):
            continue
        if begin <= person.start and party.start > draft.at[0]:
            party.side = person.side = place.country


def _may_be_host(party: Party) -> bool:
    return not party.side and party.person is not None and bool(party.office or party.capacity)


def _one_day(visit: Draft) -> When | None:
    return visit.date if visit.date is not None and len(visit.date.edtf) == DAY_LENGTH else None


def _first_day(date: When | None) -> When | None:
    if date is None or len(date.edtf) < DAY_LENGTH:
        return None
    first = parse_edtf(date.edtf).earliest
    return date._replace(edtf=str(first)) if first is not None else None
