"""Whom one part of a sentence names for another: "held talks with X and signed an accord", "A and B said their"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.text.clause.frame import Frame
from loaders.text.clause.group import Group
from loaders.text.lexis.lexed import Lexed
from loaders.text.telling.accords import sides_told
from loaders.text.who.actor import Actor
from loaders.text.who.sides import each_side

_TALKS = frozenset({"meeting", "talks", "negotiation"})
_ADVERBS = frozenset({"also", "then", "later"})


def share_parties(lx: Lexed, groups: Sequence[Group], frame: Frame, found: Sequence[Frame]) -> None:
    """Give a telling the parties that another part of its sentence names."""
    if frame.kind == "agreement" and found and found[-1].kind in _TALKS:
        _sign_with_those_met(lx, frame, found[-1])
    theirs = [actor for actor in frame.actors if _are_theirs(actor)]
    for actor in theirs:
        if owners := _two_before(groups, actor):
            actor.sides = tuple(side for one in owners for side in one.sides)
            frame.actors = [other for other in frame.actors if other is not actor] + each_side(actor)
            frame.anaphor = False


def _sign_with_those_met(lx: Lexed, frame: Frame, met: Frame) -> None:
    """Read "met President X in Oslo and signed an accord": he signed it with X."""
    link = frame.at - 1 - (lx.lows[frame.at - 1] in _ADVERBS)
    subject = {actor.first for actor in frame.actors}
    shared = bool(subject) and subject <= {actor.first for actor in met.actors}
    if link > met.at and lx.lows[link] == "and" and shared and len(sides_told(frame.actors)) <= 1:
        frame.actors = list(met.actors)


def _are_theirs(actor: Actor) -> bool:
    return actor.determiner == "their" and actor.plural and bool(actor.office) and not (actor.sides or actor.name)


def _two_before(groups: Sequence[Group], actor: Actor) -> list[Actor]:
    """Read "Kenya and Norway said their foreign ministers would meet": the states that the sentence begins with."""
    first = groups[0] if groups else None
    if first is None or first.last > actor.first or len(first.actors) == 1 or first.governor or first.possessive:
        return []
    return first.actors if all(one.kind == "side" and len(one.sides) == 1 for one in first.actors) else []
