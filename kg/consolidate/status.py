"""The status of an event from what its sources said of it, each on its day."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kg.blueprint import statuses
from kg.consolidate.said import Said

_REVOKED = frozenset({"cancelled", "postponed", "denied"})


class Step(msgspec.Struct, frozen=True):
    """One step in the history of an event's status: who said it and when that was published."""

    status: str
    published: str
    claim: str


class StatusView(msgspec.Struct, frozen=True):
    """The status shown, how it came about, and the claims that contradict it."""

    shown: str
    history: tuple[Step, ...]
    disputed: tuple[str, ...]
    """Claims that say the contrary of what is shown; empty where the history is one that can have happened."""


def consolidate_status(claims: Sequence[Said]) -> StatusView:
    """Return the status shown.

    What is said to have been held was held: a plan before it, or an old plan quoted later, does not undo it. Otherwise
    the latest word counts. Held and called off (or denied) cannot both be true of one event on one day: a conflict.
    """
    order = statuses()
    steps = sorted(
        (Step(status=str(one.value), published=one.published, claim=one.claim) for one in claims),
        key=lambda step: (step.published, order[step.status].order if step.status in order else 0, step.claim),
    )
    if not steps:
        return StatusView(shown="unknown", history=(), disputed=())
    held = any(step.status == "held" for step in steps)
    shown = "held" if held else steps[-1].status
    disputed = tuple(step.claim for step in steps if held and step.status in _REVOKED)
    return StatusView(shown=shown, history=tuple(steps), disputed=disputed)
