"""Who receives several guests on one day at home is where he is told to have received one of them.

"Prime Minister X received Y in Oslo on Monday. Later that day she received Z", and the envoys who present credentials.
"""

from __future__ import annotations

from loaders.text.events.article import Article
from loaders.text.events.drafts import Draft
from loaders.text.events.joining import take_place
from loaders.text.events.on_stay import is_of_another_time
from loaders.text.lexis.distances import DAY_LENGTH, NEAR

_CEREMONY = "credentials"


def place_at_same_host(article: Article) -> None:
    """Give receptions without a place that of another of the same host on the same day."""
    text = article.source.text
    for number, event in enumerate(article.events):
        first = event.passages[0]
        ceremony = event.rule.startswith(_CEREMONY)
        if event.place is not None or first.role != "body" or first.spoken or event.background or event.earlier:
            continue
        if not (ceremony or event.family == "contact") or is_of_another_time(text, event):
            continue
        others = article.events[max(0, number - NEAR) : number + NEAR]
        one = next((other for other in others if _is_with_same_host(event, other, ceremony=ceremony)), None)
        if one is not None:
            take_place(event, one)


def _is_with_same_host(event: Draft, other: Draft, *, ceremony: bool) -> bool:
    """Whether another reception, told nearby and with a city, is of the same host at home, on the same day."""
    place = other.place
    if other is event or place is None or not place.city or other.family != "contact" or other.status != event.status:
        return False
    if abs(event.passages[0].paragraph - other.passages[-1].paragraph) > NEAR:
        return False
    mine, theirs = _at_home(event, place.country, ceremony=ceremony), _at_home(other, place.country, ceremony=False)
    return not mine.isdisjoint(theirs) and (ceremony or _are_of_one_day(event, other))


def _at_home(event: Draft, state: str, *, ceremony: bool) -> set[int]:
    """Those of a state who receive others."""
    hosts = event.parties if ceremony else event.hosts
    return {id(one.person) for one in hosts if one.person is not None and one.side == state}


def _are_of_one_day(event: Draft, other: Draft) -> bool:
    if event.date is None or other.date is None:
        return False
    return event.date.edtf == other.date.edtf and len(event.date.edtf) == DAY_LENGTH
