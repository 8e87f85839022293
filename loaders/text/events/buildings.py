"""Places told by a building, a forum or the headline: "at the Foreign Ministry", "the Lima Conference"."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.events.article import Article
from loaders.text.events.drafts import Draft
from loaders.text.events.seats import drop_place_of_envoy, seat_of
from loaders.text.lexis.gazetteer import Place, gazetteer
from loaders.text.when import may_name_dates

_FORUM = re.compile(
    r"\b(?:(?:framework|margins?|side-?lines?|fringes?) of (?:\w+ ){0,3}?|(?:at|during|attending) )"
    r"(?:the|this year['’]s) (?:\d+\w* )?"
    r"(?P<city>[A-ZÀ-Þ][\w-]+)(?: (?!Cooperation|Organi|Group|Club|Pact|Union)[\w-]+){0,3}"
    r" (?:[Ff]orum|[Cc]onference|[Ss]ummit|[Dd]ialogue|talks|meetings?)\b"
)
_SIDES = ("margin", "side", "fringe", "framework")
_MADE = re.compile(
    r"\b(?:decisions?|commitments?|pledges?|outcomes?|results|agree\w*|made|reached|adopted|announced|implement\w*|follow\w*"
    r"|after|since|before|ahead|discuss\w*|prepar\w*)\b"
)
_OF_UN = re.compile(
    r"\b(?:margins?|side-?lines?|fringes?) of (?:[\w’'-]+ ){0,9}?"
    r"(?:UNGA\b|(?:UN|U\.N\.|United Nations) General Assembly\b|General Assembly of the (?:UN|United Nations)\b)"
)
_AT_UN = re.compile(
    r"\bat the (?:UN|U\.N\.|United Nations)(?=[.,;]| (?:on|in New York|late|early|today|yesterday|last|this)\b)"
)
"""Read "met X at the United Nations on Tuesday"."""
_VIRTUAL = re.compile(r"\b(?:virtual\w*|video\w*|online|phone|telephone)\b")
_UN_SEAT = Place("New York", "New York", "USA")
_TOWN = re.compile(
    r"\bat (?:(?:the|his|her|their) )?(?:[\w.'’-]+ ){0,4}?(?:House|[Ll]odge|[Pp]alace|[Rr]esidence|[Vv]illa|[Rr]etreat"
    r"|[Ff]arm|[Rr]anch|[Ee]state|[Hh]ome|[Cc]astle) (?:in|at|near)"
    r" (?P<town>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2})"
    r"(?=[.,;]|$| (?:on|in|for|to|today|yesterday|late|early|this|last|next|where)\b)"
)
"""Read "received X at his residence in Rosendal": a town that no table knows, in the state of the host."""
_ELSE = re.compile(r"\band [a-z]")
_HEAD = re.compile(r"(?:In|While in|.*?\bwhile (?:in|visiting)) (?P<city>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?),")
_FIRST = 3
"""Paragraphs in which a readout tells what its headline is of."""


def place_by_building(article: Article) -> None:
    """Give contacts without a place the city of the building or forum that they were at, or that of the headline."""
    text = article.source.text
    headline = _HEAD.match(text, 0, text.find("\n") + 1 or len(text)) if article.home else None
    for event in article.events:
        if event.family not in ("contact", "summons") or event.kind == "visit":
            continue
        drop_place_of_envoy(event)
        if event.place is not None:
            told = seat_of(article, event) if not event.place.city else None
            if told is not None and told[0].country == event.place.country:
                event.place, event.place_span = told
            continue
        place, span = seat_of(article, event) or _of_forum(text, event) or (None, (0, 0))
        first = event.passages[0].paragraph <= _FIRST and event.status == "held" and event.family == "contact"
        if place is None and headline is not None and first:
            place, span = _city(headline["city"]), headline.span("city")
        place, span = (place, span) if place is not None else _of_town(text, event) or (None, span)
        if place is not None:
            event.place, event.place_span = place, span


def _of_town(text: str, event: Draft) -> tuple[Place, tuple[int, int]] | None:
    hosts, own = {host.side for host in event.hosts}, event.passages[0]
    found = _TOWN.search(text, event.at[1], own.end) if len(hosts) == 1 and own.start <= event.at[0] else None
    if found is None or not is_country(side := hosts.pop()) or _ELSE.search(text, event.at[1], found.start()):
        return None
    if gazetteer().find(found["town"]) or may_name_dates(text, *found.span("town")):
        return None
    return Place(found["town"], found["town"], side), found.span("town")


def _of_forum(text: str, event: Draft) -> tuple[Place, tuple[int, int]] | None:
    """Read "on the sidelines of the Munich Security Conference", "of the UN General Assembly"."""
    own = event.passages[0]
    at_un = _AT_UN.search(text, event.at[1], own.end) if own.start <= event.at[0] < own.end else None
    if at_un is None and _VIRTUAL.search(text, own.start, own.end) is None:
        at_un = next((found for one in event.passages if (found := _OF_UN.search(text, one.start, one.end))), None)
    if at_un is not None:
        return _UN_SEAT, at_un.span()
    told = (_FORUM.search(text, one.start, one.end) for one in event.passages)
    found = next((one for one in told if one is not None and not _is_of_outcome(text, event, one.start())), None)
    place = _city(found["city"]) if found is not None else None
    return (place, found.span("city")) if found is not None and place is not None else None


def _is_of_outcome(text: str, event: Draft, start: int) -> bool:
    """Read "met X to follow up commitments made at the Lima Summit": where something else was."""
    own = event.passages[0]
    if text.startswith(_SIDES, start):
        return False
    return not event.at[1] <= start <= own.end or _MADE.search(text, event.at[1], start) is not None


def _city(name: str) -> Place | None:
    """The city that a name stands for, and nothing else."""
    hits = gazetteer().find(name)
    place = hits[0].term.place if len(hits) == 1 and hits[0].end - hits[0].start == len(name) else None
    return place if place is not None and place.city else None
