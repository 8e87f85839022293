"""A ministry's own text calls its state "our country", and its president "our President"."""

from __future__ import annotations

from tests.text.crossed.tables import BOTH, rows, status, told

_MINISTRY = "Ministry of Foreign Affairs of Peru"
_AS_ONE = {"talks": "meeting", "negotiation": "meeting"}


def test_whose_our_is() -> None:
    misread = []
    for row in rows("own_land"):
        events = [one for one in told(row["sentence"], _MINISTRY) if one["kind"] != "statement"]
        read = [(_AS_ONE.get(one["kind"], one["kind"]), status(one), set(one["countries"])) for one in events]
        wanted = [(row["kind"], row["status"], BOTH)] if row["kind"] else []
        misread += [] if read == wanted else [(row["sentence"], read)]
    assert misread == []
