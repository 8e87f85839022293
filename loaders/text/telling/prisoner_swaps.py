"""Prisoners whom two states give one another: "exchanged 100 prisoners", "a prisoner swap between A and B"."""

from __future__ import annotations

import re

from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.who.actor import Actor

_CAPTIVES = frozenset({"prisoners", "captives", "detainees", "pows", "inmates"})
_DONE = re.compile(
    r"\b(?:was|were|has been|have been|will be|is to be) (?:\w+ )?(?:carried out|completed|conducted|made)\b"
    r"|\b(?:took|takes|take|will take|taken) place\b"
)
_DOING = frozenset({"carried", "completed", "conducted", "staged", "made", "complete", "conduct", "carry"})
_ABOUT = frozenset({"on", "about", "over", "regarding"})
"""After one of them it is what was talked of."""
_FREED = frozenset({"freed", "released"})


class PrisonerSwaps(Clause):
    """Reads exchanges of prisoners."""

    def _read_swap(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Chad and Mali exchanged 100 prisoners", "swapped prisoners with Mali"."""
        stop = min(self._stop(at), at + FAR)
        what = next((i for i in range(at + 1, stop) if self.lx.lows[i] in _CAPTIVES), -1)
        if what < 0 or "," in self.lx.codes[at:what]:
            return None
        parties = self._left(at) + self._right(at, {"with"}) + self._right(what, {"with"}, noun=True)
        return self._swapped(at, trigger, parties, self._before(at).removesuffix(self.lx.lows[at]))

    def _read_swap_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "a prisoner swap between Chad and Mali took place", "freed in a prisoner exchange between"."""
        lows = self.lx.lows
        if not _ABOUT.isdisjoint(lows[max(0, at - NEAR) : at]):
            return None
        parties = self._right(at, {"between", "with"}, noun=True)
        done = _DONE.search(self.lx.lower(at + 1, at + VERY_FAR))
        if done is None and _FREED.isdisjoint(lows[max(0, at - VERY_FAR) : at]):
            verb = next((i for i in range(at - 1, max(-1, at - NEAR - 1), -1) if lows[i] in _DOING), -1)
            if verb < 0:
                return None
            return self._swapped(verb, trigger, self._left(verb) + parties, self._before(verb))
        return self._swapped(at, trigger, parties, done[0] if done is not None else "")

    def _swapped(self, at: int, trigger: Trigger, parties: list[Actor], before: str) -> Frame | None:
        sides = {side for actor in parties for side in actor.sides}
        return self._make(at, trigger, parties, before) if len(sides) > 1 else None
