"""Whose a contact is that the phrase before its noun tells: "during their talk", "It was over lunch that X and Y"."""

from __future__ import annotations

import re

from loaders.text.clause.said_then import only_says_when
from loaders.text.lexis.clause_words import EITHER, OF_ONE
from loaders.text.lexis.distances import NEAR, PAIR, VERY_FAR
from loaders.text.telling.arranged import Arranged
from loaders.text.telling.attending import Attending
from loaders.text.who.actor import Actor

_DURING_THEIRS = tuple([when, "their"] for when in ("during", "in", "at", "after", "following", "before"))
"""Read "X thanked Y for his support during their talk": of those two."""
_NUMBERED = frozenset("ntxaB.;()")
_ASKING = frozenset({"asked", "asks", "asking", "pressed"})
_FOR = frozenset({"for", "in", "at"})
_AT_THEIRS = re.compile(r"(?:at|in|during) (?:today|yesterday|this morning) ?['’]s(?: [\w-]+){0,3} ?")

_WAS_WITH = re.compile(
    r"(?:of (?:the|his|her) \w+ |(?:of|in|at|on) [^,;]{2,60}? )?(?:was|were|is|are|will be|would be|has been)"
    r" (?:held |scheduled |to be )?with\b"
)

_WERE_HELD_WITH = re.compile(
    r"(?:(?:was|were|have been|has been) (?:\w+ )?(?:held|conducted|(?P<paid>paid|made))|took place) (?:[\w-]+ ){0,4}?"
    r"(?(paid)(?:on|to)|with)\b"
)

_WENT = frozenset({"accompanied", "accompanies"})
_JOINED = _WENT | {"joined", "joins", "joining"}


class PhrasesBefore(Attending, Arranged):
    """Finds those whom the words before a noun name."""

    def _with_phrase(self, at: int) -> list[Actor]:
        """All of those whom such a phrase names, or nobody."""
        both = self._had_with(at) or self._theirs(at) or self._in_cleft(at) or self._meal_by(at)
        return both or self._before_colon(at) or self._asked_for(at) or self._joined_by(at) or self._apart(at)

    def _apart(self, at: int) -> list[Actor]:
        """Those whom the verb stands between, or whom only the sentence before names."""
        return self._who_said(at) or self._was_with(at) or self._were_held_with(at) or self._of_the_two(at)

    def _were_held_with(self, at: int) -> list[Actor]:
        """Read "Talks were also held with X (by Y)", where nobody stands before: Y or the one spoken of last, and X."""
        opens = at <= NEAR and _NUMBERED.issuperset(self.lx.codes[:at])  # "4. Bilateral meetings were also held"
        told = _WERE_HELD_WITH.match(self.lx.lower(at + 1, at + VERY_FAR)) if opens else None
        if told is None or any(g.first < at for g in self.groups):
            return []
        with_it = self.lx.item_at(at + 1, told.end() - 1)
        beside = next((g for g in self.groups if with_it < g.first <= with_it + PAIR and g.governor), None)
        others = [a for a in beside.actors if a.kind in ("person", "role")] if beside is not None else []
        by = next((g.actors for g in self.groups if beside is not None and g.governor == "by"), [])
        named = bool(others) and bool(others[0].sides or others[0].capacity)
        return [*(by or [Actor(0, 1, kind="pronoun", determiner=EITHER)]), *others] if named else []

    def _of_the_two(self, at: int) -> list[Actor]:
        """Read "During a meeting on Wednesday, both ministers agreed": those named side by side before met."""
        comma = self.lx.codes.find(",", at)
        if self._preposition(at) != 0 or self.lx.lows[1] not in ("a", "an") or "m" not in self.lx.codes[at : comma + 1]:
            return []
        two = next((g.actors for g in self.groups if g.first == comma + 1 and g.governor == ""), [])
        return two if len(two) == 1 and self._anaphoric(two[0]) else []

    def _was_with(self, at: int) -> list[Actor]:
        """Read "The Minister's first meeting was with President X": whose it was, and with whom."""
        told = _WAS_WITH.match(self.lx.lower(at + 1, at + VERY_FAR))
        if told is None:
            return []
        with_it = self.lx.item_at(at + 1, told.end() - 1)
        near = (g for g in self.groups if with_it < g.first <= with_it + NEAR and g.governor == "with")
        others = next((g.actors for g in near), [])
        whose = self._possessor(at) or self._right(at, {"of"}, noun=True)
        first = self.lx.lows[0]
        if not whose and first in ("the", *OF_ONE) and at <= NEAR:  # "Her first meeting was with Minister X"
            whose = [Actor(0, 1, kind="pronoun", determiner=OF_ONE.get(first, EITHER))]
        return [*whose, *others] if whose and others else []

    def _who_said(self, at: int) -> list[Actor]:
        """Read "This came during a meeting with Minister X": the one spoken of before, and X."""
        begin = self._preposition(at) + 1
        if not begin or self.lx.codes[at + 1 : at + 2] not in ("w", "p") or not only_says_when(self.lx, begin):
            return []
        others = self._right(at, {"with", "from"}, noun=True)
        return [Actor(0, 1, kind="pronoun", determiner=EITHER), *others] if others else []

    def _joined_by(self, at: int) -> list[Actor]:
        """Read "was joined by Minister X in Oslo on Saturday for talks": both."""
        for_it = self._preposition(at)
        if for_it < 0 or self.lx.lows[for_it] != "for" or "joined" not in self.lx.lows[:for_it]:
            return []
        joined = self.lx.lows.index("joined")
        guest = next((g for g in self.groups if g.first == joined + PAIR and g.governor == "by"), None)
        if guest is None or not self._is_passive(joined) or self.lx.codes[guest.last : for_it].strip("pKmnt"):
            return []
        subject = self._left(joined)
        return subject + guest.actors if all(a.kind in ("person", "role") for a in subject + guest.actors) else []

    def _joined_for(self, at: int, light: int) -> list[Actor]:
        """Read "joined President X for dinner", "accompanied President X in a meeting with Y": whom."""
        near = range(at - 1, max(-1, at - VERY_FAR), -1)
        there = "at" in self.lx.lows[max(0, at - NEAR) : at]  # "joined the leaders of Peru at the summit"
        verb = light if light >= 0 else next((i for i in near if self.lx.lows[i] in (_JOINED if there else _WENT)), -1)
        if verb < 0 or not self.lx.lows[verb].startswith(("join", "accompan")) or self._is_passive(verb):
            return []
        if _FOR.isdisjoint(self.lx.lows[max(verb, at - NEAR + 1) : at]):
            return []
        whom = [a for a in self._right(verb, {""}) if a.kind in ("person", "role", "group")]
        return (self._left(verb) if whom and light < 0 and there else []) + whom

    def _asked_for(self, at: int) -> list[Actor]:
        """Read "asked his Ugandan counterpart for a meeting": whom, and who does."""
        for_it = self._preposition(at)
        asked = next((g for g in self.groups if g.last == for_it and not (g.governor or g.possessive)), None)
        if asked is None or self.lx.lows[for_it] != "for" or self.lx.lows[asked.first - 1] not in _ASKING:
            return []
        subject = self._left(asked.first - 1)
        return subject + asked.actors if subject and all(a.kind != "side" for a in asked.actors) else []

    def _before_colon(self, at: int) -> list[Actor]:
        """Read the headline "X in Oslo: talks with Y": who is there has them."""
        lx, first = self.lx, self.groups[0] if self.groups else None
        if self.passage.role != "headline" or first is None or first.first > 0 or lx.codes[at - 1 : at + 2] != ";xw":
            return []
        there = lx.codes[first.last : at - 1] in ("pK", "pC", "ptC") and first.actors[0].kind in ("person", "role")
        return first.actors + self._right(at, {"with"}, noun=True) if there else []

    def _theirs(self, at: int) -> list[Actor]:
        """Read "X thanked Y for his support during their talk": of those two, one of whom is told something."""
        whose = self._preposition(at)
        if self.lx.lows[max(0, whose - 1) : whose + 1] not in _DURING_THEIRS:
            return []
        both = self._all_of_clause(at)
        return both if len(both) > 1 and all(a.kind in ("person", "role") or a.count == 1 for a in both) else []

    def _in_cleft(self, at: int) -> list[Actor]:
        """Read "It was over lunch in Oslo that X and Y agreed": those behind "that"."""
        if self.lx.lows[:1] != ["it"] or self.lx.lows[1:2] not in (["was"], ["is"]) or not self._embedded(at):
            return []
        that = next((i for i in range(at, len(self.lx)) if self.lx.lows[i] == "that"), -1)
        both = next((g.actors for g in self.groups if g.first in (that + 1, that + PAIR) and that > 0), [])
        return both if len(_sides(both)) > 1 and all(a.kind != "side" for a in both) else []

    def _after_opening(self, at: int) -> list[Actor]:
        """Read "At today's meeting, Ministers X and Y confirmed": they met."""
        if _AT_THEIRS.fullmatch(self.lx.lower(0, at)) is None or self.lx.codes[at + 1 : at + 2] != ",":
            return []
        group = next((g.actors for g in self.groups if g.first == at + PAIR), [])
        return group if len(_sides(group)) > 1 and all(a.name for a in group) else []

    def _whose_agenda(self, at: int) -> list[Actor]:
        """Those whom the sentence begins with, or of whom "his" is said."""
        people = [a for g in self.groups[:1] for a in g.actors if a.kind in ("person", "role") and a.first < at]
        if people:
            return people
        his = next((i for i in range(at) if self.lx.lows[i] in OF_ONE), -1)
        return [Actor(his, his + 1, kind="pronoun", determiner=OF_ONE[self.lx.lows[his]])] if his >= 0 else []

    def _whose_own(self, at: int) -> list[Actor]:
        """Read "topped the agenda of X and Y during their first meeting"."""
        i = self._preposition(at) - 1
        if i < 0 or self.lx.lows[i : i + 2] != ["during", "their"]:
            return []
        two = (g.actors for g in self.groups if g.last == i and g.governor == "of" and not g.possessive)
        return next((actors for actors in two if len(actors) == PAIR and all(a.name for a in actors)), [])


def _sides(actors: list[Actor]) -> set[str]:
    return {side for actor in actors for side in actor.sides}
