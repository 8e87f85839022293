"""Departures that only say when something was: "cancelled the trip 72 hours before his departure for Oslo"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import NEAR
from loaders.text.lexis.lexed import Lexed

_HOURS_BEFORE = re.compile(r"\b(?:hours?|days?|weeks?|minutes?) before (?:his|her|their|the)$")


def only_says_when(lx: Lexed, at: int) -> bool:
    """Whether the departure at an item is only what something else was so long before."""
    return lx.lows[at] == "departure" and _HOURS_BEFORE.search(lx.lower(max(0, at - NEAR), at)) is not None
