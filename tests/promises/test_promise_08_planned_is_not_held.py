"""Promise 8. Planned, cancelled, postponed, denied and wished for are not held."""

from __future__ import annotations

import pytest

from kg.graph import Graph
from tests.promises.conftest import Load

SENTENCES = {
    "planned": "President Anna Berg of Sweden will meet President Otto Lind of Finland in Oslo on 3 May 2025.",
    "cancelled": "The meeting of President Anna Berg of Sweden and President Otto Lind of Finland was called off.",
    "postponed": "Talks between Sweden and Finland that were to open on Monday have been postponed.",
    "denied": "The ministry denied that President Anna Berg of Sweden had met President Otto Lind of Finland.",
    "proposed": "Sweden has invited the President of Finland to visit Stockholm.",
}


@pytest.mark.parametrize("status", SENTENCES)
def test_it_is_said_as_what_it_is(status: str, graph: Graph, load: Load) -> None:
    load(text=SENTENCES[status])
    assert graph.cypher("MATCH (e:Event) RETURN DISTINCT e.status").rows == [(status,)]
    assert len(graph.query("contacts", a="Sweden", b="Finland")) == 0, "what was held is asked for unless one says"
