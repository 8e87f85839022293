"""Tables are read in pages: no engine is asked to sort a whole label, which the embedded one refuses to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import kg
from kg.analysis import pages
from kg.analysis.tables import graph_tables
from kg.graph import Graph
from kg.store.engine import Engine, Parameters, Rows
from tests.bench.synthetic import load_history


class _Asked:
    """An engine that keeps what it is asked, and how many rows it gave."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.texts: list[str] = []
        self.most = 0

    def read(self, text: str, parameters: Parameters | None = None, **limits: Any) -> Rows:
        self.texts.append(text)
        rows = self._engine.read(text, parameters, **limits)
        self.most = max(self.most, len(rows.rows))
        return rows

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with kg.open(str(tmp_path_factory.mktemp("tables") / "graph")) as opened:
        load_history(opened, 40)
        yield opened


def _tables(engine: Any) -> dict[str, list[tuple[Any, ...]]]:
    return {table.name: rows for table in graph_tables(engine) if (rows := list(table.rows))}


def test_pages_of_any_size_have_the_same_rows(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _tables(graph.engine)
    monkeypatch.setattr(pages, "PAGE", 7)
    asked = _Asked(graph.engine)
    assert _tables(asked) == whole
    assert not [text for text in asked.texts if "ORDER BY" in text]
    assert asked.most < len(whole["nodes-Claim"]) / 2, "a page of few nodes has few rows"


def test_rows_stand_in_the_order_of_ids(graph: Graph) -> None:
    found = _tables(graph.engine)
    assert [row[0] for row in found["nodes-Claim"]] == sorted(row[0] for row in found["nodes-Claim"])
    told = found["relationships-ABOUT-Claim-Event"]
    assert [row[0] for row in told] == sorted(row[0] for row in told)
    parts = found["relationships-HAS_PARTICIPANT-Event-Participant"]
    assert [row[1] for row in parts] == sorted(row[1] for row in parts), "there are more participants than events"
