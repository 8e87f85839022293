"""What is put off by a verb and a phrase around its noun: "put his trip to Chile on hold", "froze plans for talks"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import FAR
from loaders.text.lexis.lexed import Lexed

_PUT = frozenset({"put", "puts", "putting"})
_CUES = frozenset({"hold", "ice", "froze", "frozen", "freezes", "freezing"})
_NEVER = frozenset({"not", "never", "without"})
_ON_HOLD = re.compile(r"(?:[^\s;.]+ ){0,14}?on (?:hold|ice)\b")
_FROZEN = re.compile(
    r"\b(?:froze|frozen|freez(?:es|ing)|put(?:s|ting)? on (?:hold|ice)) (?:\w+ ){0,2}?"
    r"(?:plans?|arrangements|preparations) (?:for|of)(?: [\w-]+){0,5}$"
)


def is_put_on_hold(lx: Lexed, begin: int, at: int) -> bool:
    """Whether a noun at an item is put on hold, in a clause that begins at another."""
    if _CUES.isdisjoint(lx.lows):
        return False
    verb = next((i for i in range(at - 1, max(begin - 1, at - FAR), -1) if lx.lows[i] in _PUT), -1)
    if verb < 0:
        return _FROZEN.search(lx.lower(begin, at)) is not None
    denied = not _NEVER.isdisjoint(lx.lows[max(0, verb - 2) : verb])
    on_hold = _ON_HOLD.match(lx.lower(at + 1, len(lx))) or _FROZEN.search(lx.lower(begin, at))
    return on_hold is not None and not denied
