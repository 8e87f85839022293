"""Dumps of whole graphs through other people's readers: without an error or a warning, and with the store's counts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph import Graph, open_graph
from kg.load.run import Clock, Watcher
from kg.rdf import DEFAULT_BASE, dump, write_dump
from tests.bench.synthetic import history
from tests.house.imports import REPOSITORY
from tests.rdf.other_readers import (
    jena_faults,
    oxigraph_counts,
    pyshacl_faults,
    rdflib_count,
    store_counts,
)
from tests.servers.jena import Jena

pytestmark = pytest.mark.long
_EVENTS = int(os.environ.get("KG_TEST_RDF_EVENTS", "500"))
_GIVEN = os.environ.get("KG_TEST_RDF_GRAPH")
"""The folder of a graph that is there already, to be read besides."""


def _demo(graph: Graph) -> None:
    graph.load(str(REPOSITORY / "kg" / "demo" / "articles.jsonl"))


def _synthetic(graph: Graph) -> None:
    clock = Clock("2025-01-01T00:00:00Z")
    graph.load_readings(history(_EVENTS), inputs=["synthetic"], clock=clock, watcher=Watcher())


_MADE = {"demo": _demo, "synthetic": _synthetic}


@pytest.fixture(scope="module", params=[*_MADE, *(["given"] if _GIVEN else [])])
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, dict[str, int]]]:
    """A dump, and how many nodes the store has of each class."""
    folder = tmp_path_factory.mktemp(request.param)
    with open_graph(_GIVEN if request.param == "given" else str(folder / "graph")) as graph:
        if request.param in _MADE:
            _MADE[request.param](graph)
        chunks = dump(graph.engine)
        write_dump(chunks, str(folder / "dump.nq"), form="nquads", compression="none", base=DEFAULT_BASE)
        yield folder / "dump.nq", store_counts(graph.engine)


def test_counts_are_the_stores(written: tuple[Path, dict[str, int]]) -> None:
    _, classes = oxigraph_counts(written[0])
    assert {name: classes[name] for name in written[1]} == written[1]


def test_rdflib_reads_it_all(written: tuple[Path, dict[str, int]], tmp_path: Path) -> None:
    assert rdflib_count(written[0], tmp_path) == oxigraph_counts(written[0])[0]


def test_jena_finds_no_fault(written: tuple[Path, dict[str, int]], jena: Jena, tmp_path: Path) -> None:
    assert jena.count(written[0]) == oxigraph_counts(written[0])[0]
    assert jena_faults(jena, written[0], tmp_path) == []


def test_pyshacl_finds_no_fault(written: tuple[Path, dict[str, int]]) -> None:
    assert pyshacl_faults(written[0]) == []
