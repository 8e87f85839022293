"""Forums, commissions and dialogues of two states: they stand, and only what is said of them tells that they sat."""

from __future__ import annotations

import re

from loaders.text.telling.noun_parties import TAKES_PLACE
from loaders.text.telling.those_before import ThoseBefore

_WAS_OPENED = re.compile(
    r"\b(?:was|were|be|been) (?:\w+ly )?(?:opened|closed|inaugurated|chaired|presided over)\b"
    r"|^,? ?(?:began|opened|ended|closed|concluded|continued|started)\b"
)


class StandingBodies(ThoseBefore):
    """Tells whether such a body sat."""

    def _sits(self, at: int) -> bool:
        """Read "the third Peru-Chile Ministerial Forum was held": a body of two states that sat then."""
        two = len({side for a in self._adjective_sides(at) for side in a.sides}) > 1
        if not two and self._preposition(at) < 0:
            return self._sits_under(at)
        if self._light(at) >= 0:
            return two and self._is_chaired(self._light(at))
        return two and TAKES_PLACE.match(self._after_brackets(at)) is not None

    def _sits_under(self, at: int) -> bool:
        """Read "The Joint Commission, co-chaired by X and Y, took place": whose it is, its chairs tell."""
        told = self._predicate(at)
        return bool(self._chairs(at)) and (TAKES_PLACE.search(told) or _WAS_OPENED.search(told)) is not None

    def _of_two_takes_place(self, at: int) -> bool:
        """Read "the Peru-Chile dialogue, chaired by X and Y, was held"."""
        two = len({side for a in self._adjective_sides(at) for side in a.sides}) > 1
        return two and TAKES_PLACE.match(self._predicate(at)) is not None
