"""What is told as like the one before: "similar calls were made by X" is of a call only where one was told of."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from loaders.text.clause.frame import Frame
from loaders.text.events.drafts import Draft
from loaders.text.who.party import Party

_NEAR = 300
"""Characters between what was told and what is like it."""


def is_like_nothing(frame: Frame, last: Draft | None) -> bool:
    """Whether "similar calls came from Peru" are appeals: no call is what the text has told of last."""
    if not frame.alike:
        return False
    family = "call" if frame.kind == "call" else "contact"
    return last is None or last.family != family or frame.passage.start - last.passages[-1].end > _NEAR


SUIT = "suit-"
"""How the rule begins of "Peru followed suit", which tells what was done only by the act before."""
_ACTS = frozenset({"expulsion", "other", "sanction", "summons"})


def does_the_same(frame: Frame, parties: Sequence[Party], events: Sequence[Draft]) -> list[tuple[Frame, list[Party]]]:
    """Read "Peru expelled two envoys of Chad; Mali followed suit": the act of each, against those of the one before."""
    last = next((one for one in reversed(events) if one.kind in _ACTS), None)
    if last is None or frame.passage.start - last.passages[-1].end > _NEAR or last.status != "held":
        return []
    others = [one for one in last.parties if one.start >= last.at[0]]
    acting = [one for one in parties if one.side and one.side not in last.sides]
    if not acting and {one.side for one in parties} <= {one.side for one in others}:
        acting, others = list(parties), [one for one in last.parties if one not in others]  # "and Chile did the same"
    if not others or not acting:
        return []
    told = replace(frame, kind=last.kind, rule=f"{SUIT}{last.kind}")
    each = [[one] for one in acting] if last.kind == "other" else [acting]
    return [(told, [*those, *others]) for those in each]
