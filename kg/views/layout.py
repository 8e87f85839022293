"""Where the nodes lie: computed once, seeded, the same every time. Springs and repulsion in plain Python.

Repulsion is exact between nodes of the same or adjoining cells of a grid, and between the middles of cells beyond.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import TypeAlias

from kg.views.picture import Picture

Point: TypeAlias = list[float]
Cells: TypeAlias = dict[tuple[int, int], list[int]]
Spring: TypeAlias = tuple[int, int, float]

_SEED = 20250218
_STEPS = 110
_FIRST_REACH, _LAST_REACH = 1.5, 0.03
_IN_A_CELL = 5  # nodes, about
_GOLDEN = math.pi * (3 - math.sqrt(5))
_LIGHT = 0.8
_GRAVITY = 0.025
_SPRING, _REPULSION = 0.10, 0.45
_SPACE = (66.0, 50.0)  # pixels: half of what a node has around it; screens are wider than high


def positions(picture: Picture) -> dict[str, tuple[int, int]]:
    """Return a place in pixels for every node of the picture by id."""
    order = sorted(picture.nodes, key=lambda node: (-node.weight, node.id))
    index = {node.id: at for at, node in enumerate(order)}
    random = Random(_SEED)  # noqa: S311 - a layout is no secret
    places = [_spiral(at, random) for at in range(len(order))]
    springs = _springs(picture, index)
    masses = [_LIGHT if node.kind == "contact" else 1.0 + 0.7 * math.log1p(min(node.weight, 100)) for node in order]
    for step in range(_STEPS):
        _move(places, springs, masses, _LAST_REACH + (_FIRST_REACH - _LAST_REACH) * (1 - step / _STEPS))
    return {node: _pixels(places[at], _spread(places)) for node, at in index.items()}


def _pixels(place: Point, spread: float) -> tuple[int, int]:
    return round(place[0] * _SPACE[0] * spread), round(place[1] * _SPACE[1] * spread)


def _spread(places: Sequence[Point]) -> float:
    """What makes as much room as the nodes need, however far they drifted apart."""
    away = _typical_distance(places)
    return math.sqrt(len(places)) / away if away else 1.0


def _typical_distance(places: Sequence[Point]) -> float:
    return math.sqrt(sum(x * x + y * y for x, y in places) / max(len(places), 1))


def _spiral(at: int, random: Random) -> Point:
    """The heaviest nodes start in the middle."""
    radius, angle = 1.3 * math.sqrt(at + 0.5), at * _GOLDEN
    return [radius * math.cos(angle) + random.uniform(-0.2, 0.2), radius * math.sin(angle) + random.uniform(-0.2, 0.2)]


def _springs(picture: Picture, index: Mapping[str, int]) -> list[Spring]:
    """One spring a pair: more lines pull harder; a node with many neighbours is pulled less by each."""
    lines = Counter((index[edge.start], index[edge.end]) for edge in picture.edges)
    lines.update((index[node.id], index[node.home]) for node in picture.nodes if node.home)
    degrees = Counter(end for pair in lines for end in pair)
    return [
        (a, b, (1.0 + math.log(count)) / math.sqrt(min(degrees[a], degrees[b])))
        for (a, b), count in sorted(lines.items())
    ]


def _move(places: list[Point], springs: Sequence[Spring], masses: Sequence[float], reach: float) -> None:
    forces = [[-_GRAVITY * x, -_GRAVITY * y] for x, y in places]
    cells = _grid(places)
    for a, b in _near(cells):
        fx, fy = _repulsion(places[a], places[b], masses[a] * masses[b])
        _apply(forces, a, b, fx, fy)
    _repel_far(cells, places, masses, forces)
    for a, b, pull in springs:
        dx, dy = places[b][0] - places[a][0], places[b][1] - places[a][1]
        _apply(forces, a, b, dx * _SPRING * pull, dy * _SPRING * pull)
    for place, (fx, fy) in zip(places, forces, strict=True):
        length = math.hypot(fx, fy) or 1.0
        place[0] += fx / length * min(length, reach)
        place[1] += fy / length * min(length, reach)


def _repulsion(one: Sequence[float], other: Sequence[float], strength: float) -> tuple[float, float]:
    dx, dy = one[0] - other[0], one[1] - other[1]
    force = _REPULSION * strength / (dx * dx + dy * dy + 0.01)
    return dx * force, dy * force


def _apply(forces: list[Point], a: int, b: int, fx: float, fy: float) -> None:
    forces[a][0] += fx
    forces[a][1] += fy
    forces[b][0] -= fx
    forces[b][1] -= fy


def _grid(places: Sequence[Point]) -> Cells:
    size = 3.5 * _typical_distance(places) / math.sqrt(max(len(places) / _IN_A_CELL, 1.0)) or 1.0
    cells: Cells = defaultdict(list)
    for at, (x, y) in enumerate(places):
        cells[math.floor(x / size), math.floor(y / size)].append(at)
    return dict(cells)


def _near(cells: Cells) -> Iterator[tuple[int, int]]:
    """Pairs of nodes in the same or in adjoining cells, each pair once."""
    for (column, row), members in cells.items():
        for number, a in enumerate(members):
            yield from ((a, b) for b in members[number + 1 :])
        for beside in ((column + 1, row), (column - 1, row + 1), (column, row + 1), (column + 1, row + 1)):
            yield from ((a, b) for b in cells.get(beside, ()) for a in members)


def _repel_far(cells: Cells, places: Sequence[Point], masses: Sequence[float], forces: list[Point]) -> None:
    """Each cell is one mass in its middle for the cells that do not adjoin it."""
    middles = []
    for key, members in cells.items():
        mass = sum(masses[at] for at in members)
        x, y = (sum(masses[at] * places[at][axis] for at in members) / mass for axis in (0, 1))
        middles.append((key, (x, y), mass, members))
    for (column, row), place, _, members in middles:
        fx = fy = 0.0
        for (other_column, other_row), other, mass, _ in middles:
            if abs(column - other_column) > 1 or abs(row - other_row) > 1:
                dx, dy = _repulsion(place, other, mass)
                fx, fy = fx + dx, fy + dy
        for at in members:
            forces[at][0] += fx * masses[at]
            forces[at][1] += fy * masses[at]
