"""What official texts leave unsaid: that it was today, and here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.vocabulary import is_country
from loaders.text.events.article import Article
from loaders.text.events.buildings import place_by_building
from loaders.text.events.drafts import Draft
from loaders.text.events.stay_days import stay_of_readout
from loaders.text.lexis.distances import DAY_LENGTH, PAIR
from loaders.text.when import When

_HERE = re.compile(
    r"\bhere(?: (?:on|late|early|today|yesterday|in|for|at|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|[.,])"
)
_MANY = 4
_LEAD = 60
"""Characters between a dateline and the sentence that it begins."""
_ELSEWHERE = re.compile(
    r"\b(?:in|at|on|near|of) (?:the )?(?:\w+ ){0,3}?(?:city|island|town|resort|capital|village|base)\b"
    r"|\b(?:called|phone|telephone|video)\b"
)
"""It was somewhere else, which the tables do not know."""
_BACKGROUND = re.compile(
    r"\b(?=[aefhlprs])(?:recent|recently|previous|previously|earlier(?! today)|last (?:week|month|year|time|met)|past|"
    r"ago|since|already|first (?:summit|meeting|visit)|"
    r"had(?! (?:\w+ ){0,2}?(?:an?|separate|several|bilateral|brief|the (?:opportunity|chance|pleasure)|"
    r"meetings?|talks|discussions?|conversations?)\b))\b"
)

_RECENTLY = re.compile(r"\brecently (?:met|held|paid|made|took|spoke|signed|called|travel|visit|receiv|conclud)")
_UNDER_WAY = re.compile(r"\b(?:is|are|pays|paying|arrives|begins|makes|making|visits)\b")
_DURING_A_STAY = re.compile(
    r"\bduring (?:his|her|their|the) (?:[\w-]+ ){0,3}?(?:stay|trip|visit|tour|mission)\b"
    r"|\bwhere (?:he|she|they) also\b",
    re.IGNORECASE,
)
_WHAT_FOR = re.compile(r"\b(?:to (?:review|discuss|assess|consider|examine|take stock))\b")
_RESULT_OF = re.compile(
    r"\b(?:following(?: up(?: from)?)?|from|since|(?:results?|outcomes?) of"
    r"|(?:agreed|reached|discussed) (?:at|during|in)) (?:the|that|their)(?: \S+){0,3} $"
)
"""Read "issues following up from the meeting between X and Y": another contact than that told of."""
_NOT_HERE = frozenset({"call", "letter", "visit", "sanction"})
"""Kinds that are not where the text was written."""


def _is_told_here(text: str, event: Draft) -> bool:
    """Whether the text says that it was where the text was written: "met here on Monday"."""
    if event.family not in ("contact", "agreement") or text.find("here") < 0:
        return False
    return any(_HERE.search(text, one.start, one.end) is not None for one in event.passages[:PAIR])


def _is_in_lead(article: Article, event: Draft) -> bool:
    """Whether an agency's first sentence tells of it without a place: it was where the text was written."""
    dateline, first = article.layout.dateline, event.passages[0]
    if event.place is not None or dateline is None or article.home or event.status != "held" or event.background:
        return False
    if event.family not in ("contact", "agreement", "summons") or first.start > article.layout.dateline_span[1] + _LEAD:
        return False
    return _ELSEWHERE.search(article.source.text, first.start, first.end) is None


def _is_summit(event: Draft) -> bool:
    """Leaders of many states, or of an organisation, in one room."""
    led = [party for party in event.parties if party.rank == "head" and party.side]
    many = {party.side for party in led}
    bodies = {side for side in many if not is_country(side)}
    named = any(party.person is not None for party in event.parties)
    return len(led) == len(event.parties) and (len(many) >= _MANY or (bool(bodies) and not named and len(many) == 1))


def _is_of_before(article: Article, event: Draft) -> bool:
    """Whether a readout tells of it as past already.

    In its first sentence what stands after the contact is of what was spoken of: "met to review what was done since".
    """
    text, first = article.source.text, event.passages[0]
    if any(_RECENTLY.search(text, one.start, one.end) is not None for one in event.passages if one.role == "body"):
        return True
    if first.paragraph == 0:
        return False
    leads = first.paragraph == 1 and text[first.start - 1] == "\n"
    about = _WHAT_FOR.search(text, first.start, first.end) if leads and event.family in ("contact", "call") else None
    end = about.start() if about is not None else first.end
    if _BACKGROUND.search(text, first.start, end) is not None:
        return True
    return event.definite and _RESULT_OF.search(text, first.start, event.at[0]) is not None


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
    for event in article.events:
        _settle_kind(event)
        if _is_in_lead(article, event) or (event.place is None and _is_told_here(article.source.text, event)):
            _place_here(article, event)
        if official and event.status == "held":
            _date_readout(article, event)
    return article.events


def _settle_kind(event: Draft) -> None:
    """What nothing was said against was held; a meeting of many is a summit; calls and letters have no place."""
    event.status = event.status or "held"
    if event.kind == "meeting" and _is_summit(event):
        event.kind = "summit"
    if event.kind in ("call", "letter"):
        event.place = None


def _place_here(article: Article, event: Draft) -> None:
    """Give an event the place of the dateline, if there is one."""
    if article.layout.dateline:
        event.place, event.place_span = article.layout.dateline, article.layout.dateline_span


def _date_readout(article: Article, event: Draft) -> None:
    """Give what an official text tells of the day and the place where it was written, unless it is of before."""
    day = article.layout.day or article.source.published[:DAY_LENGTH]
    today = event.date is not None and event.date.edtf == day
    if not today and _is_of_before(article, event):
        event.background = event.date is None
        return
    if _is_on_some_day_of_a_stay(article.source.text, event):
        return
    first = event.passages[0]
    if event.date is None and not (event.definite and event.kind == "summit") and len(day) >= DAY_LENGTH:
        event.date = When(first.start, first.end, day, "readout-of-the-day")
        event.date = stay_of_readout(article.source.text, event, event.date) if event.kind == "visit" else event.date
    same_day = event.date is not None and event.date.edtf == day
    if event.place is None and same_day and event.kind not in _NOT_HERE:
        _place_here(article, event)
