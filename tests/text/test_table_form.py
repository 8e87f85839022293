"""The table of hard sentences keeps its form: a slip in it must not look like a misreading."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from kg.blueprint import event_kinds, statuses
from kg.dates import parse
from kg.vocabulary import countries
from tests.text.hard_sentences import HardSentence, hard_sentences

ROWS = hard_sentences()
FIELDS = {"kind", "status", "date", "countries", "participants", "place", "topics", "salience"}


def test_ids_are_given_once() -> None:
    assert [name for name, times in Counter(row.id for row in ROWS).items() if times > 1] == []


def test_texts_are_given_once() -> None:
    assert [text for text, times in Counter(row.text for row in ROWS).items() if times > 1] == []


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_row(row: HardSentence) -> None:
    assert row.text == row.text.strip() != ""
    assert row.id.rpartition("-")[0] == row.kind_of_difficulty
    assert not row.published or date.fromisoformat(row.published)
    for event in row.expect:
        _check_event(event, row.text)


def _check_event(event: dict[str, Any], text: str) -> None:
    assert set(event) <= FIELDS
    assert event["kind"] in event_kinds()
    assert event.get("status", "held") in statuses()
    assert event.get("salience", "minor") == "minor"
    assert not event.get("date") or parse(event["date"])
    sides = event.get("countries", [])
    assert sides == sorted(set(sides))
    assert set(sides) <= set(countries())
    _check_place(event.get("place"))
    for participant in event.get("participants", []):
        assert set(participant) <= {"name", "role", "country_or_org"}
        assert participant["name"] is None or participant["name"] in text


def _check_place(place: dict[str, str] | None) -> None:
    if place is not None:
        assert set(place) == {"city", "country_iso3"}
        assert place["country_iso3"] in countries()
