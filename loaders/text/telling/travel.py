"""Visits: verbs of travel, visits and trips, invitations."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.groups import Where
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.noun_doubts import TALKED_OF
from loaders.text.telling.stays import Stays
from loaders.text.who.actor import Actor

_VISIT_TO = Trigger("visit-to", "verb", "meet", "meeting")
_UNDER_WAY = re.compile(
    r"\b(?:is|are|was|were|be|been|currently|will be) (?:in (?:\S+ ){1,3})?(?:\w+ )?on (?:an?|his|her|their)\b"
    r"|\b(?:came|comes|arrived|arrives) (?:here )?(?:for|on) (?:an?|his|her|their)\b"
    r"|\b(?:welcomed|received|greeted) in (?:\S+ ){1,3}(?:on|with|for|during) (?:an?|his|her|their)\b"
    r"|\b(?:return(?:s|ed|ing)?|arriv(?:es|ed) (?:back|home)|(?:came|is|are|was|were) back)\b(?: [\w-]+){0,6}? "
    r"(?:after|from|following) (?:an?|his|her|their)\b"
)
"""Read "is on a four-day official visit to", "was welcomed in Oslo on a", "returned home on Monday after a"."""

_NEXT_PLACE = re.compile(
    r"(?:\( \w+ \) ?)?(?:, )?(?:[a-z.]+ )?[,;]?(?: ?and| ?&)?(?: then)?(?: on)?(?: ?to)?(?: ?the)?"
)
"""What may stand between two places of a journey: ", then to", ", Argentina ;"."""
_STAYING = re.compile(r"\b(?:who|he|she) (?:is|was) (?:currently |now )?on (?:an?|his|her)(?: [\w-]+){0,4}$")
"""Read "X, who is on a state visit to": whatever else he will do."""
_WILL_BE_ON = re.compile(r"\bwill be (?:in (?:\S+ ){1,3})?on (?:an?|his|her|their)(?: [\w-]+){0,4}$")
"""Read "who will be in Peru on a state visit"."""
_AFTER_ONE = re.compile(r"\b(?:following|follow(?:s|ed)|after) (?:an?|his|her|their)(?: [\w-]+){0,4}$")
"""Read "arrived in Peru following a visit to Chile"."""
_OFFICIAL = re.compile(r"\b(?:state|official|working|(?:\w+|\d+)[- ]day)\b")
_LONG_AGO = re.compile(
    r"\b(?:(?:19|20)\d\d|last (?:year|month)|years ago|previous|recent|earlier|back home|return\w*)\b"
)
_ON_A_VISIT = re.compile(r"(?:on|during) (?:an?|the)(?: \S+){0,3}")
"""Read "On a state visit to Hanoi, President X signed"."""

_ASIDE = re.compile(
    r", (?:now |currently )?(?:ending|wrapping up|winding up|concluding|completing|beginning|starting|making|paying|on"
    r"|(?:at|towards?) the (?:end|start|close) of) (?:an?|his|her|their)(?: [\w-]+){0,5}$"
)
"""Read "X, ending a two-day visit, said"."""
_SAID_OF_VISITS = frozenset(
    {"followed", "follows", "comes", "came", "preceded", "precedes", "coincides", "coincided", "marks", "marked"}
)
"""Verbs of which a visit is the subject: the place after them is that of something else."""
_SET_OUT = re.compile(
    r"\b(?:left|leaves?|leaving|departed|departs?|departing|flew out|set off|setting off)\b"
    r".*\b(?:for|on) an?(?: \S+){0,3}$"
)
"""Read "left Hanoi on Sunday for a state visit to"."""
_SETS_OUT = frozenset({"leaves", "departs", "leaving", "departing"})
_KNOWN = re.compile(r"\b(?:the|this|during an?)(?: (?:[\w-]+-day|state|official|working|visit|- day|\w+ - day))*$")
_ITINERARY = re.compile(
    r"(?:[\w-]+ ){0,5}?(?:(?:will|would|is to|was to) )?(?:also )?"
    r"(?:tak(?:e|es|ing)|took|brings?|brought|includ(?:e|es|ed))(?: [\w.]+){0,3}?(?: to| in)? "
)
_DEPARTED = re.compile(
    r"\b(?:left|leaves|departed|returned|wrapped|concluded|ended)\b(?=.*\b(?:after|following|from)\b)"
)
"""Read "left Pyongyang after a four-day visit"."""


class Travel(Stays):
    """Readers of visits and invitations."""

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
        here = not to and not direct and after != ["at"] and (arrives or after == ["here"])
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
        return self._make(at, _VISIT_TO, subject + objects, self._before(at)) if subject and objects else None

    def _read_leave(self, at: int, trigger: Trigger) -> Frame | None:
        stop = self._stop(at)
        to = self._with_listed([w for w in self.places if at < w.item < stop and w.governor == "for"], stop)
        subject = [a for a in self._left(at) if a.kind in ("person", "role", "group", "pronoun")]
        return self._make(at, trigger, subject, self._before(at), places=to) if to and subject else None

    def _with_listed(self, to: list[Where], stop: int) -> list[Where]:
        """Add the places that go on with the list: "to Brazil and Argentina"."""
        if not to:
            return []
        found = [to[0]]
        for where in self.places:
            between = self.lx.lower(found[-1].item + 1, where.item)
            semicolon = ";" in self.lx.codes[found[-1].item + 1 : where.item]
            if where.place == found[-1].place:
                continue
            if found[-1].item < where.item and (where.item < stop or semicolon) and _NEXT_PLACE.fullmatch(between):
                found.append(where)
                stop = max(stop, where.item + 1)
        return found

    def _read_visit_noun(self, at: int, trigger: Trigger) -> Frame | None:
        lx, stop = self.lx, self._stop(at, noun=True)
        owner = self._possessor(at - 1 if self._right_before(at) else at)
        said = lx.lows[at + 1 : at + 2] and lx.lows[at + 1] in _SAID_OF_VISITS
        near = [w for w in self.places if at < w.item < stop and w.governor in ("to", "in") and not said]
        to = self._with_listed(near[:1], stop)
        to = to or self._right_before(at) or self._itinerary(at) or self._the_country(at, owner)
        by = self._right(at, {"by", "of"}, noun=True)
        light = self._light(at)
        subject = owner or (self._left(light) if light >= 0 else []) or by
        subject = [a for a in subject if a.kind != "side"] or (owner)
        if not subject and _UNDER_WAY.search(lx.lower(max(0, at - FAR - NEAR), at)):
            subject = [a for a in self._clause_subject(at) or self._traveller(at) if a.kind != "side"]
        will_be = _WILL_BE_ON.search(lx.lower(max(0, at - FAR), at)) is not None
        staying = _STAYING.search(lx.lower(max(0, at - FAR), at)) is not None
        aside = staying or _ASIDE.search(lx.lower(max(0, at - FAR), at)) is not None
        after_one = _AFTER_ONE.search(lx.lower(max(0, at - FAR), at)) is not None
        if not subject and (aside or after_one or _ON_A_VISIT.fullmatch(lx.lower(0, at))):
            subject = [a for a in self._clause_subject(at) if a.kind != "side"]
        if not to and _UNDER_WAY.search(lx.lower(max(0, at - FAR - NEAR), at)):
            to = [w for w in self.places if at - FAR <= w.item < at and w.governor in ("in", "at")][-1:]
            to = to or self._the_country(max(0, at - FAR), subject)
        begin = self._clause_begin(at)
        if not to and begin and lx.lows[begin - 1] == "where":
            to = [w for w in self.places if w.item < begin - 1][-1:]
        out = _SET_OUT.search(lx.lower(max(0, at - VERY_FAR), at))
        if to and not subject and out is not None:
            verb = max(0, at - VERY_FAR) + out.string[: out.start()].count(" ")
            subject = [a for a in self._left(verb) if a.kind != "side"]
        if not to and (left := _DEPARTED.search(lx.lower(max(0, at - VERY_FAR), at))) is not None:
            first = max(0, at - VERY_FAR) + left.string[: left.start()].count(" ")
            to = [w for w in self.places if first <= w.item < at and w.governor in ("", "in", "from")][:1]
            subject = subject or [a for a in self._left(first) if a.kind != "side"]
        if owner and owner == self._subject and TALKED_OF.search(lx.lower(max(0, at - FAR), at)):
            return None  # "answered questions about the results of his visit"
        if light >= 0 and subject and not to and (called_on := self._called_on(at)):
            return self._make(at, _VISIT_TO, subject + called_on, self._before(light))
        here = bool(subject) and not to and self._is_official(at)
        if not subject and not to and _KNOWN.search(lx.lower(max(0, at - NEAR), at)) is not None:
            return self._make(at, trigger, [], "", places=[])  # "the three-day trip, starting on Friday"
        if not subject or not (to or here):
            return None
        frame = self._noun(at, trigger, subject, places=to)
        if frame is not None:
            frame.here = here
            frame.status = "held" if aside else frame.status  # whatever is said of him after it
            frame.status = "planned" if will_be and frame.status in ("held", "") else frame.status
        if frame is not None and out is not None and out[0].split()[0] in _SETS_OUT:
            frame.present = True
        return frame

    def _right_before(self, at: int) -> list[Where]:
        """Read "X's two-day Seoul visit": the place as an adjective."""
        term = self.lx.terms[at - 1] if at and self.lx.codes[at - 1] == "K" else None
        if term is None or term.place is None:
            return []
        return [Where(at - 1, "to", term.place, self.lx.starts[at - 1], self.lx.ends[at - 1])]

    def _traveller(self, at: int) -> list[Actor]:
        """Read "Mr X's trip to Peru follows a visit to Chile": whose the journey is that the sentence begins with."""
        first = self.groups[0] if self.groups else None
        owns = first is not None and first.first == 0 and first.possessive and first.last < at
        return first.actors if first is not None and owns else []

    def _itinerary(self, at: int) -> list[Where]:
        """Read "the trip will take him to A and B", "the tour includes C"."""
        told = _ITINERARY.match(self.lx.lower(at + 1, at + VERY_FAR))
        if told is None:
            return []
        begin = at + 1 + told[0].count(" ")
        near = [w for w in self.places if begin <= w.item <= begin + PAIR and w.governor in ("to", "in", "")]
        return self._with_listed(near[:1], self._stop(begin))

    def _called_on(self, at: int) -> list[Actor]:
        """Read "paid a visit to Prime Minister X": whom, where no place is told."""
        return [a for a in self._right(at, {"to"}, noun=True) if a.kind in ("person", "role")]

    def _is_official(self, at: int) -> bool:
        """Read "a state visit by", "his three-day official visit": one that the text need not say the country of."""
        own = self.lx.lower(max(0, at - NEAR), at)
        return _OFFICIAL.search(own) is not None and _LONG_AGO.search(self.lx.lower(0, len(self.lx))) is None

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
