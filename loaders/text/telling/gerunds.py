"""Whether "meeting" is the verb: "is meeting X", "denied meeting", "Meeting in Riga, X and Y agreed"."""

from __future__ import annotations

import re

from loaders.text.clause.clause import Clause
from loaders.text.clause.first_person import SAYS
from loaders.text.lexis.words import word_class
from loaders.text.who.actor import Actor

_ADVERBS = frozenset({"also", "both", "now", "currently", "still", "later"})
_BEFORE_GERUND = word_class("before a gerund") | word_class("verb with a gerund")
_PAIRS_BEFORE_GERUND = frozenset(
    {("prevented", "from"), ("barred", "from"), ("ruled", "out"), ("rules", "out"), ("ruling", "out"), ("ended", "up")}
)
_WHERE_AND_WHEN = re.compile("pK(?:p?m+)?")


def _may_meet(actor: Actor) -> bool:
    """Tell "ministers meeting in Oslo" from "a foreign ministers meeting in Oslo"."""
    return (actor.plural or actor.kind == "group") and actor.determiner not in ("a", "an")


class Gerunds(Clause):
    """Tells the verb from the noun."""

    def _is_gerund(self, at: int) -> bool:
        """Read "is meeting", "before meeting Prime Minister X", "and meeting with"."""
        if self.lx.lows[at] != "meeting":
            return False
        if at == 0 or self._is_named(at):
            return at == 0 and self._opens(at)
        before = self.lx.lows[at - 1]
        if before in _ADVERBS and at > 1:
            before = self.lx.lows[at - 2]  # "is also meeting"
        placed = self.lx.codes[at + 1 : at + 3] == "pK"
        if placed and not self._is_one_thing(at) and any(a.last == at and _may_meet(a) for a in self.actors):
            return True  # "foreign ministers meeting in Brussels"
        if self._is_aside(at) or self.lx.lows[at - 2 : at] == ["forward", "to"]:
            return True
        follows = self.lx.codes[at + 1 : at + 2]
        if before in {"is", "are", "was", "were", "be", "been"} and self.lx.codes[at - 2 : at - 1] != "t":
            return True
        nearest = any(actor.first == at + 1 for actor in self.actors) or follows == "w"
        return (
            nearest
            and (before in _BEFORE_GERUND or tuple(self.lx.lows[at - 2 : at]) in _PAIRS_BEFORE_GERUND)
            and self.lx.codes[at - 1] != "t"
        )

    def _is_one_thing(self, at: int) -> bool:
        """Read "hosts a foreign ministers meeting in Oslo", "the leaders meeting in Oslo on Monday was put off"."""
        beyond = _WHERE_AND_WHEN.match(self.lx.codes, at + 1)
        after = beyond.end() if beyond is not None else at + 1
        return self._light(at) >= 0 or self.lx.lows[after : after + 1] in (["was"], ["is"], ["has"])

    def _is_named(self, at: int) -> bool:
        """Read "the Commonwealth Foreign Ministers Meeting in Nairobi": with a capital, where others have none."""
        return self.passage.role != "headline" and self.lx.words(at, at + 1).istitle()

    def _is_aside(self, at: int) -> bool:
        """Read "X and Y, meeting in Riga on Tuesday, agreed", "meeting for the first time since April"."""
        codes = self.lx.codes
        where = codes[at + 1 : at + 2] in ("p", "f") or self.lx.lows[at + 1 : at + 2] == ["here"]
        if codes[at - 1] != "," or not where:
            return False
        last = next((a for a in self.actors if a.last in (at - 1, at)), None)
        if last is None or last.kind not in ("person", "role", "group"):
            return False
        return self._are_many(last, self.actors)

    def _opens(self, at: int) -> bool:
        """Read "Meeting (with) X in Riga today, Minister Y noted": who does what follows is who meets."""
        lx, met = self.lx, at + 1 + (self.lx.codes[at + 1 : at + 2] == "w")
        if lx.codes[met : met + 1] == "p":
            return self._open_together()
        ahead = [a for a in self.actors if a.first > met and lx.codes[a.first - 1] == "," and a.last < len(lx)]
        return any(a.first == met for a in self.actors) and any(
            self._is_verb(a.last) or lx.lows[a.last] in SAYS for a in ahead
        )

    def _open_together(self) -> bool:
        """Read "Meeting in Riga on Tuesday, X and Y agreed": those of whom the sentence goes on."""
        codes = self.lx.codes
        ahead = [a for a in self.actors if a.last < len(codes) and "," in codes[: a.first]]
        last = next((a for a in ahead if self._is_verb(a.last) or self.lx.lows[a.last] in SAYS), None)
        if last is None:
            return False
        return self._are_many(last, ahead)

    def _are_many(self, last: Actor, actors: list[Actor]) -> bool:
        """Read "ministers", "the ministers of Peru and Chile", "X and Y"."""
        if last.plural or sum(a.last == last.last for a in actors) > 1:
            return True
        return self.lx.codes[last.first - 1] == "&" and any(a.last < last.first for a in actors)
