"""What each word says of a topic: a witness, worth as much as its place in the text and in its sentence makes it.

The figures are shares of the annotated texts: how often a word that stands so was a topic of the event.
"""

from __future__ import annotations

from collections import defaultdict

from loaders.text.about.topic_scope import Place
from loaders.text.about.topic_standing import Sentence
from loaders.text.about.topic_terms import OFFICE, STRONG, WEAK, Found, find_terms, lower
from loaders.text.layout.structure import Passage

_BY_PLACE: dict[Place, float] = {
    "own": 0.95,
    "beside": 0.88,
    "later": 0.75,
    "headline": 0.65,
    "front": 0.6,
    "point": 0.8,
    "apart": 0.5,
    "paragraph": 0.35,
    "less": 0.33,
    "lead": 0.3,
}
_BY_STANDING = {"named": 1.0, "about": 1.0, "plain": 0.7, "aside": 0.4}
_WEAK_IN_OWN = 0.55
"""A word of many meanings is enough where the sentence that tells of a contact says that it was about it."""
_BY_WEIGHT = {STRONG: 0.9, WEAK: 0.45, OFFICE: 0.2}


class Witnesses:
    """What the words of some sentences say of each topic."""

    def __init__(self) -> None:
        self.spans: dict[str, tuple[int, int]] = {}
        """Where it is said best."""
        self._doubts: dict[str, dict[str, float]] = defaultdict(dict)
        """For each topic and word, how likely it is that the word does not tell of the topic."""
        self._last: dict[str, Found] = {}

    def add(self, one: Found, worth: float, place: Place) -> None:
        """Hear a word; the same word again counts once, where it says most, and so does one that overlaps with it."""
        topic = one.term.topic
        doubts = self._doubts[topic]
        doubt = 1 - worth * _BY_PLACE[place]
        if topic not in self.spans or doubt < min(doubts.values()):
            self.spans[topic] = (one.start, one.end)
        last = self._last.get(topic)
        if last is None or not last.start <= one.start < last.end:
            last = self._last[topic] = one
        doubts[last.word] = min(doubt, doubts.get(last.word, 1.0))

    def sure(self) -> dict[str, float]:
        """Return how likely each topic is."""
        chances = {}
        for topic, doubts in self._doubts.items():
            doubt = 1.0
            for one in doubts.values():
                doubt *= one
            chances[topic] = 1 - doubt
        return chances


class Words:
    """The terms of the sentences of a text, each of which is searched once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._terms: dict[int, list[Found]] = {}
        self._sentences: dict[int, Sentence] = {}
        self._worths: dict[tuple[int, int], list[tuple[Found, float]]] = {}

    def worths(self, passage: Passage, told: int) -> list[tuple[Found, float]]:
        """Return the terms of a sentence with what they are worth as they stand in it.

        It tells of the event at an offset from its begin, or nowhere (-1).
        """
        key = passage.start, told
        if key not in self._worths:
            self._worths[key] = self._weigh(passage, told)
        return self._worths[key]

    def _weigh(self, passage: Passage, told: int) -> list[tuple[Found, float]]:
        start = passage.start
        if start not in self._terms:
            self._terms[start] = find_terms(self._text, passage)
        found = self._terms[start]
        if found and start not in self._sentences:
            self._sentences[start] = Sentence(lower(self._text[start : passage.end]))
        return [
            (one, _worth(one.weight, self._sentences[start].standing(one.end - start, told), own=told >= 0))
            for one in found
        ]


def _worth(weight: float, stands: str, *, own: bool) -> float:
    if stands == "named" and weight == WEAK:
        return _BY_WEIGHT[STRONG]
    if own and stands == "about" and weight == WEAK:
        return _WEAK_IN_OWN
    return _BY_WEIGHT[weight] * _BY_STANDING[stands]
