"""Journeys seen to be one when their days are known: "left on the 22nd, ending a visit that began on the 20th"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.events.drafts import Draft, same
from loaders.text.events.joining import join


def without_told_twice(events: Sequence[Draft]) -> list[Draft]:
    """Join a journey to an earlier one of the same sides and days."""
    kept: list[Draft] = []
    for event in events:
        one = next((other for other in kept if _is_one_journey(other, event)), None)
        if one is None:
            kept.append(event)
        else:
            join(one, event)
    return kept


def _is_one_journey(one: Draft, other: Draft) -> bool:
    """Whether both are journeys of the same sides from the same first to the same last day."""
    if not one.kind == other.kind == "visit" or one.date is None or other.date is None:
        return False
    return "/" in one.date.edtf and one.date.edtf == other.date.edtf and one.sides == other.sides and same(one, other)
