"""The events told around another: rules look no further, so that the time of a text grows with its length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.text.events.drafts import Draft

NEAREST = 50
"""How many of the events told before one, or after it, are looked at."""


def told_before(events: Sequence[Draft], number: int) -> Iterator[Draft]:
    """The events told before one, the last of them first: of a text with very many, the nearest."""
    return reversed(events[max(0, number - NEAREST) : number])


def with_neighbours(events: Sequence[Draft]) -> Iterator[tuple[Draft, Sequence[Draft]]]:
    """Each event with those told around it, in their order: of a text with very many, the nearest."""
    for number, event in enumerate(events):
        yield event, events[max(0, number - NEAREST) : number + NEAREST + 1]
