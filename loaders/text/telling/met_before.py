"""Contacts of an earlier time: "the two had previously met in Oslo" tells of another than that of which a text is."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import NEAR
from loaders.text.lexis.lexed import Lexed

_BEFORE = frozenset({"previously", "last", "already", "once", "twice", "first"})
_HAD_MET = re.compile(r"\bhad (?:(?:also|both|all|only|each) )?(?:previously|last|already|once|twice|first) (?:\w+ )?$")


def met_before(lx: Lexed, frame: Frame) -> bool:
    """Whether the verb of a telling is in the past before the past, with a word that says so."""
    before = lx.lows[max(0, frame.at - NEAR) : frame.at]
    if frame.rule.endswith("noun") or "had" not in before or _BEFORE.isdisjoint(before):
        return False
    return _HAD_MET.search(lx.lower(max(0, frame.at - NEAR), frame.at) + " ") is not None
