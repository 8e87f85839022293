"""Relations between states: recognised, established, broken off, restored; embassies opened and closed."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of, status_once_announced
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.summonses import Summonses
from loaders.text.who.actor import Actor

_AS_STATE = re.compile(
    r"\b(?:independence|statehood|as (?:a|an) (?:independent|sovereign) state|as a state|state of|diplomatically"
    r"|(?:a|an|the) \w+ state|\w+(?:ian|ese) state)\b"
)
_BARE_STATE = re.compile(r"t?C(?:[.,]|m|pm|$)")
"""Read "recognised Kosovo on Monday": a state and nothing that it is recognised as."""
_CHANGE = re.compile(
    r"\b(?:(?:re-?)?establishment|restoration|resumption|severance|severing|suspension|breaking(?:[ -]off)?|rupture"
    r"|downgrading|normali[sz]ation) of(?: full)?(?: the)?(?: diplomatic| consular)?$"
)
"""Read "announced the restoration of diplomatic relations"."""
_WOULD = re.compile(r"\b(?:would|could|depends?|requires?|remains?)\b")
"""Said of what has not come about."""
_OPENS = re.compile(r"(?:the )?(?:formal )?[\w-]+ of(?: full)?(?: diplomatic| consular)?")
_CHANGING = re.compile(
    r"(?:(?:re-?)?establish|restor|sever|resum|broke|break|cut|end(?:ed|s)|downgrad|suspend|normali[sz]|switch|froze)"
)
_AGREED = re.compile(r"\bagree[ds]? (?:\w+ )?to\b")
_RAISED = ("ambassador", "embassy")
"""To whose level relations are raised: to a partnership they are by an agreement."""
_FROM_TO = ("from", "to")
_GRANTING = re.compile(r"(?:announc|grant|extend|withdr|withdraw|revok|rescind|confer|suspend|formali)")
_OPENING = re.compile(
    r"(?:re-?)?open(?:s|ed|ing)?$|inaugurat(?:ed?|es|ing)$|clos(?:ed?|es|ing)$|shut(?:s|tered|ting)?$"
)
_OPENED = re.compile(r"(?:re-?)?opened$|inaugurated$")
_EMBASSY = re.compile(r"embass(?:y|ies)$|consulates?(?:[ -]general)?$|(?:high commission|legation)$")
_BETWEEN = re.compile(r"(?:[tnhxaDCOBm',&()-]|pm)*")

_WHEN = frozenset({"after", "following", "during", "when", "while", "since", "before"})


class Ties(Summonses):
    """Readers of relations."""

    def _read_recognise(self, at: int, trigger: Trigger) -> Frame | None:
        bare = _BARE_STATE.match(self.lx.codes, at + 1) is not None
        if not bare and _AS_STATE.search(self.lx.lower(at + 1, at + 12)) is None:
            return None
        objects = self._right(at, {"", "of"}) or self._loose_sides(at + 1, at + 6)
        by = self._left(at)
        if not objects or (bare and not by):
            return None
        several = len([actor for actor in by if actor.kind == "side"]) > 1
        frame = self._make(at, trigger, objects[:1] + by if several else by + objects, self._before(at))
        frame.separate = several  # one act of each
        return frame

    def _read_recognition(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "withdrew its recognition of Kosovo", "granted recognition to Kosovo"."""
        near = range(at - 1, max(-1, at - NEAR - 1), -1)
        verb = next((i for i in near if _GRANTING.match(self.lx.lows[i])), -1)
        states = [a for a in self._right(at, {"of", "to", "from"}, noun=True) if a.kind == "side"]
        by = self._left(verb) if verb >= 0 else []
        if not by or not states or not all(map(is_country, states[0].sides)):
            return None
        before = self._before(verb).removesuffix(self.lx.lows[verb])
        return self._make(verb, trigger, by + states[:1], before, places=[])

    def _read_ties(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "severed ties with Qatar", "has broken off relations with Iran", "downgraded its relations with"."""
        passive = self._is_passive(at)
        words = self.lx.lower(max(0, at - VERY_FAR), at) if passive else self.lx.lower(at, at + NEAR + 1)
        if not re.search(r"\b(?:relations|ties)\b", words) or "talks" in words:
            return None
        if trigger.lemma == "raise-ties" and not any(one in self.lx.lows[at : at + VERY_FAR] for one in _RAISED):
            return None
        if passive:
            actors = [a for g in self.groups if g.last <= at and g.governor in ("with", "between") for a in g.actors]
        else:
            actors = self._left(at) + self._right(at + 1, {"with", "between"}, noun=True)
        before = self._before(at).removesuffix(self.lx.lows[at])
        if len(actors) <= 1 or _AGREED.search(before):
            return None
        return self._make(at, trigger, actors, before, places=[])

    def _read_relations(self, at: int, trigger: Trigger) -> Frame | None:
        if (changed := self._changed(at)) > 0:
            return self._were_changed(at, changed, trigger)
        verb = self._changing(at)
        named = verb < 0 and _CHANGE.search(self.lx.lower(max(0, at - NEAR), at)) is not None
        verb = self._light(self.lx.lows.index("of", max(0, at - NEAR), at) - 1) if named else verb
        if verb < 0:
            return self._opens_with_change(at, trigger) if named else None
        switched = self.lx.lows[verb].startswith("switch")
        others = self._from_one_to_another(at) if switched else self._right(at, {"with", "between"}, noun=True)
        actors = self._left(verb) + others
        before = self._before(verb).removesuffix(self.lx.lows[verb])  # it is done by announcing it
        if _AGREED.search(before) and not switched:
            return None  # the agreement is the act
        frame = self._make(at, trigger, actors, before) if len(actors) > 1 and (others or not switched) else None
        if frame is not None:
            frame.separate = switched
        return frame

    def _opens_with_change(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "The restoration of diplomatic relations between A and B was announced", told first of all."""
        lx = self.lx
        opens = _OPENS.fullmatch(lx.lower(0, at)) is not None
        actors = self._right(at, {"with", "between"}, noun=True) if opens else []
        if len({side for a in actors for side in a.sides}) < PAIR:
            return None
        frame = self._make(at, trigger, actors, "", places=[])
        end = max(a.last for a in actors)
        said = lx.lower(end, end + FAR)
        frame.span, frame.status = (0, min(end + FAR, len(lx))), status_once_announced(said)
        return None if _WOULD.search(said) is not None else frame

    def _changed(self, at: int) -> int:
        """Read "diplomatic relations between A and B were established": the item of the verb, or 0."""
        if self.lx.lows[max(0, at - NEAR) : at].count("since"):
            return 0  # "thirty years since relations were established"
        near = range(at + 1, min(len(self.lx), at + VERY_FAR))
        return next((i for i in near if _CHANGING.match(self.lx.lows[i]) and self._is_passive(i)), 0)

    def _were_changed(self, at: int, verb: int, trigger: Trigger) -> Frame | None:
        """Those between whom relations were changed, and by whom they were with another."""
        between = [g for g in self.groups if at < g.first < verb and g.governor in ("between", "with")]
        actors = [a for g in between for a in g.actors] + self._right(verb, {"by"})
        before = self._before(verb).removesuffix(self.lx.lows[verb])
        return self._make(verb, trigger, actors, before, places=[]) if len(actors) > 1 else None

    def _changing(self, at: int) -> int:
        """The verb before "diplomatic relations" that changes them, or -1."""
        lows = self.lx.lows
        for i in range(at - 1, max(-1, at - FAR), -1):
            if _CHANGING.match(lows[i]) is None or lows[i].endswith(("ment", "tion", "ance")):
                continue
            if not lows[i].endswith("ing") or lows[i - 1] in ("is", "are", "was", "were"):
                return i
        return -1

    def _from_one_to_another(self, at: int) -> list[Actor]:
        """Read "switched diplomatic recognition from Taiwan to China": both, for each it is an act of its own."""
        stop = self._stop(at)
        return [a for g in self.groups if at < g.first < stop and g.governor in _FROM_TO for a in g.actors if a.sides]

    def _read_reopen(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the British embassy in Tehran reopened", where the embassy is what the verb is said of."""
        near = (*range(at + 1, min(len(self.lx), at + FAR)), *range(at - 1, max(-1, at - VERY_FAR), -1))
        what = next((i for i in near if _EMBASSY.search(self.lx.lows[i])), -1)
        if what < 0 or (self.lx.lows[at] == "opened" and not self._is_itself_opened(at, what)):
            return None
        house = next((a for a in self.actors if a.first <= what < a.last), None)
        owners = [house] if house is not None and house.sides else []
        if what > at:
            owners = self._left(at) or owners
        else:
            owners = owners or [g.actors[0] for g in self.groups if g.first > what and g.governor == "of"]
        mine = {side for a in owners for side in a.sides}
        hosts = [a for a in self._hosts_of(what) if not mine & set(a.sides)]
        before = self._before(at).removesuffix(self.lx.lows[at])
        known = len(mine) > 1 or (mine and hosts)  # "Peru and Togo reopened embassies": each in the other
        return self._make(at, trigger, owners + hosts[:1], before, places=[]) if known else None

    def _is_itself_opened(self, at: int, what: int) -> bool:
        """Whether it is the embassy that "was opened"; of "opened its embassy in Oslo" the noun tells."""
        governed = any(g.governor and g.first <= what < g.last for g in self.groups)
        return what < at and self._is_passive(at) and not governed

    def _read_embassy(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "reopened its embassy in Oslo", "the embassy of Chad in Oslo was reopened"."""
        lx = self.lx
        near = range(at - 1, max(-1, at - FAR), -1)
        verb = next((i for i in near if lx.codes[i] == "x" and _OPENING.match(lx.lows[i])), -1)
        active = verb >= 0 and not self._is_passive(verb) and _BETWEEN.fullmatch(lx.codes[verb + 1 : at]) is not None
        own = self._adjective_sides(at) or self._possessor(at) if not active else []
        if not active:
            own = own or [g.actors[0] for g in self.groups if g.first > at and g.governor == "of" and g.actors[0].sides]
            verb = self._was_opened(at)
        if verb < 0:
            return None
        owners = self._left(verb) if active else own
        mine = {side for a in owners for side in a.sides}
        hosts = [a for a in self._hosts_of(at) if not mine & set(a.sides)]
        words = self._before(verb).removesuffix(lx.lows[verb]) if active else lx.lower(at + 1, verb)
        if not owners or not (hosts or len(mine) > 1) or _AGREED.search(words):
            return None
        each = active and lx.lows[at].endswith("s")  # "will open embassies in Tonga and Kiribati"
        frame = self._make(verb, trigger, owners + (hosts if each else hosts[:1]), "", places=[])
        frame.separate = each
        frame.status = status_of("before", words) or "held"
        return frame

    def _was_opened(self, at: int) -> int:
        """Read "the embassy was reopened", "also reopened on Sunday"."""
        lows = self.lx.lows
        near = range(at + 1, min(len(lows), at + VERY_FAR))
        return next((i for i in near if _OPENED.match(lows[i]) and self.lx.codes[i] == "x"), -1)

    def _hosts_of(self, at: int) -> list[Actor]:
        """The state where the embassy is."""
        lows = self.lx.lows
        end = next((i for i in range(at, len(lows)) if lows[i] in _WHEN), len(lows))
        places = (w for w in self.places if at < w.item < end and w.governor in ("in", "to"))
        found = [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in places]
        groups = (g for g in self.groups if at < g.first < end and g.governor in ("in", "to"))
        return found or [a for g in groups for a in g.actors if a.sides] or self._in_front()

    def _in_front(self) -> list[Actor]:
        """Read "In Maseru, Finland will open an embassy": the place that the sentence begins with."""
        places = (w for w in self.places if w.item <= PAIR and w.governor == "in")
        return [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in places][:1]
