"""Forums, commissions and dialogues of two states: they stand, and only what is said of them tells that they sat."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import FAR
from loaders.text.telling.noun_parties import TAKES_PLACE
from loaders.text.telling.those_before import ThoseBefore

_WAS_OPENED = re.compile(
    r"\b(?:was|were|be|been) (?:\w+ly )?(?:opened|closed|inaugurated|chaired|presided over)\b"
    r"|^,? ?(?:began|opened|ended|closed|concluded|continued|started)\b"
)
_WILL_SIT = re.compile(
    r"(?:(?:will|is to|was to|is due to|is set to) (?:sit|meet|convene|reconvene)|sits|sat|convenes|convened)\b"
)
_HELD = frozenset({"held", "hold", "holds", "convened", "convene", "opened", "concluded"})

_WAYS = (["mechanism"], ["mechanisms"], ["framework"], ["platform"], ["channel"], ["channels"], ["process"])
"""Behind a noun for a contact they say how such contacts are to be."""
_OF_A_ROW = frozenset({"next", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"})
_OF_A_ROW |= {"tenth", "joint", "permanent", "inaugural", "latest", "bilateral", "mixed"}
_CALLED = re.compile(r"(?:f[xBNU&]{1,5})?(?:\([NBO]\))?wt?")
"""What may stand between a commission and the other state: "for Cooperation (JCC) with"."""


class StandingBodies(ThoseBefore):
    """Tells whether such a body sat."""

    def _sits(self, at: int) -> bool:
        """Read "the third Peru-Chile Ministerial Forum was held": a body of two states that sat then."""
        two = len({side for a in self._adjective_sides(at) for side in a.sides}) > 1
        free = self._preposition(at) < 0 or self.lx.codes[self._preposition(at)] in "CDO"
        if (light := self._light(at)) >= 0 and self._is_hosted_with(at, light):
            return True
        if free and (not two or self._sits_under(at)):
            return self._sits_under(at)
        if light >= 0:
            return self._is_chaired(light) if two else self._is_theirs(at, light)
        after = self._after_brackets(at)
        return two and (TAKES_PLACE.match(after) or _WILL_SIT.match(after)) is not None

    def _is_theirs(self, at: int, light: int) -> bool:
        """Read "Peru and Chile held their joint commission": of those two."""
        if self.lx.lows[light] not in _HELD or "their" not in self.lx.lows[light:at]:
            return False
        return len({side for a in self._left(light) for side in a.sides}) > 1

    def _is_hosted_with(self, at: int, light: int) -> bool:
        """Read "Kenya will host the next Joint Ministerial Commission (JMC) with Norway": one of a row of sittings."""
        lx = self.lx
        if not (lx.lows[light].startswith("host") or lx.lows[light] in _HELD):
            return False
        beside = next((g for g in self.groups if at < g.first <= at + FAR and g.governor == "with"), None)
        named = beside is not None and _CALLED.fullmatch(lx.codes, at + 1, beside.first) is not None
        ordered = "n" in lx.codes[light:at] or not _OF_A_ROW.isdisjoint(lx.lows[light:at])
        return named and ordered and beside is not None and all(a.kind == "side" for a in beside.actors)

    def _sits_under(self, at: int) -> bool:
        """Read "The Joint Commission, co-chaired by X and Y, took place": whose it is, its chairs tell."""
        told = self._predicate(at)
        return bool(self._chairs(at)) and (TAKES_PLACE.search(told) or _WAS_OPENED.search(told)) is not None

    def _of_two_takes_place(self, at: int) -> bool:
        """Read "the Peru-Chile dialogue, chaired by X and Y, was held"."""
        two = len({side for a in self._adjective_sides(at) for side in a.sides}) > 1
        return two and TAKES_PLACE.match(self._predicate(at)) is not None

    def _is_way_to_talk(self, at: int) -> bool:
        """Read "agreed to establish a dialogue mechanism": it has not sat yet."""
        return self.lx.lows[at + 1 : at + 2] in _WAYS and self.lx.lows[max(0, self._light(at))] not in _HELD
