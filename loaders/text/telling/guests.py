"""Whose a visit is where the words beside it do not say: a host's guest, or the one spoken of before."""

from __future__ import annotations

import re

from loaders.text.clause.first_person import SAYS
from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.stays import Stays
from loaders.text.who.actor import Actor
from loaders.text.who.sides import sides_of

_ON_ONE = re.compile(r"\b(?:on|for) an?(?: [\w-]+){0,3}$")
_HOSTING = frozenset({"host", "hosts", "hosted", "welcome", "welcomes", "welcomed", "receive", "receives", "received"})
_TO_COME = Trigger("visit", "noun", "visit-noun", "visit")
_REACH = 26
"""Items between a host's verb and the visit of his guest, whose offices may be long."""
_THANKS = re.compile(
    r"\b(?:thank\w*|(?:express|convey|extend)\w* (?:\w+ ){0,3}?(?:gratitude|appreciation|thanks)|grateful)\b"
    r"(?=.*\b(?:hospitality|welcome|reception|generosity)\b)"
)
_TO_BE_PAID = re.compile(
    r"(?:, )?(?:(?:which|that) is )?(?:(?:due|set|scheduled|expected|planned) )?to be"
    r" (?:made|paid|undertaken|conducted|carried out) (?:[^;]{0,60}? )?by\b"
)
_OWN = {"his": "he", "her": "she"}


class Guests(Stays):
    """Finds the visitors of whom another clause tells."""

    def _hosted(self, at: int) -> list[Actor]:
        """Read "will host Minister X on a working visit to Norway": the guest."""
        if _ON_ONE.search(self.lx.lower(max(0, at - NEAR), at)) is None:
            return []
        host = next((i for i in range(at - 1, max(-1, at - _REACH), -1) if self.lx.lows[i] in _HOSTING), -1)
        guests = self._right(host, {""}) if host >= 0 and not self._is_passive(host) else []
        return [a for a in guests if a.kind in ("person", "role") and a.last <= at]

    def _to_be_paid(self, at: int) -> list[Actor]:
        """Read "confirmed the visit to be made (to Oslo) (in March) by President X": X."""
        told = _TO_BE_PAID.match(self.lx.lower(at + 1, at + VERY_FAR))
        by = self.lx.item_at(at + 1, told.end() - 1) if told is not None else len(self.lx)
        guests = next((g.actors for g in self.groups if by < g.first <= by + PAIR and g.governor == "by"), [])
        return [a for a in guests if a.kind in ("person", "role", "group")]

    def _visit_to_be_paid(self, at: int, visitors: list[Actor]) -> Frame | None:
        """Read "Minister X confirmed the visit to be made in March by President Y": to the state of X."""
        own = {side for one in visitors for side in sides_of(one)}
        hosts = [a for a in self._clause_subject(at) if a not in visitors and own.isdisjoint(sides_of(a))]
        frame = self._make(at, _TO_COME, [*visitors, *hosts], "will visit", places=[]) if hosts else None
        if frame is not None:
            frame.hosts, frame.span = hosts, (frame.span[0], max(frame.span[1], visitors[-1].last))
        return frame

    def _visit_held_for(self, at: int, light: int) -> list[Actor]:
        """Read "hosted a state visit (this week) for President X": the guest."""
        if light < 0 or not self.lx.lows[light].startswith("host") or self._is_passive(light):
            return []
        guests = self._right(at, {"for", "by", "from"}, noun=True)
        return [a for a in guests if a.kind in ("person", "role") and a.last <= at + FAR + NEAR]

    def _set_off_by(self, at: int) -> list[Actor]:
        """Read "Officials said President X, on a visit to Peru, offered help": he of whom it is said in passing."""
        comma = self.lx.codes.rfind(",", 0, at)
        one = next((a for a in self.actors if a.last == comma and a.kind in ("person", "role")), None)
        before = self.lx.lows[one.first - 1] if one is not None and one.first else ""
        return [one] if one is not None and (before in SAYS or before == "that") else []

    def _guest_rather(self, at: int, owner: list[Actor]) -> list[Actor]:
        """Whose "her visit to the country" is, if it cannot be that of ``owner``: nobody is a guest in his own."""
        whose = next((i for i in range(at - 1, max(-1, at - NEAR - 1), -1) if self.lx.codes[i] == "h"), -1)
        if whose < 0 or self.lx.lows[at + 1 : at + 3] != ["to", "the"] or not self._is_land(at + 3):
            return owner
        own = {side for actor in owner for side in sides_of(actor)}
        there = (w for w in self.places if w.place.city and w.item < at and w.governor in ("in", "at"))
        at_home = any(w.place.country in own for w in there)
        return self._who_thanks(at) or (self._others(at, own) if at_home or self._is_host(owner, at) else []) or owner

    def _who_thanks(self, at: int) -> list[Actor]:
        """Read "a cable from X thanking him for the hospitality during her visit": X, who was the guest."""
        begin = max(0, at - _REACH)
        thanks = _THANKS.search(self.lx.lower(begin, at))
        if thanks is None:
            return []
        item = self.lx.item_at(begin, thanks.start())
        before = (g for g in reversed(self.groups) if g.last <= item and g.actors[0].kind in ("person", "role"))
        return next((g.actors[-1:] for g in before), [])

    def _is_host(self, owner: list[Actor], at: int) -> bool:
        """Read "X received Y during her visit to the country": X is at home."""
        last = max((a.last for a in owner), default=at)
        return last < at and not _HOSTING.isdisjoint(self.lx.lows[last : last + PAIR])

    def _others(self, at: int, own: set[str]) -> list[Actor]:
        """The last one before a visit who is of another side."""
        people = (a for g in reversed(self.groups) if g.last <= at for a in reversed(g.actors))
        officials = (a for a in people if a.kind in ("person", "role") and sides_of(a))
        return next(([a] for a in officials if own.isdisjoint(sides_of(a))), [])

    def _is_hosted_ahead(self, at: int) -> bool:
        """Read "to host X on a visit to Norway": it is to come, as the host's part in it is."""
        if _ON_ONE.search(self.lx.lower(max(0, at - NEAR), at)) is None:
            return False
        host = next((i for i in range(at - 1, max(-1, at - _REACH), -1) if self.lx.lows[i] in _HOSTING), -1)
        return host >= 0 and status_of("before", self._before(host)) == "planned"

    def _of_one_before(self, at: int) -> list[Actor]:
        """Read "Her first visit to Peru will begin": of the one spoken of before, where a sentence opens with it."""
        word = self.lx.lows[0]
        opens = word in _OWN and at < VERY_FAR and self.lx.codes[1:at].strip("xaBn-m") == ""
        return [Actor(0, 1, kind="pronoun", determiner=_OWN[word])] if opens else []

    def _traveller(self, at: int) -> list[Actor]:
        """Read "Mr X's trip to Peru follows a visit to Chile": whose the journey is that the sentence begins with."""
        first = self.groups[0] if self.groups else None
        owns = first is not None and first.first == 0 and first.possessive and first.last < at
        return first.actors if first is not None and owns else []
