"""Who else took part in the event told of just before: "the delegation included X", "attended by Y"."""

from __future__ import annotations

import re

from loaders.text.clause import Clause
from loaders.text.frame import Frame
from loaders.text.triggers import Trigger


class Companions(Clause):
    """Readers of those who come along."""

    def _read_attend(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the delegation included X and Y", "attended by X": who took part in the event told of before."""
        lx = self.lx
        word = lx.lows[at]
        if (
            word in ("joined", "accompanied")
            and lx.lows[at - 1 : at] not in (["was"], ["were"], ["been"], ["is"], ["be"], [","])
            and at
        ):
            return None
        closing = word == "attended" and lx.codes[at + 1 : at + 2] in ("", ".")
        passive = word in ("attended", "joined", "accompanied", "co-chaired")
        if passive and not closing and lx.lows[at + 1 : at + 2] != ["by"]:
            return None
        if word == "presence" and lx.lows[max(0, at - 2) : at] != ["in", "the"]:
            return None
        if word in ("included", "includes", "featured", "comprised", "comprises", "headed", "led") and not re.search(
            r"\b(?:delegation|team|side|participants|group)\b", lx.lower(max(0, at - 5), at)
        ):
            return None
        present = closing or word in ("were", "was", "also", "are", "in", "took")
        people = [
            a for g in self.groups if (g.last <= at if present else g.first > at) for a in g.actors
            if a.kind in ("person", "role")
        ]  # fmt: skip
        if not people:
            return None
        frame = self._make(at, trigger, people, "")
        frame.companions = True
        if word == "accompanied":
            frame.leads = self._left(at)
        return frame
