"""Contacts told by a verb and a particle around the one met: "heard him out", "showed X round", "drew X aside"."""

from __future__ import annotations

from loaders.text.clause.frame import Frame
from loaders.text.lexis.clause_words import OF_ONE
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.idioms import Idioms
from loaders.text.who.actor import Actor

_ROUND = frozenset({"round", "around", "over", "through"})
_DRAWING = frozenset(
    {"took", "take", "takes", "taking", "drew", "draw", "draws", "drawing", "pulled", "pull", "pulls", "pulling"}
)


class Around(Idioms):
    """Readers of verbs with their object before a particle."""

    def _read_hear(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "heard President X out"."""
        return self._with_particle(at, trigger, frozenset({"out"}))

    def _read_show(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "showed President X round the palace"."""
        return self._with_particle(at, trigger, _ROUND)

    def _read_aside(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "drew his Chilean counterpart aside"; ``at`` is that of "aside"."""
        met = next((a for a in self.actors if a.last == at and self._is_one(a)), None)
        verb = met.first - 1 if met is not None else -1
        if met is None or verb < 0 or self.lx.lows[verb] not in _DRAWING:
            return None
        return self._are_together(verb, trigger, [met])

    def _read_interlocutors(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "His interlocutors included X and Y": those whom the one spoken of met one by one."""
        whose = OF_ONE.get(self.lx.lows[at - 1]) if at else None
        told = self.lx.lows[at + 1 : at + 2] in (["included"], ["include"], ["were"], ["are"])
        met = next((g.actors for g in self.groups if g.first > at), []) if told and whose is not None else []
        if whose is None or not any(a.sides or a.person for a in met):
            return None
        one = Actor(at - 1, at, kind="pronoun", determiner=whose)
        frame = self._make(at, trigger, [one, *met], "")
        frame.separate = frame.also = len(met) > 1
        return frame

    def _with_particle(self, at: int, trigger: Trigger, particles: frozenset[str]) -> Frame | None:
        """The frame of a verb whose object stands right behind it, before one of these words."""
        met = next((a for a in self.actors if a.first == at + 1 and self._is_one(a)), None)
        if met is None or met.last >= len(self.lx) or self.lx.lows[met.last] not in particles:
            return None
        return self._are_together(at, trigger, [met])
