"""Whom a measure is taken against, who has decided it, and whether it is only thought of."""

from __future__ import annotations

from loaders.text.clause.clause import Clause
from loaders.text.clause.group import Group
from loaders.text.clause.joint import joined_in
from loaders.text.lexis.distances import PAIR, VERY_FAR
from loaders.text.who.actor import Actor

_AGAINST = ("on", "against", "from", "including")
_TARGETING = frozenset({"target", "targets", "targeted", "targeting", "hitting", "hit"})
_EFFORTS = frozenset(
    {"attempt", "attempts", "authority", "bid", "bids", "effort", "efforts", "motion", "move", "moves", "powers",
     "pressure", "proposal", "proposals", "push", "step", "steps", "way", "ways"}
)  # fmt: skip
_BECAUSE = frozenset({"after", "because", "since", "following"})
"""Read "sanctions on Peruvian banks after Peru annexed a part of Chile": what made them do so."""
_DECISIONS = frozenset({"decision", "move", "order"})
"""What is decided by such a word is done by it."""


class Targets(Clause):
    """Finds the sides of an act against another."""

    def _is_thought_of(self, at: int) -> bool:
        """Read "efforts to impose sanctions", "talks over sanctioning X": not what is done."""
        lx = self.lx
        if lx.lows[at].endswith("ing") and lx.lows[at] != "bring" and lx.codes[at - 1 : at] in ("p", "f", "o"):
            return joined_in(lx, self.groups, at) is None
        if lx.lows[at] == "designated" and self._is_passive(at) and not self._has_be(max(0, at - 3), at):
            return True  # "the area designated by the Council for operations in Sudan"
        return lx.lows[at - 1 : at] == ["to"] and lx.lows[at - 2] in _EFFORTS

    def _targets(self, at: int, what: int, subject: list[Actor]) -> list[Actor]:
        """Those whom a measure is taken against."""
        end = next((i for i in range(what + 1, len(self.lx)) if self.lx.lows[i] in _BECAUSE), len(self.lx))
        found = [
            a
            for g in self.groups
            if what < g.first < end and (self._is_against(g, at, what) or self._is_targeted(g.first))
            for a in g.actors
            if a not in subject
        ]
        found += [a for g in self.groups if at < g.first < what for a in g.actors]
        if not found and what != at:
            found = self._loose_sides(what - 1, what)  # "extend Russia sanctions"
        return found or self._loose_sides(what + 1, min(end, self._stop(at)))  # "sanctions on eight Syrian banks"

    def _is_against(self, group: Group, at: int, what: int) -> bool:
        """Tell those against whom from another subject: "sanctions on banks, the minister says"."""
        if group.governor == "for":
            return group.first - what <= PAIR + 1  # "a sanctions regime for Mali", not "on Mali for its part in"
        if group.governor:
            return group.governor in _AGAINST
        return what == at or self.lx.codes[group.first - 1 : group.first] not in (",", "&", '"')

    def _is_targeted(self, first: int) -> bool:
        return bool(_TARGETING & set(self.lx.lows[max(0, first - PAIR) : first]))

    def _loose_sides(self, first: int, last: int) -> list[Actor]:
        """Demonyms that stand for a side though no phrase was read: "ten Polish attachés"."""
        found = []
        for i in range(first, min(last, len(self.lx))):
            term = self.lx.terms[i]
            if self.lx.codes[i] in "DC" and term is not None and term.side:
                found.append(Actor(i, i + 1, kind="side", sides=(term.side,)))
        return found

    def _decided_by(self, at: int) -> list[Actor] | None:
        """Read "Peru's decision to expel", "a decision by Minister X to slap": who has decided, or None."""
        lx = self.lx
        if lx.lows[at - 1 : at] != ["to"]:
            return None
        noun = next((i for i in range(at - 2, max(-1, at - VERY_FAR), -1) if lx.lows[i] in _DECISIONS), -1)
        if noun < 0 or lx.codes.find(",", noun, at) >= 0:
            return None
        by = [a for g in self.groups if noun < g.first < at and g.governor in ("by", "of") for a in g.actors]
        found = by or self._possessor(noun) or self._left_of_noun(noun)
        return found if found or lx.codes[noun - 1] == "'" else None

    def _left_of_noun(self, noun: int) -> list[Actor]:
        """Read "the ministry announced its decision": whose it is."""
        light = self._light(noun)
        return self._left(light) if light >= 0 else []
