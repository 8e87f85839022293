"""Verbs that tell of a contact only with the one it is with: "raised it with X", "explored with X ways to"."""

from __future__ import annotations

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR
from loaders.text.lexis.triggers import Trigger, is_only_noun
from loaders.text.lexis.words import word_class
from loaders.text.telling.contact_verbs import DISCUSS, TOGETHER_FIRST, ContactVerbs
from loaders.text.who.belonging import is_counterpart

_MATTERS = word_class("matter")
"""What is raised or examined in a talk: an issue, ways, the fate of somebody; not a flag, taxes or a wreck."""
_BETWEEN_STATES = frozenset(
    {"relations", "relationship", "ties", "cooperation", "partnership", "friendship", "war", "conflict", "peace"}
    | {"accord", "agreement", "agreements", "contract", "deal", "deals", "memorandum", "pact", "treaty", "treaties"}
)
"""What one has with another: it is raised, and he is not the one it is raised with."""


class Exchanges(ContactVerbs):
    """Readers of such verbs: what they tell is told as by "discuss"."""

    def _read_raise(self, at: int, _: Trigger) -> Frame | None:
        """Read "raised the issue with Minister X", "took up with his counterpart the fate of"."""
        if self._is_passive(at):
            return self._was_raised(at)
        partners = self._right(at, {"with"})
        if not partners and TOGETHER_FIRST.match(self.lx.lower(self._clause_begin(at), at)) is not None:
            return self._read_discuss(at, DISCUSS)  # "Over a cup of tea, Ministers X and Y took up the question"
        named = all(a.kind in ("person", "role") or is_counterpart(self.lx, a) for a in partners)
        return self._read_discuss(at, DISCUSS) if partners and named and self._is_of_matter(at) else None

    def _was_raised(self, at: int) -> Frame | None:
        """Read "the question was raised by Minister X with Ambassador Y"."""
        by = [a for g in self.groups if at < g.first < self._stop(at) and g.governor == "by" for a in g.actors]
        partners = [a for g in self.groups if at < g.first < self._stop(at) and g.governor == "with" for a in g.actors]
        both = all(a.kind in ("person", "role") or is_counterpart(self.lx, a) for a in by + partners)
        return self._make(at, DISCUSS, by + partners, self._before(at)) if by and partners and both else None

    def _read_explore(self, at: int, _: Trigger) -> Frame | None:
        """Read "explored with Minister X ways to", "Ministers X and Y examined": states and experts do so otherwise."""
        frame = self._read_discuss(at, DISCUSS) if self._is_of_matter(at) else None
        apart = frame is not None and all(a.kind in ("side", "group") and not self._anaphoric(a) for a in frame.actors)
        return None if apart else frame

    def _is_of_matter(self, at: int) -> bool:
        """Whether what stands between a verb and "with" is a matter to talk over, and nothing that one has with X."""
        lx = self.lx
        end = next((i for i in range(at + 1, min(at + FAR + FAR, len(lx))) if lx.codes[i] in ",;w"), len(lx))
        if lx.codes[end : end + 1] == "w" and end <= at + 2:
            return True  # "raised with X the issue"
        last = lx.lows[end - 1]
        owned = lx.codes[end : end + 1] == "w" and (last in _BETWEEN_STATES or is_only_noun(last))
        return not owned and not _MATTERS.isdisjoint(lx.lows[at + 1 : end])
