"""Promise 9. An office is checked against tenures on the event's date; a mismatch is a finding, never a correction."""

from __future__ import annotations

import pytest

from kg.graph import Graph
from kg.model import Participant, Reading
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load


@pytest.mark.parametrize(
    ("name", "date", "verdict"),
    [
        ("Sergey Lavrov", "2025-02-18", "holds"),
        ("Sergey Lavrov", "1999-02-18", "differs"),
        ("Nobody Whoever", "2025-02-18", "unknown"),
    ],
)
def test_the_verdict_stands_beside_what_is_said(name: str, date: str, verdict: str, graph: Graph, load: Load) -> None:
    one = source("a")
    person = Participant(name, "Foreign Minister", "foreign-minister", "RUS")
    load(Reading(one, tuple(meeting(one, person, date=date))))
    assert graph.cypher("MATCH (p:Participant) RETURN p.capacity, p.tenure").rows == [("Foreign Minister", verdict)]
    conflicts = graph.cypher("MATCH (c:Conflict {kind: 'tenure'}) RETURN count(c)").rows
    assert conflicts == [(int(verdict == "differs"),)]
