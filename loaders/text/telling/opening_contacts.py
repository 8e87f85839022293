"""What is done at the contact that a sentence opens with: "At the meeting with Minister X, the sides discussed"."""

from __future__ import annotations

import re

from loaders.text.clause.openings import opens_with_phrase
from loaders.text.telling.bodies import Bodies
from loaders.text.who.actor import Actor

GATHERING = re.compile(r"\b(?:meeting|summit|talks|conference|session|forum|gathering|consultations|roundtable)\b")


class OpeningContacts(Bodies):
    """Finds the contact that a sentence opens with."""

    def _is_of_opening(self, at: int, subject: list[Actor]) -> bool:
        """Whether "the sides" are those of the contact that the opening names a partner of."""
        partner = next((g for g in self.groups if g.governor == "with"), None)
        if partner is None or not partner.last < subject[0].first < at or not all(map(self._anaphoric, subject)):
            return False
        held = opens_with_phrase(self.lx) and GATHERING.search(self.lx.lower(0, partner.first)) is not None
        return held and any(a.sides or a.person for a in partner.actors)
