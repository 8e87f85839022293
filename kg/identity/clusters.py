"""Tellings that are one event, and how two of them stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeAlias

from kg.identity.mentions import EventMention, span_of
from kg.identity.names import compatible
from kg.identity.officials import identify

Unit: TypeAlias = tuple[EventMention, ...]
"""Mentions that are reprints of one another."""
Cluster: TypeAlias = list[Unit]


def same_people(one: EventMention, other: EventMention) -> bool:
    """Whether two tellings share a person and no side's people contradict."""
    if one.digest == other.digest or not shared_people(one, other):
        return False
    return agree_on_people(one, other)


def agree_on_people(one: EventMention, other: EventMention) -> bool:
    """Whether the two share a person on every side of which both name any."""
    return all(_share(names(one, side), names(other, side), side) for side in named_sides(one) & named_sides(other))


def shared_people(one: EventMention, other: EventMention) -> int:
    """Return how many of the first telling's people the second names too."""
    return sum(_share([name], names(other, side), side) for side, name in one.people)


def shared_sides(one: EventMention, other: EventMention) -> int:
    """Return on how many sides the two name a person in common."""
    both = named_sides(one) & named_sides(other) - {""}
    return sum(_share(names(one, side), names(other, side), side) for side in both)


def named_sides(mention: EventMention) -> set[str]:
    """Return the sides of which a telling names people."""
    return {side for side, _ in mention.people}


def names(mention: EventMention, side: str) -> list[str]:
    """Return the names of a side's people."""
    return [name for its_side, name in mention.people if its_side == side]


def texts_of(cluster: Cluster) -> set[str]:
    """Return the digests of the texts that tell of it."""
    return {unit[0].digest for unit in cluster}


def event_sort_key(event: str, cluster: Cluster) -> tuple[timedelta, int, str]:
    """Order by how exact a telling is: the fewest days, then the most sides."""
    first = cluster[0][0]
    span = span_of(first.date)
    return timedelta.max if span is None else span, -len(first.sides), event


def whole(cluster: Cluster) -> EventMention:
    """Return all that the tellings of one block say together, as if one had said it."""
    every = [unit[0] for unit in sorted(cluster, key=lambda unit: unit[0].id)]
    first = every[0]
    return EventMention(
        id=first.id,
        digest=first.digest,
        subject=first.subject,
        family=first.family,
        sides=first.sides,
        date=first.date,
        people=tuple(sorted({person for one in every for person in one.people})),
        cities=frozenset(city for one in every for city in one.cities),
        lands=frozenset(land for one in every for land in one.lands),
    )


def _share(some: Sequence[str], others: Sequence[str], side: str) -> bool:
    """Whether one of these names may be one of those: by their words, or because reference data know both as one."""
    if any(compatible(a, b) for a in some for b in others):
        return True
    known = {found.qid for name in some if (found := identify(name, side)).qid}
    return bool(known) and any(identify(name, side).qid in known for name in others)
