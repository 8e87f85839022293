"""Whom a minister meets on a journey, in a text of his own side: of the state he has come to. See ``crossed/``."""

from __future__ import annotations

from itertools import product

import pytest

from tests.text.crossed.tables import LATER, names, rows, sides_of, told

_PAPERS = ("Ministry of Foreign Affairs of Peru", "Andina (Peru)")


@pytest.mark.parametrize("paper", _PAPERS)
def test_whoever_is_met_abroad(paper: str) -> None:
    misread = []
    for begun, later in product(rows("journeys_begun"), rows("met_abroad")):
        text = f"{begun['sentence']} {later['sentence']}"
        events = [event for event in told(text, paper, LATER) if event["kind"] != "visit"]
        met = {*filter(None, later["who"].split("|"))}
        right = names(events) - {"Juan Castro"} == met and all(sides_of(name, events) == {"KEN"} for name in met)
        misread += [] if right and len(events) == len(met) else [text]
    assert not misread


def test_whoever_comes_to_see_him_at_home() -> None:
    for text in (
        "Foreign Minister Juan Castro met Prime Minister Eva Mora on Monday before leaving for Nairobi.",
        "Foreign Minister Juan Castro, who visited Kenya last month, met Finance Minister Eva Mora on Tuesday.",
        "Foreign Minister Juan Castro returned from Nairobi on Monday. He will meet President Luis Vargas this week.",
        "President Luis Vargas met Foreign Minister Juan Castro in Lima ahead of his trip to Nairobi.",
    ):
        contacts = [event for event in told(text, _PAPERS[0], LATER) if event["kind"] != "visit"]
        assert contacts == [], text
