"""How sure the extractor is of an event.

The shares were found by reading events drawn at random from the corpora (``tests.text.draw_events``) and the annotated
texts; ``make bench`` prints how many of the events of each confidence are right.
"""

from __future__ import annotations

from loaders.text.events.drafts import Draft

_OF_KIND = {
    "meeting": 0.88,
    "call": 0.88,
    "letter": 0.88,
    "visit": 0.87,
    "summons": 0.88,
    "talks": 0.83,
    "summit": 0.8,
    "agreement": 0.8,
    "expulsion": 0.8,
    "other": 0.78,
    "negotiation": 0.75,
    "sanction": 0.65,
}
"""How many of a kind are right where nothing speaks for or against it."""


def confidence(event: Draft) -> float:
    """Return how likely the event is right, from 0 to 1."""
    sure = _OF_KIND.get(event.kind, 0.7)
    if event.passages[0].role == "headline" or event.tellings > 1:
        sure += 0.05
    if not any(party.person is not None for party in event.parties):
        sure -= 0.1
    if len(event.sides) <= 1:
        sure -= 0.2
    if event.passages[0].spoken:
        sure -= 0.15
    if event.background:
        sure -= 0.1
    return round(max(0.1, min(0.95, sure)), 2)
