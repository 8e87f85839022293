"""Days, and some places, that other sentences than those of an event give it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Source
from loaders.text.events.after_arrival import put_after_arrival
from loaders.text.events.among_many import date_among_many
from loaders.text.events.beside_gathering import date_beside_gathering
from loaders.text.events.called_off import settle_called_off
from loaders.text.events.dated_by_another import (
    date_beside_another,
    date_by_day_of_stay,
    date_by_only_journey,
    date_what_is_signed,
    date_where_met,
)
from loaders.text.events.day_said import date_by_saying
from loaders.text.events.denied_later import deny_later
from loaders.text.events.drafts import Draft
from loaders.text.events.headline_says import take_from_headline, take_from_lead
from loaders.text.events.in_what_way import settle_calls
from loaders.text.events.later_day import date_from_later
from loaders.text.events.later_place import place_from_later
from loaders.text.events.leads import lend_day
from loaders.text.events.legs import date_legs, date_stops
from loaders.text.events.said_there import date_where_said
from loaders.text.events.stay_days import settle_stays
from loaders.text.events.told_later import tell_later
from loaders.text.events.tours import date_tours
from loaders.text.events.umbrellas import date_under_umbrella
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import DAY_LENGTH
from loaders.text.telling.clauses import ClauseReader


def date_from_other_sentences(
    source: Source, today: str, readers: Sequence[ClauseReader], events: Sequence[Draft], passages: Sequence[Passage]
) -> None:
    """Give events what they lack: the nearer a sentence is to the event, the sooner it is asked."""
    settle_calls(source.text, events)
    date_by_saying(source, today, readers, events)
    lend_day(source, today, readers, [event for event in events if not event.date])
    date_where_said(source, today, readers, events)
    tell_later(source, today, events)
    date_from_later(source, today, events)
    place_from_later(source.text, events, passages)
    take_from_headline(source, today, events, passages)
    take_from_lead(source, today, events, passages)
    date_legs(source, today, events)
    settle_stays(source, today, events)
    put_after_arrival(today, events)
    date_tours(source, today, events, passages)
    date_under_umbrella(source, today, events, passages)
    _drop_days_over(today, events)
    date_what_is_signed(source.text, events)
    date_where_met(events)
    date_stops(source.text, events)
    date_beside_another(source.text, events)
    date_beside_gathering(source.text, events)
    date_among_many(source, today, events, passages)
    date_by_day_of_stay(source.text, events)
    date_by_only_journey(source.text, today, events)
    settle_called_off(source, today, events)
    deny_later(source.text, events)


def _drop_days_over(today: str, events: Sequence[Draft]) -> None:
    """Read "arrived yesterday and is to see X": a day that is over is that of what was done on it."""
    done = {
        (one.date.edtf, one.passages[-1].start) for one in events if one.date is not None and one.status in ("held", "")
    }
    for event in events:
        day = event.date.edtf if event.date is not None else ""
        over = len(day) == len(today) == DAY_LENGTH and day < today and event.status == "planned"
        if over and (day, event.passages[-1].start) in done:
            event.date = None
