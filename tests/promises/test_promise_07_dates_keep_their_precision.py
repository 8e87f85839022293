"""Promise 7. "March 2024" stays March 2024; a filter can say certain or possible; the rule that read a date is kept."""

from __future__ import annotations

from functools import partial

from kg.graph import Graph
from kg.model import Reading
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load


def test_a_month_is_not_its_first_day(graph: Graph, load: Load) -> None:
    one = source("a")
    load(Reading(one, tuple(meeting(one, date="2024-03"))))
    ((date, first, last),) = graph.cypher("MATCH (e:Event) RETURN e.date, e.earliest, e.latest").rows
    assert (date, str(first), str(last)) == ("2024-03", "2024-03-01", "2024-03-31")
    contacts = partial(graph.query, "contacts", a="Russia", b="USA")
    assert len(contacts(since="2024-03-01", until="2024-03-07")) == 1
    assert len(contacts(since="2024-03-01", until="2024-03-07", fuzzy="certain")) == 0
    assert len(contacts(fuzzy="certain", since="2024-03", until="2024-03")) == 1


def test_the_rule_that_read_last_tuesday_is_kept(graph: Graph, load: Load) -> None:
    load(
        a="President Otto Lind of Finland met President Anna Berg of Sweden in Oslo last Tuesday.",
        published="2025-02-20",
    )
    ((value, rule),) = graph.cypher("MATCH (c:Claim {attribute: 'date'}) RETURN c.value, c.rule").rows
    assert value in ("2025-02-18", "2025-02-11/2025-02-18", "2025-02-11")
    assert rule
