"""Whose a sitting is that only its chairs tell: "the third session was held, co-chaired by X of A and Y of B"."""

from __future__ import annotations

import re

from loaders.text.clause.clause import Clause
from loaders.text.clause.group import Group
from loaders.text.clause.once import once
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.who.actor import Actor
from loaders.text.who.sides import sides_of

_IN_THE_CHAIR = re.compile(
    r"(?:\b(?:co-)?(?:chaired|presided over|led|headed|(?:opened|closed|inaugurated)(?: (?:in|on) \w+){0,2}) by"
    r"|\b(?:co-)?(?:chair(?:man|person)?ship|presidency) of)"
    r"(?: (?:the|his|her|their))?(?: \w+)?$"
)


class Chairs(Clause):
    """Finds those in the chair."""

    @once
    def _chairs(self, at: int) -> list[Actor]:
        """Those of two sides or more who chair what the word at this item is, if the sentence names no other such."""
        chairing = [
            g for g in self.groups if self._is_in_chair(g) and len({s for a in g.actors for s in sides_of(a)}) > 1
        ]
        return chairing[0].actors if len(chairing) == 1 and self._is_chaired_by(at, chairing[0]) else []

    def _in_chair(self, at: int, sides: set[str]) -> list[Actor]:
        """Those who chair what is of these sides; one may do so for a body that he is not named with."""
        return [a for a in self._chairs(at) if not sides or not sides.isdisjoint(sides_of(a))]

    def _is_in_chair(self, group: Group) -> bool:
        return _IN_THE_CHAIR.search(self.lx.lower(group.first - NEAR - PAIR, group.first)) is not None

    def _is_chaired_by(self, at: int, group: Group) -> bool:
        """Whether no full stop or semicolon, and nobody else, stands between a word and those in the chair."""
        begin, end = (at, group.first) if at < group.first else (group.last, at)
        others = (g for g in self.groups if begin < g.first and g.last <= end and not self._is_place(g))
        return not {";", "."}.intersection(self.lx.codes[begin:end]) and next(others, None) is None

    def _behind_chairs(self, at: int) -> int:
        """Read "The meeting of the committee, chaired by X and Y, will": the item after what commas set off, or 0."""
        chairs = self._chairs(at)
        comma = self.lx.codes.find(",", at, chairs[0].first) if chairs and chairs[0].first > at else -1
        if comma < 0 or not AUXILIARIES.isdisjoint(self.lx.lows[at:comma]):
            return 0
        end = chairs[-1].last
        return self.lx.codes.find(",", end - 1, end + NEAR) + 1
