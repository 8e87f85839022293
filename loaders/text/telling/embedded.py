"""What a noun of contact stands in: "at a meeting with", "during his meeting", "events, including talks"."""

from __future__ import annotations

from loaders.text.clause.once import once
from loaders.text.clause.openings import before_day
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.telling.gatherings import Gatherings
from loaders.text.telling.noun_modifiers import is_modifier

_SITTINGS = frozenset({"talks", "meeting", "meetings", "session", "sessions", "consultations", "negotiations"})
_DURING = frozenset({"during", "after", "following", "at", "in", "for", "over", "about"})
_BACK = frozenset(
    {"back", "fresh", "home", "away", "empty-handed", "emerging", "emerged", "returning", "returned", "returns"}
    | {"came", "coming"}
)
_MEALS = frozenset({"lunch", "luncheon", "dinner", "breakfast", "tea", "coffee"})
_AT = frozenset({"via", "through", "at", "in", "for", "during", "after", "following", "before"})
_BRINGING_ABOUT = frozenset(
    {"reviving", "restarting", "reopening", "relaunching", "arranging", "brokering", "organising", "organizing"}
)


class Embedded(Gatherings):
    """Finds what governs such a noun."""

    def _is_time_of(self, at: int) -> bool:
        """Read "accepted the offer during his meeting with X": when something else was."""
        i = self._preposition(at)
        return i > 0 and self.lx.codes[i] == "h" and self.lx.lows[i - 1] in _DURING

    @once
    def _embedded(self, at: int) -> bool:
        """Read "at a meeting with", "during talks with", "in a conversation with"."""
        i = self._preposition(at)
        if i > 0 and self.lx.codes[i] == "&" and self.lx.lows[i - 1] in _SITTINGS:
            return self._embedded(i - 1)  # "following talks and a meeting of the delegations"
        if i > 0 and self.lx.lows[i] == "from":
            return self.lx.lows[before_day(self.lx, i) - 1] in _BACK  # "fresh from", "returned on Monday from"
        if i > 0 and self.lx.codes[i] == "y":
            return self.lx.lows[i - 1] == "followed"  # "met X on Monday, followed by talks with Y"
        return self._is_over_meal(at) or (i >= 0 and self.lx.codes[i] in "pf" and self.lx.lows[i] in _AT)

    def _is_over_meal(self, at: int) -> bool:
        """Read "settled their row over a working lunch"."""
        i = self._preposition(at)
        return self.lx.lows[at] in _MEALS and i >= 0 and self.lx.lows[i] == "over" and at - i < NEAR

    @once
    def _preposition(self, at: int) -> int:
        """The item before the phrase that a noun ends: the preposition, if one governs it."""
        i = at - 1
        while (
            i >= 0
            and (self.lx.codes[i] in "xaBntmD-" or self._is_of_time(i) or is_modifier(self.lx, i))
            and at - i < FAR
        ):
            if self.lx.lows[i] in _BRINGING_ABOUT:
                return i  # "aimed at reviving stalled talks": at none
            i -= 1
        return i

    def _is_of_time(self, at: int) -> bool:
        """Read "during last year's summit": a possessive that says when, not whose it is."""
        return self.lx.codes[at] == "'" and self.lx.lows[at - 1] in ("week", "month", "year", "day")

    def _included(self, at: int) -> int:
        """Read "is in Oslo for a series of events, including talks with X": the comma, or -1."""
        i = self._preposition(at)
        return i if i > 0 and self.lx.lows[i : i + PAIR] == [",", "including"] else -1
