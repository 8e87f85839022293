"""What another tells of: "similar calls were made by X", "a similar meeting was held with Z", "Y followed suit"."""

from __future__ import annotations

import re

from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import FAR, NEAR
from loaders.text.lexis.triggers import Trigger

_CAME_ABOUT = re.compile(
    r"(?P<be>(?:will be|was|were|has been|have been|had been|(?:is|are) to be|is|are) (?:also )?)"
    r"(?:made|held|placed|received|conducted) (?:by|with|from|to)\b|(?:came|followed|went) (?:from|to)\b"
)
_THE_SAME = re.compile(r"(?:likewise|the same)(?: |$)(?!thing|way)")
_DID = frozenset({"did", "do", "does", "doing", "done"})


class Similar(Clause):
    """Reads contacts that are like the one told before: with the one spoken of there."""

    def _read_similar(self, at: int, trigger: Trigger) -> Frame | None:
        told = _CAME_ABOUT.match(self.lx.lower(at + 1, at + FAR))
        after = next((g for g in self.groups if g.first > at and not g.possessive), None)
        if told is None or after is None or not any(a.sides or a.person for a in after.actors):
            return None
        frame = self._make(at, trigger, list(after.actors), "")
        frame.status = status_of("before", told["be"] or "") or "held"
        frame.alike = frame.also = True
        frame.separate = len(after.actors) > 1
        return frame

    def _read_suit(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Peru followed suit", "Peru did the same": an act like the one told before, if one was."""
        if self.lx.lows[at] in _DID and _THE_SAME.match(self.lx.lower(at + 1, at + NEAR)) is None:
            return None
        subject = self._left(at)
        if not any(a.sides or a.person or a.determiner == "it" for a in subject):
            return None
        frame = self._make(at, trigger, subject, self._before(at))
        frame.also = True
        return frame
