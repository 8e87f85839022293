"""What candidates need to know of an event that is written: where to look for others, and whom it may not name."""

from __future__ import annotations

from collections.abc import Sequence

from kg.consolidate.event import EventView
from kg.identity.holders import holder_of
from kg.identity.mentions import EventMention
from kg.identity.nearby import near_keys, shared_look_ups
from kg.store.batch import Batch, InferredHolder


def look_around(batch: Batch, view: EventView, inside: Sequence[EventMention]) -> None:
    """Add the keys under which others like it are found, and who held the offices of those it does not name."""
    near = near_keys(
        {one.family for one in inside}, [(view.sides, view.date), *((one.sides, one.date) for one in inside)]
    )
    batch.look_ups[view.id] = tuple(sorted(near.union(*map(shared_look_ups, inside))))
    for part in view.people:
        if part.official is None and (holder := holder_of(part.value.office, part.value.side, view.date)):
            who = f"unnamed {part.value.capacity or part.value.office} ({part.value.side})"
            batch.holders.append(InferredHolder(part.id, part.keys, f"{who}: {view.date} {view.title}", holder))
