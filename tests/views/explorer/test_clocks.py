"""The sliders of *known by* go from the first to the last day that counts, for Python as for the page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kg.views.explorer.clocks import last_day
from tests.views.explorer.conftest import Explorer, Graph

_TOLD = "MATCH (e:Contact)<-[:REPORTS]-(s:Source) WHERE s.published <> '' RETURN e.id, min(s.published)"
_RECORDED = "MATCH (e:Contact) RETURN DISTINCT substring(e.recorded, 0, 10)"


@pytest.mark.parametrize(
    ("published", "last"),
    [
        ("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2023-02-03", "2023-02-03"), ("1896-11", "1896-11-30"),
        ("2023-02-03T10:00:00Z", "2023-02-03"), ("2023-02-30", None), ("2023-13", None), ("2024~", None),
        ("202X", None), ("", None), ("spring", None),
    ],
)  # fmt: skip
def test_a_source_has_surely_appeared_by_the_last_day_of_its_date(published: str, last: str | None) -> None:
    found = last_day(published)
    assert (None if found is None else str(date(1970, 1, 1) + timedelta(days=found))) == last


def test_sliders_go_from_the_first_day_to_the_last(graph: Graph, shown: Explorer) -> None:
    page = shown.set()
    for name, days in (
        ("told", [row[1] for row in graph.engine.read(_TOLD).rows]),
        ("known", [row[0] for row in graph.engine.read(_RECORDED).rows]),
    ):
        ends = page.evaluate(f"[document.getElementById('{name}').min, document.getElementById('{name}').max]")
        assert [str(date(1970, 1, 1) + timedelta(days=int(end))) for end in ends] == [min(days), max(days)], name
