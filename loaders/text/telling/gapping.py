"""Clauses whose verb is left out: "will meet X in Delhi on Monday and Y in Jakarta on Tuesday"."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from loaders.text.clause.adverbials import are_adverbials
from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.clause.group import Group
from loaders.text.clause.places import Where
from loaders.text.lexis.distances import FAR, NEAR, PAIR

_NOUNS = frozenset({"meeting-noun", "talks-noun", "negotiations-noun", "conversation-noun-call"})
_WITHOUT_VERB = _NOUNS | {"meet-meet", "see-see", "receive-receive", "host-receive", "call-on-receive-by"}
_WITHOUT_VERB |= {"telephone-call", "call-call-object", "reach-out-reach-out"}
"""Rules whose verb may be left out the second time."""
_BESIDE = re.compile(r"(?:p?t?a?[KCMmn],?)+,?")
"""Nothing but places and days."""
_ELSEWHERE = re.compile(r",?&pt?[KC],?w[th]*")
_GOES_ON = re.compile(r"[pm.]|$")
_THEN = frozenset({"then", "later", "afterwards", "subsequently", "next", "finally", "separately"})
_ANOTHER_TIME = re.compile(
    r"(?:, )?(?:and |but )(?:, )?(?:(?:on )?the (?:next|following|same) (?:day|week|month|morning|afternoon|evening)"
    r"|(?:an? |\w+ )?(?:days?|hours?|weeks?|months?) later"
    r"|on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2}))(?: ,)?"
)
_NEXT = re.compile(r"(?:\w+ (?:minutes|hours?|days?|weeks?) )?(?:next|later|afterwards|last|earlier)(?: [.,;]|$)")
_PLACED = ("in", "at", "near")
_AS_WELL = re.compile(r",? ?\b(as well as|and also)(?: with)?(?: the| his| her)?$")
"""Read "met X at the conference, as well as (with) President Y": another is met as well."""
_LONGEST = 24
"""Characters of the longest of these."""


class Gapping(Clause):
    """Reads what else the verb of a frame tells of."""

    def _without_verb(self, frame: Frame) -> list[Frame]:
        """Return the frames whose verb is that of this one, which then ends before them."""
        if frame.rule not in _WITHOUT_VERB:
            return []
        subject = [actor for actor in frame.actors if actor.first < frame.at]
        told = [g for g in self.groups if g.first > frame.at and any(a in frame.actors for a in g.actors)]
        if len(told) > 1 and subject:
            told = self._without_those_next(frame, told)
        if not subject or len(told) != 1:
            return []
        found: list[Frame] = []
        last, end = frame, told[0].last
        for group in self.groups:
            begin = self._begins_again(group, end, frame.rule in _NOUNS) if group.first > end else -1
            if begin < 0:
                continue
            stop = frame.span[1] if frame.span[1] > group.last else self._stop(group.last)
            hosts = list(group.actors) if group.governor == "by" else frame.hosts
            more = replace(frame, actors=subject + group.actors, span=(begin, stop), hosts=hosts)
            last.span, last.places = (last.span[0], begin), self._placed(last, end, begin) or last.places
            more.places = self._placed(more, group.last, len(self.lx)) or self._placed(more, begin, group.first)
            found.append(more)
            last, end = more, group.last
        return found

    def _without_those_next(self, frame: Frame, told: list[Group]) -> list[Group]:
        """Read "will be received by X in Lima on Monday and by Y in Quito on Tuesday": of X alone, so far."""
        parted = all(self._is_parted(a.last, b.first - PAIR, then=False) for a, b in pairwise(told))
        again = all(self.lx.codes[group.first - PAIR : group.first] == "&y" for group in told[1:])
        elsewhere = all(self._is_elsewhere(a.last, b) for a, b in pairwise(told))
        if not (elsewhere or (parted and again and all(group.governor == "by" for group in told))):
            return told
        next_ones = [actor for group in told[1:] for actor in group.actors]
        frame.actors = [actor for actor in frame.actors if actor not in next_ones]
        frame.hosts = [actor for actor in frame.hosts if actor not in next_ones]
        return told[:1]

    def _is_elsewhere(self, end: int, group: Group) -> bool:
        """Read "met in Oslo with X and in Lima with Y": the second right behind the first."""
        return group.governor == "with" and _ELSEWHERE.fullmatch(self.lx.codes, end, group.first) is not None

    def _begins_again(self, group: Group, end: int, noun: bool) -> int:
        """The item where a clause without a verb begins, whose object this group is, or -1."""
        codes, first = self.lx.codes, group.first
        if (at := self._as_well(group, end)) >= 0:
            return at
        if self._is_elsewhere(end, group):
            return end
        again = group.governor == "by" and codes[first - PAIR : first] == "&y"  # "received by X in Lima and by Y"
        if group.governor not in ("with" if noun else "", "") and not again:
            return -1
        while first > end and codes[first - 1] in ("wthy" if again else "wth"):
            first -= 1
        begin = first
        while begin > end and (codes[begin - 1] in ",&;" or self.lx.lows[begin - 1] in _THEN):
            begin -= 1
        begin = next((i for i in range(max(end, begin - FAR), begin) if self._is_another_time(i, first)), begin)
        then = begin < first and self._is_another_time(begin, first)
        then = then or not _THEN.isdisjoint(self.lx.lows[begin:first]) or self._closes_next(group)
        after = codes[group.last : group.last + 1]
        if (
            begin == first
            or not (_GOES_ON.match(after) or self._closes_next(group))
            or not self._is_parted(end, begin, then)
        ):
            return -1
        if noun and group.governor != "with" and group.actors[0].kind == "side":
            return -1
        return begin if then or "&" in codes[begin:first] or after in ("p", "m") else -1

    def _is_another_time(self, begin: int, first: int) -> bool:
        """Read "met X, and the next day Y", "met X and, a week later, Y", "met X on Monday and on Tuesday Y"."""
        return _ANOTHER_TIME.fullmatch(self.lx.lower(begin, first)) is not None

    def _closes_next(self, group: Group) -> bool:
        """Read "saw X first and Y next", "X at noon and Y an hour later": an adverb tells of another time."""
        return _NEXT.match(self.lx.lower(group.last, group.last + NEAR)) is not None

    def _is_parted(self, end: int, begin: int, then: bool) -> bool:
        """Whether where and when the first was met, or "then", parts the two."""
        if _BESIDE.fullmatch(self.lx.codes, end, begin) is not None:
            return True
        first = self.lx.lows[end:begin] == ["first"]
        return then and (begin == end or first or are_adverbials(self.lx, end, begin))

    def _as_well(self, group: Group, end: int) -> int:
        """The item where "as well as" begins, behind nothing but where and when the one before was met, or -1."""
        words = self.lx.lower(end, group.first)
        link = _AS_WELL.search(words[-_LONGEST:])
        if link is None or group.actors[0].kind == "side":
            return -1
        begin = group.first
        while begin > end and len(self.lx.lower(begin, group.first)) < len(link.group().strip(" ,")):
            begin -= 1
        beside = begin - (self.lx.codes[begin - 1 : begin] == ",")
        apart = end < beside and are_adverbials(self.lx, end, beside)
        return beside if apart and _GOES_ON.match(self.lx.codes[group.last : group.last + 1]) else -1

    def _placed(self, frame: Frame, first: int, last: int) -> list[Where]:
        return [w for w in self.places if first <= w.item < min(last, frame.span[1]) and w.governor in _PLACED]
