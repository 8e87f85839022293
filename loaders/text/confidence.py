"""How sure the extractor is of an event."""

from __future__ import annotations

from loaders.text.article import Article
from loaders.text.drafts import Draft


def confidence(article: Article, event: Draft) -> float:
    """Return how likely the event is right, from 0 to 1."""
    sure = 0.7
    if event.passages[0].role == "headline" or event.tellings > 1:
        sure += 0.15
    if len(event.sides) <= 1:
        sure -= 0.2
    if any(party.person is not None for party in event.parties):
        sure += 0.05
    if event.background:
        sure -= 0.2
    del article
    return round(max(0.1, min(0.95, sure)), 2)
