"""Who acts where two verbs have one subject and the first has an object of its own: "X praised the EU and met Y"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.lexed import Lexed
from loaders.text.lexis.words import word_class

_SAID = word_class("state predicate") | word_class("bidding") | word_class("clause end")
_KNOWN = frozenset({"known", "described", "styled", "nicknamed", "hailed", "seen", "regarded"})
_BEGIN_CLAUSES = frozenset({"after", "before", "as", "since"})
_OF_NOUNS = frozenset("xBGNt")
_OF_SOMEBODY = frozenset(
    {"accused", "blamed", "condemned", "criticised", "criticized", "denounced", "expelled", "opposed", "summoned"}
)
"""Verbs that bring no clause: "accused Chile of spying"."""


def who_did_both(lx: Lexed, groups: Sequence[Group], chosen: Group, begin: int) -> Group | None:
    """Return whose verb it is that has the group before "and", ahead of an item, for its object; None if there is none.

    A verb that brings a clause has no object: in "X said the EU and Peru met" it is they who met.
    """
    verb = chosen.first - 1
    while verb > 0 and lx.codes[verb] == "t":
        verb -= 1
    if verb < 1 or lx.lows[begin - 1] != "and" or not lx.lows[verb].endswith("ed"):
        return None
    told_of = lx.lows[verb] in _OF_SOMEBODY and not _is_another_named(groups, chosen.last, begin)
    if not (told_of or _is_object(lx, verb, range(chosen.last, begin - 1))):
        return None
    end = verb
    while end > 1 and (lx.lows[end - 1] in AUXILIARIES or lx.lows[end - 1].endswith("ly")):
        end -= 1
    return next((g for g in groups if g.last == end and not (g.governor or g.possessive)), None)


def _is_another_named(groups: Sequence[Group], begin: int, end: int) -> bool:
    """Whether a subject may stand between: "accused Chile of spying after Peru left and expelled"."""
    return any(begin <= g.first and g.last <= end and not (g.governor or g.possessive) for g in groups)


def _is_object(lx: Lexed, verb: int, between: range) -> bool:
    """Whether nothing but nouns stands behind a verb and the one behind it."""
    return lx.lows[verb] not in _SAID and all(
        lx.codes[i] in _OF_NOUNS and not lx.lows[i].endswith("ed") for i in between
    )


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
