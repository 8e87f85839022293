"""What a graph says of a moment gone by hangs on its history alone, not on the batches in which its sources came."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given

from kg.graph import Graph
from kg.store.graph_store import GraphStore
from queries import BadParameterError, find_query, query_names
from queries.as_of import KNOWN_BY
from tests.load.drawn import FEW, MANY, drawn, histories
from tests.load.histories import Course, Load, Step, Telling, clear

_PEOPLE = ("Otto Lind", "Sergey Lavrov")
_ASKED: dict[str, object] = {
    "a": "France", "b": "Germany", "country": "France", "place": "Paris", "topic": "energy", "publisher": "Agency",
    "today": "2025-12-31", "status": "any", "least": "2", "limit": "1000", "sides": "2", "days": "400",
    "one": "France, Russia", "other": "Germany",
}  # fmt: skip
GONE_FOR_A_BATCH: list[Step] = [
    Load((Telling(0),), batch=1),
    Load((Telling(0, city="Lyon"), Telling(1, date="2025-02-20")), batch=1),
    Load((Telling(1, city="Lyon"), Telling(0)), batch=1),
]
"""Only one tells of Paris, and tells of Lyon then; in the next batch another tells of Paris. Twice."""
COPIES_DIFFER: list[Step] = [Load((Telling(2), Telling(3, city="Lyon")), batch=1)]
"""Two of one text are one voice, and disagree on the place all the same."""


@drawn(FEW)
@example(steps=GONE_FOR_A_BATCH)
@example(steps=COPIES_DIFFER)
@given(steps=histories())
def test_batches_never_matter_to_the_past(store: GraphStore, steps: list[Step]) -> None:
    check_pasts(store, steps)


@pytest.mark.long
@drawn(MANY)
@given(steps=histories())
def test_batches_never_matter_to_the_past_of_many(store: GraphStore, steps: list[Step]) -> None:
    check_pasts(store, steps)


def check_pasts(store: GraphStore, steps: list[Step]) -> None:
    """Every named query about the end of each step's day has the same answer, in whatever batches it was loaded."""
    late, at_once = (dict(_answers(store, steps, at_once=at_once)) for at_once in (False, True))
    assert late.keys() == at_once.keys()
    assert {asked: late[asked] for asked in late if late[asked] != at_once[asked]} == {
        asked: at_once[asked] for asked in late if late[asked] != at_once[asked]
    }


def _answers(store: GraphStore, steps: list[Step], *, at_once: bool) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what was asked, and what was answered, once all has happened."""
    clear(store)
    course = Course(store, at_once=at_once)
    for step in steps:
        course.take(step)
    graph = Graph(store.engine, remote=False)
    found = graph.cypher("MATCH (e:Event|PastEvent) RETURN DISTINCT e.id AS id ORDER BY id LIMIT 2").rows
    for event, official in zip([row[0] for row in found], _PEOPLE, strict=False):
        asked = _ASKED | {"event": event, "official": official}
        for day in range(1, len(steps) + 1):
            for name in query_names():
                yield (event, f"2025-04-{day:02}", name), _ask(graph, name, asked, f"2025-04-{day:02}")


def _ask(graph: Graph, name: str, asked: dict[str, object], moment: str) -> str:
    parameters = {one.name for one in find_query(name).parameters}
    if KNOWN_BY not in parameters or "claim" in parameters:
        return ""
    given_ = {key: value for key, value in asked.items() if key in parameters}
    try:
        return str(graph.query(name, timeout=60, **given_, **{KNOWN_BY: moment}).rows)
    except BadParameterError as error:
        return str(error)
