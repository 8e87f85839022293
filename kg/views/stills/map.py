"""Who went to whom, on a map: countries as points at their capitals, an arrow from who came to where it was held."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from kg.counted import counted
from kg.views.contacts import Contact, Window
from kg.views.stills.caption import Imprint, caption
from kg.views.stills.earth import graticule, land, project
from kg.views.stills.journeys import Geography, Land, Travel, travel
from kg.views.stills.labels import Point, write_names
from kg.views.stills.paper import LETTERS, RULE, WIDTH, Form, inches, printed, sheet
from kg.views.styles import COLOURS, short

Journeys: TypeAlias = Mapping[tuple[Land, Land], int]

ARROWS = 40
"""More arrows than this cannot be read on one page."""
_LEGEND, _MARGIN, _EDGE = 0.26, 0.4, 0.06  # inches
_LOW, _HIGH = 2.6, 5.2  # inches: how high the map may be
_THIN, _THICK, _FEW = 0.5, 2.8, 12  # points, and contacts below which no arrow is thickest
_SMALL, _LARGE = 0.025, 0.1  # inches, half across
_SMALLEST_PART = 0.35  # of the earth's radius: no map shows less
_GREYS = (0.62, 0.2)
_LAND = "0.93"


def draw_map(contacts: Sequence[Contact], geography: Geography, window: Window, form: Form, imprint: Imprint) -> bytes:
    """Return the picture as a file's bytes: the land without borders, which takes no position on any."""
    found = travel(contacts, geography)
    drawn = _busiest(found.journeys)
    frame = _Frame(_lands(drawn))
    below = caption(contacts, window, imprint, _notes(contacts, found, drawn))
    with sheet(frame.height + _LEGEND, imprint.title, below) as (figure, (left, bottom, width, _)):
        axes = figure.add_axes(inches(figure, (left, bottom, width, frame.height)))
        axes.set(xlim=(0, frame.width), ylim=(0, frame.height), xticks=(), yticks=())
        if drawn:
            _fill(axes, drawn, found.meetings, frame)
        else:
            axes.set_axis_off()
            axes.text(frame.width / 2, frame.height / 2, _why(contacts), ha="center", va="center")
        return printed(figure, form)


def _busiest(journeys: Journeys) -> dict[tuple[Land, Land], int]:
    order = sorted(journeys.items(), key=lambda item: (-item[1], item[0]))[:ARROWS]
    return dict(reversed(order))


def _lands(journeys: Journeys) -> list[Land]:
    return sorted({land for pair in journeys for land in pair})


def _why(contacts: Sequence[Contact]) -> str:
    if contacts:
        return f"{counted(len(contacts), 'contact')}, and of none is it known that a side travelled to it"
    return "The graph has no held contact of this time"


def _notes(contacts: Sequence[Contact], found: Travel, drawn: Journeys) -> list[str]:
    if not drawn:
        return []
    more = found.journeys.keys() - drawn.keys()
    rest = sum(found.journeys[pair] for pair in more)
    unplaced = len(contacts) - found.placed
    return [
        "An arrow goes from a country's capital to the capital of the country where the contact was held, once for "
        "each contact of each side that came; the larger a point, the more contacts were held in that country. Where a "
        "name has no room, the country's ISO code stands.",
        f"Drawn: the {ARROWS} busiest of {len(found.journeys):,} ways; not drawn: {counted(rest, 'journey')}."
        if more
        else "",
        f"Not on the map: {counted(unplaced, 'contact')} of which no one country is known to be the venue."
        if unplaced
        else "",
    ]


class _Frame:
    """The part of the earth that has all that is drawn, in inches of the sheet."""

    def __init__(self, lands: Sequence[Land]) -> None:
        places = [project(land.capital) for land in lands] or [(-2.7, -1.0), (2.7, 1.3)]
        across, up = ([place[axis] for place in places] for axis in (0, 1))
        self.width = WIDTH - 2 * _EDGE
        wide, tall = (max(max(every) - min(every), _SMALLEST_PART) for every in (across, up))
        self._scale = min((self.width - 3 * _MARGIN) / wide, (_HIGH - 2 * _MARGIN) / tall)
        self.height = min(max(tall * self._scale + 2 * _MARGIN, _LOW), _HIGH)
        self._middle = (max(across) + min(across)) / 2, (max(up) + min(up)) / 2

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return where a projected point lies on the sheet."""
        x, y = ((value - middle) * self._scale for value, middle in zip(point, self._middle, strict=True))
        return x + self.width / 2, y + self.height / 2


def _fill(axes: Axes, journeys: Journeys, meetings: Mapping[Land, int], frame: _Frame) -> None:
    for outline in land():
        axes.fill(*zip(*(frame.place(point) for point in outline), strict=True), color=_LAND, gid="land", zorder=-1)
    for line in graticule(10):
        axes.plot(*zip(*(frame.place(point) for point in line), strict=True), color=RULE, linewidth=0.4, zorder=0)
    points = _points(journeys, meetings, frame)
    most = max(journeys.values())
    for (home, there), count in journeys.items():
        axes.add_patch(_arrow(points[home], points[there], count, most))
    for point in points.values():
        axes.plot([point.x], [point.y], marker="o", markersize=point.radius * 144, color=COLOURS["country"],
                  markeredgecolor="white", markeredgewidth=0.5, zorder=8)  # fmt: skip
    write_names(axes, list(points.values()), frame.width, frame.height)
    _legend(axes, most)


def _points(journeys: Journeys, meetings: Mapping[Land, int], frame: _Frame) -> dict[Land, Point]:
    most = max(meetings.values())
    order = sorted(_lands(journeys), key=lambda land: (-meetings.get(land, 0), land))
    return {
        land: Point(
            *frame.place(project(land.capital)), _SMALL + (_LARGE - _SMALL) * math.sqrt(meetings.get(land, 0) / most),
            short(land.name), land.code,
        )
        for land in order
    }  # fmt: skip


def _look(count: int, most: int) -> dict[str, Any]:
    part = (count - 1) / max(most - 1, _FEW)
    grey = _GREYS[0] + (_GREYS[1] - _GREYS[0]) * part
    return {"linewidth": _THIN + (_THICK - _THIN) * part, "color": str(round(grey, 3)), "zorder": 1 + part}


def _arrow(home: Point, there: Point, count: int, most: int) -> FancyArrowPatch:
    """Bent to one side, so that the way there and the way back are two arrows."""
    look = _look(count, most)
    return FancyArrowPatch(
        (home.x, home.y), (there.x, there.y), connectionstyle="arc3,rad=0.18", arrowstyle="-|>",
        mutation_scale=4.5 + 1.6 * look["linewidth"], shrinkA=home.radius * 72, shrinkB=there.radius * 72 + 1, **look,
    )  # fmt: skip


def _legend(axes: Axes, most: int) -> None:
    samples = sorted({1, max(1, round(most / 4)), most})
    lines = [Line2D([], [], label=counted(count, "journey"), **_look(count, most)) for count in samples]
    point = Line2D([], [], linestyle="", marker="o", color=COLOURS["country"], label="capital")
    axes.legend(
        handles=[*lines, point], loc="lower left", bbox_to_anchor=(0, 1.0), ncols=4, frameon=False, fontsize=LETTERS,
        borderaxespad=0.2, columnspacing=1.4, handletextpad=0.5,
    )  # fmt: skip
