"""A still picture of a graph: read, drawn, and what to tell whoever asked for it."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from kg.store.engine import Engine
from kg.views.contacts import Window, read_contacts
from kg.views.explorer.data import page_data
from kg.views.stills.caption import Imprint
from kg.views.stills.journeys import read_geography
from kg.views.stills.lanes import is_dated
from kg.views.stills.map import draw_map
from kg.views.stills.network import draw_network
from kg.views.stills.paper import Form, missing_letters
from kg.views.stills.timeline import draw_timeline

Kind: TypeAlias = Literal["timeline", "network", "map"]


class Still(msgspec.Struct, frozen=True):
    """A picture as the bytes of a file."""

    picture: bytes
    contacts: int
    """Those that the filter selects, drawn or counted below as not drawn."""
    missing: tuple[str, ...]
    """Characters of names that the picture's font lacks: they are printed as boxes."""


def draw_still(
    engine: Engine, kind: Kind, form: Form, *, window: Window, today: date, title: str = "Contacts"
) -> Still:
    """Return the picture of the contacts of a window; the same graph, window, day and title give the same bytes."""
    if kind != "timeline":  # who met and who went: what was only planned is no line
        window = msgspec.structs.replace(window, status="held")
    contacts = read_contacts(engine, window)
    if window.since or window.until:  # a contact without a date is in no window, as in the explorer
        contacts = [contact for contact in contacts if is_dated(contact)]
    imprint = Imprint(page_data(engine).version, today, title)
    names = {side.name for contact in contacts for side in contact.sides}
    if kind == "map":
        picture = draw_map(contacts, read_geography(engine), window, form, imprint)
    else:
        picture = (draw_timeline if kind == "timeline" else draw_network)(contacts, window, form, imprint)
    return Still(picture, len(contacts), tuple(missing_letters(title, *sorted(names))))
