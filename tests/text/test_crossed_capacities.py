"""Whatever office of a state somebody holds, and wherever it is told: his name and his state. Tables: ``crossed/``."""

from __future__ import annotations

from itertools import product

from tests.text.crossed.tables import rows, told

_BOTH = {"Nils Berg", "Ana Quispe"}


def test_whatever_office_somebody_holds() -> None:
    misread = []
    for office, frame in product(rows("capacities"), rows("capacity_frames")):
        text = frame["sentence"].format(O=office["capacity"])
        events = told(text)
        named = {one["name"] for event in events for one in event["participants"]}
        if [set(event["countries"]) for event in events] != [{"NOR", "PER"}] or named != _BOTH:
            misread.append(text)
    assert not misread
