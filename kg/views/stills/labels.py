"""Where names stand beside points: over no other name or point as long as there is room. Lengths are in inches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import msgspec
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from kg.views.contacts import Thing
from kg.views.stills.paper import INK, LETTERS, plain, text_width
from kg.views.styles import short

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top."""

_TALL = LETTERS / 72 * 1.15
_GAP = 0.03
_BESIDE = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.75, 0.75), (0.75, -0.75), (-0.75, 0.75), (-0.75, -0.75))
_LONG_NAME = 24


class Point(msgspec.Struct, frozen=True):
    """A place on the sheet with the name that belongs to it, and a shorter one for where that has no room."""

    x: float
    y: float
    radius: float
    name: str
    code: str = ""


def side_name(side: Thing) -> str:
    """Return the name of a side as it is printed: of an organisation with a long name, its code."""
    return short(side.code) if side.code and len(side.name) > _LONG_NAME else short(side.name)


def write_names(axes: Axes, points: Sequence[Point], width: float, height: float) -> None:
    """Write the name of each point into axes whose unit is the inch; the first points choose first."""
    sheet = (0.0, 0.0, width, height)
    taken = [_around(point) for point in points]
    for point in points:
        text, box = _best(point, taken, sheet)
        taken.append(box)
        axes.text(
            (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, text, ha="center", va="center_baseline", color=INK, zorder=9,
            path_effects=[withStroke(linewidth=2.2, foreground="white")],
        )  # fmt: skip


def _best(point: Point, taken: Sequence[Box], sheet: Box) -> tuple[str, Box]:
    names = [text for text in dict.fromkeys((plain(point.name), plain(point.code))) if text] or ["?"]
    places = [(text, _beside(point, text, side)) for text in names for side in _BESIDE]
    covered = [sum(_overlap(box, other) for other in taken) + 9 * _outside(box, sheet) for _, box in places]
    return places[covered.index(min(covered))]


def _around(point: Point) -> Box:
    return point.x - point.radius, point.y - point.radius, point.x + point.radius, point.y + point.radius


def _beside(point: Point, text: str, side: tuple[float, float]) -> Box:
    wide = text_width(text) + 0.02
    x = point.x + side[0] * (point.radius + _GAP + wide / 2)
    y = point.y + side[1] * (point.radius + _GAP + _TALL / 2)
    return x - wide / 2, y - _TALL / 2, x + wide / 2, y + _TALL / 2


def _overlap(one: Box, other: Box) -> float:
    wide, tall = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return wide * tall if wide > 0 and tall > 0 else 0.0


def _outside(box: Box, sheet: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1]) - _overlap(box, sheet)
