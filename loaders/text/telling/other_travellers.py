"""Journeys of others to the same place, whose verb is left out: "X will visit Kenya on Tuesday and Y on Wednesday"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.text.clause.clause import Clause
from loaders.text.clause.frame import Frame
from loaders.text.clause.group import Group
from loaders.text.lexis.distances import FAR

_JOURNEYS = frozenset({"visit-visit", "arrive-arrive", "travel-travel", "land-land"})
_AND = re.compile("p?[mn]*m[mn]*(?:,|,?&)t?")
"""The items of "on Tuesday, and the", between two who travel."""
_DAY = re.compile("p?[mn]*m[mn]*(?=[,&.;]|$)")


class OtherTravellers(Clause):
    """Reads who else goes where one goes, each on another day."""

    def _others_going(self, frame: Frame) -> list[Frame]:
        """The journeys behind that of a frame, which then ends before them."""
        if frame.rule not in _JOURNEYS or len(frame.places) != 1:
            return []
        found: list[Frame] = []
        last, end = frame, frame.places[0].item + 1
        for group in self.groups:
            if group.first >= end and (stop := self._goes_too(group, end)):
                last.span = last.span[0], group.first
                last = replace(frame, actors=group.actors, span=(group.first, stop))
                found.append(last)
                end = group.last
        return found

    def _goes_too(self, group: Group, end: int) -> int:
        """Read "on Tuesday and Y on Friday": the item where the day of Y ends, or 0."""
        one = group.actors[0]
        if len(group.actors) != 1 or one.kind != "person" or not one.name or group.possessive or group.governor:
            return 0
        if _AND.fullmatch(self.lx.codes, end, group.first) is None:
            return 0
        day = _DAY.match(self.lx.codes, group.last, group.last + FAR)
        return day.end() if day is not None else 0
