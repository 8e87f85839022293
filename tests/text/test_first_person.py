"""What a minister tells of himself: "I met X", "my call with X", "a pleasure to welcome X", "Great to meet Y"."""

from __future__ import annotations

from tests.text.crossed.tables import rows, told

_PAPER = "Minister for Foreign Affairs of Australia"
_DAY = "2023-06-04"


def test_what_a_minister_tells_of_himself() -> None:
    misread = []
    for row in rows("first_person"):
        events = [
            (one["kind"], one["status"], one["date"] or "", "+".join(one["countries"]))
            for one in told(row["sentence"], _PAPER, _DAY)
        ]
        wanted = row["kind"], row["status"], row["date"], row["countries"]
        misread += [] if wanted in events else [(row["sentence"], events)]
    assert misread == []
