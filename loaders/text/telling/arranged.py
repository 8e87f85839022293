"""Meetings that are of others than those who arrange them: "offered to broker talks between A and B"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.text.clause.clause import Clause
from loaders.text.clause.once import once
from loaders.text.lexis.distances import FAR, PAIR
from loaders.text.who.actor import Actor
from loaders.text.who.sides import sides_of

_ARRANGING = re.compile(
    r"(?:arrang|broker|facilitat|mediat|organi[sz]|sponsor|enabl|initiat|prepar|propos|seek|sought)\w*$|convene$|set$"
)
"""Verbs of what one does for others to meet; who convened a meeting was at it, who is to convene one need not be."""
_SPEAKING_OF = re.compile(r"(?:den[iy]|rul|reject|cancel|postpon|delay|confirm)\w*$")
"""Verbs of what one says of the meeting of two others: "officials ruled out a meeting between"."""
_AMONG = frozenset({"between", "of", "among", "involving"})


_A_DATE_FOR = re.compile(r"\b(?<!as the )(?<!as a )(?:dates?|timing)(?: in \w+| \w+)? (?:for|of)(?: [\w-]+){0,4}$")

_MEDIATING = ("mediat", "broker", "facilitat")
"""How verbs begin of those who help others to talk."""


class Arranged(Clause):
    """Tells those who meet from those who bring them together."""

    @once
    def _is_to_be_dated(self, at: int) -> bool:
        """Read "met on Tuesday to set a date for a summit": it has no day yet, and is of others."""
        return _A_DATE_FOR.search(self.lx.lower(max(0, at - FAR), at)) is not None

    def _of_their(self, at: int, stated: list[Actor]) -> list[Actor]:
        """Read "X and Y discussed a meeting of their leaders": those of both sides, and neither X nor Y."""
        both = self._clause_subject(at)
        if len({side for actor in both for side in actor.sides}) < PAIR:
            return stated
        sides = dict.fromkeys(side for actor in both for side in sides_of(actor))
        if all(actor.kind == "side" for actor in both) or len(stated) > 1:
            return both + stated
        return [replace(stated[0], sides=(side,), determiner="") for side in sides]

    def _is_arranged(self, at: int, light: int, stated: list[Actor]) -> bool:
        """Whether those beside the noun meet without the subject of the verb; if nobody is, they are unknown."""
        if self._is_to_be_dated(at):
            return True
        verb = self.lx.lows[light]
        speaks = bool(stated) and _SPEAKING_OF.match(verb) is not None
        if not (speaks or _ARRANGING.match(verb)) or self._is_passive(light):
            return False
        if not stated:
            return self._is_of_unnamed(at) or (self.lx.lows[at - 1] == "the" and verb.startswith(_MEDIATING))
        others = next((g for g in self.groups if at < g.first <= at + FAR and g.actors[0] in stated), None)
        between = others is not None and others.governor in _AMONG
        named = {actor.name for actor in stated if actor.name}
        return between and max(len(named), len({side for actor in stated for side in sides_of(actor)})) > 1

    def _is_of_unnamed(self, at: int) -> bool:
        """Read "a meeting of customs experts": of others, of whom no more is told."""
        told = self.lx.lows[at + 1 : at + 3]
        return told[:1] == ["of"] and self.lx.codes[at + 2 : at + 3] in ("x", "N", "B") and told[-1] != "ministers"
