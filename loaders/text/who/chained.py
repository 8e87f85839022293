"""Names in a row, each with its office behind it: "NAME, President of Peru, NAME, Prime Minister of Chile, and"."""

from __future__ import annotations

import re

from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_NEXT = re.compile(r",t*H*[NIj]+J?,t*[aBCDO']*T")
"""The next name, with an office behind it as well."""
_ROW = re.compile(r"o?[Hth]*[NIj]+J?(?:,t*[aBCDO']*T[oftaBCDON]*,t*H*[NIj]+J?)*")
"""Such a row begins with a name: else each office is of the name behind it."""
_BEFORE_ROW = 'wx&byp;"'


def without_name_of_next(lx: Lexed, actor: Actor, said: Actor) -> bool:
    """Take from an office behind a name in such a row the name that follows it. True if it is one of the row."""
    comma = lx.codes.rfind(",", 0, said.name_items[0]) if said.name else said.last
    if comma <= 0 or lx.codes[comma - 1] not in "CO" or _NEXT.match(lx.codes, comma) is None:
        return False
    begin = max(lx.codes.rfind(mark, 0, actor.first) for mark in _BEFORE_ROW) + 1
    if _ROW.fullmatch(lx.codes, begin, actor.last) is None:
        return False
    said.name, said.kind, said.last = "", "role", comma
    return True
