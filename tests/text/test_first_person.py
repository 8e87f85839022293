"""What a minister tells of himself: "I met X", "my call with X", "a pleasure to welcome X", "Great to meet Y"."""

from __future__ import annotations

from tests.text.crossed.tables import rows
from tests.text.reading import read_summary


def test_what_a_minister_tells_of_himself() -> None:
    misread = []
    for row in rows("first_person"):
        text = {
            "text": row["sentence"],
            "published": "2023-06-04",
            "publisher": "Minister for Foreign Affairs of Australia",
        }
        told = [
            (one["kind"], one["status"], one["date"] or "", "+".join(one["countries"]))
            for one in read_summary(text)["events"]
        ]
        wanted = row["kind"], row["status"], row["date"], row["countries"]
        misread += [] if wanted in told else [(row["sentence"], told)]
    assert misread == []
