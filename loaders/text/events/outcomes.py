"""What was agreed at a contact is part of it, and no event beside it."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft
from loaders.text.events.joining import add_party

_MADE = "accord"
_FAR_BACK = 100
"""Events told of before an agreement that it may be part of."""


def without_outcomes(events: list[Draft]) -> list[Draft]:
    """Leave out what was agreed at a contact that the text tells of before: it is part of that."""
    return [
        event
        for index, (event, near) in enumerate(with_neighbours(events))
        if not _is_said_there(event, near)
        and not (event.rule.startswith(_MADE) and _has_cause(event, events[max(0, index - _FAR_BACK) : index]))
    ]


def with_their_hosts(events: list[Draft]) -> list[Draft]:
    """Read "received Mr X, who presented his credentials": one ceremony, at which the host received him."""
    left = []
    for event, near in with_neighbours(events):
        ceremony = next((one for one in near if _is_reception_at(event, one)), None)
        if ceremony is None:
            left.append(event)
            continue
        for party in event.parties:
            add_party(ceremony, party)
        ceremony.date = ceremony.date or event.date
    return left


def _is_reception_at(event: Draft, ceremony: Draft) -> bool:
    if not event.rule.startswith(("receive", "host-receive")) or not ceremony.rule.startswith("credentials"):
        return False
    return ceremony.passages[0] == event.passages[0] and bool(ceremony.sides & event.sides)


def _is_said_there(event: Draft, near: Sequence[Draft]) -> bool:
    """Read "congratulated President X and invited him during a meeting in Oslo": what was said there is no letter."""
    if not event.rule.startswith("congratulate"):
        return False
    met = (one for one in near if one.family in ("contact", "call") and one.status == "held")
    return any(one.passages[0] == event.passages[-1] and one.sides >= event.sides for one in met)


def _has_cause(event: Draft, before: list[Draft]) -> bool:
    return any(
        other.family in ("contact", "call", "visit") and other.status == event.status and event.sides <= other.sides
        for other in before
    )
