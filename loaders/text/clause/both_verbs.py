"""Who acts where two verbs have one subject and the first has an object of its own: "X praised the EU and met Y"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_SAID = word_class("state predicate") | word_class("bidding") | word_class("clause end")
_KNOWN = frozenset({"known", "described", "styled", "nicknamed", "hailed", "seen", "regarded"})
_BEGIN_CLAUSES = frozenset({"after", "before", "as", "since"})
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


def does_here(lx: Lexed, group: Group, begin: int) -> bool:
    """Whether a group behind "after" or "as" is the subject of a verb: right before it, or of the one joined to it.

    Read "X spoke after Peru ignored warnings and signed a pact": Peru.
    """
    if lx.lows[group.first - 2] in _KNOWN:
        return False  # "X, also known as Y, will"
    if begin - group.last <= 1:
        return True
    joined = lx.lows[begin - 1] in ("and", "but") and lx.lows[group.last].endswith("ed")
    return joined and "," not in lx.codes[group.last : begin - 1]


def another_since(lx: Lexed, groups: Sequence[Group], at: int, begin: int) -> bool:
    """Whether a clause with a subject of its own was begun since: "X spoke after Peru ignored it and signed"."""
    if lx.lows[begin - 1] != "and":
        return False
    begun = (g for g in groups if at < g.first and g.last < begin and g.governor in _BEGIN_CLAUSES)
    return any(g.actors[0].kind == "side" and does_here(lx, g, begin) for g in begun)
