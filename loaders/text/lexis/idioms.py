"""Phrases of several words that tell of a contact, from schema/text/idioms.tsv: "broke bread with"."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from kg.vocabulary.data import items, rows

_ADJECTIVES = r"(?!\w+ed )(?:(?!(?:on|in|at|of|to|up|for|from|by|with|and) )[\w'-]+ ){0,4}"
"""Articles and adjectives; a participle right behind the verb is its own: "have signed a protocol"."""


class Idiom(msgspec.Struct, frozen=True):
    """A row of the table."""

    verbs: frozenset[str]
    between: re.Pattern[str]
    """What stands between the verb and the last word."""
    partners: frozenset[str]
    kind: str


@cache
def idioms() -> dict[str, tuple[Idiom, ...]]:
    """Return the idioms by the last word before the one who is met."""
    found: dict[str, tuple[Idiom, ...]] = {}
    for row in rows("text/idioms.tsv"):
        between = re.compile((f"(?:{row['between']}) " if row["between"] else "") + _ADJECTIVES)
        idiom = Idiom(frozenset(items(row["verbs"])), between, frozenset(items(row["partner"])), row["kind"])
        for end in items(row["ends"]):
            found[end] = (*found.get(end, ()), idiom)
    return found
