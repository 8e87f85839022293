"""Who speaks at a contact where his name stands behind the verb: "..., said President X at a meeting with Y"."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.text.clause.group import Group
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_SAID = frozenset({"said", "says", "stated", "noted", "added", "stressed", "emphasised", "emphasized", "announced"})
_TOLD = _SAID | {"made", "declared", "expressed", "disclosed", "revealed", "underlined", "highlighted", "confirmed"}
_PEOPLE = ("person", "role", "pronoun")


def said_by(lx: Lexed, groups: Iterable[Group], end: int) -> list[Actor]:
    """Return who says something where the phrase that begins at ``end`` says when: nobody where another tells it."""
    group = next((g for g in groups if g.last == end and not g.possessive), None)
    if group is None or group.first < 1 or any(one.kind not in _PEOPLE for one in group.actors):
        return []
    if group.governor == "by":
        return group.actors if lx.lows[group.first - PAIR] in _TOLD else []
    quoted = group.first > 1 and lx.codes[group.first - PAIR] in ',"'
    return group.actors if quoted and lx.lows[group.first - 1] in _SAID else []
