"""Whose a contact is, told behind when it was to be: "Talks, which were due on Friday in Lima between X and Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.clause.group import Group
from loaders.text.lexis.distances import FAR, PAIR, VERY_FAR
from loaders.text.lexis.lexed import Lexed

_SET_FOR = re.compile(
    r"(?:, )?(?:which|that) (?:(?:was|were|is|are|had been|has been|have been) )(?:\w+ly )?"
    r"(?:to (?:take place|be held|begin|start|open|resume|continue)|due|scheduled|planned|set|expected|slated)\b"
)


def set_between(lx: Lexed, groups: Sequence[Group], at: int) -> Group | None:
    """The two behind such a clause, which says when a noun at an item was to be."""
    if not {"which", "that"} & {*lx.lows[at + 1 : at + 1 + PAIR]} or _SET_FOR.match(lx.lower(at + 1, at + FAR)) is None:
        return None
    behind = (g for g in groups if at < g.first <= at + 2 * VERY_FAR and g.governor == "between")
    return next((g for g in behind if len(g.actors) > 1), None)
