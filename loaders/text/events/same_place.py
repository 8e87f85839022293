"""Where contacts were that say nothing of it: where one of those who met, abroad, met somebody else just before.

"Met X in Lima on Tuesday. He also held talks with Y"; "leaders gathered in Quito. On the sidelines X met Y".
"""

from __future__ import annotations

import re

from kg.dates import parse as parse_edtf
from loaders.text.events.article import Article
from loaders.text.events.drafts import Draft
from loaders.text.events.joining import take_place
from loaders.text.events.on_stay import is_of_another_time, is_on_stay, is_soon_after
from loaders.text.layout.structure import Layout
from loaders.text.lexis.distances import DAY_LENGTH, NEAR
from loaders.text.lexis.gazetteer import Place, gazetteer

_OF_CITY = re.compile(r" (?:\w+ ){0,2}?(?:Forum|Summit|Conference|Dialogue)\b")
"""Read "addressed the Lima Forum": it is named for where it is."""
_LEAVES = re.compile(
    r"\b(?:left|leaves?|leaving|depart\w*|return(?:s|ed|ing)?|flew|flies|head(?:s|ed|ing)|travel\w*|arriv\w*"
    r"|visit(?:s|ed|ing)?|before) \w"
)
_MARGINS = re.compile(r"\b(?:side-?lines?|margins?|fringes?)\b")
_OF_NAMED = re.compile(
    r"\b(?:side-?lines?|margins?|fringes?) of (?!(?:the|its|their|this) (?:[a-z]+ ){0,2}[a-z]+(?:[.,;]| [a-z])|it\b)"
)
_GATHERING = re.compile(
    r"\b(?:[Ss]ummit|[Cc]onference|[Ff]orum|[Aa]ssembly|[Ss]ession|[Gg]athering"
    r"|[Mm]eeting of (?:the )?(?:\w+ ){0,3}?(?:leaders|ministers))\b"
)
_LEAD = 60
"""Characters between a dateline and the sentence that it begins."""
_IN = re.compile(r"\b(?:in|at)(?: the (?:[\w-]+ ){1,3}?(?:city|resort|town|capital)(?: of)?,?)? \Z")


def place_beside_others(article: Article) -> None:
    """Give contacts without a place that of another of the same people, or of the gathering that they were beside."""
    text = article.source.text
    for number, event in enumerate(article.events):
        if event.place is not None or event.family != "contact" or not _may_be_placed(text, event):
            continue
        others = reversed(article.events[max(0, number - NEAR) : number])
        stay = next((one for one in others if _was_there(text, event, one)), None)
        if stay is not None:
            take_place(event, stay)
        elif (found := _beside_gathering(text, article.layout, event)) is not None:
            event.place, event.place_span = found
        elif not article.home and _is_on_visit_here(article, event, number):
            event.place, event.place_span = article.layout.dateline, article.layout.dateline_span


def _is_on_visit_here(article: Article, event: Draft, number: int) -> bool:
    """Read "OSLO - X began a visit to Norway on Monday. He was received by Y": an agency writes from there."""
    here = article.layout.dateline
    if here is None or not here.city or here.country not in event.sides:
        return False
    published = parse_edtf(article.source.published[:DAY_LENGTH]).latest if article.source.published else None
    visits = (one for one in article.events[max(0, number - NEAR) : number] if one.kind == "visit")
    return any(
        one.place is not None
        and one.place.country == here.country
        and not event.named.isdisjoint(one.named)
        and is_on_stay(article.source.text, published, event, one)
        for one in visits
    )


def _may_be_placed(text: str, event: Draft) -> bool:
    first = event.passages[0]
    told = first.role == "body" and not first.spoken and not event.background and not event.earlier
    return told and event.status in ("held", "planned") and not is_of_another_time(text, event)


def _was_there(text: str, event: Draft, other: Draft) -> bool:
    """Whether another event, told just before, shows where one who took part in both was, away from home."""
    place = other.place
    if place is None or not place.city or other.kind == "visit" or is_of_another_time(text, other):
        return False  # "Last month the two met in Quito. He also met"
    undated = event.status == "planned" and other.status == "held" and event.date is None
    if undated or other.status not in ("held", event.status):
        return False
    told, last = event.passages[0], other.passages[-1]
    if place.country in other.sides and not event.named <= other.named:
        return False  # others may be met in another city or state
    if not 0 <= told.paragraph - last.paragraph <= NEAR or _LEAVES.search(text, last.start, last.end) is not None:
        return False
    if _LEAVES.search(text, told.start, event.at[0]) is not None or not _is_away(event, other, place):
        return False
    return is_soon_after(event, other, same_day=not event.sides <= other.sides)


def _is_away(event: Draft, other: Draft, place: Place) -> bool:
    known = {id(party.person) for party in other.parties if party.person is not None and party.side != place.country}
    return not known.isdisjoint(event.named)


def _beside_gathering(text: str, layout: Layout, event: Draft) -> tuple[Place, tuple[int, int]] | None:
    """Read "On the sidelines, X met Y" after "gathered in Quito for a summit"."""
    told = event.passages[0]
    if _MARGINS.search(text, told.start, told.end) is None or _OF_NAMED.search(text, told.start, told.end) is not None:
        return None
    before = [one for one in layout.passages if one.start < told.start and told.paragraph - one.paragraph <= NEAR]
    for passage in reversed(before):
        if _GATHERING.search(text, passage.start, passage.end) is None:
            continue
        for hit in gazetteer().find(text[passage.start : passage.end]):
            begin = passage.start + hit.start
            place = hit.term.place
            end = passage.start + hit.end
            there = _IN.search(text, passage.start, begin) or _OF_CITY.match(text, end, passage.end)
            if place is not None and place.city and there:
                return place, (begin, end)
        if layout.dateline is not None and 0 <= passage.start - layout.dateline_span[1] <= _LEAD:
            return layout.dateline, layout.dateline_span
    return None
