"""Promise 1. Every claim carries a quote that stands in its source, is refused otherwise, and can be checked again."""

from __future__ import annotations

import msgspec

from kg.graph import Graph
from kg.model import Evidence, Reading, Reject
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load

TEXT = "RIYADH, Feb. 18 - Russian Foreign Minister Sergey Lavrov met U.S. Secretary of State Marco Rubio in Riyadh."


def test_every_claim_of_a_text_has_its_words(graph: Graph, load: Load) -> None:
    load(riyadh=TEXT)
    claims = graph.cypher(
        "MATCH (c:Claim)-[:STATED_IN]->(s:Source {key: 'riyadh'}) RETURN c.start, c.end, c.quote"
    ).rows
    assert claims
    assert all(TEXT[start:end] == quote for start, end, quote in claims)
    assert graph.verify().faults == ()


def test_a_claim_without_its_words_is_refused(load: Load) -> None:
    origin = source("wire")
    good, bad, *rest = meeting(origin)
    bad = msgspec.structs.replace(bad, evidence=Evidence(3, 9, "no such words"))
    refused: list[Reject] = []
    load(Reading(origin, (good, bad, *rest)), refused=refused)
    assert [one.reason for one in refused] == ["bad-evidence"]


def test_a_changed_text_is_found(graph: Graph, load: Load) -> None:
    load(riyadh=TEXT)
    graph.write("MATCH (s:Source {key: 'riyadh'}) SET s.text = replace(s.text, 'met', 'left')")
    assert graph.verify().faults
