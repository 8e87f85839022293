"""The first and the last day of a journey, put together from what its sentences tell: when it begins, ends, how long.

"Arrived on Tuesday. He will leave for Oslo on Thursday", "ended on Tuesday a visit which began on Sunday", "will arrive
on Thursday. The visit will last three days".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from kg.dates import parse as parse_edtf
from kg.model import Source
from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft, is_loose
from loaders.text.events.going_there import is_for_there, leaves_there
from loaders.text.events.how_long import days_told
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.lexis.gazetteer import gazetteer
from loaders.text.lexis.sentences import sentences
from loaders.text.when import Direction, When, find_dates, may_name_dates

_Part = Literal["first", "last", "leaves", ""]

_CUE = re.compile(
    r"\b(?:(?P<first>arriv(?:e[sd]?|ing|al)|beg[aiu]n|begins|beginning|start(?:s|ed|ing)?|commenc(?:e[sd]?|ing)"
    r"|kick(?:s|ed)? off|embark(?:s|ed|ing)?|landed|touched down|flew in|from|since|came)"
    r"|(?P<last>end(?:s|ed|ing)?|conclud(?:e[sd]?|ing)|wrap(?:s|ped|ping)? up|complet(?:e[sd]?|ing)|finish(?:es|ed)?"
    r"|w(?:i|ou)nd(?:s|ing)? up|until|till|through|back|return(?:s|ed|ing)?|home)"
    r"|(?P<leaves>leav(?:es?|ing)|left|depart(?:s|ed|ing)?|fl(?:y|ies|ew|ying)|head(?:s|ed|ing)?|travels?"
    r"|sets? (?:off|out)))\b"
)
"""The nearest such word before a day says which day of the journey it is; to leave is to begin it or to end it."""
_TO_GO = re.compile(r"\b(?:for|to|on) (?:an?|his|her|their|the|what)\b[^.;]{0,60}\b(?:visit|trip|tour|stay|talks)\b")
_GOING_BACK = re.compile(r"\b(?:after|ending|concluding|wrapping up|following|at the end of)\b")
_VISIT_ON = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){0,3}?(?:visit|trip|tour|stay)(?: (?:to|in) [A-ZÀ-Þ][\w-]+)?"
    r"(?:,? (?:on|from|of|between|will be on|is on|takes place))? \(?$"
    r"|\b(?:remain|stay|be) (?:here|in [A-ZÀ-Þ][\w-]+) (?:from|between|on) $"
)
_PAST = re.compile(r"(?:ed|left|flew|began|came|wound up|set (?:off|out)|touched down|flew in)$")
_TO_HAVE = re.compile(r"\b(?:will|would|to|should|must)(?: have)? \Z")
_OF_IT = re.compile(
    r"\W*(?:(?:During|On|After|In) )?(?:(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){0,3}?"
    r"(?:visit|trip|tour|stay|journey|[Mm]inister|[Pp]resident|[Pp]remier|[Ll]eader|[Dd]elegation|[Ee]nvoy|King|Secretary)\b"
    r"|(?:He|She|They) )"
)
"""A sentence after that on a journey is about it where it begins so, or with the traveller's name."""
_ON_IT = re.compile(
    r"\b(?:(?:on|during)|announced|confirmed|said|says|that) (?:the|his|her|their) (?:upcoming |planned |official )?"
    r"(?:\w+|\d+)[- ]days? (?:[\w-]+ ){0,2}?(?:visit|trip|tour|stay|journey)\b"
)
_DURING = re.compile(r"\b[Dd]uring (?:the|his|her|their) (?:[\w-]+ ){0,3}?(?:visit|trip|tour|stay)\b")
_HE_OR_HIS_STAY = re.compile(r" |['’]s (?:[\w-]+ ){0,3}?(?:visit|trip|tour|stay|journey)\b")
_SUBJECT = 40
"""Characters at the beginning of a sentence in which its subject is named."""
_REACH = 900
"""Characters after a journey is told of in which its days are."""
_LONGEST = timedelta(days=20)
_NEVER = ("cancelled", "postponed", "denied", "proposed")


class _Told(NamedTuple):
    """A day of a sentence, on either side of the publication, and which day of the journey it is."""

    part: _Part
    when: When
    past: date
    future: date


def settle_stays(source: Source, today: str, events: Sequence[Draft]) -> None:
    """Give journeys their first and last day where the text tells both, or one of them and how long they are."""
    for event, near in with_neighbours(events):
        open_ended = event.date is None or _is_open(event.date)
        if event.kind == "visit" and event.status not in _NEVER and open_ended:
            before = event.date
            _settle(source, today, near, event)
            if before is not None and event.date != before:
                _lend_again(source.text, near, event, before)


def _lend_again(text: str, events: Sequence[Draft], visit: Draft, before: When) -> None:
    """Give the contacts that were given the first day of a journey on which they were to be, all its days."""
    for event in events:
        first = event.passages[0]
        lent = event.family == "contact" and event.date == before and before.end <= first.start
        during = event.sides == visit.sides and _DURING.search(text, first.start, first.end) is not None
        if lent and during:
            event.date = visit.date


def _is_leg(events: Sequence[Draft], event: Draft) -> bool:
    """Read "returned from a ten-day trip to A, B and C": how long it was is told of all of them together."""
    others = (one for one in events if one is not event and one.kind == "visit")
    return any(one.passages[0] == event.passages[0] for one in others)


def stay_of_readout(text: str, event: Draft, day: When) -> When:
    """The days of a journey of which an official text says, without a day, that it begins or is over, and how long."""
    today = _day(day)
    spans = _own(event)
    length = next(filter(None, (days_told(text, span) for span in spans)), 0)
    cue = next(filter(None, (_CUE.search(text, *span) for span in spans)), None)
    if today is None or not length or cue is None:
        return day
    before = length - 1 if cue["last"] else 0
    first = today - timedelta(days=before)
    return day._replace(edtf=f"{first}/{first + timedelta(days=length - 1)}")


def _is_open(when: When) -> bool:
    return len(when.edtf) == DAY_LENGTH or is_loose(when)


def _settle(source: Source, today: str, events: Sequence[Draft], event: Draft) -> None:
    spans = [*_own(event), *_later(source.text, events, event)]
    named = _named_days(source.text, today, spans, event)
    if named is not None and (event.date is None or named.edtf.startswith(f"{event.date.edtf}/")):
        event.date = named
        return
    told = [one for span in spans for one in _days(source.text, today, span, event)]
    told = [one for one in told if one.part and not _is_after_next_stop(events, event, one)]
    lengths = (days_told(source.text, span) for span in spans)
    length = 0 if _is_leg(events, event) else next(filter(None, lengths), 0)
    days = _first_and_last(told, length, planned=event.status == "planned") or _from_known_day(event, told, length)
    if days is None:
        return
    first, last, when = days
    if _contradicts(event.date, first, last) or _is_next_leg(events, event, first, last):
        return
    event.date = when._replace(edtf=f"{first}/{last}")


def _named_days(text: str, today: str, spans: Sequence[tuple[int, int]], event: Draft) -> When | None:
    """Read "During his visit on 5-6 May, he will be received by"."""
    direction: Direction = "future" if event.status == "planned" else "past"
    for span in spans:
        for when in find_dates(text, today, *span, direction):
            if "/" in when.edtf and not is_loose(when) and _VISIT_ON.search(text, span[0], when.start) is not None:
                return when
    return None


def _contradicts(known: When | None, first: date, last: date) -> bool:
    """Whether a day that is known is neither the first nor the last."""
    if known is None or is_loose(known):
        return False
    return known.edtf not in (str(first), str(last))


def _is_next_leg(events: Sequence[Draft], event: Draft, first: date, last: date) -> bool:
    """Read "arrived in Chile on Monday and flew to Bolivia on Wednesday": Wednesday is the first day in Bolivia."""
    legs = (one for one in events if one is not event and one.kind == "visit" and one.passages[0] == event.passages[0])
    begun = [one.date.edtf for one in legs if one.date is not None]
    if any(len(day) == DAY_LENGTH and str(first) < day < str(last) for day in begun):
        return True  # "in Chile on Monday, in Peru on Tuesday and flies home on Friday"
    return event.date is not None and event.date.edtf == str(last) and any(day.startswith(str(first)) for day in begun)


def _own(event: Draft) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in event.passages if one.role in ("headline", "body")]


def _later(text: str, events: Sequence[Draft], event: Draft) -> Iterator[tuple[int, int]]:
    """The sentences after the first that are about the journey."""
    body = next((one for one in event.passages if one.role == "body"), None)
    if body is None:
        return
    own = {one.start for one in event.passages}
    others = (one.passages[0] for one in events if one is not event and one.kind == "visit")
    stop = min([body.end + _REACH, *(one.end for one in others if one.start > body.end)])
    names = tuple(party.person.name.split()[-1] for party in event.parties if party.person is not None)
    for start, end in sentences(text, body.end, min(stop, len(text))):
        named = any(_is_of(name, text, start) for name in names)
        about = named or _OF_IT.match(text, start, end) is not None or _ON_IT.search(text, start, end) is not None
        about = about or leaves_there(text, (start, end), event)
        if start not in own and about and not _is_elsewhere(text, (start, end), event):
            yield start, end


def _is_of(name: str, text: str, start: int) -> bool:
    """Whether a sentence begins with the traveller, or with "X's visit": what else is his is no journey."""
    at = text.find(name, start, start + _SUBJECT)
    return at >= 0 and _HE_OR_HIS_STAY.match(text, at + len(name)) is not None


def _is_elsewhere(text: str, span: tuple[int, int], event: Draft) -> bool:
    """Read "He will arrive in Bolivia on Thursday": another journey, unless he leaves for it."""
    known = {*event.sides, event.place.country if event.place is not None else ""}
    words = text[slice(*span)]
    cue = _CUE.search(words)
    if cue is not None and cue["leaves"]:
        return False
    hits = gazetteer().find(words) if may_name_dates(text, *span) else ()
    return any(hit.term.place is not None and hit.term.place.country not in known for hit in hits)


def _days(text: str, today: str, span: tuple[int, int], event: Draft) -> Iterator[_Told]:
    """The days of a sentence, each with the word before it that says which it is."""
    if not may_name_dates(text, *span):
        return
    past = find_dates(text, today, *span, "past")
    ahead = find_dates(text, today, *span, "future")
    before = span[0]
    for was, will in zip(past, ahead, strict=False):
        one, other = _day(was), _day(will)
        if was.start != will.start or one is None or other is None:
            return
        yield _Told(_part(text, before, was, span[1], event), was, one, one if _is_over(text, before, was) else other)
        before = was.end


def _day(when: When) -> date | None:
    day = parse_edtf(when.edtf)
    return day.earliest if day.earliest == day.latest else None


def _part(text: str, start: int, when: When, stop: int, event: Draft) -> _Part:
    cue = next(iter(reversed(list(_CUE.finditer(text, start, when.start)))), None)
    if cue is None:
        return ""
    if cue["first"]:
        return "first"
    if cue["last"]:
        return "last"
    if _GOING_BACK.search(text, cue.end(), stop) is not None:
        return "last"
    goes = _TO_GO.search(text, cue.end(), stop) is not None or is_for_there(text, cue.end(), when.start, event)
    return "first" if goes else "leaves"


def _is_over(text: str, start: int, when: When) -> bool:
    """Read "set off on Tuesday", "left on Tuesday": a day that is over, whenever the next Tuesday is."""
    cue = next(iter(reversed(list(_CUE.finditer(text, start, when.start)))), None)
    return cue is not None and _PAST.search(cue[0]) is not None and _TO_HAVE.search(text, start, cue.start()) is None


def _first_and_last(told: Sequence[_Told], length: int, *, planned: bool) -> tuple[date, date, When] | None:
    first = next((one for one in told if one.part == "first"), None)
    last = next((one for one in told if one.part == "last"), None)
    left = next((one for one in told if one.part == "leaves"), None)
    if left is not None and first is None and last is not None:
        first = left
    elif left is not None and first is not None and last is None:
        last = left
    if first is not None and last is not None:
        return _between(first, last, planned=planned)
    if length and first is not None:
        day = first.future if planned else first.past
        return day, day + timedelta(days=length - 1), first.when
    if length and last is not None:
        day = last.future if planned else last.past
        return day - timedelta(days=length - 1), day, last.when
    return None


def _is_after_next_stop(events: Sequence[Draft], event: Draft, told: _Told) -> bool:
    """Read "to Oslo on 3 March. He will visit Riga on 5 March before returning on 7 March": from the last stop."""
    first = event.passages[0]
    others = (one for one in events if one.kind == "visit" and one.passages[0] != first)
    return told.part == "last" and any(first.start < one.at[0] < told.when.start for one in others)


def _from_known_day(event: Draft, told: Sequence[_Told], length: int) -> tuple[date, date, When] | None:
    """Read "is paying a visit to Oslo on 19 June. He will return home on 24 June": the day told is the first."""
    known = _day(event.date) if event.date is not None else None
    last = next((one for one in told if one.part == "last"), None)
    if known is None or event.date is None:
        return None
    if last is None:  # "will visit Oslo on Saturday. It announced the three-day visit of"
        ahead = length and event.status == "planned" and not told
        return (known, known + timedelta(days=length - 1), event.date) if ahead else None
    if last.when.start < event.date.end:
        return None
    counted = last.when.rule.endswith("from-date-before")
    days = [last.future if event.status == "planned" else last.past] if counted else [last.past, last.future]
    ends = [day for day in days if known < day <= known + _LONGEST]
    return (known, min(ends), event.date) if ends else None


def _between(first: _Told, last: _Told, *, planned: bool) -> tuple[date, date, When] | None:
    """The first day by the tense, and the nearest day after it."""
    begin = first.future if planned else first.past
    ends = [day for day in (last.past, last.future) if begin < day <= begin + _LONGEST]
    return (begin, min(ends), first.when) if ends else None
