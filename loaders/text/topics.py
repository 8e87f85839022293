"""What an event was about: terms of the topics table in the sentences that tell of it or of what was discussed.

A strong term is enough; weak ones count only together (schema/topics.tsv).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache

import ahocorasick_rs
import msgspec

from kg.vocabulary import is_country, topics
from loaders.text.article import Article
from loaders.text.distances import PAIR
from loaders.text.drafts import Draft, Told
from loaders.text.structure import Passage

_ABOUT = (
    "discuss|talk|focus|exchang|rais|address|review|agenda|issue|topic|cooperat|condemn|reaffirm|underscor|emphasi|stress|"
    "agree|concern|relations|situation|consider|touch|prospects|efforts|coordinat|"
    "develop|intention|confirm|support|expressed|to discuss|"
    "implement|condolence|commit|challenge|strengthen|deepen|importance|urg|call|note|point"
)
"""How words begin that say what was discussed, parted by bars."""
_MOST = 6
_SHARE = 0.2
_REACH = 60
"""Sentences after one that tells of an event which may still be about it."""
_RELATIONS = "bilateral-relations"
_OF_TWO = frozenset({"meeting", "talks", "visit", "expulsion", "summons"})
"""Where two states meet face to face, or turn on each other's envoys, their relations are a topic, said or not."""
_OF_OFFICE = re.compile(r" (?:Advis[eo]r|Council|Committee|Representative|Service|Bureau|Directorate)\b")
"""A term is a part of the name of an office or a body: "National Security Advisor"."""
_REST_OF_WORD = re.compile(r"s?(?![^\W_])")
"""A term stands for its plural too."""
_TURNED = frozenset({"expulsion", "summons"})
"""In a newspaper only these; who meets there about one matter meets about that."""
_STRONG, _WEAK, _OWN = 2.0, 1.0, 3.0


class _Term(msgspec.Struct, frozen=True):
    topic: str
    weight: float
    open_end: bool
    capitals: str


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[list[_Term]]]:
    terms: dict[str, list[_Term]] = defaultdict(list)
    for topic in topics().values():
        for weight, group in ((_STRONG, topic.strong), (_WEAK, topic.weak)):
            for term in group:
                bare = term.rstrip("*")
                capitals = bare if bare.isupper() else ""
                terms[bare.lower()].append(_Term(topic.id, weight, term.endswith("*"), capitals))
    finder = ahocorasick_rs.AhoCorasick(
        list(terms),
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        store_patterns=False,
        implementation=ahocorasick_rs.Implementation.DFA,  # few words: twice as fast, and still small
    )
    return finder, list(terms.values())


@cache
def _about() -> re.Pattern[str]:
    """One pattern for them all in lower case, by first letter: a word that begins with none is passed in one step."""
    rest: dict[str, list[str]] = defaultdict(list)
    for word in _ABOUT.split("|"):
        rest[word[0]].append(word[1:])
    return re.compile("|".join(rf"\b{first}(?:{'|'.join(tails)})" for first, tails in rest.items()))


def _lower(part: str) -> str:
    """A passage in lower case, letter for letter, so that its offsets stay."""
    lower = part.lower()
    if len(lower) != len(part):
        lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in part)
    return lower


def _found(text: str, passage: Passage) -> list[tuple[_Term, int, int]]:
    part = text[passage.start : passage.end]
    lower = _lower(part)
    finder, terms = _automaton()
    found: list[tuple[_Term, int, int]] = []
    for index, start, end in finder.find_matches_as_indexes(lower):
        if (start and lower[start - 1].isalnum()) or (
            part[end + 1 : end + 2].isupper() and _OF_OFFICE.match(part, end)
        ):
            continue
        whole = end == len(lower) or not lower[end].isalnum() or _REST_OF_WORD.match(lower, end) is not None
        word = part[start:end]
        fitting = (t for t in terms[index] if (whole or t.open_end) and (not t.capitals or word == t.capitals))
        found.extend((term, passage.start + start, passage.start + end) for term in fitting)
    return found


def add_topics(article: Article) -> None:
    """Give each event its topics."""
    scale = _Scale(article)
    neighbours = _Neighbours(article)
    headline = [one for one in article.layout.passages if one.role == "headline"]
    for event in article.events:
        own = set(event.passages)
        event.topics = scale.weigh(event, neighbours.about(event), own)
        if all(one.value == _RELATIONS for one in event.topics) and not own.issuperset(headline):
            event.topics = scale.weigh(event, headline, set(headline)) or event.topics


class _Scale:
    """Weighs the terms of sentences, each of which is searched once."""

    def __init__(self, article: Article) -> None:
        self._text = article.source.text
        self._official = bool(article.home)
        self._terms: dict[Passage, list[tuple[_Term, int, int]]] = {}

    def weigh(self, event: Draft, passages: Sequence[Passage], own: Collection[Passage]) -> list[Told]:
        """Return the topics of an event by what these sentences say; those of its own count more."""
        scores: dict[str, dict[str, float]] = defaultdict(dict)
        spans: dict[str, tuple[int, int]] = {}
        strong: set[str] = set()
        for passage in passages:
            for term, start, end in self._terms_of(passage):
                word = self._text[start:end].lower()
                weight = term.weight * (_OWN if passage in own else 1.0)
                scores[term.topic][word] = max(weight, scores[term.topic].get(word, 0.0))
                if term.weight == _STRONG or (passage in own and word in term.topic.split("-")):
                    strong.add(term.topic)  # its own name, where the event is told: "energy and trade were discussed"
                if term.weight == _STRONG or term.topic not in spans:
                    spans.setdefault(term.topic, (start, end))
        return _choose(event, scores, spans, strong, official=self._official)

    def _terms_of(self, passage: Passage) -> list[tuple[_Term, int, int]]:
        if passage not in self._terms:
            self._terms[passage] = _found(self._text, passage)
        return self._terms[passage]


def _choose(
    event: Draft,
    scores: dict[str, dict[str, float]],
    spans: dict[str, tuple[int, int]],
    strong: set[str],
    *,
    official: bool,
) -> list[Told]:
    """Topics with a strong term or two weak ones that no others outweigh by far; of two sides, their relations."""
    totals = {topic: sum(words.values()) for topic, words in scores.items() if topic in strong or len(words) > 1}
    if len(event.sides) == PAIR and event.family in ("contact", "call", "visit") and _RELATIONS in scores:
        totals.setdefault(_RELATIONS, sum(scores[_RELATIONS].values()))
    best = max(totals.values(), default=0.0)
    ranked = sorted((topic for topic in totals if totals[topic] >= _SHARE * best), key=lambda one: (-totals[one], one))
    chosen = [Told(topic, *spans[topic], "terms") for topic in sorted(ranked[:_MOST])]
    of_two = (
        event.kind in (_OF_TWO if official or not chosen else _TURNED)
        and all(is_country(side) for side in event.sides)
        and _RELATIONS not in totals
    )
    if len(event.sides) == PAIR and (of_two or not chosen):
        passage = event.passages[0]
        chosen = sorted([*chosen, Told(_RELATIONS, passage.start, passage.end, "two-sides")], key=lambda one: one.value)
    return chosen


class _Neighbours:
    """The sentences of an article, and which of them tell of which event."""

    def __init__(self, article: Article) -> None:
        self._text = article.source.text
        self._passages = article.layout.passages
        self._at = {passage: index for index, passage in enumerate(self._passages)}
        self._say: dict[Passage, bool] = {}
        self._told: dict[Passage, set[int]] = defaultdict(set)
        for event in article.events:
            for passage in event.passages:
                self._told[passage].add(id(event))

    def about(self, event: Draft) -> list[Passage]:
        """The sentences that tell of the event, and those after it up to the next event that say what was discussed."""
        found: dict[Passage, None] = {}
        for own in event.passages:
            found[own] = None
            if event.kind in ("sanction", "expulsion") or own not in self._at:
                continue
            first = self._at[own] + 1
            for passage in self._passages[first : first + _REACH]:
                if passage in found:
                    break
                others = self._told.get(passage, set()) - {id(event)}
                if others and event.passages[0].paragraph:
                    break
                if not others and self._says_what(passage):
                    found[passage] = None
        return sorted(found, key=lambda one: one.start)

    def _says_what(self, passage: Passage) -> bool:
        known = self._say.get(passage)
        if known is None:
            known = _about().search(_lower(self._text[passage.start : passage.end])) is not None
            self._say[passage] = known
        return known
