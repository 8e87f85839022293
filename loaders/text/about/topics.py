"""What an event was about: terms of the topics table in the sentences that tell of it or of what was discussed.

Where these say nothing, the rest of its paragraphs does, or the headline with the first sentences. What a conflict of
its sides makes it about is there, said or not. Relations of two states come last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.vocabulary import is_country, topics
from loaders.text.about.conflicts import topics_between
from loaders.text.about.topic_scope import Scope
from loaders.text.about.topic_terms import STRONG, Found, find_terms
from loaders.text.events.article import Article
from loaders.text.events.drafts import Draft, Told
from loaders.text.layout.structure import Passage
from loaders.text.lexis.distances import PAIR

_RELATIONS = "bilateral-relations"
_OF_TWO = frozenset({"meeting", "talks", "visit"})
"""Where two states meet face to face, their relations are a topic to those who report of themselves."""
_TURNED = frozenset({"expulsion", "summons", "other"})
"""Where two states turn on each other's envoys, their relations are a topic, whoever reports."""
_CONTACTS = frozenset({"contact", "call", "visit"})
_MOST = 7
_MOST_WIDER = 2
_SHARE = 0.2
"""Of what the first topic weighs, the least that another must weigh."""
_OWN = 3.0
"""Times that a term weighs more in a sentence that tells of the event itself."""
_LEAST = 2.0
"""What the terms of a topic must weigh together where none is a strong one."""
_LEAST_LEAD = 4.0
"""The same for a headline and what follows it, where the event is only one of several things told."""
_FEW = 4
"""Sides of a contact that can be about a conflict of two of them."""


@dataclass
class _Weights:
    """What the terms of some sentences say of each topic."""

    words: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)

    def add(self, one: Found, times: float) -> None:
        """Count a term; the same word again counts once."""
        topic = one.term.topic
        words = self.words[topic]
        words[one.word] = max(one.weight * times, words.get(one.word, 0.0))
        if topic not in self.spans or (one.weight == STRONG and topic not in self.sure):
            self.spans[topic] = (one.start, one.end)
        if one.weight == STRONG:
            self.sure.add(topic)

    def totals(self) -> dict[str, float]:
        """Return what each topic weighs, without those that one weak word alone tells of."""
        totals = {topic: sum(words.values()) for topic, words in self.words.items()}
        return {topic: total for topic, total in totals.items() if topic in self.sure or total >= _LEAST}


def add_topics(article: Article) -> None:
    """Give each event its topics."""
    if not article.events:
        return
    reader = _Reader(article)
    for event in article.events:
        told = _with_relations(event, reader.told(event), official=bool(article.home))
        event.topics = sorted(told, key=lambda one: one.value)


class _Reader:
    """Weighs the terms of sentences, each of which is searched once."""

    def __init__(self, article: Article) -> None:
        self._text = article.source.text
        self._published = article.source.published
        self._scope = Scope(article)
        self._terms: dict[int, list[Found]] = {}

    def told(self, event: Draft) -> list[Told]:
        """Return what the sentences about the event say, and the conflict of its sides."""
        weights = self._weigh(event, self._scope.about(event), {one.start for one in event.passages})
        totals = weights.totals()
        first = event.passages[0]
        for topic in topics_between(event.sides, self._day(event)) if len(event.sides) <= _FEW else ():
            totals[topic] = totals.get(topic, 0.0) + STRONG * _OWN
            weights.spans.setdefault(topic, (first.start, first.end))
        chosen = _chosen(totals, weights)
        if any(one.value != _RELATIONS for one in chosen):
            return chosen
        return [*chosen, *self._told_around(event)]

    def _told_around(self, event: Draft) -> list[Told]:
        """Return what the paragraphs of the event say, else what the whole article is about."""
        for passages, least in ((self._scope.around(event), 0.0), (self._scope.lead, _LEAST_LEAD)):
            weights = self._weigh(event, passages, {one.start for one in self._scope.headline})
            totals = {topic: total for topic, total in weights.totals().items() if total >= least}
            if found := [
                one for one in _chosen(totals, weights) if one.value != _RELATIONS and one.value in weights.sure
            ]:
                return found[:_MOST_WIDER]
        return []

    def _weigh(self, event: Draft, passages: Sequence[Passage], own: Collection[int]) -> _Weights:
        weights = _Weights()
        involved = event.sides | {event.place.country if event.place else ""} | {host.side for host in event.hosts}
        not_yet = _not_yet(self._day(event))
        for passage in passages:
            times = _OWN if passage.start in own else 1.0
            for one in self._terms_of(passage):
                if (one.term.state and one.term.state in involved) or one.term.topic in not_yet:
                    continue
                weights.add(one, times)
        return weights

    def _day(self, event: Draft) -> str:
        return (event.date.edtf if event.date else "") or self._published

    def _terms_of(self, passage: Passage) -> list[Found]:
        if passage.start not in self._terms:
            self._terms[passage.start] = find_terms(self._text, passage)
        return self._terms[passage.start]


@lru_cache(maxsize=4_096)
def _not_yet(day: str) -> frozenset[str]:
    """The topics that nothing was about yet on a day."""
    if not day[:4].isdigit():
        return frozenset()
    return frozenset(one.id for one in topics().values() if one.since and day < one.since)


def _chosen(totals: dict[str, float], weights: _Weights) -> list[Told]:
    """Return the topics that no other outweighs by far, the weightiest first."""
    best = max(totals.values(), default=0.0)
    ranked = sorted((one for one in totals if totals[one] >= _SHARE * best), key=lambda one: (-totals[one], one))
    if _RELATIONS in totals and _RELATIONS not in ranked[:_MOST]:
        ranked = [*ranked[: _MOST - 1], _RELATIONS]
    return [Told(one, *weights.spans[one], "terms") for one in ranked[:_MOST]]


def _with_relations(event: Draft, told: list[Told], *, official: bool) -> list[Told]:
    """Relations of two sides are a topic where nothing else is, and where two states meet or turn on each other."""
    if len(event.sides) != PAIR:
        return [one for one in told if one.value != _RELATIONS] or told
    if any(one.value == _RELATIONS for one in told):
        return told
    states = all(is_country(side) for side in event.sides)
    if told and not (states and (event.kind in _TURNED or (official and event.kind in _OF_TWO))):
        return told
    passage = event.passages[0]
    return [*told, Told(_RELATIONS, passage.start, passage.end, "two-sides")]
