"""The status of an event from what its sources said of it, each on its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from kg.blueprint import statuses
from kg.consolidate.said import Said
from kg.consolidate.weight import Scales, corrected

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
    because: str = "held"
    """What decided: ``person``, ``held`` (what was held was held), or ``publication`` (the latest word)."""


def consolidate_status(claims: Sequence[Said], scales: Scales | None = None) -> StatusView:
    """Return the status shown.

    What a person ranked first is shown. Else what is said to have been held was held: a plan before it, or an old plan
    quoted later, does not undo it; a text that was corrected since does not say it. Otherwise the latest word counts.
    Held and called off (or denied) cannot both be true of one event on one day: a conflict.
    """
    order = statuses()
    steps = sorted(
        (Step(status=str(one.value), published=one.published, claim=one.claim) for one in claims),
        key=lambda step: (step.published, order[step.status].order if step.status in order else 0, step.claim),
    )
    if not steps:
        return StatusView(shown="unknown", history=(), disputed=())
    shown, because = _shown(steps, corrected(claims), (scales or Scales()).ranked)
    disputed = tuple(step.claim for step in steps if _contrary(step.status, shown))
    return StatusView(shown=shown, history=tuple(steps), disputed=disputed, because=because)


def _shown(steps: Sequence[Step], later: frozenset[str], ranked: Mapping[str, str]) -> tuple[str, str]:
    chosen = [(ranked[step.claim], step.claim, step.status) for step in steps if step.claim in ranked]
    if chosen:
        return max(chosen)[2], "person"
    current = [step for step in steps if step.claim not in later] or list(steps)
    if any(step.status == "held" for step in current):
        return "held", "held"
    return current[-1].status, "publication"


def _contrary(status: str, shown: str) -> bool:
    """Held and called off exclude each other; a plan excludes neither."""
    return (shown == "held" and status in _REVOKED) or (shown in _REVOKED and status == "held")
