"""What one side no longer gives another: "suspended arms sales to Mali", "revoked the visas of ten judges"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.lexis.words import word_class
from loaders.text.telling.measures import WISHED
from loaders.text.telling.memberships import Memberships
from loaders.text.who.actor import Actor

_WITHHOLDING = word_class("withholding verb")
_FROM_WHOM = frozenset({"to", "for", "with", "of", "from", "against"})
_BEFORE_VERB = AUXILIARIES | {"to", "and", "not"}
_BETWEEN = re.compile(r"(?:[tnhxaDCOBm'\",()&-]|pt?[mK])*")


class Withholding(Memberships):
    """Readers of the nouns for what is withheld."""

    def _read_withheld(self, at: int, trigger: Trigger) -> Frame | None:
        verb = self._withholds(at)
        passive = verb > at
        subject = self._right(verb, {"by"}) if passive else self._left(verb) if verb >= 0 else []
        if not any(a.sides or a.person for a in subject):
            return None
        words = self.lx.lower(at + 1, verb) if passive else self._before(verb).removesuffix(self.lx.lows[verb])
        others = self._deprived(verb, at, subject)
        if not others or WISHED.search(words) or self._is_thought_of(verb):
            return None
        frame = self._make(verb, trigger, subject + others, "")
        frame.status = status_of("before", words) or "held"
        return frame

    def _withholds(self, what: int) -> int:
        """The item of the verb whose object, or subject where it is passive, the noun is."""
        lx = self.lx
        for i in range(what - 1, max(-1, what - VERY_FAR), -1):
            if lx.lows[i] == "close" and lx.codes[i - 1] in "xta" and lx.lows[i - 1] not in _BEFORE_VERB:
                continue  # "maintains close military cooperation"
            if lx.codes[i] == "x" and lx.lows[i] in _WITHHOLDING and not self._is_passive(i):
                begin = i + 1 + (lx.lows[i + 1 : i + 2] == ["off"])
                return i if _BETWEEN.fullmatch(lx.codes[begin:what]) is not None else -1
        fits = (i for i in range(what + 1, min(len(lx), what + FAR)) if lx.lows[i] in _WITHHOLDING)
        return next((i for i in fits if self._is_passive(i)), -1)

    def _deprived(self, verb: int, what: int, subject: list[Actor]) -> list[Actor]:
        """Read "aid to Mali", "Mali's transit privileges", "the visas of ten Malian judges"."""
        own = {side for a in subject for side in a.sides}
        before = self._possessor(what) + self._adjective_sides(what)
        stop = self._stop(max(verb, what))
        after = [a for g in self.groups if what < g.first < stop and g.governor in _FROM_WHOM for a in g.actors]
        loose = self._loose_sides(what + 1, stop)
        return next((found for one in (before, after, loose) if (found := _others(one, own))), [])


def _others(actors: list[Actor], own: set[str]) -> list[Actor]:
    return [a for a in actors if a.sides and not own & set(a.sides)]
