"""Days and places that a sentence of their own tells: "The ceremony was in Accra on Friday", "returns on 16 March"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from kg.dates import parse as parse_edtf
from kg.model import Source
from loaders.text.events.drafts import Draft, dates_fit, is_loose
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.lexis.gazetteer import Place, gazetteer
from loaders.text.when import Direction, When, find_dates

_CEREMONY = re.compile(
    r"[.\n]\s*(?:The|This) (?:[\w-]+ ){0,2}(?:ceremony|event|function) "
    r"(?:took place|was (?:\w+ )?(?:held|organi[sz]ed))\b"
    r"[^.\n]{0,160}"
)
_REACH = 600
"""Characters after an act in which its ceremony is told of."""
_BEGAN = re.compile(
    r"\bThe (?:[\w-]+ ){0,3}?(?:visit|trip|tour),? (?:which )?"
    r"(?:began|started|opened|commenced|kicked off)\b[^.\n]{0,60}"
)
_CAME = re.compile(
    r"[.\n]\s*(?:(?:The )?[A-ZÀ-Þ][\w.’'-]+|The \w+(?: minister)?) (?:had |has )?"
    r"(?:arrived|landed|touched down|flew in)\b(?P<day>[^.,;\n]{3,60})"
)
"""Read "is in Oslo for talks. He arrived on Monday"."""
_STAYS_UNTIL = re.compile(
    r"\b(?:remain|stay|be|is|are)(?:s|ing)?\b(?: (?!and\b|but\b)[\w.’'-]+){0,8}? (?:until|till|through) "
    r"(?P<last>[^.,;\n]{3,40})"
)
_LEFT = re.compile(
    r"(?:\band (?:then )?|[.\n]\s*(?:(?:He|She|They) |The (?:[\w-]+ ){0,2}?(?:minister|president|premier|leader) ))"
    r"(?:(?P<ahead>will (?:leave|depart|return|fly home)|leaves|departs|returns|is (?:due )?to (?:leave|depart|return))"
    r"|left|departed|flew (?:home|back|out)|returned|ended|concluded)\b(?P<last>[^.,;\n]{3,60})"
)
"""Read "arrived in Oslo on Sunday and left on Tuesday"."""
_NEXT = 300
"""Characters after a journey is told of in which a text says until when it is."""
_LONGEST = timedelta(days=20)
_OVER = re.compile(r"\b(?:conclude[sd]|concluding|wrap(?:s|ped|ping) up|end(?:s|ed|ing)|complete[sd]|completing)\b")
_THERE_AND_BACK = re.compile(
    r"\b(?:(?:will )?(?:leaves?|departs?|arrives?|travels?|(?:is|are) (?:leaving|departing|arriving))"
    r"|(?:visit|trip|tour)(?: (?:will|is to|is due to))? (?:begins?|starts?))\b(?P<out>[^.\n]{0,90}?)"
    r"(?:\band (?:will )?(?:returns?|leaves?|departs?|ends?|concludes?|(?:is|are) back|arrives? back|get back)"
    r"|, (?:returning|leaving|coming back))\b"
    r"(?P<back>[^.\n]{0,60})"
)
"""Read "Mr Tan leaves on Sunday and returns on 16 March", "arrives on Monday and leaves on Wednesday"."""
_BACK = re.compile(
    r"\bbefore returning\b[^.\n]{0,60}|"
    r"[.\n]\s*(?:I|We|He|She|They|Mr|Mrs|Ms|Dr|The) (?:[\w.’'-]+ ){0,3}?(?:will )?"
    r"(?:returns?|(?:is|am|are) back|arrives? back)\b[^.\n]{0,60}|"
    r"[.\n]\s*(?:[A-ZÀ-Þ][\w’'-]+|He|She|They|The \w+) (?:is|are) (?:due |scheduled |set |expected )?"
    r"to (?:return|be back|fly home)\b[^.\n]{0,60}"
)
_SERIES = re.compile(
    r"\b(?:series|number|round|string) of (?:[\w-]+ ){0,2}?(?:meetings|discussions|engagements|bilaterals)\b"
    r"|\b(?:series|number|string) of (?:[\w-]+ ){0,2}?talks\b"
    r"|\b(?:met|meeting|talks|discussions)(?: with)? (?:several|a number of|various|many) (?:\w+ ){0,2}?"
    r"(?:heads of state|leaders|counterparts|ministers|presidents|delegations)\b"
)
_NEAR = 6
"""Paragraphs in which what belongs to a series is told of one by one."""
_TO_COME = ("planned", "proposed")


def tell_later(source: Source, today: str, events: Sequence[Draft]) -> None:
    """Give events the day or the place that another sentence than theirs tells."""
    for event in events:
        if event.rule.startswith("credentials") and event.date is None:
            _of_ceremony(source, today, event)
    _of_series(source.text, events)
    for event in events:
        if event.kind == "visit" and event.status in ("held", ""):
            _since(source, today, event)
    for event in events:
        if event.kind == "visit" and event.date is not None and len(event.date.edtf) == DAY_LENGTH:
            _until(source, today, event, event.date)
    _there_and_back(source, today, [event for event in events if event.kind == "visit"])


def _of_ceremony(source: Source, today: str, event: Draft) -> None:
    """Read "The colourful ceremony took place at the Flagstaff House, Accra, on Friday"."""
    begin = event.passages[0].end - 1
    told = _CEREMONY.search(source.text, begin, begin + _REACH)
    if told is None:
        return
    dates = find_dates(source.text, today, *told.span(), "past")
    event.date = dates[0] if len(dates) == 1 else None
    places = [hit for hit in gazetteer().find(source.text[told.start() : told.end()]) if _is_city(hit.term.place)]
    if event.place is None and places:
        first = places[0]
        event.place, event.place_span = first.term.place, (told.start() + first.start, told.start() + first.end)


def _since(source: Source, today: str, event: Draft) -> None:
    """Read "has concluded a visit to Oslo. The visit, which began on Monday,": from that day to the day it is told."""
    begin = event.passages[0].start
    told = _BEGAN.search(source.text, begin, begin + _REACH) or _CAME.search(source.text, begin, begin + _NEXT)
    first = _only_day(source, today, told.span(), "past") if told is not None else None
    if first is None or (event.date is not None and event.date.edtf != first.edtf):
        return
    over = any(_OVER.search(source.text, one.start, one.end) is not None for one in event.passages)
    until = today[:DAY_LENGTH] if over and first.edtf < today[:DAY_LENGTH] else ""
    event.date = first._replace(edtf=f"{first.edtf}/{until}") if until else first


def _until(source: Source, today: str, event: Draft, first: When) -> None:
    """Read "arrived in Oslo on Thursday, where she will remain until Saturday"."""
    begin = event.passages[0].start
    told = _STAYS_UNTIL.search(source.text, begin, begin + _NEXT)
    last = _only_day(source, today, told.span("last")) if told is not None else None
    if told is None and event.status in ("held", ""):
        last = _left_on(source, today, begin)
    days, until = parse_edtf(first.edtf).earliest, parse_edtf(last.edtf).earliest if last is not None else None
    if days is not None and until is not None and timedelta() < until - days <= _LONGEST:
        event.date = first._replace(edtf=f"{days}/{until}")


def _left_on(source: Source, today: str, begin: int) -> When | None:
    told = _LEFT.search(source.text, begin, begin + _NEXT)
    if told is None:
        return None
    return _only_day(source, today, told.span("last"), "future" if told["ahead"] else "past")


def _is_city(place: Place | None) -> bool:
    return place is not None and bool(place.city)


def _of_series(text: str, events: Sequence[Draft]) -> None:
    """Read "held a series of meetings on Wednesday in Oslo. He also met Minister X": one of the series."""
    series = next((one for one in events if one.family == "contact" and _tells_series(text, one)), None)
    if series is None or series.date is None:
        return
    held = {id(party.person) for party in series.parties if party.person is not None}
    for event in events:
        near = 0 <= event.passages[0].paragraph - series.passages[-1].paragraph <= _NEAR
        one_of_them = event.family == "contact" and event is not series and event.status == series.status
        if (
            near
            and one_of_them
            and event.date in (None, series.date)
            and held & {id(p.person) for p in event.parties if p.person}
        ):
            event.date = series.date
            if event.place is None:
                event.place, event.place_span = series.place, series.place_span


def _tells_series(text: str, event: Draft) -> bool:
    named = any(party.person is not None for party in event.parties)
    return named and any(_SERIES.search(text, one.start, one.end) is not None for one in event.passages)


def _there_and_back(source: Source, today: str, visits: Sequence[Draft]) -> None:
    """Give the journeys to come of a text the days on which the traveller leaves and returns."""
    ahead = [one for one in visits if one.status in _TO_COME]
    told = _THERE_AND_BACK.search(source.text, ahead[0].passages[0].start) if ahead else None
    if told is None:
        _back_on(source, today, ahead)
        return
    out, back = (_only_day(source, today, told.span(part)) for part in ("out", "back"))
    if out is not None and back is not None and out.edtf >= back.edtf:
        out = _only_day(source, today, told.span("out"), "past")  # "depart Tuesday and return Saturday", told between
    if out is None or back is None or out.edtf >= back.edtf:
        return
    days = out._replace(edtf=f"{out.edtf}/{back.edtf}")
    for visit in ahead:
        loose = visit.date is None or visit.date.kind == "relative" or visit.date.edtf == back.edtf
        if loose and (visit.date is None or dates_fit(visit.date, days)):
            visit.date = days


def _back_on(source: Source, today: str, visits: Sequence[Draft]) -> None:
    """Read "I will travel to Oslo tomorrow. I return on 8 June": the days of the one journey of which both are told."""
    first = visits[0].date if visits else None
    if first is None or len(first.edtf) != DAY_LENGTH or any(one.date != first for one in visits):
        return
    told = _BACK.search(source.text, visits[0].passages[0].start)
    back = _only_day(source, today, told.span()) if told is not None else None
    if back is None or back.edtf <= first.edtf:
        return
    for visit in visits:
        visit.date = first._replace(edtf=f"{first.edtf}/{back.edtf}")


def _only_day(source: Source, today: str, span: tuple[int, int], towards: Direction = "future") -> When | None:
    dates = find_dates(source.text, today, *span, towards)
    return dates[0] if len(dates) == 1 and len(dates[0].edtf) == DAY_LENGTH else None


def is_within(days: When, known: When) -> bool:
    """Whether days are some, and not all, of those of another date."""
    one, other = parse_edtf(days.edtf), parse_edtf(known.edtf)
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return other.earliest <= one.earliest and one.latest <= other.latest and days.edtf != known.edtf


def is_narrower(days: When, known: When) -> bool:
    """Whether days are some of those of a looser date: "from 6 to 10 February" of "this week"."""
    return is_loose(known) and is_within(days, known)
