"""The library as a notebook uses it: networkx, rdflib, tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import kg
from kg.load.run import Clock, Watcher
from tests.bench.synthetic import history


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("library") / "graph"
    with kg.open(str(target)) as graph:
        graph.load_readings(history(60), inputs=["synthetic"], clock=Clock("2025-01-01T00:00:00Z"), watcher=Watcher())
    return target


def test_a_path_is_as_good_as_its_name(folder: Path) -> None:
    with kg.open(folder, create=False) as graph:
        assert graph.cypher("MATCH (e:Event) RETURN e.id LIMIT 1").rows


def test_every_edge_leads_to_its_events(folder: Path) -> None:
    with kg.open(str(folder)) as graph:
        network = graph.networkx()
        assert network.number_of_edges()
        for _, _, data in network.edges(data=True):
            assert data["certain"] == data["weight"] == len(data["events"]) == len(set(data["events"]))
        ids = sorted({event for _, _, data in network.edges(data=True) for event in data["events"]})
        held = graph.cypher("MATCH (e:Contact {status: 'held'}) RETURN e.id AS id ORDER BY id").rows
        assert ids == [row[0] for row in held]
        early = graph.networkx(until=date(2010, 1, 1))
        assert 0 < early.number_of_edges() < network.number_of_edges()
        joined = graph.networkx(mode="two-mode")
        assert {data["kind"] for _, data in joined.nodes(data=True)} == {"official", "event"}
        assert all(joined.has_edge(one, told) for one, _, data in joined.edges(data=True) for told in data["events"])


def test_a_vague_date_is_possible_in_a_day_and_certain_in_its_month(tmp_path: Path) -> None:
    text = (
        "French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris in March 2024 to discuss energy."
    )
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    with kg.open(str(tmp_path / "graph")) as graph:
        graph.load(str(tmp_path / "note.txt"), published="2024-05-06")
        assert graph.networkx(at="2024-03-15").number_of_edges() == 1
        assert graph.networkx(at="2024-03-15", fuzzy="certain").number_of_edges() == 0
        ((_, _, edge),) = graph.networkx(since="2024-03", until="2024-03", fuzzy="certain").edges(data=True)
        assert (edge["weight"], edge["certain"]) == (1, 1)
        assert graph.networkx(known_by="2024-01-01").number_of_edges() == 0


def test_rdflib_and_tables(folder: Path) -> None:
    with kg.open(str(folder)) as graph:
        assert len(graph.rdflib()) > 1_000
        table = graph.query("contacts-by-month")
        assert len(table.to_pandas()) == len(table) == len(table.to_polars())


def test_loading_from_a_script(tmp_path: Path) -> None:
    text = "French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on Tuesday to discuss energy."
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    with kg.open(str(tmp_path / "graph")) as graph:
        report = graph.load(str(tmp_path / "note.txt"), published="2024-03-06")
        assert (report.sources_new, report.events) == (1, 1)
        (contact,) = graph.query("contacts", a="France", b="Germany")
        assert contact["date"] == "2024-03-05"
        assert graph.load(str(tmp_path / "note.txt"), published="2024-03-06").wrote_nothing
