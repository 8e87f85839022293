"""Members that a body shuts out or takes back: "the African Union suspended Mali", "Mali's suspension was lifted"."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.frame import Frame
from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import FAR, NEAR
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.measures import Measures
from loaders.text.who.actor import Actor
from loaders.text.who.sides import side_of

_STATES = r"(?P<states>C(?:(?:,&?|&)t?C)*)"
_MEMBERS = re.compile(rf"t?(?:x?x-[xa])?a?{_STATES}(?![-D])|[tn]*[xa]*x[-;,]{_STATES.replace('states', 'listed')}")
"""Read "suspended coup-hit Niger", "suspended two other members - Guinea and Mali"."""
_OWNED = ("membership", "participation", "rights")
_MEMBERSHIP = re.compile(rf"t?(?:x|a)*?x?ot?{_STATES}|t?{_STATES.replace('states', 'owner')}'(?:x|a)*")
"""Read "suspended the membership of Mali", "Mali's membership"."""
_BODY = ("by", "from", "of", "to")


class Memberships(Measures):
    """Readers of what bodies do to their members."""

    def _read_suspension(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "the African Union suspended Mali", "Mali was suspended from ECOWAS"."""
        passive = self._is_passive(at) or self.lx.lows[at] == "thrown"
        states = self._shut_out(at) if passive else self._members(at + 1)
        bodies = self._bodies(self._governed() if passive else self._left(at) or self._owner_of_organ(at))[:1]
        if not passive and not bodies:
            bodies = self._same_body(at)
        if not states or not bodies:
            return None
        return self._make(at, trigger, bodies + states, self._before(at).removesuffix(self.lx.lows[at]))

    def _read_suspension_noun(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "announced the suspension of Mali", "ends Gabon suspension", "Mali's suspension was lifted"."""
        states = self._members(at + 2) if self.lx.codes[at + 1 : at + 2] == "o" else self._owner(at)
        verb = self._taking(at)
        done = self._done(at) if verb < 0 else -1
        subject = self._left(verb) if verb >= 0 else []
        words = (
            self._before(verb).removesuffix(self.lx.lows[verb])
            if verb >= 0
            else self.lx.lower(at + 1, max(done, at + 1))
        )
        bodies = self._bodies(subject + self._governed())
        if not states or not bodies or (verb < 0 and done < 0):
            return None
        frame = self._make(max(verb, done), trigger, bodies[:1] + states, "")
        frame.status = status_of("before", words) or "held"
        return frame

    def _owner_of_organ(self, at: int) -> list[Actor]:
        """Read "the African Union's Peace and Security Council suspended": whose council it is."""
        begin = self._verb_group(at)
        near = (g for g in self.groups if g.possessive and 0 < begin - g.last <= FAR)
        return next((g.actors for g in near if not self.lx.codes[g.last + 1 : begin].strip("xaB&NT")), [])

    def _governed(self) -> list[Actor]:
        return [a for g in self.groups if g.governor in _BODY for a in g.actors]

    def _bodies(self, actors: list[Actor]) -> list[Actor]:
        return [a for a in actors if a.kind != "person" and any(not is_country(side) for side in a.sides)]

    def _same_body(self, at: int) -> list[Actor]:
        """Read "The African Union said it had suspended": the body that "it" means."""
        subject = next((a for a in reversed(self.actors) if a.last <= at), None)
        if subject is None or subject.kind != "pronoun" or subject.determiner != "it":
            return []
        return self._bodies([a for a in self.actors if a.last < subject.first])[:1]

    def _members(self, first: int) -> list[Actor]:
        lx = self.lx
        owned = _MEMBERSHIP.match(lx.codes, first)
        if owned is not None and any(word in lx.lows[first : owned.end()] for word in _OWNED):
            return self._of_span(*owned.span("states" if owned["states"] else "owner"))
        found = _MEMBERS.match(lx.codes, first)
        if found is None or lx.codes[found.end() : found.end() + 1] == "'":
            return []
        return self._of_span(*found.span("states" if found["states"] else "listed"))

    def _owner(self, at: int) -> list[Actor]:
        """Read "Mali's suspension", "the Mali suspension"."""
        before = at - 1 - (self.lx.codes[at - 1 : at] == "'")
        return self._of_span(before, before + 1) if before >= 0 and self.lx.codes[before] == "C" else []

    def _shut_out(self, at: int) -> list[Actor]:
        """Read "Mali and Chad were suspended", "Mali's membership of the African Union was suspended"."""
        begin = self._verb_group(at)
        first = next((g for g in self.groups if g.last <= begin and g.governor == ""), None)
        if first is None or begin - first.last > FAR:
            return []
        owned = any(word in self.lx.lows[first.last : begin] for word in _OWNED)
        if first.possessive and not owned:
            return []
        fits = owned or begin - first.last <= NEAR
        return [a for a in first.actors if fits and a.kind == "side" and all(map(is_country, a.sides))]

    def _of_span(self, first: int, last: int) -> list[Actor]:
        found = [Actor(i, i + 1, kind="side", sides=side_of(self.lx.terms[i])) for i in range(first, last)]
        return [a for a in found if a.sides and is_country(a.sides[0])]
