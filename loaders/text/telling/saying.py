"""By whose word an act was done to somebody: "was expelled, the Foreign Ministry said"."""

from __future__ import annotations

from loaders.text.clause.clause import Clause
from loaders.text.clause.first_person import SAYS
from loaders.text.who.actor import Actor
from loaders.text.who.organs import is_own

_TELLING = SAYS | {"announced", "announces", "confirmed", "confirms"}


class Saying(Clause):
    """Finds the state, or the organ of one, that tells of an act."""

    def _by_word_of(self, done_to: list[Actor]) -> list[Actor]:
        """Read "the envoy was called in, the Foreign Ministry said", "said Peru": not those to whom it was done."""
        theirs = {side for actor in done_to for side in actor.sides}
        bodies = (a for a in self.actors if is_own(self.lx, a) or (a.kind in ("side", "group") and a.sides))
        return [a for a in bodies if self._tells(a) and not theirs & set(a.sides)][:1]

    def _tells(self, actor: Actor) -> bool:
        """Whether a verb of saying stands right behind or right before a phrase."""
        lows = self.lx.lows
        return not _TELLING.isdisjoint(lows[actor.last : actor.last + 1] + lows[max(0, actor.first - 1) : actor.first])
