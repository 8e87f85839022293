"""Envoys who are called home, sent back or named: "recalled its ambassador", "was appointed ambassador to Peru"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_once_announced
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.expulsions import Expulsions
from loaders.text.who.actor import Actor
from loaders.text.who.sides import side_of

_ENVOY = r"(?:ambassadors?|envoys?|high commissioners?|charg\w+|head of (?:the )?mission|diplomats)"
_CALLED = re.compile(
    rf"(?:(?:its|his|her|their|the|all|both|some|an?|two|three|four|several|[\w.]+ '(?: ?s)?) )*(?:[\w.-]+ ){{0,3}}?"
    rf"(?<!for ){_ENVOY}\b"
)
"""What stands right after a verb of recalling."""
_THE_ENVOY = re.compile(_ENVOY)
_NAMED_TO = re.compile(
    r"\b(?:ambassador|high commissioner)(?:[ -](?:designate|extraordinary|and|plenipotentiary|of|the|[\w.]+))*? to\b"
)
_HOME = re.compile(r"\b(?:home|back|out|for (?:\w+ )?consultations?)\b")
"""Where, or what for, one's own envoy is called."""
_BEFORE_ENVOY = re.compile(r"(?:home|back|for (?:\w+ )?consultations?)\b")
_WHO = frozenset({"who", "which", "whom", "that"})


class Recalls(Expulsions):
    """Readers of what states do with their own envoys."""

    def _read_recall(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        if self._is_passive(at):
            return self._was_recalled(at, trigger)
        first = at + 1 + (lx.lows[at + 1 : at + 2] == ["home"])
        if (envoy := self._whom(at)) is not None:
            return self._who_was_recalled(at, trigger, envoy)
        return self._called_from(at, trigger) if _CALLED.match(lx.lower(first, first + FAR + PAIR)) else None

    def _read_recall_of(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "announced the recall of its ambassador to Chad", "The recall of Mali's envoy was announced"."""
        lx = self.lx
        if lx.codes[at + 1 : at + 2] != "o" or not _CALLED.match(lx.lower(at + 2, at + 2 + FAR + PAIR)):
            return None
        light = self._ordering(at)
        if light >= 0:
            frame = self._called_from(at, trigger)
        else:
            opens = at <= 1 and lx.codes[:at] in ("", "t")
            own = [a for a in self._right(at, {"of"}, noun=True) if a.sides] if opens else []
            mine = {side for a in own for side in a.sides}
            posts = [w for w in self.places if w.item > at and w.governor in ("from", "to", "in")]
            others = [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in posts]
            others = [a for a in [*self._posted_to(at, at + VERY_FAR), *others] if not mine & set(a.sides)]
            frame = self._recalled(at, trigger, own[:1], others) if own else None
        if frame is not None:
            end = max(a.last for a in frame.actors)
            said = lx.lower(end, end + FAR)
            frame.status, frame.present = status_once_announced(said), False
        return frame

    def _called_from(self, at: int, trigger: Trigger) -> Frame | None:
        """Whose envoys they are, and where they were."""
        own = self._left(at) or self._says(at)
        mine = {side for actor in own for side in actor.sides}
        others = [
            a for g in self.groups if g.first > at for a in g.actors
            if a.sides and not mine & set(a.sides)
        ]  # fmt: skip
        others += [
            Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,))
            for w in self.places
            if w.item > at and w.governor in ("from", "to", "in")
        ]
        others = others or [a for a in self._posted_to(at + 1, at + VERY_FAR) if not mine & set(a.sides)]
        return self._recalled(at, trigger, own, others)

    def _read_call_home(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "called its ambassador in Lima for consultations", "has been called to Lima for consultations"."""
        lx, words = self.lx, self.lx.lower(at + 1, at + VERY_FAR + FAR)
        if _HOME.search(words) is None:
            return None
        if self._is_passive(at):
            home = lx.codes[at + 1 : at + 3] == "pK" or lx.lows[at + 1 : at + 2] in (["home"], ["back"])
            return self._was_recalled(at, trigger) if home else None
        stated = _BEFORE_ENVOY.match(words)
        first = at + 1 + (len(stated[0].split()) if stated is not None else 0)
        own = lx.codes[first : first + 1] == "h" and _CALLED.match(lx.lower(first, first + FAR + PAIR))
        return self._called_from(at, trigger) if own else None

    def _whom(self, at: int) -> Actor | None:
        """Read "High Commissioner X, whom Chad has called home": the envoy before a relative clause."""
        lows = self.lx.lows
        whom = next((i for i in range(at - 1, max(0, at - FAR), -1) if lows[i] == "whom"), 0)
        if whom == 0:
            return None
        before = [a for a in self.actors if whom - PAIR <= a.last <= whom]
        return next((a for a in before if a.rank == "envoy" or _THE_ENVOY.search(self.lx.lower(a.first, a.last))), None)

    def _who_was_recalled(self, at: int, trigger: Trigger, envoy: Actor) -> Frame | None:
        """The envoy, the state that calls him home, and the one where he is: a place of the sentence tells it."""
        own = [a for a in self._left(at) if a.sides] or self._loose_sides(envoy.last, at)
        mine = {side for a in own for side in a.sides}
        posts = [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in self.places]
        posts += [a for a in self.actors if a.first > at and a.kind == "side"]
        others = [a for a in self._posted_to(envoy.first, at) + posts if not mine & set(a.sides)]
        if not mine or not others:
            return None
        return self._make(at, trigger, [*own, envoy, others[0]], self._before(at), places=[])

    def _says(self, at: int) -> list[Actor]:
        """Read "the government has decided to recall": nobody nearer is named."""
        return [a for a in self._clause_subject(at) if a.sides or a.person]

    def _posted_to(self, first: int, last: int) -> list[Actor]:
        """Read "ambassador to the US Li Daoyu": the state that an envoy is sent to."""
        lx = self.lx
        for i in range(first, min(last, len(lx) - 1)):
            if lx.lows[i] == "to" and lx.lows[i - 1] in ("ambassador", "ambassadors", "envoy", "commissioner"):
                item = i + 1 + (lx.lows[i + 1] == "the")
                side = side_of(lx.terms[item]) if item < len(lx) else ()
                return [Actor(item, item + 1, kind="side", sides=side)] if side else []
        return []

    def _was_recalled(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Chad's ambassador to Mali has been recalled": whose he is, and where he was."""
        begin = max(0, at - VERY_FAR)
        if not _THE_ENVOY.search(self.lx.lower(begin, at)):
            return None
        own = [a for a in self._left(at) if a.sides or a.person] or self._loose_sides(begin, at)[:1]
        mine = {side for a in own for side in a.sides}
        places = (w for w in self.places if w.item < at and w.governor in ("in", "to"))
        others = [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in places]
        others = self._posted_to(begin, at) + others + self._right(at, {"from"}) + self._sent_to(own)
        others = [a for a in others if not mine & set(a.sides)]
        if not own or not others:
            return None
        frame = self._make(
            at, trigger, others[:1] + own if len(own) > 1 else own + others[:1], self._before(at), places=[]
        )
        frame.separate = len(own) > 1  # "the ambassadors of Chad and Mali to Togo were recalled"
        return frame

    def _recalled(self, at: int, trigger: Trigger, own: list[Actor], others: list[Actor]) -> Frame | None:
        """One recall for each state: "its ambassadors from Dublin, Oslo and Madrid"."""
        if not others:
            return None
        others = [a for i, a in enumerate(others) if all(a.sides != b.sides for b in others[:i])]
        several = re.search(r"ambassadors|envoys|commissioners", self.lx.lower(at + 1, at + 10)) is not None
        frame = self._make(at, trigger, own + (others if several else others[:1]), self._before(at), places=[])
        frame.separate = several or len({a.sides for a in own}) > 1  # "joined Chad in recalling its ambassador"
        return frame

    def _sent_to(self, actors: list[Actor]) -> list[Actor]:
        """Read "Cuba's ambassador to Chad, X": the state that an envoy is sent to, where he is the only one."""
        envoys = [a for a in actors if a.rank == "envoy" and a.sides and not a.plural]
        if len(envoys) != 1:
            return []
        lx, envoy = self.lx, envoys[0]
        states = [i for i in range(envoy.first, envoy.last) if lx.codes[i] == "C" and side_of(lx.terms[i])]
        sent = [i for i in states if lx.lows[i - 1] == "to" or lx.lows[i - 2 : i] == ["to", "the"]]
        found = [Actor(i, i + 1, kind="side", sides=side_of(lx.terms[i])) for i in sent[:1]]
        return [a for a in found if a.sides != envoy.sides]

    def _read_appoint(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "was appointed Chad's ambassador to Mali", "named X as ambassador to Mali", in a lead."""
        lx = self.lx
        told = _NAMED_TO.search(lx.lower(at + 1, at + 2 * VERY_FAR))
        if told is None or self.passage.paragraph > 1 or not _WHO.isdisjoint(lx.lows[max(0, at - NEAR) : at]):
            return None
        to = lx.item_at(at + 1, told.end())
        item = to + 1 + (lx.lows[to + 1 : to + 2] == ["the"])
        other = side_of(lx.terms[item]) if item < len(lx) else ()
        passive = self._is_passive(at) or lx.lows[at] in ("was", "been")
        own = [] if passive else self._left(at)
        own = [a for a in own if a.sides] or self._loose_sides(max(0, at - FAR), to)[:1]
        if not other or not own or set(other) & {s for a in own for s in a.sides}:
            return None
        host = Actor(item, item + 1, kind="side", sides=other)
        before = self._before(at).removesuffix(lx.lows[at])
        frame = self._make(at, trigger, [*own[:PAIR], host], before, places=[])
        frame.home_takes_part = not own
        return frame
