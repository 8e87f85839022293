"""A picture in a notebook: what ``graph.view()`` returns shows itself in an iframe of its own."""

from __future__ import annotations

import html

import msgspec

from kg.store.engine import Engine
from kg.views.contacts import Window
from kg.views.explorer.page import explorer_page
from kg.views.picture import Keep, Level


class NotebookView(msgspec.Struct, frozen=True):
    """A page that a notebook shows below the cell; ``page`` is the whole of it, to be written to a file as well."""

    page: str
    contacts: int
    height: int = 640
    """Pixels."""

    def _repr_html_(self) -> str:
        """Return the page in an iframe that may run its script and reach nothing: not the notebook, nor the network."""
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" sandbox="allow-scripts allow-downloads" '
            f'style="width: 100%; height: {self.height:d}px; border: 0" title="Contacts"></iframe>'
        )


def explorer_view(engine: Engine, title: str, height: int) -> NotebookView:
    """Return the explorer of the whole graph; see :func:`kg.views.explorer.page.explorer_page`."""
    page, contacts = explorer_page(engine, title)
    return NotebookView(page, contacts, height)


def quick_view(
    engine: Engine, title: str, height: int, *, window: Window, level: Level = "people", keep: Keep = "most"
) -> NotebookView:
    """Return the quick picture of a window; see :func:`kg.views.quick.quick_picture`."""
    from kg.views.quick import quick_picture

    picture = quick_picture(engine, title=title, window=window, level=level, keep=keep)
    return NotebookView(picture.html, picture.contacts, height)
