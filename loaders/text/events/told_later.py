"""Days and places that a sentence of their own tells: "The ceremony was in Accra on Friday", "returns on 16 March"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from kg.dates import parse as parse_edtf
from kg.model import Source
from loaders.text.events.drafts import Draft, is_loose
from loaders.text.events.joining import take_place
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
    r"\b(?:The|His|Her|Their) (?:[\w-]+ ){0,3}?(?:visit|trip|tour|stay),? (?:which )?"
    r"(?:began|started|opened|commenced|kicked off)\b[^.\n]{0,60}"
)
_CAME = re.compile(
    r"[.\n]\s*(?:(?:The )?[A-ZÀ-Þ][\w.’'-]+|The \w+(?: minister)?) (?:had |has )?"
    r"(?:arrived|landed|touched down|flew in)\b(?P<day>[^.,;\n]{3,60})"
)
"""Read "is in Oslo for talks. He arrived on Monday"."""
_NEXT = 300
"""Characters after a journey is told of in which a text says until when it is."""
_LONGEST = timedelta(days=20)
_OVER = re.compile(r"\b(?:conclude[sd]|concluding|wrap(?:s|ped|ping) up|end(?:s|ed|ing)|complete[sd]|completing)\b")
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


def _is_city(place: Place | None) -> bool:
    return place is not None and bool(place.city)


def _of_series(text: str, events: Sequence[Draft]) -> None:
    """Read "held a series of meetings on Wednesday in Oslo. He also met Minister X": one of the series."""
    series = next((one for one in events if one.family == "contact" and _tells_series(text, one)), None)
    if series is None or series.date is None:
        return
    for event in events:
        near = 0 <= event.passages[0].paragraph - series.passages[-1].paragraph <= _NEAR
        one_of_them = event.family == "contact" and event is not series and event.status == series.status
        if near and one_of_them and event.date in (None, series.date) and series.named & event.named:
            event.date = series.date
            if event.place is None:
                take_place(event, series)


def _tells_series(text: str, event: Draft) -> bool:
    named = any(party.person is not None for party in event.parties)
    return named and any(_SERIES.search(text, one.start, one.end) is not None for one in event.passages)


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
