"""With whom a verb says that something was talked over: "discussed trade with X", "explored with X ways to"."""

from __future__ import annotations

import re

from loaders.text.lexis.distances import NEAR, PAIR
from loaders.text.lexis.triggers import triggers
from loaders.text.telling.opening_contacts import OpeningContacts
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import is_counterpart
from loaders.text.who.sides import sides_of

_NOUNS = frozenset({"talks", "negotiations", "meeting", "meetings", "relations", "relationship", "war", "dialogue"})
_CONTACTS = _NOUNS | {"visit", "visits", "trip", "summit", "call", "calls", "conversation", "conversations"}
_CONTACTS |= {"consultations"}
_WAYS = frozenset(
    {"ways", "how", "steps", "measures", "efforts", "means", "plans", "options", "possibilities", "opportunities"}
    | {"avenues", "initiatives", "proposals", "modalities", "mechanisms"}
)
"""Before an infinitive they are what is discussed, and the one behind it is the one it is discussed with."""
_WITH_THEM = frozenset({"relations", "ties", "cooperation", "partnership", "friendship", "relationship"})
GOVERNS = re.compile(
    r"\b(?:will|is|are|plan\w*|due|scheduled|agreed|expected|set|(?<!missed an )(?<!missed the )(?:opportunity|chance)"
    r"(?= to))\b"
)
"""What tells of talks to come, or had, before "to discuss": "is to discuss", "had an opportunity to discuss"."""
GOVERNS_VIEWS = re.compile(rf"{GOVERNS.pattern}|\b(?:hop|refus|declin|want)\w*")


class Partners(OpeningContacts):
    """Finds the one with whom something is talked over."""

    def _discussed_with(self, at: int) -> list[Actor]:
        return self._right(at, {"with"}) or self._with_first(at) or self._with_later(at)

    def _with_first(self, at: int) -> list[Actor]:
        """Read "With Minister X on Tuesday, President Y discussed": with whom, before all else."""
        first = self.groups[0] if self.groups and self.lx.lows[0] == "with" else None
        opens = first is not None and first.governor == "with" and first.first <= PAIR and first.last < at
        return [a for a in first.actors if a.kind in ("person", "role")] if opens and first is not None else []

    def _is_of_talks(self, at: int) -> bool:
        """Read "discussed the talks of Peru with the Fund": with whom others talk.

        Those who already are two have their partner: what "they discussed" was X's meeting with Minister Y.
        """
        group = next((g for g in self.groups if g.first > at and g.governor == "with"), None)
        partner = group.first if group is not None else 0
        if group is not None and any(a.count == PAIR or a.determiner == "they" for a in self._left(at)):
            return not _CONTACTS.isdisjoint(self.lx.lows[at + 1 : partner])
        if group is not None and all(a.name for a in group.actors):
            partner = min(partner, at + NEAR)  # "discussed preparations for the next talks of the Fund with Minister X"
        return not _NOUNS.isdisjoint(self.lx.lows[at + 1 : partner])

    def _with_later(self, at: int) -> list[Actor]:
        """Read "discussed ways to encourage trade with Minister X": the partner behind the infinitive."""
        to = self._stop(at)
        if self.lx.lows[to : to + 1] != ["to"] or self.lx.lows[to - 1] not in _WAYS:
            return []
        partner = next((g for g in self.groups if to < g.first < self._stop(to) and g.governor == "with"), None)
        if partner is None or any(word in triggers() for word in self.lx.lows[to : partner.first]):
            return []
        word = self.lx.codes.rfind("w", to, partner.first)
        if word <= to + PAIR or self.lx.lows[word - 1] in _WITH_THEM:
            return []  # "how to deal with X", "ways to improve relations with X"
        return [a for a in partner.actors if a.kind in ("person", "role") or is_counterpart(self.lx, a)]

    def _talked_over(self, at: int, subject: list[Actor]) -> bool:
        """Read "Presidents X and Y talked about trade": two who are named, and a thing, not what they would do."""
        about = self.lx.lows[at : at + PAIR] == ["talked", "about"] and self.lx.codes[at + PAIR : at + PAIR + 1] != "n"
        sides = {side for a in subject for side in sides_of(a)}
        return about and len(sides) > 1 and all(a.kind == "person" for a in subject)

    def _is_in_town(self, end: int) -> bool:
        """Read "told Minister X in Oslo on Tuesday"."""
        return self.lx.lows[end : end + 1] == ["in"] and self.lx.codes[end : end + 4] in ("pKpm", "pKm")
