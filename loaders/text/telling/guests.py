"""Whose a visit is where the words beside it do not say: a host's guest, or the one spoken of before."""

from __future__ import annotations

import re

from loaders.text.clause.status import status_of
from loaders.text.lexis.distances import NEAR, VERY_FAR
from loaders.text.telling.stays import Stays
from loaders.text.who.actor import Actor

_ON_ONE = re.compile(r"\b(?:on|for) an?(?: [\w-]+){0,3}$")
_HOSTING = frozenset({"host", "hosts", "hosted", "welcome", "welcomes", "welcomed", "receive", "receives", "received"})
_REACH = 26
"""Items between a host's verb and the visit of his guest, whose offices may be long."""
_OWN = {"his": "he", "her": "she"}


class Guests(Stays):
    """Finds the visitors of whom another clause tells."""

    def _hosted(self, at: int) -> list[Actor]:
        """Read "will host Minister X on a working visit to Norway": the guest."""
        if _ON_ONE.search(self.lx.lower(max(0, at - NEAR), at)) is None:
            return []
        host = next((i for i in range(at - 1, max(-1, at - _REACH), -1) if self.lx.lows[i] in _HOSTING), -1)
        guests = self._right(host, {""}) if host >= 0 and not self._is_passive(host) else []
        return [a for a in guests if a.kind in ("person", "role") and a.last <= at]

    def _is_hosted_ahead(self, at: int) -> bool:
        """Read "to host X on a visit to Norway": it is to come, as the host's part in it is."""
        if _ON_ONE.search(self.lx.lower(max(0, at - NEAR), at)) is None:
            return False
        host = next((i for i in range(at - 1, max(-1, at - _REACH), -1) if self.lx.lows[i] in _HOSTING), -1)
        return host >= 0 and status_of("before", self._before(host)) == "planned"

    def _of_one_before(self, at: int) -> list[Actor]:
        """Read "Her first visit to Peru will begin": of the one spoken of before, where a sentence opens with it."""
        word = self.lx.lows[0]
        opens = word in _OWN and at < VERY_FAR and self.lx.codes[1:at].strip("xaBn-m") == ""
        return [Actor(0, 1, kind="pronoun", determiner=_OWN[word])] if opens else []

    def _traveller(self, at: int) -> list[Actor]:
        """Read "Mr X's trip to Peru follows a visit to Chile": whose the journey is that the sentence begins with."""
        first = self.groups[0] if self.groups else None
        owns = first is not None and first.first == 0 and first.possessive and first.last < at
        return first.actors if first is not None and owns else []
