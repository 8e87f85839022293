"""Single bodies that meet: a council, a committee of OPEC, the Group of Seven, a commission of two states."""

from __future__ import annotations

import re

from kg.vocabulary import is_country
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import FAR, NEAR, PAIR, VERY_FAR
from loaders.text.lexis.words import word_class
from loaders.text.telling.chairs import Chairs
from loaders.text.who.actor import Actor
from loaders.text.who.several import STATES
from loaders.text.who.sides import side_of

_BODY = re.compile(r"(?P<side>O)(?P<of>'?[xaBG]{0,4})$")
_OF_TWO = re.compile(r"(?P<one>[DC])[-;](?P<other>[DC])[xaBG]{1,5}(?:[fo][xBN&]{1,6})?$")
_OF_BOTH = re.compile(r"[xaBG]{1,5}(?:f[xBN&]{1,6})?[ob]t?(?P<one>C)&t?(?P<other>C)$")
_ORGANS = frozenset(
    {"council", "committee", "commission", "subcommittee", "board", "assembly", "group", "panel", "bureau", "troika"}
    | {"ministers", "session", "experts", "members"}
)
_OF_STATES = frozenset({"countries", "nations", "states", "powers"})
_KINDS = "|".join(map(re.escape, sorted(word_class("many") | word_class("region"))))
_MANY = re.compile(
    rf"(?:\b(?:{_KINDS}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|dozens? of|many|several))"
    r"(?: (?:and |or )?[\w-]+){0,3}$"
)
"""Words before "countries" that tell of many of them."""
_FROM_THEM = re.compile(r"\b(?P<who>[\w-]+) (?:from|of|representing) (?:[\w-]+ ?){1,5}$")
_DELEGATES = frozenset(
    {"delegates", "delegations", "ministers", "officials", "envoys", "representatives", "leaders", "diplomats", "heads"}
    | {
        "negotiators",
        "governments",
        "members",
        "chiefs",
        "presidents",
        "ambassadors",
        "meeting",
        "summit",
        "conference",
    }
)
_AT_HOME = frozenset({"EU", "UN"})
"""Whose commission or secretariat sits every week."""
_ONCE = re.compile(
    r"(?:$|[.,;]|(?:in|at|on|for|to|behind|this|last|next|late|early|later|before|after|again|briefly|here|today|tonight"
    r"|yesterday|tomorrow|and|under|following|amid|with(?:out)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
"""What may stand after a verb that has no object: "met in Vienna", not "met its target"."""
_DAYS = frozenset({"today", "yesterday", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday"})
_DAYS_TOO = _DAYS | {"friday", "saturday", "sunday"}


class Bodies(Chairs):
    """Finds the body that a verb of meeting, or a noun for a meeting, is of."""

    def _body_meets(self, at: int) -> list[Actor]:
        """Read "OPEC's pricing committee met", "the joint Peruvian-Chilean commission will meet": the body."""
        if _ONCE.match(self.lx.lower(at + 1, at + PAIR)) is None:
            return []
        end = self._verb_group(at)
        while end < at and self.lx.codes[end] in "xaBG'" and self.lx.lows[end] not in AUXILIARIES:
            end += 1
        chaired = [] if _ORGANS.isdisjoint(self.lx.lows[:at]) else self._chairs(at)
        return self._body_before(end) or self._two_before(end) or self._nations_before(at) or chaired

    def _body_before(self, end: int) -> list[Actor]:
        """The body whose name, or what it is called, ends here."""
        found = _BODY.search(self.lx.codes, 0, end)
        if found is None:
            return []
        organ = self.lx.lows[end - 1].split()[-1] if found["of"] else ""
        side = side_of(self.lx.terms[found.start()])
        if not side or is_country(side[0]) or (found["of"] and organ not in _ORGANS):
            return []
        if organ == "commission" and side[0] in _AT_HOME:
            return []
        return [body(found.start(), end, side, organ or "members")]

    def _two_before(self, end: int) -> list[Actor]:
        """The two states of "the Peru-Chile Commission for Trade", "the Joint Commission of Peru and Chile"."""
        found = _OF_TWO.search(self.lx.codes, 0, end) or _OF_BOTH.search(self.lx.codes, 0, end)
        words = self.lx.lows[found.start() : end] if found is not None else ()
        organ = next((word for word in words if word in _ORGANS), "")
        if found is None or not organ:
            return []
        sides = [side_of(self.lx.terms[found.start(name)]) for name in ("one", "other")]
        return [body(found.start(), end, side, organ) for side in sides if side]

    def _nations_before(self, at: int) -> list[Actor]:
        """Read "42 countries will meet", "producing and consuming nations met": states that are not named."""
        head = at - 1
        while head > 0 and (self.lx.lows[head] in AUXILIARIES or self.lx.codes[head] == "p"):
            head -= 1
        if head < 0 or self.lx.lows[head] not in _OF_STATES:
            return []
        return self._many_states(head, self.lx.lower(max(0, head - FAR), head))

    def _nations_after(self, at: int) -> list[Actor]:
        """Read "a meeting between importing and exporting countries", "talks with world powers"."""
        lx, end = self.lx, min(len(self.lx), at + FAR)
        if lx.codes[at + 1 : at + 2] not in ("b", "w", "o") and lx.lows[at + 1 : at + 2] not in (
            ["among"],
            ["involving"],
        ):
            return []
        head = next((i for i in range(at + 2, end) if lx.lows[i] in _OF_STATES), 0)
        return self._many_states(head, lx.lower(at + 1, head)) if head else []

    def _many_states(self, head: int, words: str) -> list[Actor]:
        """The states that a noun with these words before it means, if they are many."""
        from_them = _FROM_THEM.search(words)
        if _MANY.search(words) is None or (from_them is not None and from_them["who"] not in _DELEGATES):
            return []  # "experts from 42 countries"
        return [body(head, head + 1, (), self.lx.lows[head], STATES)]

    def _of_body(self, at: int, stated: list[Actor], *, held: bool) -> list[Actor]:
        """Read "today's OPEC meeting", "began a meeting of the Group of Seven": its members, with a day or a verb."""
        one = stated[0] if len(stated) == 1 else None
        if one is None or one.kind != "side" or len(one.sides) != 1 or is_country(one.sides[0]):
            return stated
        return [body(one.first, one.last, one.sides, "members")] if held or self._has_day(at) else stated

    def _has_day(self, at: int) -> bool:
        lx = self.lx
        end = next((i for i in range(at, len(lx)) if lx.codes[i] in "&,;"), len(lx))
        near = range(max(0, at - NEAR), min(end, at + VERY_FAR))
        return any(lx.codes[i] == "m" and (lx.lows[i] in _DAYS_TOO or lx.lows[i].isdigit()) for i in near)


def body(first: int, last: int, sides: tuple[str, ...], capacity: str, determiner: str = "") -> Actor:
    """Return a body, or those of whom it is, as one phrase."""
    return Actor(
        first, last, kind="group", sides=sides, capacity=capacity, rank="official", determiner=determiner, plural=True
    )
