"""Whom a relative clause tells of: "Minister X, whom he met on Monday", "with whom they held talks"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.clause.groups import Group
from loaders.text.lexis.distances import VERY_FAR
from loaders.text.lexis.lexer import Lexed
from loaders.text.who.actor import Actor

_WHOM = "whom"
_APART = frozenset(",;")


def antecedent(lx: Lexed, groups: Sequence[Group], at: int, governors: set[str]) -> list[Actor]:
    """Return those right before "whom" in the clause around an item, if one of these words governs it; else nobody."""
    if _WHOM not in lx.lows:
        return []
    whom = next((i for i in range(at - 1, max(0, at - VERY_FAR), -1) if lx.lows[i] == _WHOM), 0)
    if not whom or not _APART.isdisjoint(lx.codes[whom:at]):
        return []
    governor = lx.lows[whom - 1] if lx.codes[whom - 1] in "wpbo" else ""
    end = whom - bool(governor)
    end -= lx.codes[end - 1 : end] == ","
    before = (g.actors for g in groups if g.last in (end, end + 1) and not g.possessive)
    found = next(before, []) if governor in governors else []
    return [one for one in found if one.kind != "side"]  # "Peru and Chile, whom they met in the final"
