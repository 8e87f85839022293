"""How lanes are drawn: marks or bars, and the legend that says what they mean.

Shapes and hatches say the status again, for print without colour and for colour-blind readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from kg.views.stills.lanes import Bar, Mark, bars, months_of_a_bar
from kg.views.stills.paper import LETTERS, PALE
from kg.views.styles import STATUS_COLOURS

_SHAPES = {
    "held": "o", "planned": "^", "proposed": "v", "postponed": "s", "cancelled": "X", "denied": "P", "unknown": "D",
}  # fmt: skip
_HATCHES = {
    "held": "", "planned": "/////", "proposed": "\\\\\\\\\\", "postponed": "-----", "cancelled": "xxxx",
    "denied": "++++", "unknown": "....",
}  # fmt: skip
_STEP, _THICK = 0.19, 0.14  # of a lane: between levels, and a span
_DARK, _LIGHT = "#3B4A54", "#B9C2C8"
_FOOT, _UP, _DOWN = 0.18, 0.6, 0.28  # of a lane: where bars stand, how high they reach, and how deep


def draw_marks(axes: Axes, lanes: Sequence[Sequence[Mark]]) -> None:
    """Draw each contact: a shape on its day, or a bar over the days that it may have been."""
    for row, lane in enumerate(lanes):
        for mark in lane:
            height, colour = row + mark.level * _STEP, STATUS_COLOURS[mark.status]
            if mark.first == mark.last:
                axes.plot([mark.first], [height], **_dot(mark.status))
            else:
                span = (mark.first, height - _THICK / 2), mark.last - mark.first + 1, _THICK
                axes.add_patch(Rectangle(*span, facecolor=_pale(colour), edgecolor=colour, **_hatch(mark.status)))
    _marks_legend(axes, lanes)


def _dot(status: str) -> dict[str, Any]:
    """Only what was held is filled."""
    colour = STATUS_COLOURS[status]
    inside = colour if status == "held" else "white"
    return {"linestyle": "", "marker": _SHAPES[status], "markersize": 3.8, "markeredgewidth": 0.8,
            "markeredgecolor": colour, "markerfacecolor": inside}  # fmt: skip


def _hatch(status: str) -> dict[str, Any]:
    return {"hatch": _HATCHES[status], "linewidth": 0.6}


def _pale(colour: str) -> str:
    return colour + "40"


def _marks_legend(axes: Axes, lanes: Sequence[Sequence[Mark]]) -> None:
    """Only what stands in the picture is explained."""
    found = {(mark.status, mark.first != mark.last) for lane in lanes for mark in lane}
    _legend(axes, [_key(*one) for status in _SHAPES for one in ((status, False), (status, True)) if one in found])


def _key(status: str, vague: bool) -> Line2D | Patch:
    colour = STATUS_COLOURS[status]
    if vague:
        return Patch(facecolor=_pale(colour), edgecolor=colour, label=f"{status}, some day of these", **_hatch(status))
    return Line2D([], [], label=f"{status}, that day", **_dot(status))


def draw_bars(axes: Axes, lanes: Sequence[Sequence[Mark]], shown: tuple[int, int]) -> None:
    """Draw how many contacts each stretch of months has; held ones stand on the line, others hang below."""
    months = months_of_a_bar(shown)
    for row, lane in enumerate(lanes):
        found = bars(lane, shown, months)
        most = max(max(bar.possible, bar.not_held) for bar in found)
        _draw_lane(axes, row + _FOOT, found, shown, most)
        axes.text(1.005, row + _FOOT, f"{most:,}", transform=axes.get_yaxis_transform(), va="bottom")
        axes.hlines(row + _FOOT, *shown, color=PALE, linewidth=0.4)
    _bars_legend(axes, months)


def _draw_lane(axes: Axes, foot: float, found: Sequence[Bar], shown: tuple[int, int], most: int) -> None:
    starts = [max(bar.first, shown[0]) for bar in found]
    days = [min(bar.last, shown[1]) + 1 - start for bar, start in zip(found, starts, strict=True)]
    for counts, colour in (([bar.possible for bar in found], _LIGHT), ([bar.certain for bar in found], _DARK)):
        axes.bar(starts, [-one / most * _UP for one in counts], days, foot, align="edge", color=colour, linewidth=0)
    deep = [bar.not_held / most * _DOWN for bar in found]
    axes.bar(starts, deep, days, foot, align="edge", color=STATUS_COLOURS["cancelled"], linewidth=0)


def _bars_legend(axes: Axes, months: int) -> None:
    each = {0: "week", 1: "month", 3: "quarter", 12: "year"}[months]
    kinds = (
        (_DARK, f"held in that {each}"),
        (_LIGHT, "held, perhaps then"),
        (STATUS_COLOURS["cancelled"], "below: of other status"),
    )
    _legend(axes, [Patch(color=colour, label=label) for colour, label in kinds])


def _legend(axes: Axes, handles: Sequence[Line2D | Patch]) -> None:
    axes.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(-0.3, 1.0), ncols=4, frameon=False, fontsize=LETTERS,
        borderaxespad=0.2, columnspacing=1.3, handletextpad=0.5, handlelength=1.4,
    )  # fmt: skip
