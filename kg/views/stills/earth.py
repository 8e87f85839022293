"""The round earth on flat paper: the Equal Earth projection (Šavrič, Patterson, Jenny 2018), which keeps areas."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TypeAlias

Place: TypeAlias = tuple[float, float]
"""Latitude and longitude in degrees, north and east positive."""

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
