"""Conflicts that a contact of their sides was about, said or not (schema/text/conflicts.tsv)."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import msgspec

from kg.vocabulary.data import items, rows


class Conflict(msgspec.Struct, frozen=True):
    """One conflict, from a month to a month; an empty end is still open."""

    name: str
    sides: frozenset[str]
    start: str
    end: str
    topics: tuple[str, ...]


@cache
def conflicts() -> tuple[Conflict, ...]:
    """Return the table in its order."""
    return tuple(
        Conflict(row["name"], frozenset(items(row["sides"])), row["from"], row["to"], items(row["topics"]))
        for row in rows("text/conflicts.tsv")
    )


def topics_between(sides: Collection[str], day: str) -> list[str]:
    """Return what a contact of these sides was about on a day (EDTF, or empty: nothing is known then)."""
    month = day[:7]
    if not month[:4].isdigit():
        return []
    return sorted(
        {
            topic
            for one in conflicts()
            if one.sides.issubset(sides) and one.start <= month and (not one.end or month <= one.end)
            for topic in one.topics
        }
    )
