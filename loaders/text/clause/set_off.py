"""The subject of a verb behind an apposition or a clause that two commas, or dashes, set off."""

from __future__ import annotations

import re

from loaders.text.clause.group import Group
from loaders.text.clause.placing import Placing
from loaders.text.lexis.clause_words import AUXILIARIES
from loaders.text.lexis.distances import NEAR, VERY_FAR

_IS_MEMBER = re.compile(r", (?:an? )?(?:\w+ )?member of\b")
CONJUNCTIONS = frozenset({"as", "since", "before", "after", "until", "than"})
"""Prepositions too; right before a subject and its verb they begin a clause."""
_RELATIVES = frozenset({"who", "whose", "whom", "which"})
_CLAUSE = 22
"""Items of a relative clause between two commas."""
_DASHES = frozenset({"-", "--", "–", "—"})
_ONE = frozenset({"the", "a", "an"})
_FIRST_TO = re.compile(r"(?:the|an?) (?:[\w.-]+ ){1,7}?to [a-z]+ ")
_AT_PRESENT = frozenset({"currently", "now", "presently", "still", "already"})
_NO_PARTICIPLE = frozenset({"including", "excluding", "according", "regarding", "concerning", "during"})


class SetOff(Placing):
    """Finds whom the words between two commas are about."""

    def _before_relative(self, begin: int) -> Group | None:
        """Read "Kuwait's emir, who has tried to mediate, met", "Ms Rao, the first minister to go there, met".

        It is the one whom the words between two commas are about.
        """
        lx = self.lx
        if begin >= NEAR and lx.codes[begin - 1] == ";":
            return self._before_dashes(begin)
        if begin < NEAR or lx.codes[begin - 1] != ",":
            return None
        if (member := self._before_membership(begin)) is not None:
            return member
        opening = next((i for i in range(begin - 2, max(0, begin - _CLAUSE), -1) if lx.codes[i] in ",;"), 0)
        first_to = lx.lows[opening + 1] in _ONE and self._is_first_to(opening + 1, begin)
        if not first_to and lx.lows[opening + 1] not in _RELATIVES and not self._goes_on_aside(opening + 1):
            return None
        fits = (g for g in self.groups if not g.possessive and (opening in (g.last, g.last - 1)))
        if first_to:
            fits = (g for g in self.groups if g.first < opening < g.last and g.actors[-1].name)
        return next((g for g in fits if g.governor == "" or g.governor in CONJUNCTIONS), None)

    def _before_aside(self, at: int) -> Group | None:
        """Read "X, who met Y on Monday, flew to Oslo for talks": who is told of before the commas."""
        codes, lows = self.lx.codes, self.lx.lows
        commas = (i for i in range(at - 1, max(0, at - VERY_FAR), -1) if codes[i - 1] == ",")
        verbs = (i for i in commas if self._is_verb(i) or lows[i] in AUXILIARIES)
        return next(filter(None, map(self._before_relative, verbs)), None)

    def _before_membership(self, begin: int) -> Group | None:
        """Read "X, member of the Bureau of the Party and chairman of its Committee, met": whom it is said of."""
        lx = self.lx
        named = (g for g in self.groups if g.last < begin - NEAR and g.governor == "" and g.actors[-1].name)
        one = next((g for g in named if self._is_member(g)), None)
        clause = range(one.last + 1, begin - 1) if one is not None else ()
        return None if any(lx.codes[i] == "q" or self._is_verb(i) for i in clause) else one

    def _is_member(self, group: Group) -> bool:
        one = group.actors[-1]
        behind = one.office == "party-official" and one.name_items[1] < one.last
        return behind or _IS_MEMBER.match(self.lx.lower(group.last, group.last + NEAR + 1)) is not None

    def _goes_on_aside(self, at: int) -> bool:
        """Read "X, currently visiting Peru, met": a participle that is said of the one before the comma."""
        at += self.lx.lows[at] in _AT_PRESENT
        if self.lx.lows[at] == "in" and self.lx.codes[at + 1] in "KC":
            return True  # "X, currently in Oslo to attend the Assembly, met"
        return self.lx.codes[at] in "xa" and self.lx.lows[at].endswith("ing") and self.lx.lows[at] not in _NO_PARTICIPLE

    def _before_dashes(self, begin: int) -> Group | None:
        """Read "The delegation - which also includes Ms Rao; and Mr Tan - will visit": the one before the dashes."""
        lx = self.lx
        marks = [i for i in range(begin - 1) if lx.codes[i] == ";"]
        relative = next((i for i in marks if lx.lows[i + 1] in _RELATIVES), -1)
        aside = max((i for i in marks if {lx.lows[i], lx.lows[begin - 1]} <= _DASHES), default=-1)
        listed = any(g.first == aside + 1 and g.last == begin - 1 and len(g.actors) > 1 for g in self.groups)
        opening = relative if relative >= 0 or listed else aside  # "the two leaders - X and Y - met": they
        return next((g for g in self.groups if g.last == opening and not g.possessive and g.governor == ""), None)

    def _is_first_to(self, at: int, end: int) -> bool:
        """Read "the first Indian official to visit Pakistan since 2008": what is said of one who is named."""
        return _FIRST_TO.match(self.lx.lower(at, end)) is not None
