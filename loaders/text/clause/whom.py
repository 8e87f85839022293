"""Whom a relative clause tells of: "Minister X, whom he met on Monday", "with whom they held talks"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.distances import VERY_FAR
from loaders.text.lexis.lexed import Lexed
from loaders.text.who.actor import Actor

_WHOM = "whom"
_IS_THE_FIRST = re.compile(
    r"\b(?:was|is|became|has been|will be) (?:the (?:first|second|third|last|latest|only)|one of the first)"
    r"(?: [\w-]+){1,5}$"
)
_APART = frozenset(",;")


def antecedent(lx: Lexed, groups: Sequence[Group], at: int, governors: set[str]) -> list[Actor]:
    """Return those right before "whom" in the clause around an item, if one of these words governs it; else nobody."""
    if _WHOM not in lx.lows:
        return _of_whom_it_is_said(lx, groups, at) if "" in governors and "the" in lx.lows else []
    whom = next((i for i in range(at - 1, max(0, at - VERY_FAR), -1) if lx.lows[i] == _WHOM), 0)
    if not whom or not _APART.isdisjoint(lx.codes[whom:at]):
        return []
    governor = lx.lows[whom - 1] if lx.codes[whom - 1] in "wpbo" else ""
    end = whom - bool(governor)
    end -= lx.codes[end - 1 : end] == ","
    before = (g.actors for g in groups if g.last in (end, end + 1) and not g.possessive)
    found = next(before, []) if governor in governors else []
    return [one for one in found if one.kind != "side"]  # "Peru and Chile, whom they met in the final"


def _of_whom_it_is_said(lx: Lexed, groups: Sequence[Group], at: int) -> list[Actor]:
    """Read "X was the first guest King Y received": X, where the verb has no object of its own."""
    subject = next((g for g in groups if g.last == at and g.governor == ""), None)
    begin = max(subject.first, subject.actors[0].name_items[0]) if subject is not None else 0
    said = _IS_THE_FIRST.search(lx.lower(0, begin)) if begin else None
    copula = lx.item_at(0, said.start()) if said is not None else 0
    who = next((g.actors for g in groups if g.last == copula > 0 and not g.possessive), [])
    return [one for one in who if one.kind != "side"]
