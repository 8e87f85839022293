"""Whose a contact is, told behind when it was to be: "Talks, which were due on Friday in Lima between X and Y".

So it is where the main clause says that it begins or goes on: "Talks on fish will resume next week between A and B".
"""

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


_BEGIN = r"(?:begin|start|open|resume|restart|continue|take place|be held|get under way|go ahead)"
_GOES_ON = re.compile(
    r"(?:(?:on|about|over|to|aimed at) (?:[\w'-]+ ){1,9}?)?"
    rf"(?:(?:will|would|could|may|might|must) (?:\w+ly |also |soon )?{_BEGIN}"
    r"|(?:is|are|was|were) (?:\w+ly |also |still |now )?(?:(?:due|set|scheduled|expected|slated|planned|about) )?to "
    rf"{_BEGIN}|(?:is|are|was|were) (?:still |now |currently )?"
    r"(?:continuing|ongoing|under ?way|taking place|in progress|progressing)"
    r"|(?:set|due|scheduled|expected|slated) to "
    rf"{_BEGIN}|(?:continue|resume|begin|start|open)s?)\b"
)
_ENDS = frozenset("mKC)")
_PREDICATES = frozenset(
    {
        "begin",
        "start",
        "open",
        "resume",
        "restart",
        "continue",
        "place",
        "held",
        "way",
        "ahead",
        "continuing",
        "ongoing",
    }
    | {"underway", "progress", "progressing", "continues", "resumes", "begins", "starts", "opens"}
    | {"week", "month", "year", "weekend", "today", "tomorrow", "yesterday", "shortly", "soon", "again", "later"}
)


def set_between(lx: Lexed, groups: Sequence[Group], at: int) -> Group | None:
    """The two behind a relative clause, which says when a noun at an item was to be."""
    if not {"which", "that"} & {*lx.lows[at + 1 : at + 1 + PAIR]} or _SET_FOR.match(lx.lower(at + 1, at + FAR)) is None:
        return None
    return _two_behind(groups, at)


def begins_between(lx: Lexed, groups: Sequence[Group], at: int) -> Group | None:
    """The two behind the predicate that says that what a noun tells of begins or goes on."""
    if "between" not in lx.lows[at:] or _GOES_ON.match(lx.lower(at + 1, at + VERY_FAR)) is None:
        return None
    two = _two_behind(groups, at)
    return two if two is not None and _is_behind_predicate(lx, at, two) else None


def _two_behind(groups: Sequence[Group], at: int) -> Group | None:
    behind = (g for g in groups if at < g.first <= at + 2 * VERY_FAR and g.governor == "between")
    return next((g for g in behind if len(g.actors) > 1), None)


def _is_behind_predicate(lx: Lexed, at: int, two: Group) -> bool:
    """Tell "talks will begin on Monday between A and B" from "talks will begin to end the war between A and B"."""
    between = next((i for i in range(two.first - 1, at, -1) if lx.lows[i] == "between"), at)
    return lx.codes[between - 1] in _ENDS or lx.lows[between - 1] in _PREDICATES
