"""What official texts leave unsaid: that it was today, and here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from kg.dates import parse as parse_edtf
from kg.vocabulary import is_country
from loaders.text.events.article import Article
from loaders.text.events.at_no_place import drop_places_of_virtual
from loaders.text.events.buildings import place_by_building
from loaders.text.events.drafts import Draft
from loaders.text.events.of_before import is_of_before, is_only_spoken_of
from loaders.text.events.same_host import place_at_same_host
from loaders.text.events.same_place import place_beside_others
from loaders.text.events.signed_there import place_what_is_signed
from loaders.text.events.stay_days import stay_of_readout
from loaders.text.events.written_at import headed_place
from loaders.text.lexis.distances import DAY_LENGTH, PAIR
from loaders.text.when import When

_HERE = re.compile(
    r"\bhere(?: (?:on|late|early|today|yesterday|in|for|at|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|[.,])"
    r"|\b(?:in|at|near) this (?:[\w’'-]+ ){0,4}?(?:city|island|town|resort|capital|village|port)\b"
)
_MANY = 4
_TRAVEL = re.compile(r"\b(?:travels?|trip|tour|visits|mission)\b", re.IGNORECASE)
_ON_TOUR = frozenset({"visit", "meeting", "talks"})
_NEWS = timedelta(days=7)
_LONG_AGO = timedelta(days=366)
_LEAD = 60
"""Characters between a dateline and the sentence that it begins."""
_ELSEWHERE = re.compile(
    r"\b(?:in|at|on|near|of) (?!this )(?:the )?(?:\w+ ){0,3}?(?:city|island|town|resort|capital|village|base)\b"
    r"|\b(?:called(?! (?:on|in)\b)|phone|telephone|video)\b"
)
"""It was somewhere else, which the tables do not know."""
_UNDER_WAY = re.compile(r"\b(?:is|are|pays|paying|arrives|begins|makes|making|visits)\b")
_DURING_A_STAY = re.compile(
    r"\bduring (?:his|her|their|the) (?:[\w-]+ ){0,3}?(?:stay|trip|visit|tour|mission)\b"
    r"|\bwhere (?:he|she|they) also\b",
    re.IGNORECASE,
)
_NOT_HERE = frozenset({"call", "letter", "visit", "sanction"})
"""Kinds that are not where the text was written."""


def _is_told_here(text: str, event: Draft) -> bool:
    """Whether the text says that it was where the text was written: "met here on Monday", "in this lakeside resort"."""
    if event.family not in ("contact", "agreement") or (text.find("here") < 0 and text.find(" this ") < 0):
        return False
    return any(_HERE.search(text, one.start, one.end) is not None for one in event.passages[:PAIR])


def _is_in_lead(article: Article, event: Draft) -> bool:
    """Whether an agency's first sentence tells of it without a place: it was where the text was written."""
    dateline, first = article.layout.dateline, event.passages[0]
    if event.place is not None or dateline is None or article.home or event.status != "held" or event.background:
        return False
    if _was_long_ago(article, event):
        return False
    ceremony = event.rule.startswith("credentials")
    if (
        not (ceremony or event.family in ("contact", "agreement", "summons"))
        or first.start > article.layout.dateline_span[1] + _LEAD
    ):
        return False
    if article.cast.paper == dateline.country and len(event.sides) > 1 and dateline.country not in event.sides:
        return False  # a paper at home, which writes of others from there
    lead = [one for one in event.passages if one.start <= article.layout.dateline_span[1] + _LEAD]
    return all(_ELSEWHERE.search(article.source.text, one.start, one.end) is None for one in lead)


def _is_summit(event: Draft) -> bool:
    """Leaders of many states, or of an organisation, in one room."""
    led = [party for party in event.parties if party.rank == "head" and party.side]
    many = {party.side for party in led}
    bodies = {side for side in many if not is_country(side)}
    named = any(party.person is not None for party in event.parties)
    return len(led) == len(event.parties) and (len(many) >= _MANY or (bool(bodies) and not named and len(many) == 1))


def _is_on_some_day_of_a_stay(text: str, event: Draft) -> bool:
    """Read "During her stay she also met X" below the lead: on one of its days, not the day of the release."""
    first = event.passages[0]
    if event.date is not None or first.paragraph <= 1 or event.family not in ("contact", "visit"):
        return False
    return _DURING_A_STAY.search(text, first.start, first.end) is not None


def _announce(text: str, events: Sequence[Draft]) -> None:
    """A visit that only a headline names is to come where all that the text tells of its sides is: "will welcome X"."""
    for event in events:
        if event.kind != "visit" or event.status or any(one.role != "headline" for one in event.passages):
            continue
        if _UNDER_WAY.search(text, event.passages[0].start, event.passages[0].end) is not None:
            continue
        told = [one for one in events if one is not event and one.sides == event.sides]
        if told and all(one.status == "planned" for one in told):
            event.status, event.date = "planned", event.date or told[0].date


def finish(article: Article) -> list[Draft]:
    """Give official texts the day and place that they leave unsaid."""
    place_by_building(article)
    _announce(article.source.text, article.events)
    official = bool(article.home) or article.source.kind == "readout"
    touring = official and _is_of_tour(article)
    for event in article.events:
        _settle_kind(event)
        told_here = event.place is None and _is_told_here(article.source.text, event)
        if _is_in_lead(article, event) or told_here:
            _place_here(article, event)
        if told_here and event.place is None and (headed := headed_place(article)) is not None:
            event.place, event.place_span = headed
        _refine(article, event)
        if official and event.status == "held" and not (touring and event.kind in _ON_TOUR):
            _date_readout(article, event)
    place_beside_others(article)
    place_at_same_host(article)
    place_what_is_signed(article.source.text, article.events)
    drop_places_of_virtual(article.source.text, article.events)
    return article.events


def _is_of_tour(article: Article) -> bool:
    """Whether a readout is of a journey to several states: whom one met on it was met on one of its days."""
    stops = {one.place.country for one in article.events if one.place is not None and one.kind in _ON_TOUR}
    if len(stops - {article.home, "PSE"}) <= 1:  # Ramallah is an hour from Jerusalem
        return False
    head = next((one for one in article.layout.passages if one.role == "headline"), None)
    return head is not None and _TRAVEL.search(article.source.text, head.start, head.end) is not None


def _settle_kind(event: Draft) -> None:
    """What nothing was said against was held; a meeting of many is a summit; calls and letters have no place."""
    event.status = event.status or "held"
    if event.kind == "meeting" and _is_summit(event):
        event.kind = "summit"
    if event.kind in ("call", "letter"):
        event.place = None


def _refine(article: Article, event: Draft) -> None:
    """Read "OSLO - X arrived in Norway on Tuesday": a text is written in the city of the country that it names."""
    here, place = article.layout.dateline, event.place
    told = event.status == "held" and not event.background and event.passages[0].paragraph <= PAIR
    if here is None or place is None or not told or not here.city or place.city or here.country != place.country:
        return
    if event.family in ("contact", "agreement") and _is_news(article, event):
        _place_here(article, event)


def _is_news(article: Article, event: Draft) -> bool:
    """Whether an event was within the days before its text."""
    age = _age(article, event)
    return abs(age) <= _NEWS if age is not None else event.date is None


def _was_long_ago(article: Article, event: Draft) -> bool:
    """Whether an event was in another year than the one before its text."""
    age = _age(article, event)
    return age is not None and age > _LONG_AGO


def _age(article: Article, event: Draft) -> timedelta | None:
    """Return how long before its text an event was."""
    day = parse_edtf(event.date.edtf).latest if event.date is not None else None
    told = parse_edtf(article.source.published[:DAY_LENGTH]).latest if article.source.published else None
    return told - day if told is not None and day is not None else None


def _place_here(article: Article, event: Draft) -> None:
    """Give an event the place of the dateline, if there is one."""
    if article.layout.dateline:
        event.place, event.place_span = article.layout.dateline, article.layout.dateline_span


def _is_of_lead(article: Article, event: Draft) -> bool:
    """Whether what a text without a day begins with, behind its dateline, is that event."""
    begin = event.passages[0].start - article.layout.dateline_span[1]
    return article.layout.dateline is not None and 0 <= begin <= _LEAD


def _date_readout(article: Article, event: Draft) -> None:
    """Give what an official text tells of the day and the place where it was written, unless it is of before."""
    day = article.layout.day or article.source.published[:DAY_LENGTH]
    today = event.date is not None and event.date.edtf == day
    if not today and is_of_before(article.source.text, event):
        event.background = event.date is None
        return
    if _is_on_some_day_of_a_stay(article.source.text, event) or is_only_spoken_of(article.source.text, event):
        return
    first = event.passages[0]
    if event.date is None and not (event.definite and event.kind == "summit") and len(day) >= DAY_LENGTH:
        event.date = When(first.start, first.end, day, "readout-of-the-day")
        event.date = stay_of_readout(article.source.text, event, event.date) if event.kind == "visit" else event.date
    same_day = event.date.edtf == day if event.date is not None else not day and _is_of_lead(article, event)
    if event.place is None and same_day and event.kind not in _NOT_HERE:
        _place_here(article, event)
