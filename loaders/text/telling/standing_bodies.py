"""Forums, commissions and dialogues of two states: they stand, and only what is said of them tells that they sat."""

from __future__ import annotations

import re

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


class StandingBodies(ThoseBefore):
    """Tells whether such a body sat."""

    def _sits(self, at: int) -> bool:
        """Read "the third Peru-Chile Ministerial Forum was held": a body of two states that sat then."""
        two = len({side for a in self._adjective_sides(at) for side in a.sides}) > 1
        free = self._preposition(at) < 0 or self.lx.codes[self._preposition(at)] in "CDO"
        if free and (not two or self._sits_under(at)):
            return self._sits_under(at)
        if (light := self._light(at)) >= 0:
            return self._is_chaired(light) if two else self._is_theirs(at, light)
        after = self._after_brackets(at)
        return two and (TAKES_PLACE.match(after) or _WILL_SIT.match(after)) is not None

    def _is_theirs(self, at: int, light: int) -> bool:
        """Read "Peru and Chile held their joint commission": of those two."""
        if self.lx.lows[light] not in _HELD or "their" not in self.lx.lows[light:at]:
            return False
        return len({side for a in self._left(light) for side in a.sides}) > 1

    def _sits_under(self, at: int) -> bool:
        """Read "The Joint Commission, co-chaired by X and Y, took place": whose it is, its chairs tell."""
        told = self._predicate(at)
        return bool(self._chairs(at)) and (TAKES_PLACE.search(told) or _WAS_OPENED.search(told)) is not None

    def _of_two_takes_place(self, at: int) -> bool:
        """Read "the Peru-Chile dialogue, chaired by X and Y, was held"."""
        two = len({side for a in self._adjective_sides(at) for side in a.sides}) > 1
        return two and TAKES_PLACE.match(self._predicate(at)) is not None
