"""Acts of one side towards another: expulsions, summonses, recalls, recognition, credentials."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.sanctions import Sanctions
from loaders.text.who.actor import Actor
from loaders.text.who.sides import side_of

_SENT_HOME = (
    *("diplomat", "attach", "ambassador", "envoy", "consul", "embassy", "spies", "intelligence officers"),
    *("staff", "charg"),
)
"""Parts of words for those who are expelled."""
_MINISTRY = re.compile(
    r"(?:in )?to (?:the |its |[\w.]+ 's? )?(?:\w+ )?"
    r"(?:ministry|foreign office|state department|foreign|mfa|department)\b"
)

_OVER = frozenset({"over", "about", "regarding", "concerning"})
"""What stands after them a summons was about."""
_CALLED_BACK = re.compile(
    r"(?:its|his|her|their) (?:[\w-]+ ){0,2}?(?:ambassadors?|envoys?|high commissioners?)\b"
    r".* for (?:\w+ )?consultations\b"
)
_AS_STATE = re.compile(
    r"\b(?:independence|as (?:a|an) (?:independent|sovereign) state|as a state|state of|diplomatically"
    r"|(?:a|an|the) \w+ state)\b"
)
_CHANGE = re.compile(
    r"\b(?:establishment|restoration|resumption|severance|severing|suspension|breaking(?: off)?|normali[sz]ation) of"
    r"(?: full)?$"
)
"""Read "announced the restoration of diplomatic relations"."""


_RECALL = Trigger("recall", "verb", "recall", "other")
_FROM_TO = ("from", "to")


class Acts(Sanctions):
    """Readers of acts."""

    def _read_expel(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        if trigger.lemma == "declare" and "grata" not in lx.lower(at, at + 20):
            return None
        if trigger.lemma == "order-out" and not re.search(r"\bto leave\b", lx.lower(at, at + 20)):
            return None
        beside = lx.lower(max(0, at - 10), at + 16)
        if not any(word in beside for word in _SENT_HOME):
            return None
        if (decided := self._decided_by(at)) == []:
            return None  # "over the country's decision to expel": nobody is named
        subject = decided or (self._right(at, {"by", "from"}) if self._is_passive(at) else self._left(at))
        objects = [
            a
            for g in self.groups
            if g.first > at and g.governor in ("", "of") and g.first < self._stop(at)
            for a in g.actors
        ]
        objects = (
            objects or self._loose_sides(at + 1, self._stop(at)) or (self._left(at) if self._is_passive(at) else [])
        )
        if "bloc" in lx.lows[at:] and not any(a.sides for a in objects):  # "to expel the bloc's envoy"
            objects += [a for a in self.actors if a.sides and not is_country(a.sides[0])][:1]
        before = "" if decided else self._before(at)
        return self._make(at, trigger, subject + objects, before) if subject or objects else None

    def _read_expulsion(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Britain's expulsion of 23 Russian diplomats"; "the expulsion of ... that X announced"."""
        lx = self.lx
        objects = [
            a
            for a in self._right(at, {"of"}, noun=True) + self._loose_sides(at + 1, at + FAR)
            if a.kind == "side" or "diplomat" in lx.lower(a.first, a.last) or "envoy" in a.rank
        ]
        by = self._possessor(at) + self._right(at, {"by"}, noun=True)
        told = next((i for i in range(at, len(lx)) if lx.lows[i] in ("announced", "ordered", "announce")), -1)
        light = self._light(at)
        by = by or (self._left(light) if light >= 0 else self._left(told) if told >= 0 else [])
        by = by or self._out_of(at)
        if not objects or not by:
            return None
        before = self._before(light) if light >= 0 else ""
        if light >= 0 and lx.lows[light].startswith(("announc", "order")):
            before = before.removesuffix(lx.lows[light])  # it is done by announcing it
        frame = self._make(at, trigger, by + objects, before)
        frame.span = frame.span[0], max(frame.span[1], min(told + FAR, len(lx)))
        return frame

    def _out_of(self, at: int) -> list[Actor]:
        """Read "the expulsion of Russian diplomats from France", "of the envoy in Caracas": whose act it is."""
        lx = self.lx
        stop = min(self._stop(at, noun=True), len(lx) - 1)
        found = (i + 1 for i in range(at, stop) if lx.lows[i] in ("from", "in") and lx.codes[i + 1] in "CK")
        item = next(found, 0)
        term = lx.terms[item] if item else None
        side = term.side or (term.place.country if term.place else "") if term is not None else ""
        return [Actor(item, item + 1, kind="side", sides=(side,))] if side else []

    def _read_call_to(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the ambassador was called to the Foreign Office"."""
        if not self._is_passive(at) or not _MINISTRY.match(self.lx.lower(at + 1, at + 6)):
            return None
        return self._read_summon(at, trigger)

    def _read_summon(self, at: int, trigger: Trigger) -> Frame | None:
        if not re.search(
            r"ambassador|envoy|charg|diplomat|high commissioner|consul", self.lx.lower(max(0, at - 12), at + 12)
        ):
            return None
        if _CALLED_BACK.match(self.lx.lower(at + 1, len(self.lx))):
            return self._read_recall(at, _RECALL)
        if self._is_passive(at):
            about = next((i for i in range(at, self._stop(at)) if self.lx.lows[i] in _OVER), self._stop(at))
            by = [a for a in self._right(at, {"by", "to"}) if a.first < about]
            by += self._loose_sides(at, about) + self._at_home(at)
            by = by or self._who_said(at)
            frame = self._make(at, trigger, self._left(at) + by, self._before(at))
            frame.home_takes_part = not any(a.sides for a in by)  # who tells of it has summoned
            return frame
        objects = self._right(at, {""}) or self._right(at, {"of", "in"}) or self._loose_sides(at + 1, self._stop(at))
        return self._make(at, trigger, self._left(at) + objects, self._before(at)) if objects else None

    def _who_said(self, at: int) -> list[Actor]:
        """Read "Britain said the Russian ambassador was summoned": the side that tells of it has done it."""
        said = next((i for i in range(at) if self.lx.lows[i] in ("said", "says", "announced")), 0)
        return [a for a in self.actors if a.last <= said and a.sides][:1]

    def _at_home(self, at: int) -> list[Actor]:
        """The states in whose capital it was: an envoy is summoned there."""
        stop = self._stop(at)
        places = (w for w in self.places if at < w.item < stop and w.governor in ("in", "at"))
        sides = [a for g in self.groups if at < g.first < stop and g.governor in ("on", "at") for a in g.actors]
        found = [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in places]
        return found + [a for a in sides if a.kind == "side"]

    def _read_recall(self, at: int, trigger: Trigger) -> Frame | None:
        words = self.lx.lower(at + 1, at + 10)
        if not re.search(r"\b(?:ambassador|envoy|high commissioner|charg|head of (?:the )?mission|diplomat)", words):
            return None
        own = self._left(at)
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
        return self._recalled(at, trigger, own, others)

    def _recalled(self, at: int, trigger: Trigger, own: list[Actor], others: list[Actor]) -> Frame | None:
        """One recall for each state: "its ambassadors from Dublin, Oslo and Madrid"."""
        if not others:
            return None
        others = [a for i, a in enumerate(others) if all(a.sides != b.sides for b in others[:i])]
        several = re.search(r"ambassadors|envoys|commissioners", self.lx.lower(at + 1, at + 10)) is not None
        frame = self._make(at, trigger, own + (others if several else others[:1]), self._before(at), places=[])
        frame.separate = several
        return frame

    def _read_recognise(self, at: int, trigger: Trigger) -> Frame | None:
        if _AS_STATE.search(self.lx.lower(at + 1, at + 12)) is None:
            return None
        objects = self._right(at, {"", "of"}) or self._loose_sides(at + 1, at + 6)
        if not objects:
            return None
        by = self._left(at)
        several = len([actor for actor in by if actor.kind == "side"]) > 1
        frame = self._make(at, trigger, objects[:1] + by if several else by + objects, self._before(at))
        frame.separate = several  # one act of each
        return frame

    def _read_ties(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "severed ties with Qatar", "has broken off relations with Iran"."""
        if not re.search(r"\b(?:relations|ties)\b", self.lx.lower(at, at + NEAR)) or "talks" in self.lx.lower(
            at, at + NEAR
        ):
            return None
        actors = self._left(at) + self._right(at + 1, {"with", "between"}, noun=True)
        return self._make(at, trigger, actors, "", places=[]) if len(actors) > 1 else None

    def _read_relations(self, at: int, trigger: Trigger) -> Frame | None:
        verb = next(
            (
                i
                for i in range(at - 1, max(-1, at - 8), -1)
                if re.match(
                    r"(?:establish|restor|sever|resum|broke|break|cut|downgrad|suspend|normalis|normaliz|switch)",
                    self.lx.lows[i],
                )
                and not self.lx.lows[i].endswith(("ment", "tion"))
                and (not self.lx.lows[i].endswith("ing") or self.lx.lows[i - 1] in ("is", "are"))
            ),
            -1,
        )
        named = verb < 0 and _CHANGE.search(self.lx.lower(max(0, at - NEAR), at)) is not None
        verb = self._light(at) if named else verb
        if verb < 0:
            return None
        switched = self.lx.lows[verb].startswith("switch")
        others = self._from_one_to_another(at) if switched else self._right(at, {"with", "between"}, noun=True)
        actors = self._left(verb) + others
        before = self._before(verb).removesuffix(self.lx.lows[verb])  # it is done by announcing it
        frame = self._make(at, trigger, actors, before) if len(actors) > 1 and (others or not switched) else None
        if frame is not None:
            frame.separate = switched
        return frame

    def _from_one_to_another(self, at: int) -> list[Actor]:
        """Read "switched diplomatic recognition from Taiwan to China": both, for each it is an act of its own."""
        stop = self._stop(at)
        return [a for g in self.groups if at < g.first < stop and g.governor in _FROM_TO for a in g.actors if a.sides]

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

    def _read_credentials(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        verb = next(
            (
                i
                for i in range(at - 1, max(-1, at - 10), -1)
                if re.match(r"(?:present|receiv|hand|accept|submit)", lx.lows[i])
            ),
            -1,
        )
        if verb < 0 or (lx.lows[verb] == "presenting" and lx.lows[verb - 1] in ("on", "for")):
            return None  # "congratulated him on presenting his credentials"
        receiving = re.match(r"(?:receiv|accept)", lx.lows[verb]) is not None
        others = self._right(at, {"from", "of", "to"}, noun=True) + [
            a for g in self.groups if g.first > at for a in g.actors
        ]
        actors = self._left(verb) + others if receiving else others + self._left(verb)
        actors += self._sent_to(actors)
        if not actors:
            return None
        return self._make(at, trigger, actors, self._before(verb).removesuffix(lx.lows[verb]))
