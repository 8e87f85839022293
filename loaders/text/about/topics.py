"""What an event was about: each word of the topics table is a witness, worth as much as its place makes it.

A word may stand in a sentence that tells of the event or of what was discussed, as what is spoken of or beside it. The
more of them, the surer the topic. Where these say nothing, the rest of its paragraphs does, or the headline with the
first sentences. What a conflict of its sides makes it about is there, said or not. Relations of two states come last.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg.vocabulary import is_country, topics
from loaders.text.about.conflicts import topics_between
from loaders.text.about.portfolios import topic_of_offices
from loaders.text.about.topic_scope import Place, Scope
from loaders.text.about.topic_terms import WEAK, Found
from loaders.text.about.topic_witnesses import Witnesses, Words
from loaders.text.events.article import Article
from loaders.text.events.drafts import Draft, Told
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import PAIR

_RELATIONS = "bilateral-relations"
_OF_TWO = frozenset({"meeting", "talks", "visit"})
"""Where two states meet face to face, their relations are a topic to those who report of themselves."""
_TURNED = frozenset({"expulsion", "summons", "other"})
"""Where two states turn on each other's envoys, their relations are a topic, whoever reports."""
_MOST = 9
_MOST_WIDER = 2
_SURE = 0.5
"""How sure a topic must be."""
_FEW = 4
"""Sides of a contact that can be about a conflict of two of them."""


def add_topics(article: Article) -> None:
    """Give each event its topics."""
    if not article.events:
        return
    reader = _Reader(article)
    for event in article.events:
        told = _with_relations(event, reader.told(event), official=bool(article.home))
        event.topics = sorted(told, key=lambda one: one.value)


class _Reader:
    """Hears the words of the sentences about each event."""

    def __init__(self, article: Article) -> None:
        self._published = article.source.published
        self._scope = Scope(article)
        self._words = Words(article.source.text)

    def told(self, event: Draft) -> list[Told]:
        """Return what the sentences about the event say, and the conflict of its sides."""
        witnesses = self._hear(event, self._scope.about(event))
        sure = witnesses.sure()
        first = event.passages[0]
        for topic in topics_between(event.sides, self._day(event)) if len(event.sides) <= _FEW else ():
            sure[topic] = 1.0
            witnesses.spans.setdefault(topic, (first.start, first.end))
        chosen = _chosen(sure, witnesses)
        if any(one.value != _RELATIONS for one in chosen):
            return chosen
        around = [] if self._scope.is_told_in_passing(event) else self._told_around(event)
        return [*chosen, *(around or topic_of_offices(event))]

    def _told_around(self, event: Draft) -> list[Told]:
        """Return what the paragraphs of the event say, else what the whole article is about."""
        for passages in (self._scope.around(event), self._scope.lead(event)):
            witnesses = self._hear(event, passages)
            if found := [one for one in _chosen(witnesses.sure(), witnesses) if one.value != _RELATIONS]:
                return found[:_MOST_WIDER]
        return []

    def _hear(self, event: Draft, passages: Iterable[tuple[Passage, Place]]) -> Witnesses:
        witnesses = Witnesses()
        involved = (event.sides | {host.side for host in event.hosts}) - {""}
        if event.place and event.place.country:
            involved.add(event.place.country)
        not_yet = _not_yet(self._day(event))
        for passage, place in passages:
            for one, worth in self._words.worths(passage, _told_at(event, passage) if place == "own" else -1):
                if one.term.state not in involved and one.term.topic not in not_yet and not _of_signing(event, one):
                    witnesses.add(one, worth, place)
        return witnesses

    def _day(self, event: Draft) -> str:
        return (event.date.edtf if event.date else "") or self._published


def _of_signing(event: Draft, one: Found) -> bool:
    """Those who sign an agreement on cooperation in something are two countries: their relations are no topic by it."""
    return event.kind == "agreement" and one.term.topic == _RELATIONS and one.weight == WEAK


def _told_at(event: Draft, passage: Passage) -> int:
    """Where a sentence first tells of the event, from its begin; -1 where that is not known."""
    return min(
        (one.start - passage.start for one in event.statuses if passage.start <= one.start < passage.end), default=-1
    )


@lru_cache(maxsize=4_096)
def _not_yet(day: str) -> frozenset[str]:
    """The topics that nothing was about yet on a day."""
    if not day[:4].isdigit():
        return frozenset()
    return frozenset(one.id for one in topics().values() if one.since and day < one.since)


def _chosen(sure: dict[str, float], witnesses: Witnesses) -> list[Told]:
    """Return the topics that are sure enough, the surest first."""
    ranked = sorted((one for one in sure if sure[one] >= _SURE), key=lambda one: (-sure[one], one))
    if _RELATIONS in ranked[_MOST:]:
        ranked = [*ranked[: _MOST - 1], _RELATIONS]
    return [Told(one, *witnesses.spans[one], "terms") for one in ranked[:_MOST]]


def _with_relations(event: Draft, told: list[Told], *, official: bool) -> list[Told]:
    """Relations are a topic where nothing else is, and where two states meet or turn on each other."""
    others = [one for one in told if one.value != _RELATIONS]
    if len(event.sides) != PAIR and (others or len(event.sides) < PAIR):
        return others or told
    if len(others) < len(told) or (others and not _of_two_states(event, official=official)):
        return told
    passage = event.passages[0]
    return [*told, Told(_RELATIONS, passage.start, passage.end, "two-sides")]


def _of_two_states(event: Draft, *, official: bool) -> bool:
    kinds = _TURNED | _OF_TWO if official else _TURNED
    return event.kind in kinds and all(is_country(side) for side in event.sides)
