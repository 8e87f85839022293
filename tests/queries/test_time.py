"""Time in queries: certain and possible, happened by, known by, planned and held."""

from __future__ import annotations

import pytest

from kg.store.engine import Engine
from queries import run


def events(engine: Engine, query: str = "contacts", **given: object) -> list[str]:
    pair = {"a": "RUS", "b": "USA"} if query == "contacts" else {}
    return [str(row["event"]).removeprefix("event-") for row in run(engine, query, timeout=None, **pair, **given)]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["geneva-summit", "geneva-talks", "istanbul", "riyadh", "no-year"]),
        ({"since": "2025"}, ["istanbul", "riyadh", "no-year"]),
        ({"since": "2025", "fuzzy": "certain"}, ["istanbul", "riyadh"]),
        ({"since": "2025-02-18"}, ["istanbul", "riyadh", "no-year"]),
        ({"since": "2025-02-18", "fuzzy": "certain"}, ["riyadh"]),
        ({"until": "2025-02-17"}, ["geneva-summit", "geneva-talks", "istanbul", "no-year"]),
        ({"until": "2025-02-17", "fuzzy": "certain"}, ["geneva-summit", "geneva-talks"]),
        ({"happened_by": "2021"}, ["geneva-summit", "no-year"]),
        ({"happened_by": "2025-02-17", "fuzzy": "certain"}, ["geneva-summit", "geneva-talks"]),
        ({"status": "planned"}, ["april-round", "presidents"]),
        ({"status": "planned", "since": "2026"}, ["presidents"]),
        ({"kind": "talks", "status": "any"}, ["istanbul", "april-round"]),
    ],
)
def test_a_window_says_certain_or_possible(given: dict[str, str], found: list[str], small: Engine) -> None:
    assert events(small, **given) == found


@pytest.mark.parametrize(
    ("moment", "found"),
    [("2025-03-04", 0), ("2025-03-05", 1), ("2025-04", 1), ("2025-05-01T07:59:59Z", 1), ("2025-05-01T08:00:00Z", 3)],
)
def test_known_by_takes_days_and_moments(moment: str, found: int, small: Engine) -> None:
    assert len(events(small, "country-timeline", country="China", since="2025", known_by=moment)) == found


def test_columns_stand_also_without_rows(small: Engine) -> None:
    table = run(small, "contacts", a="France", b="China")
    assert len(table) == 0
    assert table.names[:3] == ("event", "date", "kind")


def test_a_month_is_certain_for_what_lies_in_it_and_possible_for_what_touches_it(small: Engine) -> None:
    found = [(row["month"], row["certain"], row["possible"]) for row in run(small, "contacts-by-month", a="China")]
    assert found == [("2025-02", 1, 0), ("2025-03", 0, 1), ("2025-04", 1, 1)]


def test_the_events_of_a_month_are_cut_at_the_window(small: Engine) -> None:
    rows = list(run(small, "contacts-by-month", a="China", since="2025-04"))
    assert [row["month"] for row in rows] == ["2025-04"]
