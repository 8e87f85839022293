"""Agreements told without a verb of signing: "A and B agreed to open the border", "under a deal signed on Monday"."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.triggers import Trigger, triggers
from loaders.text.lexis.words import word_class
from loaders.text.telling.prisoner_swaps import PrisonerSwaps
from loaders.text.who.actor import Actor
from loaders.text.who.person import Person

_DOCUMENTS = word_class("document")
TRUCES = frozenset({"truce", "ceasefire", "cease-fire", "armistice"})
"""Papers that end a war, if only for a time."""
_LIGHT = word_class("light verb")
_INTENTIONS = word_class("intention")
"""To do so is agreed at every meeting: "to continue", "to work together"."""
_FOUNDING = re.compile(
    r"(?:set up|establish|create|form|found) (?:[\w-]+ ){1,8}?(?:commission|committee|council|fund|bank|centre|center"
    r"|zone|union|venture|secretariat|hot ?line|mechanism|platform|forum|working group|task force)\b"
    rf"|(?:build|finance|develop) (?:[\w-]+ ){{1,8}}?(?:{'|'.join(sorted(word_class('work')))})s?\b"
)
"""Read "agreed to set up a joint commission", "to build a gas pipeline": more than an intention."""
_POINT = re.compile(r"(?:^|\n)\s*\d{1,2}[.)]?\s*\S?$|^\d")
"""How a numbered point begins."""
_OUGHT = frozenset({"should", "must", "need", "needed", "needs", "ought"})
"""Read "agreed that talks should go on": an opinion."""
_IS_DONE = frozenset({"will", "would", "shall", "'ll", "to"})
"""Read "agreed that troops would leave": more than that something is so."""
_FAILED = re.compile(r"\bfail(?:ed|s|ing)? to $|\bunable to $")
"""Read "failed to agree on a truce": nothing came about, and nothing was called off."""
_THAT = frozenset({"that", "which", ",", "the"})
"""What may stand between a paper and those who signed it."""
_DUE_TO = frozenset({"following", "under", "after", "despite", "through", "by", "with"})
"""What an accord that something else is due to stands behind."""
_EMERGING = frozenset({"emerged", "emerges", "emerge"})
_OTHERS = ("by", "between", "with")
_SETTLED = TRUCES | frozenset(
    {"accord", "cessation", "credit", "deal", "exchange", "grant", "loan", "pact", "package", "price", "quotas"}
    | {"swap", "terms", "principles"}
)
"""What is agreed where it is the object: "agreed terms", "agreed on a prisoner swap"."""


class Accords(PrisonerSwaps):
    """Readers of agreements by what was agreed, and of papers that a participle says were signed."""

    def _read_accord(self, at: int, trigger: Trigger) -> Frame | None:
        """Read "India and Pakistan agreed to open a corridor", "agreed on a truce", "agreed with Chile that"."""
        start = self.passage.start
        if _POINT.search(self.lx.text, max(0, start - NEAR), start + 1):
            return None  # a point of a communiqué: the meeting that it is of is the event
        subject = self._left(at) + self._right(at, {"with"})
        if len(sides_told(subject)) <= 1 or not self._is_agreed(at):
            return None
        before = self._before(at).removesuffix(self.lx.lows[at])
        return None if _FAILED.search(before) else self._make(at, trigger, subject, before)

    def _is_agreed(self, at: int) -> bool:
        """Whether what is agreed is more than to meet or to go on."""
        lx = self.lx
        for i in range(at + 1, min(at + FAR, len(lx))):
            word = lx.lows[i]
            if word == "that":
                said = {*lx.lows[i + 1 : i + FAR]}
                return _OUGHT.isdisjoint(said) and not _IS_DONE.isdisjoint(said)
            if word in ("to", "on", "upon") and lx.codes[i + 1 : i + 2] not in ("m", ""):
                return self._is_deed(i + 1) if word == "to" else self._is_paper(i)
            if lx.codes[i] not in "pmntxCw" or lx.codes[i] == "x":
                return self._is_settled(i)
        return False

    def _is_settled(self, first: int) -> bool:
        """Read "agreed a ceasefire", "agree ceasefire terms": the object."""
        for i in range(first, min(first + NEAR, len(self.lx))):
            if self.lx.codes[i] not in "xaBnN-":
                return False
            if self.lx.lows[i] in _SETTLED:
                return True
        return False

    def _is_deed(self, verb: int) -> bool:
        word = self.lx.lows[verb]
        if self.lx.codes[verb] != "x":
            return self._is_paper(verb - 1)
        if _FOUNDING.match(self.lx.lower(verb, self._stop(verb))):
            return True
        if word in _INTENTIONS:
            return False
        if word in _LIGHT:
            following = self.lx.lows[verb + 1 : min(self._stop(verb), verb + FAR)]
            return not any(one.part == "noun" for other in following for one in triggers().get(other, ()))
        return not any(one.part == "verb" and one.kind != "sanction" for one in triggers().get(word, ()))

    def _is_paper(self, at: int) -> bool:
        """Read "agreed on the text of a peace treaty", "agreed to a four-day truce"."""
        return not (_DOCUMENTS | _SETTLED).isdisjoint(self.lx.lows[at + 1 : self._stop(at)])

    def _signed_by_others(self, at: int) -> tuple[int, list[Actor]]:
        """Read "the accord, signed on Friday by A and B", "under a deal signed on Monday, A will pay B"."""
        lx = self.lx
        what = at - 1 - (lx.codes[at - 1 : at] == ",")
        if what < 0 or lx.lows[what] not in _DOCUMENTS | {"notes"} or not lx.lows[at].endswith("ed"):
            return -1, []
        stop = self._stop(at)
        by = [a for g in self.groups if at < g.first < stop and g.governor in _OTHERS for a in g.actors]
        if by or len(by := self._adjective_sides(what)) > 1:
            return what, by
        whole = [a for a in self.actors if not (a.first <= at < a.last) and a.determiner != "place"]
        before = lx.lows[max(0, what - NEAR) : what]
        under = "line" not in before and {"under", "in", "with", "through"} & set(before)
        return (what, whole) if under and len(sides_told(whole)) > 1 else (-1, [])

    def _that_they_signed(self, at: int) -> tuple[int, list[Actor]]:
        """Read "the accord (that) X and Y signed in May has lapsed": the paper stands before those who signed it."""
        subject = self._left(at)
        if len(sides_told(subject)) <= 1 or not subject:
            return -1, []
        what = subject[0].first - 1
        while what > 0 and self.lx.lows[what] in _THAT:
            what -= 1
        return (what, subject) if self.lx.lows[what] in _DOCUMENTS else (-1, [])

    def _due_to(self, at: int) -> list[Actor]:
        """Read "following an accord between A and B in May": between whom one is that is told with its day."""
        lx = self.lx
        first = next((i for i in range(at - 1, max(0, at - NEAR), -1) if lx.lows[i] in ("a", "an")), 0)
        if first == 0 or lx.lows[first - 1] not in _DUE_TO:
            return []
        parties = self._right(at, {"between", "by", "with"}, noun=True)
        last = parties[-1].last if parties else at
        dated = lx.codes[last : last + PAIR] in ("pm", "m", "xm") or "m" in lx.codes[first:at]
        return parties if dated and len(sides_told(parties)) > 1 else []

    def _emerged_with(self, at: int) -> list[Actor]:
        """Read "X and Y emerged from talks with a memorandum": those who had it made."""
        lows = self.lx.lows
        near = range(at - 1, max(-1, at - VERY_FAR - NEAR), -1)
        verb = next((i for i in near if lows[i] in _EMERGING), -1)
        if verb < 0 or "with" not in lows[max(verb, at - NEAR - 1) : at]:
            return []
        parties = self._left(verb)
        return parties if len(sides_told(parties)) > 1 else []

    def _other_party(self, what: int, subject: list[Actor]) -> list[Actor]:
        """Read "signed a letter of intent to buy warplanes from France", "a pact to supply Peru": with whom."""
        own = sides_told(subject)
        if len(own) != 1:
            return []
        for group in self.groups:
            given = group.governor == "" and self.lx.lows[group.first - 2 : group.first - 1] == [
                "to"
            ]  # "to supply Peru"
            named = group.governor in ("with", "from", "to") or (given and group.first <= what + NEAR)
            if group.first > what and named and not self._is_place(group):
                return [a for a in group.actors if a.sides and not own & set(a.sides)]
        return []


def sides_told(actors: list[Actor]) -> set[str]:
    """Return the sides of phrases, and of the persons they stand for."""
    found = {side for actor in actors for side in actor.sides}
    return found | {a.person.side for a in actors if isinstance(a.person, Person) and a.person.side}
