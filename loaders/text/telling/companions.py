"""Who else took part in the event told of just before: "the delegation included X", "attended by Y"."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.who.actor import Actor

_SIDES = frozenset({"side", "delegation", "team", "delegations", "sides", "teams"})
_TALKS = frozenset({"talks", "consultations", "negotiations", "meeting", "session"})
_IN_ANOTHER = re.compile(
    r"in (?:(?:the|an?|this|that|its|their) )?(?!(?:[\w-]+ ){0,2}?(?:meetings?|talks|negotiations|discussions"
    r"|conversations?|call|consultations|session|summit|reception|audience|dialogue|ceremony of|signing)\b)\w"
)
"""Read "took part in the ceremony": none of the contact that was told of."""
_THEM = re.compile(
    r"(?:them|the (?:two|pair|leaders|ministers|presidents|talks))\b(?! in (?:condemning|calling|urging))"
)
"""Read "Minister X joined them for dinner": he took part in the contact that was told of."""
_ON_CALL = Trigger("join-call", "verb", "join-on", "call")


class Companions(Clause):
    """Readers of those who come along."""

    def _read_join_on(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Joining President X on the call were Y of A and Z of B": all of them, and how."""
        lx = self.lx
        be = next((i for i in range(at + 1, min(at + VERY_FAR, len(lx))) if lx.lows[i] in ("were", "was")), -1)
        if at > 1 or be < 0 or not any(a.first == be + 1 for a in self.actors):
            return None
        people = [a for a in self.actors if a.kind in ("person", "role", "group")]
        by_phone = {"call", "conversation", "videoconference"} & {*lx.lows[at:be]}
        frame = self._make(at, _ON_CALL if by_phone else trigger, people, "")
        frame.definite = True
        return frame

    def _read_lead_side(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the Peruvian side was led by Minister X and the Chilean side by Minister Y": who was there."""
        near = [a for g in self.groups for a in g.actors if self._is_side_led(a) and at - NEAR <= a.last <= at]
        side = near[-1] if near else None
        if side is None or not (self._has_be(side.last, at) or self._is_with_side(side, at)):
            return None
        last = next((g.first for g in self.groups if g.first > at and self._has_be(g.last, g.last + 1)), len(self.lx))
        by = [g for g in self.groups if at < g.first <= last and g.governor == "by"]
        people = [a for g in by for a in g.actors if a.kind == "person"]
        if not people:
            return None
        frame = self._make(at, trigger, people, "")
        frame.companions, frame.leads = True, [side]
        return frame

    def _is_with_side(self, side: Actor, at: int) -> bool:
        """Read "held talks, with the Peruvian side led by X and the Chilean side led by Y"."""
        return side.kind == "group" and side.last == at and self.lx.lows[side.first - 1 : side.first] == ["with"]

    def _is_side_led(self, actor: Actor) -> bool:
        """Read "the Peruvian side", and "Peru was represented by X" where talks are told of."""
        if actor.kind == "side":
            return actor.determiner != "place" and not _TALKS.isdisjoint(self.lx.lows)
        return actor.kind == "group" and not _SIDES.isdisjoint(self.lx.lows[actor.first : actor.last])

    def _read_lead_team(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Secretary X led the Peruvian side": who was there, and for whom."""
        led = next((a for a in self.actors if at < a.first <= at + PAIR and a.kind == "group" and a.sides), None)
        people = [a for a in self._left(at) if a.kind == "person"] if led is not None else []
        if led is None or not people or self.lx.lows[led.last - 1] not in _SIDES:
            return None
        frame = self._make(at, trigger, people + self._leading_others(led), "")
        frame.companions, frame.leads = True, [led]
        return frame

    def _leading_others(self, led: Actor) -> list[Actor]:
        """Read "X led the Peruvian side and Y the Chilean side": Y, whose verb is left out."""
        return [
            one
            for one, other in pairwise(self.actors)
            if one.first > led.first and one.name and one.last == other.first and self._is_side_led(other) and one.sides
        ]

    def _read_lead_own(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Ministers X and Y led their delegations at the talks"."""
        leaders = self._left(at)
        if len(leaders) == 1:
            return self._read_lead_team(at, trigger)
        if len(leaders) < PAIR or not _SIDES & {*self.lx.lows[at + 1 : at + NEAR + 1]}:
            return None
        frame = self._make(at, trigger, leaders, self._before(at))
        frame.definite = True
        return frame

    def _read_attend(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the delegation included X and Y", "attended by X": who took part in the event told of before."""
        lx = self.lx
        word = lx.lows[at]
        if word == "joined" and _THEM.match(lx.lower(at + 1, at + NEAR)) is not None and not self._has_be(0, at):
            return self._among_them(at, trigger, [a for a in self._left(at) if a.kind in ("person", "role")])
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
        elsewhere = word in ("took", "taking") and _IN_ANOTHER.match(lx.lower(at + PAIR, at + VERY_FAR)) is not None
        if elsewhere or (word == "presence" and lx.lows[max(0, at - 2) : at] != ["in", "the"]):
            return None  # "took part in the award ceremony"
        if word in ("included", "includes", "featured", "comprised", "comprises", "headed", "led") and not re.search(
            r"\b(?:delegation|team|side|participants|group)\b", lx.lower(max(0, at - 5), at)
        ):
            return None
        present = closing or word in ("were", "was", "also", "are", "in", "took")
        present = present or (word == "taking" and {"were", "was"}.isdisjoint(lx.lows[at : at + VERY_FAR]))
        people = [
            a for g in self.groups if (g.last <= at if present else g.first > at) for a in g.actors
            if a.kind in ("person", "role")
        ]  # fmt: skip
        frame = self._among_them(at, trigger, people)
        if frame is not None and word == "accompanied":
            frame.leads = self._left(at)
        if frame is not None and passive and status_of("before", self._before(at)) == "planned":
            frame.status = "planned"  # "the meeting on Friday will be attended by X and Y"
        return frame

    def _among_them(self, at: int, trigger: Trigger, people: list[Actor]) -> Frame | None:
        """The frame of those who were there too."""
        if not people:
            return None
        frame = self._make(at, trigger, people, "")
        frame.companions = True
        return frame
