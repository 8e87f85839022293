"""The quick picture: one HTML file made with pyvis, that opens without internet and loses no contact."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

import msgspec
from pyvis.network import Network

from kg.store.engine import Engine
from kg.views.contacts import Contact, Quote, Window, read_contacts, read_quotes
from kg.views.layout import positions
from kg.views.offline import check_alone, strip_outside
from kg.views.picture import LIMIT, Keep, Level, Picture, PictureEdge, PictureNode, draw
from kg.views.styles import edge_style, node_style, zoom_for

_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 80, "hideEdgesOnDrag": True, "multiselect": True},
    "edges": {"arrows": {"to": {"enabled": False}}, "selectionWidth": 2},
    "nodes": {"borderWidth": 1, "scaling": {"label": {"enabled": True, "drawThreshold": 7}}},
}
_BENT = 0.16
_MOST_BENT = 0.9


class QuickPicture(msgspec.Struct, frozen=True):
    """The page and what stands in it."""

    html: str
    nodes: int
    edges: int
    contacts: int
    left_out: int
    """Contacts of the window that the picture leaves out, as the page says too."""


def quick_picture(
    engine: Engine, *, title: str = "Contacts", window: Window | None = None, level: Level = "people",
    keep: Keep = "all", limit: int = LIMIT,
) -> QuickPicture:  # fmt: skip
    """Return the picture of the contacts in a window of time.

    Raises:
        TooManyNodesError: more than ``limit`` nodes; the message says what to do.
    """
    picture = draw(read_contacts(engine, window or Window()), level, keep, limit)
    quotes = read_quotes(engine, [contact.id for contact in picture.contacts])
    page = _page(picture, quotes, title)
    return QuickPicture(page, len(picture.nodes), len(picture.edges), len(picture.contacts), picture.left_out)


def _page(picture: Picture, quotes: Mapping[str, Sequence[Quote]], title: str) -> str:
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.options = _Options(_OPTIONS)
    places, contacts = positions(picture), {contact.id: contact for contact in picture.contacts}
    zoom = zoom_for(picture.nodes)
    network.nodes = [
        _node(node, places[node.id], node_style(node, contacts.get(node.id), zoom)) for node in picture.nodes
    ]
    network.edges = [_edge(number, edge, contacts[edge.contact]) for number, edge in enumerate(picture.edges)]
    data = {
        "title": title,
        "leftOut": picture.left_out,
        "kept": picture.kept,
        "contacts": {contact.id: _told(contact, quotes.get(contact.id, ())) for contact in picture.contacts},
    }
    return check_alone(_furnish(strip_outside(network.generate_html()), title, data))


class _Options(dict[str, Any]):
    """pyvis asks its options for ``to_json``; a plain dict that has it skips its own parser of JavaScript."""

    def to_json(self) -> str:
        return json.dumps(self, sort_keys=True)


def _node(node: PictureNode, place: tuple[int, int], style: Mapping[str, Any]) -> dict[str, Any]:
    """``title`` is set by our own script: pyvis turns one that holds "href" into HTML."""
    return {"id": node.id, "x": place[0], "y": place[1], "kind": node.kind, "name": node.name, **style}


def _edge(number: int, edge: PictureEdge, contact: Contact) -> dict[str, Any]:
    return {
        "id": number, "from": edge.start, "to": edge.end, "contact": edge.contact,
        "smooth": _bend(edge), **edge_style(edge, contact),
    }  # fmt: skip


def _bend(edge: PictureEdge) -> dict[str, Any]:
    """Lines between the same two nodes bend apart, to both sides of the straight one."""
    middle = (edge.of - 1) / 2
    offset = edge.nth - middle
    if offset == 0:
        return {"enabled": False}
    step = min(_BENT, _MOST_BENT / middle)
    side = "curvedCW" if offset > 0 else "curvedCCW"
    return {"enabled": True, "type": side, "roundness": round(abs(offset) * step, 4)}


def _told(contact: Contact, quotes: Sequence[Quote]) -> dict[str, Any]:
    """What the panel tells of a contact; all of it becomes text, none of it markup."""
    return {
        "date": contact.date, "first": _day(contact.earliest), "last": _day(contact.latest), "kind": contact.kind,
        "status": contact.status, "title": contact.title, "sources": contact.sources, "place": contact.place,
        "sides": [side.name for side in contact.sides],
        "officials": [[one.name, one.capacity] for one in contact.officials],
        "topics": [topic.name for topic in contact.topics],
        "quotes": [[quote.words, quote.publisher, quote.published, quote.url] for quote in quotes],
    }  # fmt: skip


def _day(day: date | None) -> int | None:
    """Days since 1970."""
    return None if day is None else day.toordinal() - date(1970, 1, 1).toordinal()


def _furnish(page: str, title: str, data: Mapping[str, Any]) -> str:
    """Put our head, controls and script around the network that pyvis drew."""
    assets = files("kg.views") / "assets"
    style, body, script = (
        (assets / name).read_text(encoding="utf-8") for name in ("quick.css", "quick.html", "quick.js")
    )
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_POLICY)}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{html.escape(title)}</title>'
    )
    encoded = json.dumps(data, sort_keys=True, ensure_ascii=True).replace("<", "\\u003c").replace("&", "\\u0026")
    page = "<!DOCTYPE html>\n" + page.replace("<head>", f"<head>{head}", 1)
    page = page.replace("</head>", f"<style>{style}</style></head>", 1)
    page = page.replace("<body>", f"<body>{body}", 1)
    before, end, after = page.rpartition("</body>")
    return f"{before}<script>const KG = {encoded};\n{script}</script>{end}{after}"
