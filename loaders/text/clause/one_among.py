"""Who is one of many: "X is among the leaders who will meet Y"."""

from __future__ import annotations

from loaders.text.clause.group import Group
from loaders.text.lexis.lexed import Lexed

_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_WHO = frozenset({"who", "that"})
_AMONG = frozenset({"among", "amongst"})


def without_those_among(lx: Lexed, groups: list[Group]) -> list[Group]:
    """Leave out the many whom a relative clause is of: it is X who will do so."""
    if _AMONG.isdisjoint(lx.lows):
        return groups
    return [group for group in groups if not _are_many(lx, group)]


def _are_many(lx: Lexed, group: Group) -> bool:
    unnamed = len(group.actors) == 1 and not (group.actors[0].name or group.actors[0].sides)
    at = group.first - 1 - (lx.codes[group.first - 1 : group.first] == "t")
    among = at > 0 and lx.lows[at] in _AMONG and lx.lows[at - 1] in _BE
    return unnamed and among and not _WHO.isdisjoint(lx.lows[group.last : group.last + 1])
