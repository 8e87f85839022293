"""What is met and is nobody: "to meet stringent EC rules", "met its NATO commitments"."""

from __future__ import annotations

import re

from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_THINGS = word_class("met thing")
_BEFORE_NOUN = frozenset("tnhaBxDCOMF'-")
"""The codes of what stands between the verb and its noun: articles, adjectives, numbers, names of states as such."""
_LONGEST = 7
_GIVEN = re.compile(r"[taxB]{1,4}(?=p)")
_POWERS = frozenset({"mandate", "authority", "power", "right"})
_OWN = frozenset({"coalition", "party", "cabinet", "bloc", "team", "staff", "family", "faction", "caucus"})


def is_met_thing(lx: Lexed, at: int) -> bool:
    """Whether the object of the verb at an item is a demand, a target, a condition or the like."""
    for item in range(at + 1, min(at + 1 + _LONGEST, len(lx))):
        if lx.lows[item] in _THINGS:
            return True
        owns = lx.codes[item + 1 : item + 2] == "'"  # "met lawmakers' request"
        if lx.codes[item] not in _BEFORE_NOUN and not owns:
            return _is_of_own(lx, item)
    return False


def is_other_deed(lx: Lexed, at: int) -> bool:
    """Read "have no mandate to negotiate", "conferred citizenship on": what one may do, and what one gives."""
    word = lx.lows[at]
    if word.startswith("confer"):
        given = _GIVEN.match(lx.codes, at + 1)
        if given is None or "with" in lx.lows[at:] or lx.lows[given.end() - 1].endswith("ly"):
            return False
        return lx.lows[given.end()] == "on" and lx.codes[given.end() + 1 : given.end() + 2] != "m"
    return word.startswith("negotiat") and lx.lows[at - 1] == "to" and lx.lows[at - 2] in _POWERS


def _is_of_own(lx: Lexed, at: int) -> bool:
    """Read "met leaders of her coalition", "met members of his party": those of one's own."""
    return lx.codes[at + 1 : at + 3] == "oh" and not _OWN.isdisjoint(lx.lows[at + 3 : at + 5])
