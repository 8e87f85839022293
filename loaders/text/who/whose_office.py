"""Whose an office between two names is: "NAME, President of A, NAME", "President of A, NAME, President of B, NAME"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_LISTED = re.compile(r",?[aBCDO']*T[^,;]*N")
_EACH_HIS_OWN = re.compile(r"[aBCDO']*T(?:ot?[BCDO]+)?&H*[NIj]+,t*[aBCDO]*T(?:[opt.,;f]|$)")
"""Read "NAME, Minister of Tourism and NAME, Minister of Trade of Peru"."""
_NAMES_FIRST = re.compile(r",H+[NIj]+J?,t*[aBCDO']*T")
"""Read "Mr NAME, President of Peru, Mrs NAME, President of Togo": each has the office behind the name."""


def is_of_next(lx: Lexed, actor: Actor, end: int) -> bool:
    """Read "the President, Mr X, the President of Egypt, Mr Y", unless each name comes before its office."""
    names_first = lx.codes[actor.first - 1 : actor.first] != "," and _NAMES_FIRST.match(lx.codes, end) is not None
    return lx.codes[end : end + PAIR] == ",H" and not names_first


def is_in_list(lx: Lexed, start: int) -> bool:
    """Tell the office of the one named after it from that of the one before."""
    return _LISTED.match(lx.codes, start) is not None and _EACH_HIS_OWN.match(lx.codes, start) is None
