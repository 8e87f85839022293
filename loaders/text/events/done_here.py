"""What was done to envoys: by the state where a dispatch was written, if it does not say by whom."""

from __future__ import annotations

from loaders.text.clause.frame import Frame
from loaders.text.clause.places import Where
from loaders.text.layout.structure import Layout
from loaders.text.who.party import Party

_DONE_TO_ENVOYS = frozenset({"expulsion", "summons"})


def with_side_here(frame: Frame, parties: list[Party], layout: Layout) -> list[Party]:
    """Read "VIENNA, June 5 - Four Malian envoys were expelled": by Austria; those called in were so in Vienna."""
    here, sides = layout.dateline, {party.side for party in parties if party.side}
    if here is None or not frame.home_takes_part or frame.kind not in _DONE_TO_ENVOYS:
        return parties
    if len(sides) != 1 or here.country in sides:
        return parties
    if frame.kind == "summons" and not frame.places:
        frame.places.append(Where(frame.at, "in", here, *layout.dateline_span))
    return [Party(here.country, frame.lx.starts[frame.at], frame.lx.ends[frame.at]), *parties]


def are_sent_home(frame: Frame, parties: list[Party]) -> bool:
    """Whether "He was expelled by Chad" is of an envoy: anybody may be expelled."""
    if frame.kind != "expulsion" or all(actor.determiner not in ("he", "she") for actor in frame.actors):
        return True
    return any(party.rank == "envoy" for party in parties)
