"""Visits of which something is said, and not that they are made: "X's trip to Oslo has been the subject of talk"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.distances import FAR, PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_MADE = frozenset(
    {"began", "begins", "ended", "ends", "took", "takes", "lasted", "lasts", "concluded", "concludes", "started"}
    | {"starts", "opened", "opens", "wrapped", "went", "goes", "led", "resulted", "yielded", "produced", "brought"}
    | {"included", "includes", "saw", "will", "would", "may", "might", "could", "continued", "continues"}
)
"""Verbs by which a visit is made, or to come."""
_OF_MAKING = frozenset({"made", "held", "paid", "completed", "planned", "due", "set", "expected", "cut", "over"})
_ORDINALS = (["first"], ["second"], ["third"], ["fourth"], ["maiden"], ["last"])
_ANOTHER = frozenset({"last", "previous", "first", "earlier", "recent", "second", "third", "latest", "past"})


def is_spoken_of(lx: Lexed, at: int, place: int) -> bool:
    """Whether a predicate right behind the place of a visit, the noun at an item, says something else of it."""
    verb = place + 1
    if (
        lx.codes[verb : verb + 1] != "x"
        or lx.lows[verb] in _MADE
        or not _ANOTHER.isdisjoint(lx.lows[max(0, at - PAIR) : at])
    ):
        return False
    said = lx.lows[verb + 1 : verb + 1 + PAIR]
    finite = lx.lows[verb] in ("was", "is", "has", "had") or lx.lows[verb].endswith(("ed", "ew", "s"))
    return finite and _OF_MAKING.isdisjoint(said)


def whose_first(lx: Lexed, groups: Sequence[Group], at: int) -> list[Actor]:
    """Read "The trip, President X's first to Peru, was called off": whose it is stands in the aside behind the noun."""
    comma = lx.codes.find(",", at, at + FAR)
    if comma < 0:
        return []
    owner = next((g for g in groups if comma < g.first <= comma + PAIR and g.possessive), None)
    return owner.actors if owner is not None and lx.lows[owner.last + 1 : owner.last + PAIR] in _ORDINALS else []
