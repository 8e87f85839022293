"""What stands between two dashes: it cuts nothing off, as the clause goes on behind it."""

from __future__ import annotations

from loaders.text.lexis.distances import FAR, PAIR
from loaders.text.lexis.lexed import Lexed

_DASHES = frozenset("–—-")


def is_cut_off(lx: Lexed, last: int, begin: int) -> bool:
    """Whether a semicolon, a colon or one dash stands between two items; "a trip – his third – to meet X" is whole."""
    marks = [i for i in range(last, begin) if lx.codes[i] == ";"]
    if not marks:
        return False
    aside = len(marks) == PAIR and all(lx.lows[i][:1] in _DASHES for i in marks)
    return not (aside and marks[1] - marks[0] <= FAR)
