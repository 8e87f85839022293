"""Single bodies that meet: a council, a committee of OPEC, the Group of Seven, a commission of two states."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.clause import Clause
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.who.actor import Actor
from loaders.text.who.sides import side_of

_BODY = re.compile(r"(?P<side>O)(?P<of>'?[xaBG]{0,4})$")
_OF_TWO = re.compile(r"(?P<one>D)-(?P<other>[DC])[xaBG]{1,5}$")
_ORGANS = frozenset(
    {"council", "committee", "commission", "subcommittee", "board", "assembly", "group", "panel", "bureau", "troika"}
    | {"ministers", "session", "experts", "members"}
)
_AT_HOME = frozenset({"EU", "UN"})
"""Whose commission or secretariat sits every week."""
_ONCE = re.compile(
    r"(?:$|[.,;]|(?:in|at|on|for|to|behind|this|last|next|late|early|later|before|after|again|briefly|here|today|tonight"
    r"|yesterday|tomorrow|and|under|following|amid|with(?:out)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
"""What may stand after a verb that has no object: "met in Vienna", not "met its target"."""
_DAYS = frozenset({"today", "yesterday", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday"})
_DAYS_TOO = _DAYS | {"friday", "saturday", "sunday"}


class Bodies(Clause):
    """Finds the body that a verb of meeting, or a noun for a meeting, is of."""

    def _body_meets(self, at: int) -> list[Actor]:
        """Read "OPEC's pricing committee met", "the joint Peruvian-Chilean commission will meet": the body."""
        if _ONCE.match(self.lx.lower(at + 1, at + PAIR)) is None:
            return []
        end = self._verb_group(at)
        while end < at and self.lx.codes[end] in "xaBG'" and self.lx.lows[end] not in AUXILIARIES:
            end += 1
        return self._body_before(end) or self._two_before(end)

    def _body_before(self, end: int) -> list[Actor]:
        """The body whose name, or what it is called, ends here."""
        found = _BODY.search(self.lx.codes, 0, end)
        if found is None:
            return []
        organ = self.lx.lows[end - 1].split()[-1] if found["of"] else ""
        side = side_of(self.lx.terms[found.start()])
        if not side or is_country(side[0]) or (found["of"] and organ not in _ORGANS):
            return []
        if organ == "commission" and side[0] in _AT_HOME:
            return []
        return [_body(found.start(), end, side, organ or "members")]

    def _two_before(self, end: int) -> list[Actor]:
        """The two states of "the joint Peruvian-Chilean commission"."""
        found = _OF_TWO.search(self.lx.codes, 0, end)
        if found is None or self.lx.lows[end - 1] not in _ORGANS:
            return []
        sides = [side_of(self.lx.terms[found.start(name)]) for name in ("one", "other")]
        return [_body(found.start(), end, side, self.lx.lows[end - 1]) for side in sides if side]

    def _of_body(self, at: int, stated: list[Actor], *, held: bool) -> list[Actor]:
        """Read "today's OPEC meeting", "began a meeting of the Group of Seven": its members, with a day or a verb."""
        one = stated[0] if len(stated) == 1 else None
        if one is None or one.kind != "side" or len(one.sides) != 1 or is_country(one.sides[0]):
            return stated
        return [_body(one.first, one.last, one.sides, "members")] if held or self._has_day(at) else stated

    def _has_day(self, at: int) -> bool:
        lx = self.lx
        end = next((i for i in range(at, len(lx)) if lx.codes[i] in "&,;"), len(lx))
        near = range(max(0, at - NEAR), min(end, at + FAR))
        return any(lx.codes[i] == "m" and (lx.lows[i] in _DAYS_TOO or lx.lows[i].isdigit()) for i in near)


def _body(first: int, last: int, sides: tuple[str, ...], capacity: str) -> Actor:
    return Actor(first, last, kind="group", sides=sides, capacity=capacity, rank="official", plural=True)
