"""Programmes: whose they are their heading tells, what is to come their lines, and when a line above or the same."""

from __future__ import annotations

from itertools import product

from tests.text.crossed.tables import names, of_both, rows, status

_AS_ONE = {"talks": "meeting", "negotiation": "meeting"}


def test_lines_of_a_programme() -> None:
    misread = []
    for heading, item in product(rows("agenda_headings"), rows("agenda_items")):
        text = heading["heading"] + "\n\n" + item["item"].replace("\\n", "\n")
        events = [one for one in of_both(text) if one["kind"] != "visit"]
        read = [(_AS_ONE.get(one["kind"], one["kind"]), status(one), one["date"] or "") for one in events]
        people = names(events) >= set(filter(None, ("Luis Rojas", heading["owner"])))
        misread += [] if read == [(item["kind"], "planned", item["date"])] and people else [(text, read)]
    assert misread == []
