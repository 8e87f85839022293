"""The round earth on flat paper: the Equal Earth projection (Šavrič, Patterson, Jenny 2018), which keeps areas."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import TypeAlias

Place: TypeAlias = tuple[float, float]
"""Latitude and longitude in degrees, north and east positive."""

_ICE = -60.0
"""Latitude of the south beyond which nobody meets."""
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


def project(place: Place) -> tuple[float, float]:
    """Return x and y of a place; the sphere has radius 1."""
    latitude, longitude = (math.radians(one) for one in place)
    bent = math.asin(math.sqrt(3) / 2 * math.sin(latitude))
    square = bent * bent
    sixth = square**3
    slope = 9 * _A4 * sixth * square + 7 * _A3 * sixth + 3 * _A2 * square + _A1
    x = 2 * math.sqrt(3) * longitude * math.cos(bent) / (3 * slope)
    return x, bent * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def graticule(step: int) -> Iterator[list[tuple[float, float]]]:
    """Yield the lines of every so many degrees, as points."""
    for longitude in range(-180, 181, step):
        yield [project((latitude, longitude)) for latitude in range(-90, 91, 2)]
    for latitude in range(-90 + step, 90, step):
        yield [project((latitude, longitude)) for longitude in (-180, 180)]


@cache
def land() -> list[list[tuple[float, float]]]:
    """Return the outlines of the land, without borders; none in a checkout whose explorer was not built.

    They are Natural Earth's (public domain), as world-atlas has them: each arc a first point and steps from it, in
    units of a grid.
    """
    file = files("kg.views.explorer") / "built/earth.json"
    if not file.is_file():
        return []
    found = json.loads(file.read_text(encoding="utf-8"))
    (width, height), (left, bottom) = found["transform"]["scale"], found["transform"]["translate"]
    grids = [list(accumulate(arc, lambda at, step: [at[0] + step[0], at[1] + step[1]])) for arc in found["arcs"]]
    arcs = [[(bottom + y * height, left + x * width) for x, y in grid] for grid in grids]
    polygons = [polygon for each in found["objects"]["land"]["geometries"] for polygon in each["arcs"]]
    # Only the outer ring: the Caspian Sea is a hole, and a map this small does without.
    rings = [
        [place for at in polygon[0] for place in (arcs[at] if at >= 0 else arcs[~at][::-1])] for polygon in polygons
    ]
    return [[project(place) for place in part] for ring in rings if ring[0][0] > _ICE for part in _cut(ring)]


def _cut(ring: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield what lies on the map of a ring that may go on beyond its edge: what does stands at the other edge."""
    whole, turn = [ring[0]], 0
    for (_, before), (latitude, longitude) in pairwise(ring):
        turn += 360 * ((longitude - before < -180) - (longitude - before > 180))
        whole.append((latitude, longitude + turn))
    for turn in (-360, 0, 360):
        part = [(latitude, min(180.0, max(-180.0, longitude + turn))) for latitude, longitude in whole]
        if len({longitude for _, longitude in part}) > 1:
            yield part
