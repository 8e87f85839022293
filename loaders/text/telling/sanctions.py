"""Sanctions told by the verb: "froze the assets of", "blacklisted", "barred from entering"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.withholding import Withholding
from loaders.text.who.actor import Actor

_OF_ITSELF = frozenset(
    {"sanctioned", "sanctioning", "designating", "designated"}
    | {"blacklist", "blacklisted", "blacklists", "blacklisting"}
)
"""Verbs that need no noun to tell of a sanction."""
_BARRING = frozenset({"bans", "banned", "banning", "bars", "barred", "barring"})
_ENTRY = re.compile(
    r"\bfrom (?:entering|entry|visiting|travel+ing|(?:its|their|the country 's|[\w-]+) (?:airspace|ports|territory))\b"
)
"""Read "barred ten officials from entering": what makes a verb of barring a sanction."""
_HAVE = frozenset({"has", "have", "had"})
_TIED = frozenset({"linked", "tied", "connected", "related", "belonging", "close", "due", "owing", "loyal"})
_IN_OFFICE = re.compile(
    r"[^,;]{0,80}?\bas (?:\w+ ){0,4}?"
    r"(?:envoy|representative|chair\w*|coordinator|host|head|leader|ambassador|successor)\b"
)
"""Read "designated X as his special envoy"."""
_FROZEN = frozenset({"assets", "accounts", "funds"})


class Sanctions(Withholding):
    """Readers of verbs."""

    def _read_sanction(self, at: int, trigger: Trigger) -> Frame | None:
        done = not _HAVE.isdisjoint(self.lx.lows[max(0, at - PAIR) : at]) or self._is_passive(at)
        if self._is_thought_of(at) or (self.lx.lows[at] == "frozen" and not done):
            return None  # "the frozen Russian assets"
        if self.lx.lows[at].startswith("designat") and self._is_for_office(at):
            return None
        if self.lx.lows[at] in _BARRING:
            return self._read_barring(at, trigger)
        what = at if self.lx.lows[at] in _OF_ITSELF else self._object_noun(at, _FROZEN)
        if what < 0:
            return None
        passive, decided = self._is_passive(at), self._decided_by(at)
        subject = decided or (self._right(at, {"by"}) if passive else self._left(at))
        targets = self._sufferers(at) if passive and what == at else self._targets(at, what, subject)
        if not targets or (what == at and not any(a.sides or a.person for a in targets)):
            return None
        before = "" if decided else self._before(at).removesuffix(self.lx.lows[at])
        return self._by_somebody(self._make(at, trigger, subject + targets, before), subject)

    def _is_for_office(self, at: int) -> bool:
        """Read "designated Minister X to attend", "a delegation designated to meet Y": charged with it, not listed."""
        lows, codes = self.lx.lows, self.lx.codes
        if lows[at] == "designated" and codes[at - 1 : at] in ("t", "h", "&"):
            return True  # "the designated minister", "and designated counterpart of Chile"
        stop = min(self._stop(at) + 1, at + VERY_FAR, len(lows) - 1)
        tasks = (i for i in range(at + 1, stop) if lows[i] == "to" and codes[i + 1] == "x" and lows[i - 1] not in _TIED)
        return next(tasks, -1) > 0 or _IN_OFFICE.match(self.lx.lower(at + 1, at + VERY_FAR)) is not None

    def _sufferers(self, at: int) -> list[Actor]:
        """Read "Three Syrian banks were sanctioned by": whom it is done to."""
        return self._left(at) or self._loose_sides(self._clause_begin(at), at)

    def _read_barring(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Chad barred ten Kenyan officials from entering", "ten lawmakers were barred from entering Chad"."""
        stop = self._stop(at)
        if not _ENTRY.search(self.lx.lower(at + 1, min(stop, at + FAR))):
            return None
        sides = self._left(at)
        others = self._loose_sides(at + 1, stop) if self._is_passive(at) else self._targets(at, at, sides)
        before = self._before(at).removesuffix(self.lx.lows[at])
        return self._make(at, trigger, sides + others, before) if sides and others else None
