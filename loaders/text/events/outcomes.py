"""What was agreed at a contact is part of it, and no event beside it."""

from __future__ import annotations

from loaders.text.events.drafts import Draft

_MADE = "accord"
_FAR_BACK = 100
"""Events told of before an agreement that it may be part of."""


def without_outcomes(events: list[Draft]) -> list[Draft]:
    """Leave out what was agreed at a contact that the text tells of before: it is part of that."""
    return [
        event
        for index, event in enumerate(events)
        if not (event.rule.startswith(_MADE) and _has_cause(event, events[max(0, index - _FAR_BACK) : index]))
    ]


def _has_cause(event: Draft, before: list[Draft]) -> bool:
    return any(
        other.family in ("contact", "call", "visit") and other.status == event.status and event.sides <= other.sides
        for other in before
    )
