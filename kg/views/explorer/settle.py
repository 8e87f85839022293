"""Where the countries of the network lie: springs first, then room for each, most for those with most contacts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from kg.views.explorer.read import Contact, Links
from kg.views.layout import positions
from kg.views.picture import Picture, PictureEdge, PictureNode

_STRONGEST = 30
_SEATS = 6
"""A contact of more sides pulls none of them together: it is drawn with its seats."""
_WIDE, _HIGH = 520.0, 330.0
_HEAVY = 14.0
"""How much more room the side with most contacts gets than one with none."""


def settle(sides: Sequence[tuple[Any, ...]], contacts: Sequence[Contact], links: Links) -> dict[str, tuple[int, int]]:
    """Return a place for each side by its id, the same for the same graph.

    Springs alone pull everything to the two or three sides that meet everybody. So the places keep their order from the
    middle outwards and around it, and are moved apart until each has its share of the ellipse.
    """
    weights = Counter(side for one in contacts for side in links.of("sides", one.key))
    sprung = positions(_picture(sides, contacts, links, weights))
    return _roomy(sprung, weights)


def _roomy(sprung: Mapping[str, tuple[int, int]], weights: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    if not sprung:
        return {}
    middle = max(sprung, key=lambda key: (weights.get(key, 0), key))
    x0, y0 = sprung[middle]
    polar = {key: (math.hypot(x - x0, y - y0), math.atan2(y - y0, x - x0)) for key, (x, y) in sprung.items()}
    outwards = sorted((key for key in sprung if key != middle), key=lambda key: (polar[key][0], key))
    rooms = _rooms(sprung, weights)
    whole, taken = sum(rooms.values()), rooms[middle]
    placed = {middle: (0, 0)}
    for ring in _rings(outwards, rooms):
        area = sum(rooms[key] for key in ring)
        radius = math.sqrt((taken + area / 2) / whole)
        taken += area
        for key, angle in _around(ring, {key: polar[key][1] for key in ring}, rooms).items():
            placed[key] = (round(_WIDE * radius * math.cos(angle)), round(_HIGH * radius * math.sin(angle)))
    return placed


def _rooms(sides: Iterable[str], weights: Mapping[str, int]) -> dict[str, float]:
    most = max(weights.values(), default=1)
    return {key: 1 + _HEAVY * math.sqrt(weights.get(key, 0) / most) for key in sides}


def _rings(outwards: Sequence[str], rooms: Mapping[str, float]) -> Iterator[list[str]]:
    """Rings about as thick as their members are apart: the n-th from the middle holds 2n + 1 shares of the whole."""
    count = max(1, round(math.sqrt(len(outwards) / math.pi)))
    share = sum(rooms[key] for key in outwards) / count**2
    ring: list[str] = []
    nth, area = 1, 0.0
    for key in outwards:
        ring.append(key)
        area += rooms[key]
        if area >= share * nth**2:
            yield ring
            ring, nth = [], nth + 1
    if ring:
        yield ring


def _around(ring: Sequence[str], angles: Mapping[str, float], rooms: Mapping[str, float]) -> dict[str, float]:
    """Spread a ring evenly in the order it has, turned so that its members stay near where they were."""
    order = sorted(ring, key=lambda key: (angles[key], key))
    step, at = 2 * math.pi / sum(rooms[key] for key in order), -math.pi
    even: dict[str, float] = {}
    for key in order:
        even[key] = at + rooms[key] * step / 2
        at += rooms[key] * step
    apart = [angles[key] - even[key] for key in order]
    turn = math.atan2(sum(map(math.sin, apart)), sum(map(math.cos, apart)))
    return {key: angle + turn for key, angle in even.items()}


def _picture(
    sides: Sequence[tuple[Any, ...]], contacts: Sequence[Contact], links: Links, weights: Mapping[str, int]
) -> Picture:
    small = (seats for one in contacts if len(seats := links.of("sides", one.key)) <= _SEATS)
    pairs = Counter(pair for seats in small for pair in combinations(seats, 2))
    nodes = tuple(PictureNode(row[0], "country", row[2], weights.get(row[0], 0)) for row in sides)
    edges = tuple(
        PictureEdge(a, b, "") for (a, b), count in sorted(pairs.items()) for _ in range(min(count, _STRONGEST))
    )
    return Picture(nodes, edges, ())
