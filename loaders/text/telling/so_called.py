"""What somebody is called, and no call: "called President X a friend", "called X, who came in May, a friend"."""

from __future__ import annotations

from loaders.text.lexis.distances import PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed

_ARTICLES = frozenset({"a", "an"})
_TIMES = frozenset({"day", "week", "month", "year", "hour", "few", "second", "third", "short", "couple", "minute"})
"""Read "called X, her ally, a day after the vote": when."""


def is_so_called(lx: Lexed, last: int) -> bool:
    """Whether behind the one who is called, whose phrase ends at an item, stands what he is called."""
    if lx.codes[last : last + 1] in ("t", '"', "N", "'"):
        return True
    closing = lx.codes.find(",", last + 1, last + VERY_FAR) if lx.codes[last : last + 1] == "," else -1
    if closing < 0:
        return False
    behind = lx.lows[closing + 1 : closing + 1 + PAIR]
    named = len(behind) == PAIR and behind[0] in _ARTICLES and behind[1] not in _TIMES
    return named or lx.codes[closing + 1 : closing + PAIR] == '"'
