"""Envoys who are called to a ministry: "summoned the ambassador", "was called in", "protested to the envoy"."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.recalls import Recalls
from loaders.text.who.actor import Actor

_MINISTRY = re.compile(
    r"(?:in )?(?:to|before) (?:the |its |[\w.]+ 's? )?(?:\w+ )?"
    r"(?:ministry|foreign office|state department|foreign|mfa|department)\b"
)
_TO_COME = re.compile(r"^to (?:come|go|report|appear)(?: in)?(?: (?=to )| at (?=\w))")
"""Read "was asked to come to the ministry": that he is to come adds nothing."""
_ENVOY = re.compile(
    r"ambassador|envoy|head of (?:the )?mission|charg|diplomat|high commissioner|consul|representative|attach"
)
_OVER = frozenset({"over", "about", "regarding", "concerning"})
"""What stands after them a summons was about."""
_CALLED_BACK = re.compile(
    r"(?:its|his|her|their) (?:[\w-]+ ){0,2}?(?:ambassadors?|envoys?|high commissioners?)\b"
    r".* for (?:\w+ )?consultations\b"
)
_OWN_ENVOY = re.compile(
    r"(?:back )?(?:its|their) (?:[\w-]+ ){0,2}?(?:ambassador|envoy|high commissioner) (?:to|in|at)\b"
)
"""Read "has summoned its ambassador to Peru": home."""
_HOME = re.compile(r"(?:back )?(?:home|back|to [A-Z]?\w+ for (?:\w+ )?consultations)\b")
_PROTEST = Trigger("protest", "verb", "protest", "other")
_RECALL = Trigger("recall", "verb", "recall", "other")
_PASSED = frozenset(
    {"lodged", "lodges", "lodge", "filed", "delivered", "delivers", "handed", "hands", "issued", "issues", "made"}
    | {"makes", "making", "registered", "conveyed", "conveys", "gave", "given", "presented", "sent", "lodging"}
)
"""Verbs that take a protest to the one who gets it."""


class Summonses(Recalls):
    """Readers of summonses."""

    def _read_call_to(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the ambassador was called to the Foreign Office", "called the ambassador in"."""
        after = self.lx.lower(at + 1, at + FAR)
        comes = self.lx.lows[at] in ("called", "hauled")  # but not "asked to the ministry's ball"
        comes = comes or _TO_COME.match(after) is not None
        if comes and self._is_passive(at) and _MINISTRY.match(_TO_COME.sub("", after)):
            return self._read_summon(at, trigger)
        envoy = next((g for g in self.groups if at < g.first <= at + PAIR and g.governor == ""), None)
        called = envoy is not None and self.lx.lows[envoy.last : envoy.last + 1] == ["in"]
        if envoy is None or not called or self.lx.codes[envoy.last + 1 : envoy.last + 2] in ("K", "C", "t", "m"):
            return None
        return self._read_summon(at, trigger)

    def _read_summon(self, at: int, trigger: Trigger) -> Frame | None:
        if not _ENVOY.search(self.lx.lower(max(0, at - 12), at + 12)):
            return None
        own = _OWN_ENVOY.match(self.lx.lower(at + 1, at + FAR)) is not None and not self._is_passive(at)
        if (
            own
            or _CALLED_BACK.match(self.lx.lower(at + 1, len(self.lx)))
            or _HOME.match(self.lx.lower(at + 1, at + FAR))
        ):
            return self._read_recall(at, _RECALL)
        if self._is_passive(at) or self._is_headed(at):
            return self._was_summoned(at, trigger)
        objects = (
            self._right(at, {"", "for"} if self.lx.lows[at + 1 : at + 2] == ["for"] else {""})
            or self._right(at, {"of", "in"})
            or self._loose_sides(at + 1, self._stop(at))
        )
        if not any(a.sides or a.person for a in objects):
            objects += self._loose_sides(at + 1, min(self._stop(at), at + FAR))
        named = self.lx.lows[at] in ("summons", "summoning") and self.lx.lows[at + 1 : at + 2] == ["of"]
        by = (self._possessor(at) if named else []) or self._left(at)  # "Peru's summons of the Kenyan envoy"
        if not any(a.sides or a.person for a in by):
            # "the ministry called in the ambassador of India in Colombo", "summoned X, Ambassador of India to Nepal"
            by = by + (self._at_home(at) or self._accredited(objects))
        return self._make(at, trigger, by + objects, self._before(at)) if objects else None

    def _is_headed(self, at: int) -> bool:
        """Read the headline "Peru envoy summoned by Chile", where the verb of being is left out."""
        after = self.lx.lows[at + 1 : at + 2]
        return self.passage.role == "headline" and at > 0 and after in (["by"], ["to"], ["over"], ["after"], ["in"])

    def _was_summoned(self, at: int, trigger: Trigger) -> Frame:
        come = at + PAIR * (_TO_COME.match(self.lx.lower(at + 1, at + FAR)) is not None)
        about = next((i for i in range(at, self._stop(come)) if self._is_about(i)), self._stop(come))
        by = [a for a in self._right(at, {"by", "to"}) if a.first < about]
        by += [a for g in self.groups if at < g.first < about and g.governor == "by" for a in g.actors if a not in by]
        by += self._loose_sides(at, about) + self._at_home(come, about)
        envoy = self._left(at)
        if not any(a.sides or a.person for a in envoy):
            envoy = envoy + self._loose_sides(max(0, at - FAR), at)
        if not any(a.sides or a.person for a in by):
            by += self._by_word_of(envoy) or self._posted(at)
        frame = self._make(at, trigger, envoy + by, self._before(at).removesuffix(self.lx.lows[at]))
        frame.home_takes_part = not any(a.sides for a in by)  # who tells of it has summoned
        return frame

    def _posted(self, at: int) -> list[Actor]:
        """Read "the Peruvian ambassador in Santiago was summoned": the state where the envoy is."""
        places = (w for w in self.places if w.item < at and w.governor in ("in", "to"))
        return [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in places][-1:]

    def _accredited(self, envoys: list[Actor]) -> list[Actor]:
        """Read "Ambassador X, Ambassador of Peru to Chile": the state that he is sent to."""
        lows, codes = self.lx.lows, self.lx.codes
        ends = [a.last - 1 for a in envoys if a.rank == "envoy" and codes[a.last - 1] == "C"]
        terms = [(i, self.lx.terms[i]) for i in ends if "to" in lows[i - PAIR : i]]
        return [Actor(i, i + 1, kind="side", sides=(term.side,)) for i, term in terms if term is not None and term.side]

    def _is_about(self, item: int) -> bool:
        """Read "over the attack", "for his remarks on": what a summons was about follows."""
        his = self.lx.lows[item] == "for" and self.lx.codes[item + 1 : item + 2] == "h"
        return his or self.lx.lows[item] in _OVER

    def _at_home(self, at: int, stop: int = 0) -> list[Actor]:
        """The states in whose capital it was: an envoy is summoned there."""
        stop = stop or self._stop(at)
        places = (w for w in self.places if at < w.item < stop and w.governor in ("in", "at"))
        sides = [a for g in self.groups if at < g.first < stop and g.governor in ("on", "at") for a in g.actors]
        found = [Actor(w.item, w.item + 1, kind="side", sides=(w.place.country,)) for w in places]
        return found + [a for a in sides if a.kind == "side"]

    def _read_protest(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "lodged a protest with the Peruvian ambassador", "the envoy was handed a note of protest"."""
        lx = self.lx
        near = range(at - 1, max(-1, at - NEAR - 1), -1)
        verb = at if lx.lows[at] == "protested" else next((i for i in near if lx.lows[i] in _PASSED), -1)
        verb = handed if (handed := self._handed(at)) > 0 else verb
        if verb < 0:
            return None
        passive = self._is_passive(verb)
        told = self._left(verb) if passive and verb < at else self._told_of_it(verb, at)
        if not any(a.rank == "envoy" or _ENVOY.search(lx.lower(a.first, a.last)) for a in told):
            return self._protest_to(verb, told) if verb < at and not passive else None
        by = [a for g in self.groups if g.first > at and g.governor in ("at", "by", "in") for a in g.actors if a.sides]
        by = (
            (by or self._at_home(verb) or self._posted(verb) or self._by_word_of(told)) if passive else self._left(verb)
        )
        frame = self._make(verb, trigger, told + by, self._before(verb).removesuffix(lx.lows[verb]))
        frame.home_takes_part = not by
        return frame

    def _protest_to(self, verb: int, told: list[Actor]) -> Frame | None:
        """Read "lodged representations with the Japanese embassy", "with Peru": with no one who is named."""
        states = [a for a in told if a.kind in ("side", "group") and len(a.sides) == 1 and is_country(a.sides[0])]
        by = [a for a in self._left(verb) if a.sides and a.sides[:1] != states[0].sides] if states else []
        return self._make(verb, _PROTEST, by + states[:1], self._before(verb)) if by else None

    def _handed(self, at: int) -> int:
        """Read "a protest note was handed to the ambassador": the item of the verb, or 0."""
        near = range(at + 1, min(len(self.lx), at + NEAR))
        return next((i for i in near if self.lx.lows[i] in _PASSED and self._is_passive(i)), 0)

    def _told_of_it(self, verb: int, at: int) -> list[Actor]:
        """To whom a protest is made."""
        after = [
            a for g in self.groups for a in g.actors
            if at < g.first < at + VERY_FAR and g.governor in ("to", "with")
        ]  # fmt: skip
        return self._right(verb, {""}) or after
