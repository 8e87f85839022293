"""Items between a preposition and the noun that it governs."""

from __future__ import annotations

from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_PARTITIVES = word_class("partitive")


def is_modifier(lx: Lexed, at: int) -> bool:
    """Whether an item only says which contact, or how much of it: "his White House meeting", "a week of talks"."""
    return is_share(lx, at) or (lx.codes[at] in "KM" and lx.codes[at - 1 : at] in ("h", "'"))


def is_share(lx: Lexed, at: int) -> bool:
    """Read "a week of talks", "a round of negotiations": no other noun that the contact belongs to."""
    return lx.codes[at] == "o" and at > 0 and lx.lows[at - 1] in _PARTITIVES
