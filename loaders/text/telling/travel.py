"""Verbs of travel, by what says where: "flew to", "headed for", "arrived in", "swung through", "returned from"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.groups import KINDS_OF_PLACE
from loaders.text.clause.places import Where, is_of_somebody
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.stays import may_return
from loaders.text.telling.visits import VISIT_TO, Visits
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import is_counterpart
from loaders.text.who.person import Person
from loaders.text.who.sides import sides_of

_TO = frozenset({"to", "into", "onto"})
_GOALS = {
    "travel": _TO,
    "lead": _TO,
    "visit": _TO,
    "head": _TO | {"for"},
    "arrive": _TO | {"in", "at"},
    "land": _TO | {"in", "at", ""},
    "due": _TO | {"in", "at", ""},
    "pass": frozenset({"through", "via", "in", "on", "by", "into", ""}),
    "leave": frozenset({"for", "to"}),
    "return": frozenset({"from"}),
}
"""The prepositions of the place that a journey goes to, by the class of its verb."""
_BESIDE = frozenset({"land", "due", "pass", "head"})
"""Classes whose place stands right behind the verb: "landed on Monday in Oslo", not "landed a post in Norway"."""
_BETWEEN = re.compile(r"[ptmna,yf]*x?[pt]*")
_COMES_IN = frozenset({"flew in", "flies in", "jetted in", "jets in", "touched down"})
_AFTER_A_STOP = re.compile(
    r"\b(?:after|following|during|with|ahead of|before) (?:an?|brief|short|\w+)(?: \w+)*$|\bahead of$"
)
_OF_INVITATION = re.compile(
    r"'s? invitations?(?: to (?:him|her|them))? to(?: \w+)?$"
    r"|^(?!.*\baccept).*\binvitations? (?:from|to|of|by) (?:[\w.'’-]+ ){1,9}?to(?: \w+)?$"
)
_STOPS = frozenset({"stop", "stops", "stopover", "stopovers"})
_PARTY = re.compile(r"\b(?:delegation|mission|group)\b")
_TO_SITTING = re.compile(
    r"(?:an?|the|his|her|its) (?:[\w'-]+ ){0,6}?delegation (?:to|at|for|in) (?:the|an?) (?:[\w-]+ ){0,5}?"
    r"(?P<noun>meeting|session|round|talks|consultations|negotiations|dialogue)\b"
)
_AFTER_ALL = re.compile(r"\b(?:after all|as (?:had been )?(?:planned|scheduled|announced))\b")
"""Read "will not visit Oslo after all": it had been planned."""
_TO_ATTEND = re.compile(r"(?:[\w,()]+ ){0,9}?to (?:attend|take part in|participate in|join|co-chair|address)\b")
_FOR_TALKS = re.compile(r"\bfor (?:[\w-]+ ){0,3}?(?:talks|negotiations|consultations|discussions|meetings?)\b")
"""Read "he returns to Lima for more talks"."""
_PAST = frozenset({"last", "earlier", "ago", "yesterday"})
_TRAVELLERS = ("person", "role", "group", "pronoun")
_JOINS_ABROAD = Trigger("join-abroad", "verb", "join-in", "visit")
_SITTING = Trigger("lead-to", "noun", "noun", "talks")
_SOMEWHERE = (["at"], ["outside"], ["inside"], ["near"], ["by"], ["back"], ["home"])
"""Read "arriving outside the flat": at a place that the tables do not know."""
_NOT_LEFT = ("the door", "open ", "room for", "it to ", "it up to ", "the matter", "the issue", "the question")
"""What is left behind without going anywhere."""
_BY_PHONE = Trigger("reach-by-phone", "verb", "visit", "call")


class Travel(Visits):
    """Readers of journeys."""

    def _read_travel(self, at: int, trigger: Trigger) -> Frame | None:
        if self.lx.lows[at] in _STOPS and self.lx.codes[at - 1 : at] in ("t", "h", "a", "n", "o", "'"):
            return self._stop_in(at, trigger)
        if self.lx.lows[at] == "bound" and not self._has_be(max(0, at - NEAR), at):
            return None  # "drugs bound for Oslo"
        subject = self._travellers(at)
        to = self._with_listed(self._reached(at, trigger.role), self._stop(at))
        if not to and self.lx.lower(at + 1, at + 1 + PAIR) in ("in the", "into the", "to the"):
            to = self._the_country(at, subject)  # "arrived in the country on Monday"
        here = self.lx.lows[at + 1 : at + PAIR] == ["here"] or (not to and self._comes_here(at))
        return self._journey(at, trigger, subject, to, here=here)

    def _stop_in(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "added a stop in Oslo", "cancelled stops in A and B": the noun, as its verb tells it."""
        light = self._light(at)
        subject = [a for a in self._left(light) if a.kind in _TRAVELLERS] if light >= 0 else self._possessor(at)
        if not subject and _AFTER_A_STOP.search(self.lx.lower(max(0, at - NEAR), at)) is not None:
            subject = [a for a in self._clause_subject(at) if a.kind in _TRAVELLERS]
        to = self._with_listed(self._reached(at, "land"), self._stop(at, noun=True))
        frame = self._noun(at, trigger, subject, places=to) if subject and to else None
        if frame is not None and light < 0 and (self._comes_before_plan(at) or self._told_of(subject) == "planned"):
            frame.status = "planned"  # "After a stop in Oslo, X will be in Riga", "is due in Riga after a stop in Oslo"
        return frame

    _read_head = _read_arrive = _read_land = _read_due = _read_pass = _read_travel

    def _read_lead(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "led a delegation to Oslo"."""
        if not _PARTY.search(self.lx.lower(at, at + FAR + 1)):
            return None
        return self._read_travel(at, trigger) or self._led_to_sitting(at)

    def _led_to_sitting(self, at: int) -> Frame | None:
        """Read "is leading a delegation to the third session of the Joint Commission with Ghana"."""
        told = _TO_SITTING.match(self.lx.lower(at + 1, at + 2 * VERY_FAR))
        if told is None or (self.lx.lows[at].endswith("ing") and not self._has_be(max(0, at - NEAR), at)):
            return None  # "arrived in Oslo, leading a delegation to": on another day, perhaps
        noun = self.lx.item_at(at + 1, told.start("noun"))
        others = self._beside(noun, -1, "with")
        frame = self._noun(noun, _SITTING, self._travellers(at) + others) if others else None
        if frame is not None and not frame.status:
            frame.status = status_of("before", self._before(at)) or "held"
        return frame

    def _read_visit(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "visited Oslo", "visited the country", "visited President X": what is visited is the object."""
        subject, stop = self._travellers(at), self._stop(at)
        near = [w for w in self.places if at < w.item < stop and self._is_visited(at, w)]
        near = [w for w in near if not is_of_somebody(w, self.actors)]
        to = self._with_listed(near or self._reached(at, "visit"), stop)
        if not to and (met := self._visited(at, subject)) is not None:
            return met
        to = to or self._the_country(at, subject)
        to = to or self._with_listed(self._numbered(at), len(self.lx))
        together = len({side for a in subject for side in sides_of(a)}) == PAIR
        if not to and together and not self.lx.lows[at].startswith("reach"):
            return self._make(at, VISIT_TO, subject, self._before(at))  # "Presidents X and Y toured the dam"
        here = not to and self.lx.lows[at].startswith("reach") and self._comes_here(at)
        return self._journey(at, trigger, subject, to, here=here)

    def _read_leave(self, at: int, trigger: Trigger) -> Frame | None:
        if self.lx.lower(at + 1, at + NEAR).startswith(_NOT_LEFT):
            return None  # "left the door to Kenya open"
        to = self._with_listed(self._reached(at, trigger.role), self._stop(at)) or self._attended_in(at)
        return self._journey(at, trigger, self._travellers(at), to, here=False)

    def _attended_in(self, at: int) -> list[Where]:
        """Read "left the island on Tuesday to attend the summit in Oslo": where that is to be held."""
        told = _TO_ATTEND.match(self.lx.lower(at + 1, at + VERY_FAR))
        begin = self.lx.item_at(at + 1, told.end()) if told is not None else len(self.lx)
        return [w for w in self.places if w.item > begin and w.governor in ("in", "at")][:1]

    def _read_return(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "returned from Oslo", "is back from Norway": who comes from there was there, on another day."""
        if self.lx.lows[at] in ("home", "returned") and self._has_be(max(0, at - NEAR), at):
            return None  # "was summoned home from Oslo", "asked that the remains be returned to Peru"
        owned = self.lx.codes[at - 1 : at] == "h"  # "upon his return from Oslo"
        again = not owned and _FOR_TALKS.search(self.lx.lower(at, at + VERY_FAR)) is not None
        who = self._possessor(at) if owned else self._travellers(at)
        subject = [a for a in who if may_return(a) or (again and a.kind == "pronoun")]
        from_there = self._reached(at, trigger.role)
        if from_there and self.lx.lower(from_there[0].item + 1, from_there[0].item + NEAR - 1) == ", where":
            return None  # "returned from Oslo, where he met": what he did there tells of it
        to = self._with_listed(from_there or self._reached(at, "travel"), self._stop(at))
        frame = self._journey(at, trigger, subject, to, here=False)
        if frame is not None and from_there and frame.status in ("planned", "held"):
            frame.status, frame.undated = "held", True
        return frame

    def _read_accompany(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "accompanied President X to Oslo": both go there."""
        led = [a for a in self._right(at, {""}) if a.kind in ("person", "role")]
        to = self._with_listed(self._reached(at, "travel"), self._stop(at))
        if not led or self._is_passive(at):
            return None
        return self._journey(at, trigger, self._travellers(at) + led, to, here=False)

    def _read_join_in(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "joined President X in Lagos": a foreigner is met, and to one of his own side one travels."""
        subject = [a for a in self._travellers(at) if a.kind != "group"]
        joined = [a for a in self._right(at, {""}) if a.first <= at + NEAR and self._is_joined(a)]
        there = [w for w in self.places if joined and self._is_right_behind(joined[-1], w)]
        if not subject or not there or self._is_passive(at):
            return None
        own, others = ({side for a in people for side in sides_of(a)} for people in (subject, joined))
        land = there[0].place.country
        told = bool(own) and all(a.sides or (isinstance(a.person, Person) and a.person.told) for a in joined)
        met = not own & others and (told or others == {land})  # of "she", or of a bare minister, nothing is told here
        if (met and others) or is_counterpart(self.lx, joined[0]):
            return self._make(at, trigger, subject + joined, self._before(at), places=there)
        if own == {land} or not (own or subject[0].kind == "pronoun"):
            return None
        return self._journey(at, _JOINS_ABROAD, subject + (joined if own == others else []), there, here=False)

    def _is_joined(self, actor: Actor) -> bool:
        return actor.kind in ("person", "role") or is_counterpart(self.lx, actor)

    def _is_right_behind(self, joined: Actor, where: Where) -> bool:
        between = self.lx.codes[joined.last : where.item]
        return where.item >= joined.last and where.governor == "in" and between.strip("pt") == ""

    def _journey(self, at: int, trigger: Trigger, subject: list[Actor], to: list[Where], *, here: bool) -> Frame | None:
        if not subject or not (to or here) or self._is_invited(at):
            return None
        frame = self._make(at, trigger, subject, self._before(at), places=to)
        frame.here = here
        if frame.status == "held" and self._is_of_clause(at):
            frame.status = self._told_of(self._subject or self._undated(at, subject)) or "held"
        if frame.status == "denied" and _AFTER_ALL.search(self.lx.lower(at, self._stop(at) + PAIR)):
            frame.status = "cancelled"
        return frame

    def _undated(self, at: int, subject: list[Actor]) -> list[Actor]:
        """The subject of "After visiting Oslo, X will fly to Riga", to come as well; none if it was last week."""
        end = self.lx.codes.find(",", at)
        past = "m" in self.lx.codes[at:end] or not _PAST.isdisjoint(self.lx.lows[at:end])
        return [] if past else subject

    def _is_of_clause(self, at: int) -> bool:
        """Whether it is a participle after a comma, or an infinitive of purpose."""
        aside = self.lx.lows[at].endswith("ing") and not self._has_be(max(0, at - NEAR), at)
        return aside or self.lx.lows[self._verb_group(at)] == "to"

    def _is_invited(self, at: int) -> bool:
        """Read "invited X to visit", "accepted Y's invitation to visit": told by the word before."""
        lows, begin = self.lx.lows, self._verb_group(at)
        bidding = lows[self._subject_at - 1] if self._subject_at else ""
        invited = lows[begin : begin + 1] == ["to"] and bidding.startswith("invit")
        return invited or _OF_INVITATION.search(self.lx.lower(max(0, at - VERY_FAR), at)) is not None

    def _travellers(self, at: int) -> list[Actor]:
        return [a for a in self._left(at) if a.kind in _TRAVELLERS]

    def _reached(self, at: int, role: str) -> list[Where]:
        """The places behind a verb of this class that say where the journey goes."""
        goals, stop = _GOALS[role], self._stop(at)
        found = [w for w in self.places if at < w.item < stop and w.governor in goals]
        if role == "arrive" and self.lx.codes[at + 1 : at + 2] == "K":  # "arrived Oslo on Monday"
            found = [w for w in self.places if w.item == at + 1] or found
        return [
            w for w in found if role not in _BESIDE or self._is_beside(at, w.item) or self._is_town_beside(at, w.item)
        ][:1]

    def _is_town_beside(self, at: int, item: int) -> bool:
        """Read "flew into (the coastal city of) Bergen"."""
        if self.lx.codes[item - 1] != "o" or self.lx.lows[item - PAIR] not in KINDS_OF_PLACE:
            return False
        item -= 1
        while self.lx.codes[item - 1] in "xaDt" and item > at + 1:
            item -= 1
        return self.lx.codes[at + 1 : item].strip("pmn") == ""

    def _is_beside(self, at: int, item: int) -> bool:
        """Whether no more than a day and a preposition stand between a verb and a place."""
        return item - at <= NEAR + 1 and _BETWEEN.fullmatch(self.lx.codes[at + 1 : item]) is not None

    def _comes_here(self, at: int) -> bool:
        """Read "arrived on Monday", "flew here": where the text was written."""
        after = self.lx.lows[at + 1 : at + 2]
        if self.lx.lows[at - 1 : at] == ["by"]:
            return after == ["here"]  # "kept him waiting by arriving late at the ranch"
        if self.lx.lower(at, at + PAIR) not in _COMES_IN and not self.lx.lows[at].startswith("arriv"):
            return after == ["here"]
        placed = any(at < w.item < self._stop(at) or w.governor == "to" for w in self.places)
        return after == ["here"] or (not placed and after not in _SOMEWHERE)

    def _is_visited(self, at: int, where: Where) -> bool:
        """Tell "toured Seoul" from "toured the port of Duqm": a place in the country that is visited anyway."""
        if where.governor == "in":
            return self.lx.lows[at].startswith("tour")
        if where.governor != "" or where.item > at + NEAR:
            return False
        return not self.lx.lows[at].startswith("tour") or self.lx.codes[at + 1 : where.item].strip("t") == ""

    def _visited(self, at: int, subject: list[Actor]) -> Frame | None:
        """Read "X visited President Y in Lagos": who visits a person meets him."""
        objects = [a for a in self._right(at, {""}) if _is_somebody(a) and a.first <= at + NEAR]
        reached = self.lx.lows[at].startswith("reach") and "phone" in self.lx.lower(at, self._stop(at))
        told = _BY_PHONE if reached else VISIT_TO  # "reached President Y by telephone"
        return self._make(at, told, subject + objects, self._before(at)) if subject and objects else None


def _is_somebody(actor: Actor) -> bool:
    """Tell "visited President X", "visited Mr X" from "toured Asia"."""
    side = actor.person.side if isinstance(actor.person, Person) else ""
    return actor.kind == "role" or bool(actor.kind == "person" and (actor.capacity or actor.honorific or side))
