"""The ceremony of credentials, above the other acts of one side towards another."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.ties import Ties
from loaders.text.who.actor import Actor

_HANDS = re.compile(r"present|receiv|hand|accept|submit")
_RECEIVES = re.compile(r"receiv|welcom")
_TAKES = re.compile(r"receiv|accept")


class Acts(Ties):
    """Readers of acts."""

    def _read_accredit(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "President X accredited Ambassador Y of Peru": he took his letter of credence."""
        if self._is_passive(at):
            host, envoys = self._right(at, {"by"}), [a for a in self._left(at) if a.rank == "envoy"]
        else:
            envoys = [a for a in self._right(at, {""}) if a.rank == "envoy"]
            host = [a for a in self._left(at) if a.rank == "head" or a.kind == "pronoun"]
        return self._make(at, trigger, host + envoys, self._before(at)) if host and envoys else None

    def _read_credentials(self, at: int, trigger: Trigger) -> Frame | None:
        lx = self.lx
        if (handed := self._handed_over(at)) > 0:
            told = [g for g in self.groups if g.first > handed or (g.first > at and g.governor == "of")]
            others = [a for g in told if g.governor != "in" for a in g.actors]
            before = self._before(handed).removesuffix(lx.lows[handed])
            return self._make(at, trigger, others + self._sent_to(others), before) if others else None
        near = range(at - 1, max(-1, at - VERY_FAR), -1)
        verb = next((i for i in near if _HANDS.match(lx.lows[i])), -1)
        if verb < 0 or (lx.lows[verb] == "presenting" and lx.lows[verb - 1] in ("on", "for")):
            return None  # "congratulated him on presenting his credentials"
        receiving = _TAKES.match(lx.lows[verb]) is not None
        others = self._right(at, {"from", "of", "to"}, noun=True) + [
            a for g in self.groups if g.first > at for a in g.actors
        ]
        actors = self._left(verb) + others if receiving else others + self._left(verb)
        actors += self._sent_to(actors)
        actors += self._welcomed(verb, actors) or self._hosts_of_who(verb)
        if not receiving and all(a.rank == "envoy" and not (a.sides or a.name) for a in self._left(verb)):
            told = [g for g in self.groups if g.governor in ("from", "to") and g.last <= verb]
            actors += [a for g in told for a in g.actors]  # "envoys accredited to Peru, from A and B, have presented"
        if not actors:
            return None
        return self._make(at, trigger, actors, self._before(verb).removesuffix(lx.lows[verb]))

    def _welcomed(self, verb: int, actors: list[Actor]) -> list[Actor]:
        """Read "welcomed Ambassador X of Peru and accepted his credentials": whose they are, and who takes them."""
        if any(a.rank == "envoy" for a in actors) and len(actors) > 1:
            return []
        return [a for a in self.actors if a.last <= verb and a.kind in ("person", "role") and a not in actors]

    def _hosts_of_who(self, verb: int) -> list[Actor]:
        """Read "received in audience Ambassadors X and Y, who presented their credentials": who received them."""
        if self.lx.lows[self._verb_group(verb) - 1] != "who":
            return []
        before = range(verb - 1, max(-1, verb - VERY_FAR - FAR), -1)
        received = next((i for i in before if _RECEIVES.match(self.lx.lows[i])), -1)
        return self._left(received) if received > 0 and not self._is_passive(received) else []

    def _handed_over(self, at: int) -> int:
        """Read "the credentials (of Ambassador X) were presented to Y by Ambassador Z": the item of the verb, or 0."""
        far = VERY_FAR + FAR if self.lx.codes[at + 1 : at + PAIR] == "o" else NEAR
        for i in range(at + PAIR, min(at + far, len(self.lx))):
            if _HANDS.match(self.lx.lows[i]) and self._has_be(max(at + 1, i - NEAR), i):
                return i
        return 0
