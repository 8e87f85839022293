"""Invitations: who asks whom to come, and whether they do."""

from __future__ import annotations

import re

from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.clause.places import Where
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import NEAR, VERY_FAR
from loaders.text.lexis.triggers import Trigger

_TAKEN_UP = re.compile(r"(?:\band|\bwhich|\bwho|\bthat|,) (?:(?!not|never|yet)\S+ ){0,4}?accepted\b")
_TO_COME = re.compile(
    r"\b(?:visit|trip|come|travel|attend|join|talks|meet|address|participate|take part|guest)\b|\bto [A-Z]"
)
_TO_A_MEAL = re.compile(
    r"(?:[\w.-]+ ){0,9}?(?:to|for|over for) (?:an? )?(?:\w+ )?(?:dinner|lunch|breakfast|tea|supper|banquet)\b"
)
_GUESTS_DO = frozenset(
    {"visit", "travel", "come", "attend", "tour", "pay", "meet", "hold", "participate", "take", "address", "speak"}
    | {"be", "go", "stay", "join", "see", "return", "fly", "witness", "deliver", "make", "dine", "discuss", "talk"}
)
"""What one is invited to, where one is a guest."""
_MEAL = Trigger("invite-meal", "verb", "invite-verb", "meeting")
_KNOWN = frozenset({"the", "this", "that"})
"""Read "gratefully accepted the invitation": one told of before."""


_WAS_ACCEPTED = re.compile(r"(?:was|has been|were|have been) (?:\w+ )?accepted\b")


class Invitations(Clause):
    """Readers of invitations."""

    def _read_invite_verb(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        passive = self._is_passive(at)
        if passive and self._is_said_aside(at):
            return None
        guests = self._left(at) if passive else [a for a in self._right(at, {""}) if a.kind != "side"]
        hosts = self._right(at, {"by"}) if passive else self._left(at)
        rest = lx.lower(at + 1, min(len(lx), at + 30))
        meal = _TO_A_MEAL.match(rest) is not None
        comes = _TO_COME.search(rest + " " + lx.words(at, min(len(lx), at + 12))) is not None
        if not guests or not (comes or (meal and hosts)):
            return None
        to = self._asked_to(at)
        if meal and hosts and not to:
            trigger = _MEAL
        frame = self._make(at, trigger, guests + ([] if to else hosts), "", places=to)
        frame.status = status_of("before", self._before(at).rsplit(" ", 1)[0]) or "proposed"
        frame.status = "proposed" if frame.status not in ("denied", "cancelled") else frame.status
        frame.status = "planned" if frame.status == "proposed" and self._is_taken_up(at) else frame.status
        frame.hosts = hosts
        frame.day_after = True
        return frame

    def _is_said_aside(self, at: int) -> bool:
        """Read "X, invited by Y, is paying a visit": what he does there tells of it."""
        if self.lx.lows[at - 1 : at + 2] != [",", "invited", "by"]:
            return False
        host = next((g for g in self.groups if g.first > at and g.governor == "by"), None)
        end = host.last + (self.lx.codes[host.last : host.last + 1] == ",") if host is not None else len(self.lx)
        return end < len(self.lx) and self.lx.codes[end - 1] == "," and self._is_verb(end)

    def _asked_to(self, at: int) -> list[Where]:
        """Where to: not Peru in "invited Peru's prime minister to visit Chile"."""
        near = [w for w in self.places if at < w.item < at + VERY_FAR and w.governor in ("to", "")]
        of_guest = {i for a in self.actors if a.kind != "side" for i in range(a.first, a.last)}
        return [w for w in near if w.item not in of_guest][:1]

    def _is_for_else(self, at: int) -> bool:
        """Read "an invitation from X to mediate": to do something, and to come nowhere."""
        lx = self.lx
        after = range(at + 1, min(at + VERY_FAR, len(lx) - 1))
        deed = next((lx.lows[i + 1] for i in after if lx.lows[i] == "to" and lx.codes[i + 1] == "x"), "")
        return deed != "" and deed not in _GUESTS_DO

    def _is_taken_up(self, at: int) -> bool:
        """Read "invited X to Oslo, and she accepted", "an invitation to visit, which he had accepted"."""
        return _TAKEN_UP.search(self.lx.lower(at, len(self.lx))) is not None

    def _read_invite(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "accepted an invitation from X to visit Y"; "X's invitation to visit Y"."""
        lx = self.lx
        before = lx.lower(max(0, at - 8), at)
        accepted = re.search(r"\baccept", before) is not None
        declined = re.search(r"\b(?:declin|reject|refus|turn)\w*", before) is not None
        withdrawn = re.search(r"\b(?:withdr[ae]w|rescind|cancel)\w*", before) is not None
        extended = re.search(r"\b(?:extend|offer|issu|conve|renew|reiterat|deliver|sen[dt])\w*", before) is not None
        if _WAS_ACCEPTED.match(lx.lower(at + 1, at + NEAR)) and lx.lows[at - 1] in _KNOWN:
            return self._make(at, trigger, [], "", places=[])  # "The invitation was gladly accepted"
        if not (accepted or declined or extended or withdrawn):
            return None
        verb = next(
            (
                i
                for i in range(at - 1, max(-1, at - 9), -1)
                if re.match(
                    r"(?:accept|declin|reject|refus|turn|withdr|rescind|cancel|extend|offer|issu|conve|renew|reiterat|deliver|sen[dt])",
                    lx.lows[i],
                )
            ),
            at,
        )
        subject = self._left(verb)
        owners = self._possessor(at)
        others = self._right(at, {"from", "by", "to"}, noun=True)
        to = self._asked_to(at)
        if not to and self._is_for_else(at):
            return None
        if accepted and not (owners or others or to) and lx.lows[at - 1] in _KNOWN:
            return self._make(at, trigger, [], "", places=[])
        guests, hosts = (subject, owners + others) if accepted or declined else (others, subject + owners)
        guests, hosts = (guests, hosts) if others or accepted or declined else (owners, subject)
        if not guests:
            return None
        frame = self._make(at, trigger, guests + hosts, "", places=to)
        accepted = accepted or (extended and self._is_taken_up(at))
        frame.status = "planned" if accepted else "denied" if declined else "cancelled" if withdrawn else "proposed"
        frame.hosts = hosts
        frame.day_after = True
        return frame
