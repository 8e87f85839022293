"""Words that may be nouns, and are verbs behind one whose auxiliary they share: "will meet X and visit Oslo"."""

from __future__ import annotations

import re

from loaders.text.clause.openings import past_then
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed

_BASES = frozenset({"visit", "tour", "travel"})
_LINKS = frozenset({"and", "or", ","})
_AHEAD = frozenset({"will", "would", "shall", "to"})
_AMONG_THOSE = re.compile(r"\b(?:will|would|shall|to) be (?:among|one of|present|joined)\b[^,;:]*$")
_MODALS = frozenset({"will", "would", "shall", "should", "may", "might", "must", "can", "could"})
_OBJECTS = "KCth"
"""What is visited stands behind the verb: "and visit Oslo", "and tour the port"; behind the noun stands "to"."""


def is_bare_verb(lx: Lexed, at: int) -> bool:
    """Read "will meet X and visit Oslo", "is to see X and then travel to Oslo"; but not "trade and travel"."""
    if lx.lows[at] not in _BASES:
        return False
    then = at > 1 and past_then(lx, at - 1) == at
    link = at - 1 - then
    if link < 1 or lx.lows[link] not in _LINKS or not _has_auxiliary(lx, link):
        return False
    if lx.lows[at] == "travel":
        return "to" in lx.lows[at + 1 : at + PAIR + 1] and (then or lx.codes[link - 1] != "x")  # "travel on to"
    return lx.codes[at + 1 : at + PAIR] in tuple(_OBJECTS)


def _has_auxiliary(lx: Lexed, end: int) -> bool:
    """Whether a modal verb, or "to" with its infinitive, stands before an item."""
    infinitives = (i for i in range(end - 1) if lx.lows[i] == "to" and lx.codes[i + 1] == "x")
    return not _MODALS.isdisjoint(lx.lows[:end]) or next(infinitives, None) is not None


def goes_on_being(lx: Lexed, link: int, verb: int) -> bool:
    """Read "will be visiting Oslo on Monday and meeting X": a participle behind "and" that "will be" governs too.

    ``link`` is the item of "and"; somebody between, who does something himself, would have a verb. So it is in "is
    expected to be among the leaders attending the summit".
    """
    if not lx.lows[verb].endswith("ing"):
        return False
    if lx.lows[link] not in _LINKS:
        return _AMONG_THOSE.search(lx.lower(0, verb)) is not None
    being = next((i for i in range(link - 1, 0, -1) if lx.lows[i] == "be"), 0)
    governed = being > 0 and not _AHEAD.isdisjoint(lx.lows[max(0, being - PAIR) : being])
    going = next((i for i in range(being + 1, link) if lx.lows[i].endswith("ing")), link)
    return governed and going <= being + PAIR and not any(lx.codes[i] == ";" for i in range(going, link))
