"""Who acts where two verbs have one subject and the first has an object of its own: "X praised the EU and met Y"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_SAID = word_class("state predicate") | word_class("bidding") | word_class("clause end")
_OF_NOUNS = frozenset("xBGNt")


def who_did_both(lx: Lexed, groups: Sequence[Group], chosen: Group, begin: int) -> Group | None:
    """Return whose verb it is that has the group before "and", ahead of an item, for its object; None if there is none.

    A verb that brings a clause has no object: in "X said the EU and Peru met" it is they who met.
    """
    verb = chosen.first - 1
    if verb < 1 or lx.lows[begin - 1] != "and" or not lx.lows[verb].endswith("ed") or lx.lows[verb] in _SAID:
        return None
    between = range(chosen.last, begin - 1)
    if any(lx.codes[i] not in _OF_NOUNS or lx.lows[i].endswith("ed") for i in between):
        return None
    return next((g for g in groups if g.last == verb and not (g.governor or g.possessive)), None)
