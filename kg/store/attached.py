"""New nodes that are written together with their relationships, in one statement instead of one for each type.

A claim with its source and its event, a participant with event, country, office and official: the engine finds each
end once for all that hang on the same ends, and never looks up the node that it has just made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from kg.store.batch import Batch, EdgeShape, Ends, Row

ATTACHED = ("Claim", "Conflict", "Mention", "Participant")
"""Labels whose nodes are new more often than not and stand between others."""
_TOGETHER = 500
"""Nodes of the same ends in one row."""


class Link(NamedTuple):
    """One relationship of a new node: its type, the label of its other end, and whether it points to that end."""

    type: str
    other: str
    outward: bool


Edges: TypeAlias = dict[EdgeShape, dict[Ends, Row]]
_Hanging: TypeAlias = dict[str, list[tuple[Link, str]]]
"""What new nodes of one label hang on, by their ids."""


@dataclass
class AttachedNodes:
    """New nodes grouped by label and links; rows are ``{of: [p, ...], e0, e1 ...}`` with the ids of the other ends."""

    groups: dict[tuple[str, tuple[Link, ...]], list[Row]]
    rest: Edges
    """The relationships that are written by themselves."""


def attach(batch: Batch) -> AttachedNodes:
    """Split the new nodes and relationships of a batch into those that are written together, and the rest."""
    hanging: dict[str, _Hanging] = {
        label: {key: [] for key in sorted(batch.new_nodes.get((label,), ()))} for label in ATTACHED
    }
    rest: Edges = {}
    for shape in sorted(batch.edges):
        left = _take(shape, batch.edges[shape], hanging)
        if left:
            rest[shape] = left
    groups: dict[tuple[str, tuple[Link, ...]], list[Row]] = {}
    for label, nodes in hanging.items():
        for links, several in _by_links(nodes).items():
            groups[label, links] = list(_rows(several, batch.new_nodes[label,]))
    return AttachedNodes(groups, rest)


def _take(shape: EdgeShape, edges: Mapping[Ends, Row], hanging: Mapping[str, _Hanging]) -> dict[Ends, Row]:
    """Attach relationships to the new nodes at their starts or ends; return those that have properties or no such node.

    A second one of the same shape at one node is written by itself.
    """
    none: _Hanging = {}
    starts = hanging.get(shape.start, none) if shape.end not in ATTACHED else none
    ends = hanging.get(shape.end, none) if shape.start not in ATTACHED else none
    outward, inward = Link(shape.type, shape.end, outward=True), Link(shape.type, shape.start, outward=False)
    left: dict[Ends, Row] = {}
    for both, row in edges.items():
        start, end = both
        for links, link, other in ((starts.get(start), outward, end), (ends.get(end), inward, start)):
            if links is not None and not row["p"] and not (links and links[-1][0] is link):
                links.append((link, other))
                break
        else:
            left[both] = row
    return left


def _by_links(nodes: _Hanging) -> dict[tuple[Link, ...], dict[tuple[str, ...], list[str]]]:
    """The nodes by the shapes of their relationships, and in these by their other ends."""
    found: dict[tuple[int, ...], dict[tuple[str, ...], list[str]]] = defaultdict(dict)
    shapes: dict[tuple[int, ...], tuple[Link, ...]] = {}
    for key, links in nodes.items():
        shape = tuple([id(link) for link, _ in links])  # one object a shape: quicker to compare than what it says
        if shape not in shapes:
            shapes[shape] = tuple(link for link, _ in links)
        found[shape].setdefault(tuple([other for _, other in links]), []).append(key)
    return {shapes[shape]: several for shape, several in found.items()}


def _rows(several: Mapping[tuple[str, ...], Sequence[str]], nodes: Mapping[str, Row]) -> Iterator[Row]:
    for others, keys in several.items():
        ends = {f"e{at}": other for at, other in enumerate(others)}
        for at in range(0, len(keys), _TOGETHER):
            yield {"of": [nodes[key]["p"] for key in keys[at : at + _TOGETHER]], **ends}
