"""Contacts over time, a lane for each side: marks where they are few, bars that count them where they are many."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from matplotlib.axes import Axes

from kg.counted import counted
from kg.views.contacts import Contact, Thing, Window
from kg.views.stills.caption import Imprint, caption
from kg.views.stills.labels import side_name
from kg.views.stills.lane_ink import draw_bars, draw_marks
from kg.views.stills.lanes import CROWDED, LANES, Mark, busiest, is_dated, lies_in, marks, shown_days
from kg.views.stills.paper import RULE, Form, inches, printed, sheet
from kg.views.stills.time_axis import mark_dates

_LANE, _AXIS, _NAMES, _COUNTS, _LEGEND = 0.29, 0.28, 1.45, 0.35, 0.24  # inches
_SCALE = (
    "Each lane has a scale of its own: the number at its end is its tallest bar. Bars below the line, at half the "
    "scale, are contacts planned, proposed, postponed, cancelled, denied or of unknown status."
)


class _Plan(msgspec.Struct, frozen=True):
    """What is drawn: contacts on the days that are shown, and the sides that have lanes, from above."""

    shown: tuple[int, int]
    contacts: Sequence[Contact]
    sides: Sequence[Thing]

    @property
    def lanes(self) -> list[list[Mark]]:
        return [marks([one for one in self.contacts if side in one.sides], self.shown) for side in self.sides]

    @property
    def crowded(self) -> bool:
        return any(len(lane) > CROWDED for lane in self.lanes)


def draw_timeline(contacts: Sequence[Contact], window: Window, form: Form, imprint: Imprint) -> bytes:
    """Return the picture as a file's bytes. A vague date is drawn as the span of days it may be."""
    plan = _plan(contacts, window)
    height = _LANE * max(len(plan.sides), 2) + _AXIS + _LEGEND
    with sheet(height, imprint.title, caption(contacts, window, imprint, _notes(contacts, plan))) as (figure, part):
        left, bottom, width, _ = part
        box = (left + _NAMES, bottom + _AXIS, width - _NAMES - _COUNTS, height - _AXIS - _LEGEND)
        axes = figure.add_axes(inches(figure, box))
        if plan.sides:
            _fill(axes, plan)
        else:
            _say_why(axes, contacts)
        return printed(figure, form)


def _plan(contacts: Sequence[Contact], window: Window) -> _Plan:
    if not any(is_dated(one) for one in contacts):
        return _Plan((0, 1), (), ())
    shown = shown_days(contacts, window)
    drawn = [one for one in contacts if lies_in(one, shown)]
    return _Plan(shown, drawn, busiest(drawn))


def _notes(contacts: Sequence[Contact], plan: _Plan) -> list[str]:
    every = {side for contact in plan.contacts for side in contact.sides}
    undated = sum(not is_dated(one) for one in contacts)
    beyond = len(contacts) - undated - len(plan.contacts)
    elsewhere = sum(not set(one.sides) & set(plan.sides) for one in plan.contacts)
    left = ((undated, "without a date"), (beyond, "far before or after"), (elsewhere, "of other sides only"))
    said = ", ".join(f"{counted(number, 'contact')} {why}" for number, why in left if number)
    return [
        "A contact stands in the lane of each of its sides." if plan.sides else "",
        f"Lanes: the {LANES} sides with the most contacts, of {len(every):,}." if len(every) > LANES else "",
        _SCALE if plan.crowded else "",
        f"Not drawn: {said}." if said and plan.sides else "",
    ]


def _say_why(axes: Axes, contacts: Sequence[Contact]) -> None:
    axes.set_axis_off()
    why = "The graph has no contact of this status and time"
    if contacts:
        why = f"{counted(len(contacts), 'contact')}, and none has a place in time: no source gives a date"
    axes.text(0.4, 0.5, why, ha="center", va="center", transform=axes.transAxes)


def _fill(axes: Axes, plan: _Plan) -> None:
    axes.set_ylim(len(plan.sides) - 0.5, -0.5)
    mark_dates(axes, plan.shown)
    axes.set_yticks(range(len(plan.sides)), [side_name(side) for side in plan.sides])
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color=RULE, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    if plan.crowded:
        draw_bars(axes, plan.lanes, plan.shown)
    else:
        axes.hlines([row + 0.5 for row in range(len(plan.sides) - 1)], *plan.shown, color=RULE, linewidth=0.5)
        draw_marks(axes, plan.lanes)
