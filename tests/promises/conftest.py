"""A graph on each kind of engine, and how to load into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.graph import Graph
from kg.load.report import LoadReport
from kg.load.run import Clock, Watcher
from kg.model import Reading, Reject
from loaders.contract import ReadOptions
from loaders.reading import read_all
from loaders.text import RulesExtractor
from loaders.texts import read_texts
from tests.servers.real_engine import ENGINES, Servers, make_engine

NOW = "2025-03-01T00:00:00Z"
Load = Callable[..., LoadReport]


@pytest.fixture(params=ENGINES[:2])
def graph(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> Iterator[Graph]:
    """An empty graph: embedded, then Neo4j."""
    with make_engine(request.param, servers, tmp_path).open() as engine:
        yield Graph(engine, remote=False)


@pytest.fixture
def load(graph: Graph, tmp_path: Path) -> Load:
    """Load readings, or texts by name that were ``published`` then; ``refused`` gathers what was not used."""

    def loading(
        *found: Reading | Reject, now: str = NOW, published: str = "", refused: list[Reject] | None = None, **texts: str
    ) -> LoadReport:
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        files = [str(tmp_path / f"{name}.txt") for name in texts]
        items = [*found, *read_texts(read_all(files, ReadOptions(published=published)), RulesExtractor())]
        watcher = Watcher(reject=(refused if refused is not None else []).append)
        return graph.load_readings(items, inputs=["promise"], clock=Clock(now), watcher=watcher)

    return loading
