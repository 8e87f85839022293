"""New nodes that are written together with their relationships, in one statement instead of one for each type.

A claim with its source and its event, a participant with event, country, office and official: the engine finds each
end once, and never looks up the node that it has just made.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TypeAlias

from kg.store.batch import Batch, EdgeShape, Ends, Row

ATTACHED = ("Claim", "Conflict", "Mention", "Participant")
"""Labels whose nodes are new more often than not and stand between others."""


@dataclass(frozen=True, order=True)
class Link:
    """One relationship of a new node: its type, the label of its other end, and whether it points to that end."""

    type: str
    other: str
    outward: bool


Edges: TypeAlias = dict[EdgeShape, dict[Ends, Row]]


@dataclass
class AttachedNodes:
    """New nodes grouped by label and links; rows are ``{p, e0, e1 ...}`` with the ids of the other ends."""

    groups: dict[tuple[str, tuple[Link, ...]], list[Row]]
    rest: Edges
    """The relationships that are written by themselves."""


def attach(batch: Batch) -> AttachedNodes:
    """Split the new nodes and relationships of a batch into those that are written together, and the rest."""
    fresh = {label: batch.new_nodes.get((label,), {}) for label in ATTACHED}
    ends: dict[str, dict[str, dict[Link, str]]] = {label: {key: {} for key in fresh[label]} for label in ATTACHED}
    rest: Edges = {}
    for shape in sorted(batch.edges):
        for (start, end), row in batch.edges[shape].items():
            if not _take(shape, (start, end), row, ends):
                rest.setdefault(shape, {})[start, end] = row
    groups: dict[tuple[str, tuple[Link, ...]], list[Row]] = defaultdict(list)
    for label, nodes in ends.items():
        for key in sorted(nodes):
            links = tuple(sorted(nodes[key]))
            row = {"p": fresh[label][key]["p"], **{f"e{at}": nodes[key][link] for at, link in enumerate(links)}}
            groups[label, links].append(row)
    return AttachedNodes(dict(groups), rest)


def _take(shape: EdgeShape, both: tuple[str, str], row: Row, ends: dict[str, dict[str, dict[Link, str]]]) -> bool:
    """Attach the relationship to the new node at its start or end; not where it has properties or is one of several."""
    if row["p"]:
        return False
    start, end = both
    for label, key, link, other in (
        (shape.start, start, Link(shape.type, shape.end, outward=True), end),
        (shape.end, end, Link(shape.type, shape.start, outward=False), start),
    ):
        links = ends.get(label, {}).get(key)
        if links is not None and link.other not in ATTACHED and link not in links:
            links[link] = other
            return True
    return False
