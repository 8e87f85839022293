"""Visits of which something is said, and not that they are made: "X's trip to Oslo has been the subject of talk"."""

from __future__ import annotations

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed

_MADE = frozenset(
    {"began", "begins", "ended", "ends", "took", "takes", "lasted", "lasts", "concluded", "concludes", "started"}
    | {"starts", "opened", "opens", "wrapped", "went", "goes", "led", "resulted", "yielded", "produced", "brought"}
    | {"included", "includes", "saw", "will", "would", "may", "might", "could", "continued", "continues"}
)
"""Verbs by which a visit is made, or to come."""
_OF_MAKING = frozenset({"made", "held", "paid", "completed", "planned", "due", "set", "expected", "cut", "over"})
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
