"""Contacts without a verb of meeting: "spent two hours with", "had coffee with", "stood beside X in Rabat"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR, PAIR
from loaders.text.lexis.triggers import Trigger
from loaders.text.lexis.words import word_class
from loaders.text.telling.similar import Similar
from loaders.text.who.actor import Actor
from loaders.text.who.belonging import is_counterpart
from loaders.text.who.sides import sides_of

_SOME_TIME = re.compile(
    r"(?:[\w-]+ ){0,4}?(?:hours?|minutes|mornings?|afternoons?|evenings?|weekend|day|time) (?:\w+ ){0,5}?with\b"
)
_HAVING = frozenset(
    {"had", "has", "have", "having", "shared", "share", "shares", "sharing", "took", "take", "takes", "taking", "taken"}
)
"""Verbs of which a time with somebody is the object, or a cup of something."""
_CEREMONY = re.compile(
    r"\S+ (?:cut (?:the|a) (?:\w+ )?ribbon|laid (?:the|a) (?:foundation[ -]stone|cornerstone|first stone)"
    r"|planted (?:an? )?(?:\w+ )?trees?)\b"
)
"""What two can do only where both are."""
_TOGETHER = re.compile(r"^(?:jointly|together) |^[^,;]*\b(?:together|jointly)\b(?! with)")
_OPENING = frozenset(
    {"inaugurated", "inaugurate", "commissioned", "commission", "opened", "open", "unveiled", "unveil", "dedicated"}
    | {"inspected", "inspect"}
)
_WORKS = word_class("work")
_AT_A_SCREEN = re.compile(r"\b(?:virtual\w*|remote\w*|online|video|via|screen)\b")
_ONE = frozenset({"person", "role", "pronoun"})
_NEWS = re.compile(r"\b(?:news|press) (?:conference|briefing)|\bpodium|\bto announce\b")
"""Those who are together where news is told have met."""

_BE = frozenset({"is", "are", "was", "were"})


class TimeTogether(Similar):
    """Readers of those who are together at one place for some time."""

    def _read_spend(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "spent two hours with President X"."""
        if not _SOME_TIME.match(self.lx.lower(at + 1, at + 9)):
            return None
        return self._are_together(at, trigger, [a for a in self._right(at, {"with"}) if self._is_one(a)])

    def _read_time_with(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "had an hour and a half with her counterpart", "had coffee with Prince X"; ``at`` is that of "with"."""
        near = range(at - 1, max(-1, at - FAR - 1), -1)
        verb = next((i for i in near if self.lx.lows[i] in _HAVING), -1)
        if verb < 0 or "," in self.lx.codes[verb:at]:
            return None
        return self._are_together(verb, trigger, [a for a in self._right(verb, {"with"}) if self._is_one(a)])

    def _read_beside(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "stood beside the Moroccan foreign minister in Rabat", "appeared alongside X at a news conference"."""
        first = at + PAIR
        beside = [a for a in self.actors if first <= a.first <= first + 1 and self._is_one(a)]
        opens = at == 0 and bool(beside) and self.lx.codes[beside[-1].last : beside[-1].last + 1] == ","
        opens = opens or (self.lx.lows[at] == "speaking" and self.lx.lows[at - 1] in _BE)  # "was speaking alongside X"
        if not beside or not (opens or self._is_somewhere(beside[0].last)):
            return None  # "Standing next to Minister X, Y said"
        return self._are_together(at, trigger, beside)

    def _are_together(self, verb: int, trigger: Trigger, others: list[Actor]) -> Frame | None:
        subject = [a for a in self._left(verb) if a.kind in _ONE]
        return self._make(verb, trigger, subject + others, self._before(verb)) if subject and others else None

    def _is_one(self, actor: Actor) -> bool:
        """A person, an office, or "her Swedish counterpart"."""
        return actor.kind in _ONE or is_counterpart(self.lx, actor)

    def _read_do_together(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "Presidents X and Y cut the ribbon of a bridge", "jointly inspected the border fence"."""
        words = self.lx.lower(at - 1, at + FAR)
        if _CEREMONY.match(words) is None and _TOGETHER.search(words) is None and not self._opens_work(at):
            return None
        subject = [a for a in self._left(at) if (a.kind == "role" or self._is_one(a)) and a.rank != "envoy"]
        if any(w.item == at + 1 and w.place.country not in sides_of(a) for w in self.places for a in subject):
            return None  # "jointly visited Beijing": a journey of theirs
        two = len({side for a in subject for side in sides_of(a)}) > 1
        return self._make(at, trigger, subject, self._before(at)) if two else None

    def _opens_work(self, at: int) -> bool:
        """Read "Presidents X and Y inaugurated a dam in Oslo": both are where it stands, if not at a screen."""
        if self.lx.lows[at] not in _OPENING or _AT_A_SCREEN.search(self.lx.lower(0, len(self.lx))) is not None:
            return False
        return self._object_noun(at, _WORKS) > at and not self._is_passive(at)

    def _is_somewhere(self, end: int) -> bool:
        """Whether the words behind those who stand together say where, or that news is told there."""
        placed = any(end <= w.item <= end + NEAR and w.governor in ("in", "at") for w in self.places)
        return placed or _NEWS.search(self.lx.lower(end, end + FAR)) is not None
