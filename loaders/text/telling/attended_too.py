"""Gatherings that one verb lists: "attended the AU summit in Lima, the EU summit in Riga and the Lome conference"."""

from __future__ import annotations

from loaders.text.clause.frame import Frame
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.triggers import is_only_noun, verbs
from loaders.text.lexis.words import word_class

_ATTENDING = frozenset({"attend", "attends", "attended", "attending"})
_STOPS = word_class("clause end") | AUXILIARIES
_OF_PHRASE = frozenset("xaBnDO-CN")


def attended_too(lx: Lexed, at: int) -> int:
    """Return the verb that has this noun for its second object or a later one, or -1."""
    if _ATTENDING.isdisjoint(lx.lows[:at]):
        return -1
    first = at - 1
    while first > 0 and lx.codes[first] in _OF_PHRASE and lx.lows[first] not in _STOPS:
        first -= 1
    if lx.codes[first] != "t" or lx.codes[first - 1] not in ",&":
        return -1
    verb = next((i for i in range(first - 2, max(-1, first - 2 * VERY_FAR), -1) if lx.lows[i] in _ATTENDING), -1)
    between = range(verb + 1, first - 1) if verb >= 0 else range(0)
    if any(_breaks(lx, i) for i in between) or _breaks(lx, at + 1):
        return -1
    return verb if any(is_only_noun(lx.lows[i]) for i in between) else -1


def leave_to_others(lx: Lexed, frame: Frame) -> None:
    """Leave out of such a gathering the days and places of the others: its own stand behind it, up to the comma."""
    end = next((i for i in range(frame.at + 1, len(lx)) if lx.codes[i] in ",&;."), len(lx))
    frame.places = [where for where in frame.places if frame.at < where.item < end]
    frame.undated, frame.also = frame.undated or "m" not in lx.codes[frame.at : end], True


def _breaks(lx: Lexed, at: int) -> bool:
    """Whether another clause begins at an item: it has a verb there, or a relative."""
    if at >= len(lx):
        return False
    return lx.codes[at] == ";" or (lx.codes[at] in "xq" and (lx.lows[at] in _STOPS or lx.lows[at] in verbs()))
