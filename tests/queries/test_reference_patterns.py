"""The patterns that docs/reference/graph.md shows are run: each finds something in the small graph."""

from __future__ import annotations

import pytest

from kg.blueprint import graph_schema
from kg.store.engine import Engine
from tools.reference_pages.patterns import PATTERNS


@pytest.mark.parametrize("relationship", PATTERNS)
def test_a_pattern_of_the_documents_finds_something(small: Engine, relationship: str) -> None:
    found = small.read(PATTERNS[relationship], {"name": "Sergey Lavrov", "event": "event-riyadh"})
    assert len(found.rows) > 0


def test_patterns_are_shown_for_relationships_that_there_are() -> None:
    assert set(PATTERNS) <= set(graph_schema().relationships)
