"""Verbs that tell of a contact only with the one it is with: "raised it with X", "explored with X ways to"."""

from __future__ import annotations

from loaders.text.clause.frame import Frame
from loaders.text.lexis.triggers import Trigger
from loaders.text.telling.contact_verbs import ContactVerbs
from loaders.text.who.belonging import is_counterpart

_DISCUSS = Trigger("discuss", "verb", "discuss", "meeting")
"""What they tell is told as by that verb."""


class Exchanges(ContactVerbs):
    """Readers of such verbs."""

    def _read_raise(self, at: int, _: Trigger) -> Frame | None:
        """Read "raised the issue with Minister X", "took up with his counterpart the fate of"."""
        partners = [] if self._is_passive(at) else self._right(at, {"with"})
        named = all(a.kind in ("person", "role") or is_counterpart(self.lx, a) for a in partners)
        return self._read_discuss(at, _DISCUSS) if partners and named else None

    def _read_explore(self, at: int, _: Trigger) -> Frame | None:
        """Read "explored with Minister X ways to", "Ministers X and Y examined": states and experts do so otherwise."""
        frame = self._read_discuss(at, _DISCUSS) if self.lx.codes[at + 1 : at + 2] != "f" else None
        apart = frame is not None and all(a.kind in ("side", "group") and not self._anaphoric(a) for a in frame.actors)
        return None if apart else frame
