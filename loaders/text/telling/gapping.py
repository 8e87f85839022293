"""Clauses whose verb is left out: "will meet X in Delhi on Monday and Y in Jakarta on Tuesday"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.text.clause.adverbials import are_adverbials
from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.clause.groups import Group
from loaders.text.clause.places import Where

_NOUNS = frozenset({"meeting-noun", "talks-noun", "negotiations-noun", "conversation-noun-call"})
_WITHOUT_VERB = _NOUNS | {"meet-meet", "see-see", "receive-receive", "host-receive", "call-on-receive-by"}
"""Rules whose verb may be left out the second time."""
_BESIDE = re.compile(r"(?:p?t?a?[KCMmn],?)+,?")
"""Nothing but places and days."""
_GOES_ON = re.compile(r"[pm.]|$")
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
        if not subject or len(told) != 1:
            return []
        found: list[Frame] = []
        last, end = frame, told[0].last
        for group in self.groups:
            begin = self._begins_again(group, end, frame.rule in _NOUNS) if group.first > end else -1
            if begin < 0:
                continue
            stop = frame.span[1] if frame.span[1] > group.last else self._stop(group.last)
            more = replace(frame, actors=subject + group.actors, span=(begin, stop))
            last.span, last.places = (last.span[0], begin), self._placed(last, end, begin) or last.places
            more.places = self._placed(more, group.last, len(self.lx))
            found.append(more)
            last, end = more, group.last
        return found

    def _begins_again(self, group: Group, end: int, noun: bool) -> int:
        """The item where a clause without a verb begins, whose object this group is, or -1."""
        codes, first = self.lx.codes, group.first
        if (at := self._as_well(group, end)) >= 0:
            return at
        if group.governor not in ("with" if noun else "", ""):
            return -1
        while first > end and codes[first - 1] in "wth":
            first -= 1
        begin = first
        while begin > end and codes[begin - 1] in ",&;":
            begin -= 1
        beside, after = codes[end:begin], codes[group.last : group.last + 1]
        if begin == first or not beside or _BESIDE.fullmatch(beside) is None or not _GOES_ON.match(after):
            return -1
        if noun and group.governor != "with" and group.actors[0].kind == "side":
            return -1
        return begin if "&" in codes[begin:first] or after in ("p", "m") else -1

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
