"""Promise 14. A user's Cypher is run read-only, with a time limit, and values are always parameters."""

from __future__ import annotations

import pytest

from kg.graph import Graph
from kg.model import Reading
from kg.store.engine import StoreError
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load


@pytest.mark.parametrize(
    "text",
    ["CREATE (n:Country {id: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (n) SET n.name = 'x'",
     "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "CALL { CREATE (n:X) RETURN n } RETURN n"],
)  # fmt: skip
def test_it_is_refused(text: str, graph: Graph, load: Load) -> None:
    one = source("a")
    load(Reading(one, tuple(meeting(one))))
    before = graph.cypher("MATCH (n) RETURN count(n)").rows
    with pytest.raises(StoreError):
        graph.cypher(text)
    assert graph.cypher("MATCH (n) RETURN count(n)").rows == before


def test_a_value_is_never_cypher(graph: Graph, load: Load) -> None:
    one = source("x' }) DETACH DELETE n //")
    load(Reading(one, tuple(meeting(one))))
    hostile = "x' }) DETACH DELETE n //"
    assert graph.cypher("MATCH (s:Source {key: $key}) RETURN count(s)", {"key": hostile}).rows == [(1,)]
