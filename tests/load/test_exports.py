"""Other people's formats: what is written is read back with their own tools, and is the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections import Counter
from pathlib import Path

import networkx
import pytest

from tests.cli.command import kg

csv.field_size_limit(sys.maxsize)


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of the demo."""
    folder = tmp_path_factory.mktemp("exports")
    assert kg("demo", where=folder).status == 0
    return folder


@pytest.fixture
def uri(where: Path) -> str:
    return str(where / "kg-demo" / "graph")


def pairs_of_held_contacts(where: Path, uri: str, *, dated: bool = False) -> int:
    text = "MATCH (e:Contact {status: 'held'}) RETURN e.sides AS sides, e.earliest AS day"
    rows = kg("cypher", text, "--format", "json", "--uri", uri, where=where).rows()
    return sum(len(row["sides"]) * (len(row["sides"]) - 1) // 2 for row in rows if row["day"] or not dated)


@pytest.mark.parametrize("mode", ["sides", "officials", "two-mode"])
def test_graphml_is_read_back(mode: str, where: Path, uri: str) -> None:
    done = kg("export", "graphml", "--mode", mode, "-o", f"{mode}.graphml", "--uri", uri, where=where)
    assert done.status == 0, done.err
    network = networkx.read_graphml(where / f"{mode}.graphml")
    assert len(network) > 5
    if mode == "sides":
        weight = sum(data["weight"] for _, _, data in network.edges(data=True))
        assert weight == pairs_of_held_contacts(where, uri)


def test_gexf_has_the_span_of_each_contact(where: Path, uri: str) -> None:
    for name in ("one.gexf", "two.gexf"):
        assert kg("export", "gexf", "-o", name, "--uri", uri, where=where).status == 0
    assert (where / "one.gexf").read_bytes() == (where / "two.gexf").read_bytes()
    network = networkx.read_gexf(where / "one.gexf")
    spells = [spell for _, _, data in network.edges(data=True) for spell in data.get("spells") or ()]
    assert spells
    assert all(first <= last for first, last in spells)


def test_the_panel_has_every_period_of_every_pair_and_all_contacts(where: Path, uri: str) -> None:
    done = kg("export", "panel", "--period", "year", "--uri", uri, where=where)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    periods = Counter((row["a"], row["b"]) for row in rows)
    assert len(set(periods.values())) == 1, "zeros are present"
    certain = sum(int(row["certain"]) for row in rows)
    assert certain == pairs_of_held_contacts(where, uri, dated=True)
    assert all(int(row["sources_of_pair"]) <= int(row["sources"]) for row in rows)


def test_the_panel_of_chosen_sides_has_pairs_that_never_met(where: Path, uri: str) -> None:
    sides = [word for name in ("Russia", "United States", "Kenya") for word in ("--side", name)]
    done = kg("export", "panel", *sides, "--since", "2024-01", "--until", "2024-12", "--format", "json", "--uri", uri,
              where=where)  # fmt: skip
    rows = json.loads(done.out)
    assert len(rows) == 3 * 12
    assert {(row["a"], row["b"]) for row in rows} == {("KEN", "RUS"), ("KEN", "USA"), ("RUS", "USA")}


def test_tables_have_every_node_and_relationship(where: Path, uri: str) -> None:
    assert kg("export", "csv", "-o", "tables", "--uri", uri, where=where).status == 0
    status = kg("status", "--format", "json", "--uri", uri, where=where).rows()
    stored = {row["name"]: int(row["value"]) for row in status if row["what"] in ("label", "relationship")}
    found: Counter[str] = Counter()
    for file in (where / "tables").glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as opened:
            found[file.stem.split("-")[1]] += sum(1 for _ in csv.reader(opened)) - 1
    assert {name: count for name, count in stored.items() if count and name in found} == dict(found)
    again = kg("export", "csv", "-o", "tables", "--uri", uri, where=where)
    assert again.status != 0
    assert "is there already" in again.err


def test_parquet_has_the_same_rows_with_types(where: Path, uri: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert kg("export", "parquet", "-o", "typed", "--uri", uri, where=where).status == 0
    events = parquet.read_table(where / "typed" / "nodes-Event.parquet")
    assert str(events.schema.field("earliest").type) == "date32[day]"
    assert kg(
        "cypher", "MATCH (e:Event) RETURN count(e) AS n", "--format", "json", "--uri", uri, where=where
    ).rows() == [{"n": events.num_rows}]
