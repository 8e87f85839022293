"""Expulsions of envoys: "expelled ten diplomats", "were given a week to leave", "the expulsion of the consul"."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.sanctions import Sanctions
from loaders.text.telling.saying import Saying
from loaders.text.who.actor import Actor

_SENT_HOME = (
    *("diplomat", "attach", "ambassador", "envoy", "consul", "embassy", "spies", "intelligence officers"),
    *("staff", "charg", "high commissioner", "coordinator", "rapporteur"),
    *(f"{body} {whom}" for body in ("un", "u.n.", "nations", "union", "eu") for whom in ("official", "mission")),
)
"""Parts of words for those who are expelled."""
_TO_LEAVE = re.compile(
    r"\bto (?:leave(?! (?:(?:his|her|their|an?|it|the (?:bus|hall|hotel|house|plane|room|ship|train))\b))|get out"
    r"|depart|go home|quit|pack)\b|\bout of the country\b"
    r"|\bto (?:recall|withdraw|pull out|remove)(?: [\w'-]+){0,4} (?:diplomat|attach|ambassador|envoy|staff|consul)"
)
_OUT = re.compile(r"\bpacking\b|\bthe door\b|\b(?:diplomat|attach|ambassador|envoy|consul)\w*(?: [\w'-]+){0,3}? home\b")
"""Read "sent two Malian envoys home", "showed them the door"."""
_OWN = re.compile(r"(?:all |some )?(?:(?:its|their|his|her|our)\b|non ?-? ?essential|non ?-? ?emergency)")
"""Read "ordered its diplomats to leave Peru": that is no expulsion."""
_BESIDE = 10
"""Items in which those who are expelled stand."""
_ORDERING = frozenset(
    {"announced", "announces", "announce", "ordered", "orders", "order", "confirmed", "responded", "retaliated"}
    | {"replied", "decided", "announcing", "ordering"}
)
"""Verbs by which an expulsion is done: by saying so."""
_ONE = frozenset({"he", "she"})
_EXPULSION = re.compile(r"\b(?:expel\w*|expulsions?|persona(?:e)? non grata(?:e)?|(?:thrown|kicked|ordered) out)\b")
_ACCREDITATION = frozenset({"revoked", "revokes", "withdrew", "withdrawn", "withdraws", "cancelled", "stripped"})

_BEHIND = re.compile(
    r"\b(?:in (?:response|retaliation|reply|answer|reaction) (?:to|for)|over|after|following|because of|to avenge)"
    r"(?: [\w.'-]+){0,5}$"
)
"""Read "in response to Peru's recent expulsion of": an act of before, on no day of what answers it."""


class Expulsions(Sanctions, Saying):
    """Readers of expulsions."""

    def _read_expel(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        if trigger.lemma == "declare" and "grata" not in (words := lx.lower(at, at + 20)) and "gratae" not in words:
            return None
        ordered = trigger.lemma == "order-out"
        leaving = _OUT if lx.lows[at].startswith(("sen", "show")) else _TO_LEAVE
        if ordered and (not leaving.search(lx.lower(at, at + 20)) or _OWN.match(lx.lower(at + 1, at + NEAR))):
            return None
        beside = lx.lower(max(0, at - _BESIDE), at + 16)
        told = any(word in beside for word in _SENT_HOME) or self._is_said_of_one(at)
        before = [] if told else self._like_envoys_before(at)
        if not (told or before) or _is_own(lx.lower(at + 1, at + NEAR)):
            return None
        if (decided := self._decided_by(at)) == []:
            return None  # "over the country's decision to expel": nobody is named
        passive = self._is_undergone(at)
        objects = self._sent_home(at, passive=passive) + before
        subject = decided or (self._senders(at, objects) if passive else self._left(at))
        if "bloc" in lx.lows[at:] and not any(a.sides for a in objects):  # "to expel the bloc's envoy"
            objects += [a for a in self.actors if a.sides and not is_country(a.sides[0])][:1]
        governing = "" if decided else self._before(at).removesuffix(lx.lows[at])
        both = self._with_the_other(subject + objects)
        if not both:
            return None
        frame = self._make(at, trigger, both, governing)
        frame.home_takes_part = passive and not subject and not self._is_from_elsewhere(at)
        return frame

    def _is_said_of_one(self, at: int) -> bool:
        """Read "He was expelled by Chad": of one told of before, who may be an envoy."""
        return self._is_passive(at) and any(a.determiner in _ONE for a in self._left(at))

    def _like_envoys_before(self, at: int) -> list[Actor]:
        """Read "A Peruvian envoy is rarely expelled. The last was when Chad expelled X": of which state X is."""
        gone = self._left(at) if self._is_undergone(at) else self._right(at, {"", "of"})
        named = [a for a in gone if a.name and not (a.capacity or a.sides or a.person)]
        before = self.previous
        if not named or before is None or _EXPULSION.search(before.lx.lower(0, len(before.lx))) is None:
            return []
        envoys = (a for a in before.actors if any(word in before.lx.lower(a.first, a.last) for word in _SENT_HOME))
        sides = {a.sides for a in envoys if len(a.sides) == 1}
        return [Actor(named[0].first, named[0].last, kind="side", sides=sides.pop())] if len(sides) == 1 else []

    def _is_from_elsewhere(self, at: int) -> bool:
        """Read "was expelled from the club": not from the country where the text was written."""
        after = self.lx.lows[at + 1 : at + NEAR]
        return after[:1] == ["from"] and "country" not in after

    def _is_undergone(self, at: int) -> bool:
        """Read "were given a week to leave", "diplomats declared persona non grata": it is done to the subject."""
        lx = self.lx
        if self._is_passive(at) or (lx.lows[at] == "thrown" and self._has_be(max(0, at - NEAR), at)):
            return True
        bare = lx.lows[at] == "declared" and lx.codes[at - 1] in "xGT"
        return bare and any(word in lx.lower(max(0, at - NEAR), at) for word in _SENT_HOME)

    def _sent_home(self, at: int, *, passive: bool) -> list[Actor]:
        """Those who have to go."""
        stop = self._stop(at)
        if passive:
            found = [a for a in self._left(at) if a.sides or a.person or a.determiner in _ONE]
            return found or self._loose_sides(max(0, at - _BESIDE), at)[-1:]
        objects = [
            a for g in self.groups if at < g.first < stop and g.governor in ("", "of", "out") for a in g.actors
        ]  # fmt: skip
        return objects or self._loose_sides(at + 1, stop) or self._loose_sides(max(0, at - _BESIDE), at)[-1:]

    def _senders(self, at: int, objects: list[Actor]) -> list[Actor]:
        """Read "expelled by Chad", "told to leave Chad", "Mali said its envoys had been expelled from Chad"."""
        gone = {side for a in objects for side in a.sides}
        by = self._right(at, {"by"}) or self._right(at, {"from"})
        if any(a.sides or a.person for a in by):
            return by
        if by := self._by_word_of(objects):
            return by
        after = [a for a in self._loose_sides(at + 1, len(self.lx)) if not gone & set(a.sides)]
        posts = (w for w in self.places if w.item < at and w.governor in ("in", "to") and w.place.country not in gone)
        left = (w for w in self.places if w.item > at and w.governor == "from" and w.place.country not in gone)
        there = [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in (*left, *posts)]
        return after[:1] or there[:1]

    def _with_the_other(self, actors: list[Actor]) -> list[Actor]:
        """Add the only other state that the sentence names, where one alone was found."""
        sides = {side for a in actors for side in a.sides}
        if len(sides) != 1 or any(a.person or a.kind == "pronoun" for a in actors):
            return actors
        others = [a for a in self._loose_sides(0, len(self.lx)) if not sides & set(a.sides)]
        return actors + others[:1] if len({a.sides for a in others}) == 1 else actors

    def _read_expulsion(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Britain's expulsion of 23 Russian diplomats"; "the expulsion of ... that X announced"."""
        lx = self.lx
        objects = [
            a
            for a in self._right(at, {"of"}, noun=True) + self._loose_sides(at + 1, at + FAR)
            if a.kind == "side" or "diplomat" in lx.lower(a.first, a.last) or "envoy" in a.rank
        ]
        like_before = [] if objects else self._like_envoys_before(at)
        objects += like_before
        by = self._possessor(at) + self._right(at, {"by"}, noun=True)
        told = next((i for i in range(at, len(lx)) if lx.lows[i] in ("announced", "ordered", "announce")), -1)
        light = self._ordering(at)
        by = by or (self._left(light) if light >= 0 else self._left(told) if told >= 0 else [])
        by = by or self._out_of(at)
        if not objects or not by or not (like_before or any(w in lx.lower(at + 1, at + VERY_FAR) for w in _SENT_HOME)):
            return None
        before = self._before(light) if light >= 0 else ""
        if light >= 0 and lx.lows[light] in _ORDERING:
            before = before.removesuffix(lx.lows[light])  # it is done by announcing it
        frame = self._make(at, trigger, by + objects, before)
        frame.span = frame.span[0], max(frame.span[1], min(told + FAR, len(lx)))
        dated = not {"m", "n"}.isdisjoint(lx.codes[max(0, at - NEAR) : at])  # "after the 2019 expulsion"
        frame.undated = light < 0 and not dated and _BEHIND.search(lx.lower(max(0, at - FAR), at)) is not None
        return frame

    def _ordering(self, at: int) -> int:
        """The verb that takes the noun: "ordered the expulsion of", "responded with the expulsion of"."""
        near = range(at - 1, max(-1, at - NEAR - 1), -1)
        return next((i for i in near if self.lx.lows[i] in _ORDERING), self._light(at))

    def _out_of(self, at: int) -> list[Actor]:
        """Read "the expulsion of Russian diplomats from France", "of the envoy in Caracas": whose act it is."""
        lx = self.lx
        stop = min(self._stop(at, noun=True), len(lx) - 1)
        found = (i + 1 for i in range(at, stop) if lx.lows[i] in ("from", "in") and lx.codes[i + 1] in "CK")
        item = next(found, 0)
        term = lx.terms[item] if item else None
        side = term.side or (term.place.country if term.place else "") if term is not None else ""
        return [Actor(item, item + 1, kind="side", sides=(side,))] if side else []

    def _read_accreditation(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "revoked the accreditation of ten Malian diplomats"."""
        lx = self.lx
        verb = next((i for i in range(at - 1, max(-1, at - NEAR), -1) if lx.lows[i] in _ACCREDITATION), -1)
        if verb < 0 or not any(word in lx.lower(at, at + VERY_FAR) for word in _SENT_HOME):
            return None
        others = self._right(at, {"of", "from"}, noun=True) or self._loose_sides(at + 1, self._stop(at))
        subject = self._left(verb)
        if not subject or not others:
            return None
        return self._make(verb, trigger, subject + others, self._before(verb).removesuffix(lx.lows[verb]))


def _is_own(words: str) -> bool:
    """Read "expelled its diplomats": none of another are meant."""
    return _OWN.match(words) is not None
