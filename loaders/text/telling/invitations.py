"""Invitations: who asks whom to come, and whether they do."""

from __future__ import annotations

import re

from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.clause.places import Where
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import FAR, NEAR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.who.actor import Actor
from loaders.text.who.sides import sides_of

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
_TALKS = Trigger("invite-talks", "verb", "invite-verb", "visit")
_TO_TALKS = re.compile(r"(?:to|for) (?:(?:an?|the) )?(?:\w+ )?(?:talks|meeting|summit|consultations|negotiations)\b")
"""Read "invited X to talks in Oslo": who invites takes part."""
_MEAL = Trigger("invite-meal", "verb", "invite-verb", "meeting")
_KNOWN = frozenset({"the", "this", "that"})
"""Read "gratefully accepted the invitation": one told of before."""
_VERBS = (
    ("planned", re.compile("accept")),
    ("denied", re.compile("declin|reject|refus|turn")),
    ("cancelled", re.compile("withdr|rescind|cancel")),
    ("received", re.compile("receiv")),
    (
        "proposed",
        re.compile(
            "extend|offer|issu|conve|renew|reiterat|reaffirm|confirm|repeat|deliver|sen[dt]|hand|present|transmit|pass"
        ),
    ),
)
"""What is done with an invitation, and the status of the visit by it."""
_IS_GIVEN = re.compile(
    r"(?:(?!(?:said|told|and|but|which|who|that|;)\b)\S+ ){0,9}?(?:was|were|has been|have been|is) (?:also )?"
    r"(?P<how>extended|conveyed|issued|handed|delivered|sent)\b"
)
"""Read "An invitation was extended to X"."""
_BY_IT = re.compile(
    r"\b(?:at|on|upon|by|for|with) (?:the|an?|his|her|their|its)(?: (?:kind|official|cordial|special|gracious))?$"
)
"""Read "sent experts at the invitation of": nothing is done with it."""
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
        elif _TO_TALKS.match(lx.lower(guests[-1].last, guests[-1].last + NEAR + 1)):
            trigger = _TALKS
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
        if _WAS_ACCEPTED.match(lx.lower(at + 1, at + NEAR)) and lx.lows[at - 1] in _KNOWN:
            return self._make(at, trigger, [], "", places=[])  # "The invitation was gladly accepted"
        verb, status = self._what_becomes_of(at)
        if not status:
            return None
        taken = status in ("planned", "denied", "received")
        subject, owners = self._left(verb) if verb < at else [], self._possessor(at)
        to = self._asked_to(at)
        if not to and self._is_for_else(at):
            return None
        if taken:
            others = self._right(at, {"from", "by", "to"}, noun=True)
            if status == "planned" and not (owners or others or to) and lx.lows[at - 1] in _KNOWN:
                return self._make(at, trigger, [], "", places=[])
            guests, hosts = subject, owners + others
        else:
            guests, hosts = self._asked(at, verb, subject, owners), self._asking(at, subject, owners)
            guests = guests or (self._met(verb, subject) if to else [])
        if not guests:
            return None
        frame = self._make(at, trigger, guests + ([] if to and not taken else hosts), "", places=to)
        given = status in ("proposed", "received")
        frame.status = ("planned" if self._is_taken_up(at) else "proposed") if given else status
        frame.hosts = hosts
        frame.day_after = True
        return self._as_meeting(frame) if hosts and not to else frame

    def _as_meeting(self, frame: Frame) -> Frame:
        """Read "accepted an invitation from X to meet on Friday": with him who invites."""
        last = max(host.last for host in frame.hosts)
        meet = last + 1
        if self.lx.lows[last : meet + 1] != ["to", "meet"] or self.lx.codes[meet + 1 : meet + 2] not in ("p", "m", "."):
            return frame
        frame.kind, frame.actors, frame.hosts = "meeting", [*frame.actors, *frame.hosts], []
        frame.span = frame.span[0], max(frame.span[1], self._stop(meet))
        frame.places = [one for one in self.places if meet < one.item < frame.span[1]]
        return frame

    def _what_becomes_of(self, at: int) -> tuple[int, str]:
        """The item of the verb whose object or subject an invitation is, and the status of the visit by it."""
        behind = _IS_GIVEN.match(self.lx.lower(at + 1, at + VERY_FAR))
        if behind is not None and behind["how"] is not None:
            return self.lx.item_at(at + 1, behind.start("how")), "proposed"
        if _BY_IT.search(self.lx.lower(max(0, at - NEAR), at)) is not None:
            return at, ""
        for item in range(at - 1, max(-1, at - VERY_FAR), -1):
            status = next((told for told, verbs in _VERBS if verbs.match(self.lx.lows[item])), "")
            if status:
                return item, status
        return at, ""

    def _asked(self, at: int, verb: int, subject: list[Actor], owners: list[Actor]) -> list[Actor]:
        """Whom an invitation is given to: "to X", "for X to come" behind it or its verb, else whose it is."""
        to = (g for g in self.groups if min(at, verb) < g.first < max(at, verb) + FAR and g.governor in ("to", "for"))
        given = next((g.actors for g in to if g.actors[0].kind != "side" and not self._is_place(g)), None)
        return given or ([] if subject or self.passage.role == "headline" else owners)

    def _met(self, verb: int, subject: list[Actor]) -> list[Actor]:
        """Read "met X in Oslo and extended an invitation to visit Peru": whom, of another side than those who do."""
        if not subject:
            return []
        sides = {side for a in subject for side in sides_of(a)}
        met = [a for a in self.actors if a.kind in ("person", "role") and subject[0].last <= a.first < verb]
        met = [a for a in met if sides and not sides & {*sides_of(a)}]
        return met or [Actor(verb, verb + 1, kind="pronoun", determiner="him")]

    def _asking(self, at: int, subject: list[Actor], owners: list[Actor]) -> list[Actor]:
        """Whose invitation it is: "from X", "of X", X's, or of those who give it."""
        sent = [g for g in self.groups if at < g.first <= at + FAR and g.governor in ("from", "of", "by")]
        return [a for g in sent[:1] for a in g.actors] or owners or subject
