"""Who does what another does: "Peru joined Chile in expelling two envoys", "followed Chile in recalling its envoy"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.distances import PAIR
from loaders.text.lexis.lexed import Lexed

_WHEN = re.compile("(?:p?m+)?")
_DID = frozenset({"joined", "joins"})
"""Verbs by which both have done it."""
_DO = frozenset({"join", "joining", "follow", "follows", "followed", "following"})
"""Verbs by which he does it of whom they are said."""


def joined_in(lx: Lexed, groups: Sequence[Group], at: int) -> tuple[int, Group] | None:
    """Return the item of such a verb before a gerund, and whom it has for object."""
    if at < PAIR + 1 or lx.lows[at - 1] != "in" or not lx.lows[at].endswith("ing"):
        return None
    before = (g for g in groups if g.last < at and g.governor == "" and not g.possessive)
    other = next((g for g in before if _WHEN.fullmatch(lx.codes, g.last, at - 1)), None)
    if other is None or lx.lows[other.first - 1] not in _DID | _DO:
        return None
    return other.first - 1, other


def joining_verb(lx: Lexed, groups: Sequence[Group], at: int) -> int:
    """Return the item of such a verb before a gerund, or that of the gerund itself."""
    found = joined_in(lx, groups, at)
    return found[0] if found is not None else at


def did_both(lx: Lexed, verb: int) -> bool:
    """Whether the one who is joined has done it too: not of "refused to join Chile in expelling"."""
    return lx.lows[verb] in _DID
