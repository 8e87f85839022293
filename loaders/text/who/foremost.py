"""Who is named behind what nobody else of his state is: "Peru's most powerful figure, X", "Chile's richest man, Y"."""

from __future__ import annotations

import re

from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_BETWEEN = re.compile(r"'[xaNB]{2,6},")
_FOREMOST = frozenset({"best", "chief", "first", "foremost", "leading", "main", "most", "only", "senior", "top"})


def is_foremost_of(lx: Lexed, last: Actor, actor: Actor) -> bool:
    """Whether a state before a name owns what is said of him."""
    if last.kind != "side" or not actor.name or actor.plural or (actor.sides and actor.sides != last.sides):
        return False
    if _BETWEEN.fullmatch(lx.codes, last.last, actor.first) is None:
        return False
    words = lx.lows[last.last + 1 : actor.first - 1]
    return any(word in _FOREMOST or word.endswith("est") for word in words[:-1])
