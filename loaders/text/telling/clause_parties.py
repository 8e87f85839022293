"""Whose a contact is that a sentence tells of in passing: "at a meeting X told Y"."""

from __future__ import annotations

from loaders.text.lexis.distances import FAR, NEAR, VERY_FAR
from loaders.text.telling.noun_status import NounStatus
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import is_counterpart

_TELLING = frozenset({"told", "tells", "assured", "informed", "thanked", "urged", "briefed", "congratulated", "asked"})
_RAISING = dict.fromkeys(["raised", "raises", "broached", "aired"], ("with",))
"""Verbs of what is told with somebody: "raised the issue with Minister X at a meeting"."""
_BEFORE_GERUND = frozenset({"after", "before"})
_STANDING = frozenset(
    {"commission", "committee", "council", "group", "dialogue", "consultations", "mechanism", "cabinet"}
)
"""What two states have set up to meet in."""
_HOLDING = frozenset({"had", "has", "have", "hold", "holds", "held", "holding", "conducted", "having"})


class ClauseParties(NounStatus):
    """Finds those of the clause around a noun."""

    def _all_of_clause(self, at: int) -> list[Actor]:
        """Those of the clause around "at a meeting", if they are more than one: "A told B at a meeting"."""
        subject = self._clause_subject(at)
        if not subject:
            return []
        raised = _RAISING.get("".join(self.lx.lows[subject[-1].last : subject[-1].last + 1]), ())
        begin = max(subject[-1].last, self._gerund_before(at))
        objects = [
            a
            for g in self.groups
            if begin < g.first < at and g.governor in ("", "to", *raised) and not g.possessive and not self._is_place(g)
            for a in g.actors
            if a.kind in ("person", "role")
            or is_counterpart(self.lx, a)
            or (a.kind == "side" and self.lx.lows[g.first - 1] in _TELLING)
        ]
        both = subject + (objects or self._told_by(subject, at))
        return both if self._is_plural(both) and not any(self._anaphoric(a) for a in both) else []

    def _gerund_before(self, at: int) -> int:
        """Read "dismissed X after telling Y in a call": the gerund, before which other persons stand; else -1."""
        lows = self.lx.lows
        near = range(at - 1, max(0, at - VERY_FAR), -1)
        told = (i for i in near if lows[i - 1] in _BEFORE_GERUND and lows[i].endswith("ing"))
        return next((i for i in told if self.lx.codes[i] == "x"), -1)

    def _had_with(self, at: int) -> list[Actor]:
        """Read "the meeting (that) he had with Minister X", "talks the President will hold in Oslo with X"."""
        first = at + 1 + (self.lx.lows[at + 1 : at + 2] in (["that"], ["which"]))
        who = next((a for a in self.actors if a.first == first), None)
        if who is None:
            return []
        verb = next((i for i in range(who.last, who.last + NEAR) if self.lx.lows[i : i + 1] and self._holds(i)), -1)
        stop = self._stop(verb) if verb > 0 else 0
        others = (g for g in self.groups if verb < g.first < stop and g.governor == "with" and not g.possessive)
        beside = next(others, None)
        return [who, *beside.actors] if beside is not None else []

    def _holds(self, item: int) -> bool:
        return self.lx.codes[item] == "x" and self.lx.lows[item] in _HOLDING

    def _told_by(self, subject: list[Actor], at: int) -> list[Actor]:
        """Read "During a call on Tuesday, X told Y": to whom what follows the noun is told."""
        verb = max(a.last for a in subject)
        if verb <= at or self.lx.lows[verb : verb + 1] == [] or self.lx.lows[verb] not in _TELLING:
            return []
        return next((g.actors for g in self.groups if g.first == verb + 1 and not g.possessive), [])

    def _commission_sides(self, at: int) -> list[Actor]:
        """Read "the third session of the Russian-Turkish commission"."""
        lx = self.lx
        if lx.codes[at + 1 : at + 2] != "o":
            return []
        end = at + 2
        while end < len(lx) and lx.codes[end] in "tanDCBNx-&" and end - at < FAR and not self._goes_on_with_verb(end):
            if lx.lows[end] in _STANDING:
                return self._adjective_sides(end)
            end += 1
        return self._adjective_sides(end)
