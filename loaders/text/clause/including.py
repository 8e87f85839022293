"""Those of many who are named: "met several leaders, including X and Y"."""

from __future__ import annotations

from loaders.text.lexis.lexer import Lexed

_MANY = frozenset({"leaders", "officials", "ministers", "counterparts", "presidents", "premiers", "monarchs", "heads"})


def is_including(lx: Lexed, at: int, first: int) -> bool:
    """Whether those who begin at ``first`` are some of the leaders whom the word at ``at`` has as its object."""
    word = first - 1 - (lx.codes[first - 1 : first] == "t")
    if word <= at + 1 or lx.lows[word] != "including":
        return False
    end = word - (lx.codes[word - 1] == ",")
    named = end > at + 1 and lx.lows[end - 1].split()[-1] in _MANY
    return named and "o" not in lx.codes[at + 1 : end]
