"""Who met whom: sides with one line a pair, as wide as their contacts are many."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, TypeAlias

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from kg.counted import counted
from kg.views.contacts import Contact, Thing, Window
from kg.views.layout import positions
from kg.views.picture import Picture, PictureEdge, PictureNode
from kg.views.stills.caption import Imprint, caption
from kg.views.stills.labels import Point, side_name, write_names
from kg.views.stills.paper import LETTERS, Form, inches, printed, sheet
from kg.views.styles import COLOURS

Pairs: TypeAlias = Mapping[tuple[Thing, Thing], int]

NODES = 30
"""More sides than this cannot be read on one page."""
SEATS = 6
"""A contact of more sides is a gathering, and says little of any pair: it is counted in the caption instead."""
_HEIGHT, _LEGEND, _MARGIN = 4.9, 0.26, 0.35  # inches
_THIN, _THICK = 0.4, 4.5  # points
_SMALL, _LARGE = 0.035, 0.13  # inches, half across
_STRONGEST = 30  # lines of one pair that pull in the layout
_FEW = 12  # contacts: below so many no line of a small graph is drawn as thick as can be
_GREYS = (0.72, 0.25)


def draw_network(contacts: Sequence[Contact], window: Window, form: Form, imprint: Imprint) -> bytes:
    """Return the picture as a file's bytes. Sides lie where the seeded layout puts them."""
    pairs, sides = count_pairs(contacts)
    with sheet(_HEIGHT, imprint.title, caption(contacts, window, imprint, _notes(contacts, pairs, sides))) as sheets:
        figure, (left, bottom, width, height) = sheets
        axes = figure.add_axes(inches(figure, (left, bottom, width, height - _LEGEND)))
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(0, height - _LEGEND)
        if pairs:
            _fill(axes, pairs, sides, width, height - _LEGEND)
        else:
            axes.text(width / 2, height / 2, _why(contacts), ha="center", va="center")
        return printed(figure, form)


def count_pairs(contacts: Sequence[Contact]) -> tuple[dict[tuple[Thing, Thing], int], dict[Thing, int]]:
    """Return the contacts of each pair among the sides with the most, and of each such side, most first."""
    small = [contact for contact in contacts if len(contact.sides) <= SEATS]
    every = Counter(pair for contact in small for pair in combinations(sorted(contact.sides), 2))
    weights = Counter(side for contact in small if len(contact.sides) > 1 for side in contact.sides)
    kept = sorted(weights, key=lambda side: (-weights[side], side.name, side.id))[:NODES]
    order = sorted(every.items(), key=lambda item: (item[1], item[0]))
    pairs = {pair: count for pair, count in order if set(pair) <= set(kept)}
    joined = {side for pair in pairs for side in pair}
    return pairs, {side: weights[side] for side in kept if side in joined}


def _notes(contacts: Sequence[Contact], pairs: Pairs, sides: Mapping[Thing, int]) -> list[str]:
    if not pairs:
        return []
    small = [contact for contact in contacts if 1 < len(contact.sides) <= SEATS]
    gatherings = sum(len(contact.sides) > SEATS for contact in contacts)
    others = sum(len(set(contact.sides) & set(sides)) < 2 for contact in small)
    every = len({side for contact in small for side in contact.sides})
    left = ((gatherings, f"of more than {SEATS} sides"), (others, "of other pairs"),
            (len(contacts) - gatherings - len(small), "of one side"))  # fmt: skip
    said = ", ".join(f"{counted(number, 'contact')} {why}" for number, why in left if number)
    return [
        "A line joins two sides that had contacts; the larger a side, the more contacts it had.",
        f"Drawn: the {len(sides)} sides with the most contacts, of {every:,}." if every > len(sides) else "",
        f"Not drawn: {said}." if said else "",
    ]


def _why(contacts: Sequence[Contact]) -> str:
    if contacts:
        return f"{counted(len(contacts), 'contact')}, and none joins a pair: of one side, or of more than {SEATS}"
    return "The graph has no held contact of this time"


def _fill(axes: Axes, pairs: Pairs, sides: Mapping[Thing, int], width: float, height: float) -> None:
    points = _points(pairs, sides, width, height)
    most = max(pairs.values())
    for (one, other), count in pairs.items():
        ends = points[one], points[other]
        axes.plot([end.x for end in ends], [end.y for end in ends], **_line(count, most))
    for side, point in points.items():
        colour = COLOURS["organization" if is_organization(side) else "country"]
        axes.plot([point.x], [point.y], marker="s" if is_organization(side) else "o", markersize=point.radius * 144,
                  color=colour, markeredgecolor="white", markeredgewidth=0.6, zorder=8)  # fmt: skip
    write_names(axes, list(points.values()), width, height)
    _legend(axes, most, any(is_organization(side) for side in sides))


def is_organization(side: Thing) -> bool:
    """Whether the side is an organisation, and no country."""
    return side.id.startswith("organization-")


def _points(pairs: Pairs, sides: Mapping[Thing, int], width: float, height: float) -> dict[Thing, Point]:
    edges = [PictureEdge(one.id, other.id, "") for (one, other), count in sorted(pairs.items())
             for _ in range(min(count, _STRONGEST))]  # fmt: skip
    nodes = [PictureNode(side.id, "country", side.name, weight) for side, weight in sides.items()]
    places = positions(Picture(tuple(nodes), tuple(edges), ()))
    across, up = ([place[axis] for place in places.values()] for axis in (0, 1))
    most = max(sides.values())
    return {
        side: Point(
            _fit(places[side.id][0], across, width), _fit(places[side.id][1], up, height),
            _SMALL + (_LARGE - _SMALL) * math.sqrt(weight / most), side_name(side), side.code,
        )
        for side, weight in sides.items()
    }  # fmt: skip


def _fit(value: float, every: Sequence[float], length: float) -> float:
    low, high = min(every), max(every)
    return _MARGIN + (value - low) / (high - low or 1) * (length - 2 * _MARGIN)


def _line(count: int, most: int) -> dict[str, Any]:
    """Wider and darker; both grow with the root, so that one busy pair leaves the others to be seen."""
    part = math.sqrt((count - 1) / max(most - 1, _FEW))
    grey = _GREYS[0] + (_GREYS[1] - _GREYS[0]) * part
    return {"linewidth": _THIN + (_THICK - _THIN) * part, "color": str(round(grey, 3)), "zorder": 1 + part,
            "solid_capstyle": "butt"}  # fmt: skip


def _legend(axes: Axes, most: int, organizations: bool) -> None:
    samples = sorted({1, max(1, round(most / 4)), most})
    lines = [Line2D([], [], label=counted(count, "contact"), **_line(count, most)) for count in samples]
    shapes = [("o", "country", COLOURS["country"])]
    shapes += [("s", "organisation", COLOURS["organization"])] if organizations else []
    dots = [Line2D([], [], linestyle="", marker=mark, color=colour, label=name) for mark, name, colour in shapes]
    axes.legend(
        handles=[*lines, *dots], loc="lower left", bbox_to_anchor=(0, 1.0), ncols=5, frameon=False, fontsize=LETTERS,
        borderaxespad=0.2, columnspacing=1.4, handletextpad=0.5,
    )  # fmt: skip
