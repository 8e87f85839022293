"""What an event was about: terms of the topics table in the sentences that tell of it or of what was discussed."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from kg.vocabulary import topics
from loaders.text.article import Article
from loaders.text.drafts import Draft, Told
from loaders.text.structure import Passage

_ABOUT = re.compile(
    r"\b(?:discuss|talk|focus|exchang|rais|address|review|agenda|issues?|topics?|cooperation|condemn|support|reaffirm|underscor|emphasi|stress|"
    r"commit|agree|concern|relations|situation|consider|welcom|express|thank|touch|prospects|efforts|including|coordinat)",
    re.IGNORECASE,
)
_MOST = 5


@cache
def _terms() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    exact: dict[str, list[str]] = {}
    alternatives: list[str] = []
    for topic in topics().values():
        for term in topic.terms:
            exact.setdefault(term.lower(), []).append(topic.id)
    for term in sorted(exact, key=lambda one: (-len(one), one)):
        alternatives.append(re.escape(term[:-1]) + r"[\w’'-]*" if term.endswith("*") else re.escape(term))
    return re.compile(r"(?<![\w-])(?:" + "|".join(alternatives) + r")(?![\w])", re.IGNORECASE), exact


@cache
def _topics_of(word: str) -> tuple[str, ...]:
    exact = _terms()[1]
    found = list(exact.get(word, ()))
    for size in range(3, len(word) + 1):
        found += exact.get(word[:size] + "*", [])
    return tuple(dict.fromkeys(found))


def add_topics(article: Article) -> None:
    """Give each event its topics."""
    text = article.source.text
    passages = article.layout.passages
    for event in article.events:
        counts: Counter[str] = Counter()
        spans: dict[str, tuple[int, int]] = {}
        for passage in _about(article, event, passages):
            for match in _terms()[0].finditer(text, passage.start, passage.end):
                for topic in _topics_of(match.group().lower()):
                    counts[topic] += 1
                    spans.setdefault(topic, match.span())
        chosen = [topic for topic, _ in counts.most_common(_MOST)]
        event.topics = [Told(topic, *spans[topic], "term") for topic in chosen]


def _about(article: Article, event: Draft, passages: tuple[Passage, ...]) -> list[Passage]:
    """The sentences that tell of the event, and those after it up to the next event that say what was discussed."""
    own = set(event.passages)
    others = {p for other in article.events if other is not event for p in other.passages}
    found: list[Passage] = []
    inside = False
    for passage in passages:
        if passage in own:
            inside = True
            found.append(passage)
        elif passage in others:
            inside = False
        elif inside and event.kind not in ("visit",) and _ABOUT.search(article.source.text, passage.start, passage.end):
            found.append(passage)
    return found
