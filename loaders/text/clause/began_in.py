"""Where a journey began that a contact is told of with: "her stay, which began in Lima, will end with talks"."""

from __future__ import annotations

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed

_BEGAN = frozenset({"began", "begins", "started", "starts", "opened", "opens"})


def is_where_it_began(lx: Lexed, item: int, at: int) -> bool:
    """Whether a place stands in ", which began in Lima on Tuesday," before an item: another leg was there."""
    which = next((i for i in range(item - 1, 0, -1) if lx.lows[i] == "which"), 0)
    if which == 0 or lx.codes[which - 1] != "," or lx.lows[which + 1] not in _BEGAN:
        return False
    return "," in lx.codes[item:at] and "," not in lx.codes[which + PAIR : item]
