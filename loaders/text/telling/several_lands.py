"""Journeys to a part of the world: "a tour of Europe", "a trip to the Gulf" is to no state that is told."""

from __future__ import annotations

from loaders.text.lexis.distances import FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.parts_of_world import parts_of_world
from loaders.text.lexis.words import word_class

_TO = frozenset({"to", "of", "through", "across", "around", "in"})
_SEVERAL = frozenset({"region", "continent", "gulf", "countries", "nations", "states", "capitals", "republics"})
_ADJECTIVES = word_class("region") | _SEVERAL
_WITHIN = frozenset("taBNnDx-&")


def goes_to_several(lx: Lexed, at: int) -> bool:
    """Whether what the visit at an item is to is a part of the world, or several states without a name."""
    if lx.lows[at + 1 : at + 2] == [] or lx.lows[at + 1] not in _TO:
        return False
    end = at + 1
    while end + 1 < len(lx) and end - at < FAR and lx.codes[end + 1] in _WITHIN:
        end += 1
        if lx.lows[end] in parts_of_world() or lx.lows[end] in _ADJECTIVES:
            return True
    return False
