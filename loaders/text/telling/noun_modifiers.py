"""Items between a preposition and the noun that it governs."""

from __future__ import annotations

from loaders.text.clause.lights import is_roughly
from loaders.text.lexis.distances import NEAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_WHEN = frozenset({"after", "during", "following"})
"""Read "after Moscow talks with": but not "in Moscow talks"."""
_PARTITIVES = word_class("partitive")


def is_modifier(lx: Lexed, at: int) -> bool:
    """Whether an item only says which contact, or how much of it: "his White House meeting", "a week of talks"."""
    return is_share(lx, at) or is_roughly(lx, at) or (lx.codes[at] in "KMN" and _is_of_place(lx, at))


def _is_of_place(lx: Lexed, at: int) -> bool:
    """Read "a joint White House news conference", "an Oval Office meeting": between an article and the noun."""
    first = at - 1
    while first > 0 and at - first <= NEAR and lx.codes[first] in ("xaN" if lx.codes[at] == "N" else "xa"):
        first -= 1
    if lx.codes[at] == "N":
        return lx.lows[first] in ("a", "an")
    return first >= 0 and (lx.codes[first] in "th'" or (first == at - 1 and lx.lows[first] in _WHEN))


def is_share(lx: Lexed, at: int) -> bool:
    """Read "a week of talks", "a round of negotiations": no other noun that the contact belongs to."""
    return lx.codes[at] == "o" and at > 0 and lx.lows[at - 1] in _PARTITIVES
