"""Nouns that tell of a visit: "his visit to", "is on a state visit to", "left Oslo after a two-day visit"."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.clause.places import Where, is_of_somebody
from loaders.text.lexis.clause_words import COURTESY
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.gazetteer import Place
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.before_visits import BeforeVisit, before_visit, is_next_leg
from loaders.text.telling.guests import Guests
from loaders.text.telling.noun_doubts import TALKED_OF
from loaders.text.telling.on_agenda import is_on_agenda
from loaders.text.telling.only_spoken_of import is_spoken_of, whose_first
from loaders.text.telling.several_lands import goes_to_several
from loaders.text.telling.when_leaving import only_says_when
from loaders.text.who.actor import Actor
from loaders.text.who.sides import sides_of, without_sides

_KNOWN_VISIT = Trigger("visit", "noun", "visit-noun", "visit")
VISIT_TO = Trigger("visit-to", "verb", "meet", "meeting")
_OFFICIAL = re.compile(r"\b(?:state|official|working|(?:\w+|\d+)[- ]day)\b")
_LONG_AGO = re.compile(r"\b(?:(?:19|20)\d\d|last (?:year|month)|years ago|previous|recent|earlier|back home|return)")
_ON_A_VISIT = re.compile(r"(?:on|during) (?:an?|the)(?: \S+){0,3}")
"""Read "On a state visit to Hanoi, President X signed"."""
_DURING_HIS = re.compile(r"\bduring (?:an?|his|her)(?: [\w-]+){0,3}$")
_IS_ON = re.compile(
    r"(?:(?:which|that) )?(?:(?:will|would|is to|is due to|is set to|is scheduled to|is expected to) )?"
    r"(?:take place|takes place|run|last|begin|start|commence|be held|begins|starts)\b"
    r"|(?:today|tomorrow|yesterday|on (?:\w+day|\d+ [a-z]+|[a-z]+ \d+))(?= (?:,|is|was|will|comes|came|marks|follows))"
)
_SHOWING = frozenset(
    {"comes", "follows", "underscores", "underlines", "reflects", "reaffirms", "highlights", "demonstrates"}
)
"""After the place of a visit, what is said of one that is told of for itself elsewhere."""
_SAID_OF_VISITS = frozenset(
    {"followed", "follows", "comes", "came", "preceded", "precedes", "coincides", "coincided", "marks", "marked"}
)
"""Verbs of which a visit is the subject: the place after them is that of something else."""
_SETS_OUT = frozenset({"leaves", "departs", "leaving", "departing"})
_KNOWN = re.compile(r"\b(?:the|this|during an?)(?: (?:[\w-]+-day|state|official|working|visit|- day|\w+ - day))*$")
_AIMS = {"mission": ("to",), "departure": ("for", "to")}
_ITINERARY = re.compile(
    r"(?:, (?:which|that|due|set|scheduled|starting|beginning|beginning) [^,;]{3,60}, )?"
    r"(?:(?:[\w-]+ ){0,3}?, (?:which|that) )?(?:[\w-]+ ){0,5}?(?:(?:will|would|is to|was to) )?(?:also )?"
    r"(?:tak(?:e|es|ing)|took|brings?|brought|includ(?:e|es|ed))(?: [\w.]+){0,3}?(?: to| in)? "
)
_AHEAD = re.compile(r"\b(?:will|would|is to) (?:also )?(?:take|bring|include)\b")
"""What may stand between two places where each has its day: "Oslo on Monday and Stockholm on Tuesday"."""
_FIRST_LEG = re.compile(
    r"\b(?:first (?:leg|stop|stage)|start(?:s|ed)?|beginning|began|kicked off) (?:of|on|in|an?|his|her)\b"
)
"""Read "arrived in Oslo on the first leg of a tour that includes": the others are to come."""
_IN_RETURN = re.compile(
    r"\b(?:(?:return|reciprocal) visit"
    r"|(?:return(?:s|ed|ing)?|repa(?:y|ys|id|ying)|reciprocat\w+) (?:the|his|her|that) visit)$"
)


class Visits(Guests):
    """Readers of visits told by a noun."""

    def _read_visit_noun(self, at: int, trigger: Trigger) -> Frame | None:
        if self.lx.lows[at - 1] in COURTESY and (called_on := self._whom_called_on(at)):
            return self._courtesy_visit(at, called_on)
        duty = self.lx.lows[at + 1 : at + 3] == ["of", "duty"]
        return None if duty or only_says_when(self.lx, at) else self._read_journey(at, trigger)

    def _read_journey(self, at: int, trigger: Trigger) -> Frame | None:
        owner = self._possessor(at - 1 if self._right_before(at) else at) if self.lx.lows[at] != "mission" else []
        owner = self._guest_rather(at, owner) or whose_first(self.lx, self.groups, at)
        before = before_visit(self.lx, at)
        to, light = self._goals(at, owner), self._light(at)
        visitors = self._visitors(at, owner, light, before)
        to = to or self._whereabouts(at, visitors, before)
        if not to and self.lx.lower(at + 1, at + 3) == "to the" and self.lx.lows[at + 3 : at + 4] != ["country"]:
            to = self._the_country(at, visitors)  # "pay a visit to the African country"
        to, visitors = self._on_the_way(at, to, visitors, before)
        if not to and _IN_RETURN.search(self.lx.lower(max(0, at - NEAR), at + 1)):
            visitors = visitors or self._clause_subject(at)
            to = self._in_return(at, visitors)
        if not to and (expected := self._expected(at, light, visitors)) is not None:
            return expected
        if not to and visitors and visitors == self._to_be_paid(at):
            return self._visit_to_be_paid(at, visitors)
        results = owner and owner == self._subject and TALKED_OF.search(self.lx.lower(max(0, at - FAR), at))
        yours = not owner and "your" in self.lx.lows[max(0, at - NEAR) : at]  # "on your visit": not of him who says so
        if results or yours or self._is_wished_in_general(at, light):
            return None  # "answered questions about the results of his visit", "stressed the importance of visits"
        paid = light >= 0 and not to
        if visitors and (paid or self._is_during(at)) and (called_on := self._called_on(at)):
            met = self._make(at, VISIT_TO, visitors + called_on, self._before(light) if paid else "")
            met.present = False  # "paid a visit", which is no verb
            return met
        if not to and self._tells_days(at, light, visitors):
            return self._make(at, trigger, visitors, "", places=[])
        by = self.lx.lows[at + 1 : at + 2] == ["by"]  # "signed during a visit by X": here
        out = before.during_one and light < 0 and not (by or owner or before.under_way or before.left)
        told_here = self.lx.lows[at + 1 : at + 2] == ["here"]  # "is on a visit here"
        out = out or goes_to_several(self.lx, at)
        here = bool(visitors) and not to and (told_here or (not out and self._is_official(at, by=by)))
        frame = self._noun(at, trigger, visitors, places=to) if visitors and (to or here) else None
        ahead = self._is_itinerary_ahead(at) or bool(self._to_be_paid(at))
        if frame is not None and ahead and frame.status in ("", "proposed"):
            frame.status = "planned"
        if frame is not None and frame.status == "proposed" and to[:1] and to[0].item == at:
            frame.status = "planned" if "accepted" in self.lx.lows[:at] else frame.status
        return self._settled(frame, before, owner, here=here) if frame is not None else None

    def _whom_called_on(self, at: int) -> list[Actor]:
        """Those to whom a visit is paid, or from whom one comes, where it is the object of a verb."""
        beside = self._right(at, {"to", "on", "from", "by"}, noun=True) if self._light(at) >= 0 else []
        return [a for a in beside if a.kind in ("person", "role")]

    def _courtesy_visit(self, at: int, other: list[Actor]) -> Frame | None:
        """Read "paid a courtesy visit to Minister X in Oslo": he was called on; who received one has been read."""
        paid = self._light(at)
        one = [] if self.lx.lows[paid].startswith("receiv") else self._left(paid)
        if not one:
            return None
        hosts = one if self.lx.lows[at + 1] in ("from", "by") else other
        frame = self._make(at, VISIT_TO, one + other, self._before(paid), hosts=hosts)
        frame.present = False
        return frame

    def _in_return(self, at: int, visitors: list[Actor]) -> list[Where]:
        """Read "will return the visit", "pay a return visit": to the other of the two states told of before."""
        own = {side for one in visitors for side in sides_of(one)}
        land = next((side for side in self._states_before() if side not in own), "") if len(own) == 1 else ""
        here = self.lx.starts[at], self.lx.ends[at]
        return [Where(at, "to", Place("", "", land), *here)] if is_country(land) else []

    def _settled(self, frame: Frame, before: BeforeVisit, owner: list[Actor], *, here: bool) -> Frame:
        """Let a visit reach what is said behind its last place, and give it its status."""
        end = frame.places[-1].item if frame.places else 0
        if end >= frame.span[1]:
            frame.span = frame.span[0], min(end + FAR, len(self.lx))  # "his visit will be to Peru on 4 May"
        if owner and end and not _SHOWING.isdisjoint(self.lx.lows[end + 1 : end + 2]):
            frame.definite = True  # "X's visit to Peru follows": one that is known
        if owner and end and frame.status == "" and is_spoken_of(self.lx, frame.at, end):
            frame.definite = True
        frame.day_after = frame.day_after or is_next_leg(self.lx, frame.at)
        frame = self._qualified(frame, before, here=here)
        frame.status = "planned" if self._is_hosted_ahead(frame.at) else frame.status
        return frame

    def _tells_days(self, at: int, light: int, visitors: list[Actor]) -> bool:
        """Read "the three-day trip, starting on Friday", "X's visit will take place on 13 May"."""
        if not visitors:
            return _KNOWN.search(self.lx.lower(max(0, at - NEAR), at)) is not None
        return light < 0 and _IS_ON.match(self.lx.lower(at + 1, at + FAR)) is not None

    def _expected(self, at: int, light: int, visitors: list[Actor]) -> Frame | None:
        """Read "Norway is expecting a visit by President X": a state that is visited."""
        left = self._left(light) if light >= 0 else []
        hosts = [a for a in left if a.kind == "side" or a.determiner == "it"]  # "The Kremlin said it cancelled a visit"
        guests = [a for a in self._right(at, {"by", "from"}, noun=True) if a.kind in ("person", "role", "group")]
        if (held := self._visit_held_for(at, light)) and held == visitors:
            hosts, guests = left, held
        if not hosts or not guests or guests != visitors:
            return None
        frame = self._noun(at, _KNOWN_VISIT, [*guests, *hosts], places=[])
        if frame is not None:
            frame.hosts = hosts
        return frame

    def _qualified(self, frame: Frame, before: BeforeVisit, *, here: bool) -> Frame:
        """Give a visit the status that the words before it tell."""
        frame.here = here
        frame.status = "held" if before.aside else frame.status
        within = before.during_one and not (before.under_way or before.after_one or before.left)
        if not frame.status and within and all(a.last <= frame.at for a in frame.actors):
            frame.status = self._told_of(frame.actors)
        frame.status = "planned" if before.will_be and frame.status in ("held", "") else frame.status
        frame.present = frame.present or (before.out is not None and before.out[0].split()[0] in _SETS_OUT)
        return frame

    def _goals(self, at: int, owner: list[Actor]) -> list[Where]:
        """The places that the words after a visit, or right before it, name as where it goes."""
        stop = self._stop(at, noun=True)
        said = self.lx.lows[at + 1 : at + 2] and self.lx.lows[at + 1] in _SAID_OF_VISITS
        near = (w for w in self.places if at < w.item < stop and w.governor in self._aims(at) and not said)
        to = self._with_listed([w for w in near if not is_of_somebody(w, self.actors)][:1], stop)
        to = to or self._right_before(at) or self._itinerary(at) or self._is_to(at)
        if not to and self.lx.lows[at + 1 : at + 2] == ["to"]:  # "visits to three countries, namely A, B and C"
            to = self._with_listed(self._numbered(at + 1), len(self.lx))
        return to or self._the_country(at, owner)

    def _aims(self, at: int) -> tuple[str, ...]:
        """The prepositions of where it goes: a mission in a country is no journey there."""
        return _AIMS.get(self.lx.lows[at], ("to", "in"))

    def _visitors(self, at: int, owner: list[Actor], light: int, before: BeforeVisit) -> list[Actor]:
        """Whose visit it is, who makes it, or whose clause tells of it."""
        guests = [] if owner else self._hosted(at) or self._to_be_paid(at) or self._visit_held_for(at, light)
        if guests:
            return guests
        beside = {"from", "of"} & {*self.lx.lows[at + 1 : at + 2]}  # "a visit from X", "cancelled the trip of X"
        by = self._right(at, {"by", "of"} | beside, noun=True)
        paid = [a for a in self._right(at, {"by"} | beside, noun=True) if a.kind in ("person", "role")]
        owner = owner or self._who_is_first(at, paid) or paid  # "the ministry announced a visit by X"
        visitors = without_sides(owner or (self._left(light) if light >= 0 else [])) or owner or without_sides(by)
        if not visitors and before.under_way:
            visitors = without_sides(self._clause_subject(at) or self._traveller(at))
        visitors = visitors or self._taken(at)
        within = before.aside or before.during_one or _ITINERARY.match(self.lx.lower(at + 1, at + VERY_FAR))
        if not visitors and (within or _ON_A_VISIT.fullmatch(self.lx.lower(0, at))):
            visitors = without_sides(self._set_off_by(at) or self._clause_subject(at))
        if not visitors and is_on_agenda(self.lx, at, self._governing(at)):
            visitors = self._whose_agenda(at)  # "X's tour of the region began with a visit to Oslo"
        if not visitors and is_next_leg(self.lx, at):
            visitors = without_sides(self._clause_subject(at))
        return visitors or self._of_one_before(at)

    def _who_is_first(self, at: int, paid: list[Actor]) -> list[Actor]:
        """Read "X met Y in Oslo, in the first visit by a Kenyan minister to Norway": X, of whom the clause tells."""
        of_any = len(paid) == 1 and not paid[0].name and paid[0].determiner in ("a", "an")
        if not of_any or "first" not in self.lx.lows[max(0, at - NEAR) : at] or not self._is_in_it(at):
            return []
        return [a for a in self._clause_subject(at) if a.name and sides_of(a) == sides_of(paid[0])]

    def _is_in_it(self, at: int) -> bool:
        """Read "in the first visit": what the clause tells of was done on it."""
        return "in" in self.lx.lows[max(0, at - FAR) : at]

    def _whereabouts(self, at: int, visitors: list[Actor], before: BeforeVisit) -> list[Where]:
        """Read "is in Oslo on a visit", "in the country on a visit", "Oslo, where he is on a visit"."""
        to: list[Where] = []
        if before.under_way:
            to = [w for w in self.places if at - FAR <= w.item < at and w.governor in ("in", "at")][-1:]
            to = to or self._the_country(max(0, at - FAR), visitors)
        begin = self._clause_begin(at)
        if not to and begin and self.lx.lows[begin - 1] == "where":
            to = [w for w in self.places if w.item < begin - 1][-1:]
        return to

    def _on_the_way(
        self, at: int, to: list[Where], visitors: list[Actor], before: BeforeVisit
    ) -> tuple[list[Where], list[Actor]]:
        """Read "left Hanoi for a visit to", "left Pyongyang after a four-day visit": who, and where it was."""
        if to and not visitors and before.out is not None:
            visitors = without_sides(self._left(self._item_of(at, before.out)))
        if not to and before.left is not None:
            verb = self._item_of(at, before.left)
            to = [w for w in self.places if verb <= w.item < at and w.governor in ("", "in", "from")][:1]
            visitors = visitors or without_sides(self._left(verb))
        return to, visitors

    def _item_of(self, at: int, found: re.Match[str]) -> int:
        """The item at which a match in the words before another begins."""
        return self.lx.item_at(at - VERY_FAR, found.start())

    def _right_before(self, at: int) -> list[Where]:
        """Read "X's two-day Seoul visit", "wraps up Norway visit": the place as an adjective."""
        term = self.lx.terms[at - 1] if at and self.lx.codes[at - 1] in "KC" else None
        if term is None or not (term.place or term.side):
            return []
        place = term.place if self.lx.codes[at - 1] == "K" and term.place else Place("", "", term.side)
        return [Where(at - 1, "to", place, self.lx.starts[at - 1], self.lx.ends[at - 1])]

    def _taken(self, at: int) -> list[Actor]:
        """Read "the trip will also take him to Oslo": whom it takes there."""
        told = _ITINERARY.match(self.lx.lower(at + 1, at + VERY_FAR))
        end = self.lx.item_at(at + 1, told.end()) + 1 if told else at
        whom = (i for i in range(at, min(end + 1, len(self.lx))) if self.lx.lows[i] in ("him", "her", "them"))
        return [Actor(i, i + 1, kind="pronoun", determiner=self.lx.lows[i]) for i in whom][:1]

    def _is_itinerary_ahead(self, at: int) -> bool:
        """Read "the tour, which begins on Monday, will take her to Oslo"."""
        told = _ITINERARY.match(self.lx.lower(at + 1, at + VERY_FAR))
        first = _FIRST_LEG.search(self.lx.lower(max(0, at - VERY_FAR), at)) is not None
        return told is not None and (first or _AHEAD.search(told[0]) is not None)

    def _itinerary(self, at: int) -> list[Where]:
        """Read "the trip will take him to A and B", "the tour includes C"."""
        told = _ITINERARY.match(self.lx.lower(at + 1, at + VERY_FAR))
        if told is None:
            return []
        begin = self.lx.item_at(at + 1, told.end())
        near = [w for w in self.places if begin <= w.item <= begin + NEAR and w.governor in ("to", "in", "")]
        return self._with_listed(near[:1], self._stop(begin))

    def _called_on(self, at: int) -> list[Actor]:
        """Read "paid a visit to Prime Minister X": whom, where no place is told."""
        return [a for a in self._right(at, {"to"}, noun=True) if a.kind in ("person", "role")]

    def _is_during(self, at: int) -> bool:
        """Read "said during a private visit to President X in Lima": to one who stands right behind it."""
        to = self.lx.lows[at + 1 : at + PAIR] == ["to"] and any(g.first == at + PAIR for g in self.groups)
        return to and _DURING_HIS.search(self.lx.lower(max(0, at - FAR), at)) is not None

    def _is_official(self, at: int, *, by: bool) -> bool:
        """Read "a visit by", "his three-day official visit": one that the text need not say the country of."""
        own = by or _OFFICIAL.search(self.lx.lower(max(0, at - NEAR), at)) is not None
        return own and _LONG_AGO.search(self.lx.lower(0, len(self.lx))) is None
