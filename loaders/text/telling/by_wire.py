"""Calls told by an adverbial or an idiom of the telephone: "agreed over the phone to", "got X on the phone"."""

from __future__ import annotations

import re

from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.lexis.triggers import Trigger
from loaders.text.who.belonging import is_counterpart
from loaders.text.who.sides import sides_of

_BY_WIRE = re.compile(
    r"(?:on \w+ )?(?:(?:by|via|over|over the|on the|through) (?:tele)?phone\b"
    r"|(?:in|during|on) an? (?:[\w-]+ ){0,2}?(?:call|(?:phone |video )?conversation)\b"
    r"|(?:by|over|via|in) (?:an? )?video[ -]?(?:link(?:-?up)?|call|conference)\b)"
)
_GOT = frozenset({"got", "gets", "reached", "caught", "raised", "called"})


class ByWire(Clause):
    """Readers of such phrases."""

    def _got_on_phone(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "got her Swiss counterpart on the phone": whom, between the verb and the telephone."""
        got = next((g for g in self.groups if g.last == at - PAIR and not g.governor), None)
        if got is None or self.lx.lows[got.first - 1] not in _GOT:
            return None
        called = [a for a in got.actors if a.kind in ("person", "role") or is_counterpart(self.lx, a)]
        subject = [a for a in self._left(got.first - 1) if a.kind != "side"]
        return self._make(got.first - 1, trigger, subject + called, "") if called and subject else None

    def _told_there(self, at: int) -> bool:
        """Read "was in Oslo on Monday, where he told President X": both are there."""
        where = self._clause_begin(at) - 1
        return where > PAIR and self.lx.lows[where] == "where" and self.lx.codes[where - 1] == ","

    def _read_by_wire(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Ministers X and Y agreed over the phone to keep the border open": how they came to do so."""
        if _BY_WIRE.match(self.lx.lower(at + 1, at + NEAR + 1)) is None:
            return None
        subject = [a for a in self._left(at) if a.kind != "side"]
        return self._make(at, trigger, subject, "") if len({s for a in subject for s in sides_of(a)}) > 1 else None
