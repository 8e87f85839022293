"""One contact with several at once, or one with each of them."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.clause.each_alone import are_met_alone
from loaders.text.clause.frame import Frame
from loaders.text.clause.including import is_including
from loaders.text.clause.owners import Owners
from loaders.text.clause.whereabouts import one_by_one
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.who.actor import Actor

_SEPARATE = re.compile(
    r"\b(?:(?:at|in|during) separate|respectively"
    r"|separately(?= [-–—])|separately(?=$| (?:on|in|at|during|last|this|yesterday|today|earlier|here|\w+day)\b))\b"
)
_ANOTHER_WITH = re.compile(
    r"\band (?:, )?(?:one|another|two|in the (?:morning|afternoon|evening)|(?:later|then) on \w+day) with\b"
)
"""Read "held two meetings with X and one with Y"."""
_THEN_WITH = re.compile(r"(?:\band|,)(?: ,)?(?: and)? (?:later|then|afterwards)(?: with)?(?: |$)")
"""Read "met first with X and then with Y", "met X, then Y"."""
_IN_TURN = re.compile(
    r"\b(?:in turn|one after the other|one after another|one by one|back[ -]to[ -]back|individually|in succession)\b"
    r"|^among those\b"
)
_EACH_ITS_OWN = frozenset({"meetings", "contacts", "conversations", "encounters", "calls"})
_SUMMITS = frozenset({"summits", "meetings", "sessions"})
"""Of several bodies each has its own."""


class Apart(Owners):
    """Tells contacts with each of several from one with all."""

    def _are_separate(self, frame: Frame) -> bool:
        """Tell that each of several was met by himself."""
        lx, at = self.lx, frame.at
        met = [a for a in frame.actors if a.first > at]
        if len(met) > 1 and (
            self._in_turn(at, met) or one_by_one(lx) or self._each_of_both(frame) or is_including(lx, at, met[0].first)
        ):
            return True
        if lx.lows[at] in _EACH_ITS_OWN and self._with_several(at):
            return True
        if lx.lows[at] == "talks" and lx.lows[at - 1] == "bilateral" and len({a.sides for a in met}) > 1:
            return True  # "a series of bilateral talks with the ministers of A and B"
        if lx.lows[at] in _SUMMITS and len({a.sides for a in frame.actors if a.kind == "side" and _is_body(a)}) > 1:
            return True
        if len(met) > 1 and _ANOTHER_WITH.search(lx.lower(at, met[-1].first)) is not None:
            return True
        two = len(met) == PAIR < len(frame.actors)
        return (two and self._then_with(at, met)) or self._is_separate(at, frame.span[1]) or are_met_alone(frame)

    def _then_with(self, at: int, met: list[Actor]) -> bool:
        """Read "met X, then Y": of those before whom the subject stands."""
        return _THEN_WITH.search(self.lx.lower(at, max(a.first for a in met) + 1)) is not None

    def _in_turn(self, at: int, met: list[Actor]) -> bool:
        """Read "received in turn the ambassadors of A and B", "Among those he met were X and Y"."""
        return _IN_TURN.search(self.lx.lower(0 if self.lx.lows[0] == "among" else at, met[-1].last + NEAR)) is not None

    def _is_separate(self, at: int, stop: int) -> bool:
        """Read "met separately with", "held talks with X and Y at separate meetings"."""
        lx = self.lx
        if all(lx.text.find(word, lx.start, lx.end) < 0 for word in ("eparate", "EPARATE", "espectively")):
            return False  # as nearly always, and told without putting words together
        if any(a.determiner in ("his", "her") and a.kind == "group" for a in self.actors if a.first > at):
            stop = min(stop, at + FAR)  # "met his counterparts from A and B, X and Y, respectively": who is whose
        return "separate" in lx.lower(max(0, at - 3), at + 8) or _SEPARATE.search(lx.lower(at, stop)) is not None

    def _each_of_both(self, frame: Frame) -> bool:
        """Read "made visits to both the Peruvian President, X, and the Chilean minister, Y": to each at home."""
        met = [a for a in frame.actors if a.first > frame.at]
        apart = frame.rule.startswith("visit-to") and len({side for a in met for side in a.sides}) == len(met)
        return apart and "both" in (self.lx.lows[met[0].first], self.lx.lows[met[0].first - 1])

    def _with_several(self, at: int) -> bool:
        """Read "bilateral meetings", "his meetings with X and Y", "her calls to X and Y": one with each."""
        if "bilateral" in self.lx.lower(max(0, at - 3), at):
            return True
        each = "including" in self.lx.lows[at:]
        governors = ("with", "to") if self.lx.lows[at] == "calls" else ("with",)
        others = [a for g in self.groups if g.first > at and (each or g.governor in governors) for a in g.actors]
        named = [a for a in others if _is_one(a) or self.lx.lows[a.last - 1] == "counterparts"]
        return len({side for a in named for side in a.sides}) > 1


def _is_body(actor: Actor) -> bool:
    return len(actor.sides) == 1 and not is_country(actor.sides[0])


def _is_one(actor: Actor) -> bool:
    """A person who is named, or the one holder of an office."""
    return bool(actor.name) or (actor.kind == "role" and not actor.plural)
