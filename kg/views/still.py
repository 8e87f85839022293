"""Still pictures for papers: contacts over time as SVG or PNG, made without a browser. Same graph, same bytes."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, TypeAlias

from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from kg.store.engine import Engine
from kg.views.contacts import Contact, Thing, Window, read_contacts
from kg.views.styles import STATUS_COLOURS

Form: TypeAlias = Literal["svg", "png"]

LANES = 20
"""More lanes than this cannot be read on a printed page; what is left out is counted in the caption."""
_HEIGHTS = (0.0, -0.15, 0.15, -0.3, 0.3)  # of contacts in one lane, before they cover each other
_LONG = 4 * 366  # days beyond which years are marked, and months no more
# Shapes and hatches say the status again, for print without colour and for colour-blind readers.
_MARKS = {
    "held": "o",
    "planned": "^",
    "proposed": "v",
    "postponed": "s",
    "cancelled": "x",
    "denied": "+",
    "unknown": "D",
}
_HATCHES = {"held": "", "planned": "///", "proposed": "\\\\\\", "postponed": "---", "cancelled": "xxx", "denied": "+++",
            "unknown": "..."}  # fmt: skip
# Names are text: a dollar sign in one is no formula. Times and ids of the run stay out of the file.
_SETTINGS = {"svg.hashsalt": "diplomatic-kg", "text.parse_math": False, "font.size": 9.0, "hatch.linewidth": 0.6}


def timeline(engine: Engine, form: Form, *, title: str = "Contacts", window: Window | None = None) -> tuple[bytes, int]:
    """Return the picture of the contacts of a window, a lane for each side, and how many contacts the window holds."""
    window = window or Window()
    contacts = read_contacts(engine, window)
    return draw_timeline(contacts, window, form, title), len(contacts)


def draw_timeline(contacts: Sequence[Contact], window: Window, form: Form, title: str) -> bytes:
    """Return the picture as a file's bytes. A vague date is drawn as the span of days it may be."""
    lanes = _lanes(contacts)
    with style.context(["default", _SETTINGS]):
        figure = Figure(figsize=(9, 2.4 + 0.34 * max(len(lanes), 2)), layout="constrained")
        axes = figure.add_subplot()
        axes.set_title(title, loc="left", fontweight="bold")
        _fill(axes, contacts, lanes, window)
        figure.supxlabel(caption(contacts, lanes, window), x=0.01, ha="left", fontsize=8)
        return _bytes(figure, form)


def caption(contacts: Sequence[Contact], lanes: Sequence[Thing], window: Window) -> str:
    """Say in words what the picture holds: the window, contacts certain and possible, and what is not drawn."""
    certain = sum(_is_certain(contact, window) for contact in contacts)
    undated = sum(_days(contact) is None for contact in contacts)
    elsewhere = sum(_days(one) is not None and not set(one.sides) & set(lanes) for one in contacts)
    sides = len({side for contact in contacts for side in contact.sides})
    return (
        f"From {window.since or 'the first'} to {window.until or 'the last'}: {certain:,} contacts certain, "
        f"{len(contacts):,} possible.\n{len(lanes):,} of {sides:,} sides drawn, those with the most dated contacts; "
        f"contacts not drawn: {undated:,} without a date, {elsewhere:,} of other sides.\n"
        "A contact stands in the lane of each of its sides. Source: the articles and data sets of this graph."
    )


def _is_certain(contact: Contact, window: Window) -> bool:
    after = window.since is None or (contact.earliest is not None and contact.earliest >= window.since)
    return after and (window.until is None or (contact.latest is not None and contact.latest <= window.until))


def _days(contact: Contact) -> tuple[int, int] | None:
    known = [day for day in (contact.earliest, contact.latest) if day is not None]
    return (known[0].toordinal(), known[-1].toordinal()) if known else None


def _lanes(contacts: Sequence[Contact]) -> list[Thing]:
    counts = Counter(side for contact in contacts if _days(contact) for side in contact.sides)
    return sorted(counts, key=lambda side: (-counts[side], side.name, side.id))[:LANES]


def _fill(axes: Axes, contacts: Sequence[Contact], lanes: Sequence[Thing], window: Window) -> None:
    if not lanes:
        axes.set_axis_off()
        axes.text(0.5, 0.5, "No contact with a date in this window", ha="center", transform=axes.transAxes)
        return
    for row, side in enumerate(lanes):
        _lane(axes, row, [contact for contact in contacts if side in contact.sides])
    axes.set_yticks(range(len(lanes)), [side.name for side in lanes])
    axes.set_ylim(len(lanes) - 0.5, -0.5)
    _time_axis(axes, _shown([days for contact in contacts if (days := _days(contact))], window))
    axes.grid(axis="x", color="#DDDDDD", linewidth=0.6)
    axes.set_axisbelow(True)
    _legend(axes, [contact for contact in contacts if set(contact.sides) & set(lanes)])


def _shown(spans: Sequence[tuple[int, int]], window: Window) -> tuple[int, int]:
    """The window where it is given; a vague date may reach beyond it."""
    first = window.since.toordinal() if window.since else min(start for start, _ in spans)
    last = window.until.toordinal() if window.until else max(end for _, end in spans)
    margin = max(2, (last - first) // 60)
    return max(1, first - margin), min(date.max.toordinal(), last + margin)


def _lane(axes: Axes, row: int, contacts: Sequence[Contact]) -> None:
    dated = sorted((days, contact.id, contact.status) for contact in contacts if (days := _days(contact)))
    for nth, ((first, last), _, status) in enumerate(dated):
        height, colour = row + _HEIGHTS[nth % len(_HEIGHTS)], STATUS_COLOURS[status]
        if first == last:
            axes.plot([first], [height], linestyle="", marker=_MARKS[status], markersize=4, color=colour, alpha=0.85)
        else:
            axes.add_patch(_span(first, last, height, status))


def _span(first: int, last: int, height: float, status: str) -> Rectangle:
    return Rectangle(
        (first, height - 0.06), last - first + 1, 0.12, facecolor=STATUS_COLOURS[status] + "40",
        edgecolor=STATUS_COLOURS[status], hatch=_HATCHES[status], linewidth=0.6,
    )  # fmt: skip


def _time_axis(axes: Axes, shown: tuple[int, int]) -> None:
    ticks = list(_ticks(*shown))
    every = max(1, -(-len(ticks) // 9))
    axes.set_xlim(*shown)
    axes.set_xticks([day for day, _ in ticks[::every]], [text for _, text in ticks[::every]])


def _ticks(first: int, last: int) -> Iterator[tuple[int, str]]:
    months = (1,) if last - first > _LONG else range(1, 13)
    for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
        for month in months:
            day = date(year, month, 1).toordinal()
            if first <= day <= last:
                yield day, f"{year}" if len(months) == 1 else f"{year}-{month:02}"


def _legend(axes: Axes, drawn: Sequence[Contact]) -> None:
    """Only what stands in the picture is explained."""
    found = sorted({(days[0] != days[1], one.status) for one in drawn if (days := _days(one))})
    handles = [_span_key(status) if vague else _day_key(status) for vague, status in found]
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=8)


def _day_key(status: str) -> Line2D:
    colour = STATUS_COLOURS[status]
    return Line2D([], [], linestyle="", marker=_MARKS[status], color=colour, label=f"{status}, on that day")


def _span_key(status: str) -> Patch:
    colour = STATUS_COLOURS[status]
    return Patch(facecolor=colour + "40", edgecolor=colour, hatch=_HATCHES[status], label=f"{status}, some day within")


def _bytes(figure: Figure, form: Form) -> bytes:
    file = io.BytesIO()
    figure.savefig(file, format=form, dpi=200, metadata={"Date": None} if form == "svg" else {"Software": None})
    return file.getvalue()
