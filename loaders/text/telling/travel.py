"""Verbs of travel, and invitations."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import NEAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.visits import VISIT_TO, Visits
from loaders.text.who.actor import Actor


class Travel(Visits):
    """Readers of journeys and invitations."""

    def _read_travel(self, at: int, trigger: Trigger) -> Frame | None:
        direct = trigger.lemma == "visit"
        if trigger.lemma == "lead" and not re.search(r"\b(?:delegation|mission|group)\b", self.lx.lower(at, at + 6)):
            return None
        stop = self._stop(at)
        to = [
            w
            for w in self.places
            if at < w.item < stop
            and (
                w.governor in ("to", "into", "onto")
                or (trigger.lemma in ("land", "due") and w.governor in ("in", "at", "") and w.item <= at + NEAR)
                or (direct and w.governor == "" and w.item <= at + NEAR and self._is_gone_through(at, w.item))
                or (self.lx.lows[at].startswith("tour") and w.governor == "in")
                or (self.lx.lows[at].startswith("arriv") and w.governor in ("in", "at"))
                or (self.lx.lows[at] in ("leaves", "left") and w.governor == "for")
            )
        ]
        to = self._with_listed(to, stop)
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "group", "pronoun")]
        arrives = self.lx.lows[at].startswith("arriv") and not any(at < w.item < stop for w in self.places)
        if direct and not to:
            if (met := self._visited(at, subject)) is not None:
                return met
            to = self._the_country(at, subject)
        after = self.lx.lows[at + 1 : at + 2]
        direct = direct and not self.lx.lows[at].startswith("reach")
        here = not direct and (after == ["here"] or (not to and after != ["at"] and arrives))
        if not subject or not (to or here):
            return None
        frame = self._make(at, trigger, subject, self._before(at), places=to)
        frame.here = here
        return frame

    def _is_gone_through(self, at: int, place: int) -> bool:
        """Tell "toured Seoul" from "toured the port of Duqm": a place in the country that is visited anyway."""
        return not self.lx.lows[at].startswith("tour") or self.lx.codes[at + 1 : place].strip("t") == ""

    def _visited(self, at: int, subject: list[Actor]) -> Frame | None:
        """Read "X visited President Y in Lagos": who visits a person meets him."""
        objects = [a for a in self._right(at, {""}) if a.kind in ("person", "role") and a.first <= at + NEAR]
        return self._make(at, VISIT_TO, subject + objects, self._before(at)) if subject and objects else None

    def _read_leave(self, at: int, trigger: Trigger) -> Frame | None:
        stop = self._stop(at)
        to = self._with_listed([w for w in self.places if at < w.item < stop and w.governor == "for"], stop)
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "group", "pronoun")]
        return self._make(at, trigger, subject, self._before(at), places=to) if to and subject else None

    def _read_invite_verb(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        passive = self._is_passive(at)
        guests = self._left(at) if passive else [a for a in self._right(at, {""}) if a.kind != "side"]
        hosts = self._right(at, {"by"}) if passive else self._left(at)
        rest = lx.lower(at + 1, min(len(lx), at + 30))
        if not guests or not re.search(
            r"\b(?:visit|trip|come|travel|attend|join|talks|meet)\b|\bto [A-Z]",
            rest + " " + lx.words(at, min(len(lx), at + 12)),
        ):
            return None
        to = [w for w in self.places if w.item > at and w.governor in ("to", "") and w.item < at + 14]
        frame = self._make(at, trigger, guests + ([] if to else hosts), "", places=to[:1])
        frame.status = status_of("before", self._before(at).rsplit(" ", 1)[0]) or "proposed"
        frame.status = "proposed" if frame.status not in ("denied", "cancelled") else frame.status
        frame.hosts = hosts
        frame.day_after = True
        return frame

    def _read_invite(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "accepted an invitation from X to visit Y"; "X's invitation to visit Y"."""
        lx = self.lx
        before = lx.lower(max(0, at - 8), at)
        accepted = re.search(r"\baccept", before) is not None
        declined = re.search(r"\b(?:declin|reject|refus|turn)\w*", before) is not None
        withdrawn = re.search(r"\b(?:withdr[ae]w|rescind|cancel)\w*", before) is not None
        extended = re.search(r"\b(?:extend|offer|issu|conve|renew|reiterat|deliver|sen[dt])\w*", before) is not None
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
        others = self._possessor(at) + self._right(at, {"from", "by", "to"}, noun=True)
        to = [w for w in self.places if w.item > at and w.governor in ("to", "") and w.item < at + 14]
        guests, hosts = (subject, others) if accepted or declined else (others, subject)
        if not guests:
            return None
        frame = self._make(at, trigger, guests + hosts, "", places=to[:1])
        frame.status = "planned" if accepted else "denied" if declined else "cancelled" if withdrawn else "proposed"
        frame.hosts = hosts
        frame.day_after = True
        return frame
