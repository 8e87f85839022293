"""How nodes and lines look: colours that colour-blind readers tell apart (after Okabe and Ito), dashes for not held."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from kg.views.contacts import Contact
from kg.views.picture import NodeKind, PictureEdge, PictureNode

COLOURS: dict[NodeKind, str] = {
    "country": "#0072B2",
    "organization": "#56B4E9",
    "official": "#E69F00",
    "topic": "#009E73",
    "contact": "#4D4D4D",
}
STATUS_COLOURS = {
    "held": "#5B6770", "planned": "#CC79A7", "proposed": "#CC79A7", "postponed": "#CC79A7",
    "cancelled": "#D55E00", "denied": "#D55E00", "unknown": "#A0A7AC",
}  # fmt: skip
_SHAPES: dict[NodeKind, str] = {
    "country": "dot", "organization": "square", "official": "dot", "topic": "hexagon", "contact": "diamond",
}  # fmt: skip
_SIZES: dict[NodeKind, tuple[float, float]] = {
    "country": (13, 3.2), "organization": (11, 2.6), "official": (6, 1.4), "topic": (9, 1.4), "contact": (7, 0),
}  # fmt: skip
_FONTS: dict[NodeKind, tuple[int, str]] = {
    "country": (24, "#12344D"), "organization": (19, "#12344D"), "official": (16, "#5C4000"),
    "topic": (16, "#00523C"), "contact": (11, "#5B6770"),
}  # fmt: skip
_LARGEST = 36
_NAMED = 40
_LONGEST = 34
_LONGEST_NAME = 20
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_PALE = 0.55


class Zoom(msgspec.Struct, frozen=True):
    """How much larger things are drawn in a picture of many nodes, which opens zoomed out."""

    nodes: float
    names: float
    named: frozenset[str]
    """The nodes whose names are to be read without zooming in."""


def zoom_for(nodes: Sequence[PictureNode]) -> Zoom:
    """Return how to draw a picture of these nodes."""
    root = math.sqrt(len(nodes))
    heavy = sorted((node for node in nodes if node.kind != "contact"), key=lambda node: (-node.weight, node.id))
    return Zoom(max(1.0, root / 10), max(1.0, root / 6.5), frozenset(node.id for node in heavy[:_NAMED]))


def node_style(node: PictureNode, contact: Contact | None, zoom: Zoom) -> dict[str, Any]:
    """Return the looks of a node; a contact's is coloured by its status."""
    base, growth = _SIZES[node.kind]
    letters, ink = _FONTS[node.kind]
    letters = round(letters * (zoom.names if node.id in zoom.named else 1.0))
    size = min(base + growth * math.sqrt(node.weight), _LARGEST) * zoom.nodes
    colour = COLOURS[node.kind] if contact is None else STATUS_COLOURS[contact.status]
    return {
        "label": _label(node),
        "shape": _SHAPES[node.kind],
        "size": round(size, 1),
        "color": {"background": colour, "border": "#FFFFFF", "highlight": {"background": colour, "border": "#111111"}},
        "font": {"size": letters, "color": ink, "strokeWidth": 4, "strokeColor": "#FFFFFF"},
        "weight": node.weight,
    }


def edge_style(edge: PictureEdge, contact: Contact) -> dict[str, Any]:
    """Return the looks of a line: solid for held, dashed for anything that did not (yet) happen."""
    inner = contact.id in (edge.start, edge.end)
    colour = STATUS_COLOURS[contact.status]
    return {
        "color": {"color": colour, "opacity": _PALE if inner else 0.8, "highlight": "#111111", "hover": "#111111"},
        "dashes": [] if contact.status == "held" else [6, 5],
        "width": 1.0 if inner else 1.6,
    }


def _label(node: PictureNode) -> str:
    """A contact is labelled by its date, an organisation of a long name by its code."""
    if node.kind == "contact" or (node.kind == "organization" and node.code and len(node.name) > _LONGEST_NAME):
        return short(node.code)
    return short(node.name)


def short(text: str) -> str:
    """Return a label of one short line, without characters that turn writing round."""
    plain = CONTROL.sub(" ", text).strip()
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
